using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Timeline;

/// <summary>What happened to a unit's papers in a year, each kind in one statement.</summary>
internal static class UnitStory
{
    public static async Task<IReadOnlyList<TimelineEvent>> ReadAsync(Operation op, string path, int year, CancellationToken ct)
    {
        var span = new Span(new(year, 1, 1), new(year, 12, 31));
        // What is still being written is its unit's own business.
        var own = op.Actor.Can(Permission.EditPlan, path);
        var plans = op.Db.Plans.Where(p => p.UnitPath == path && (own || p.PublishedDownward));
        return [.. await SendingsAsync(plans, span, ct), .. await ReviewsAsync(op, plans, span, ct), .. await MeetingsAsync(op, path, span, ct), .. await RegistersAsync(op, path, span, ct),
            .. await ItemsAsync(op, plans, path, span, ct), .. await PromisesAsync(op, path, span, ct), .. await ObligationsAsync(op, path, span, ct)];
    }

    /// <summary>The year in local days and in stored moments.</summary>
    private sealed record Span(DateOnly First, DateOnly Last)
    {
        public DateTime From { get; } = LocalTime.StartOf(First);
        public DateTime To { get; } = LocalTime.StartOf(Last.AddDays(1));
    }

    private static async Task<IEnumerable<TimelineEvent>> SendingsAsync(IQueryable<UnitPlan> plans, Span span, CancellationToken ct)
    {
        var rows = await plans.SelectMany(p => p.Sendings, (p, s) => new { p.Id, p.Year, p.ToYear, s.Round, s.SentAt, s.SentByName }).Where(s => s.SentAt >= span.From && s.SentAt < span.To).ToListAsync(ct);
        return rows.Select(s => TimelineEvent.Moment(TimelineKind.PlanSent, s.SentAt, s.SentByName, number: s.Round) with { PlanId = s.Id, Period = (s.Year, s.ToYear) });
    }

    private static async Task<IEnumerable<TimelineEvent>> ReviewsAsync(Operation op, IQueryable<UnitPlan> plans, Span span, CancellationToken ct)
    {
        var rows = await op.Db.Reviews.Where(r => !r.Withdrawn).Join(plans, r => r.PlanId, p => p.Id, (r, p) => new { p.Id, p.Year, p.ToYear, r.OpenedAt, r.OpenedByName, r.Decision, r.DecidedAt, r.DecidedByName, Remarks = r.Remarks.Count })
            .Where(r => (r.OpenedAt >= span.From && r.OpenedAt < span.To) || (r.DecidedAt >= span.From && r.DecidedAt < span.To)).ToListAsync(ct);
        return rows.Where(r => r.OpenedAt is not null).Select(r => TimelineEvent.Moment(TimelineKind.PlanOpened, r.OpenedAt!.Value, r.OpenedByName) with { PlanId = r.Id, Period = (r.Year, r.ToYear) })
            .Concat(rows.Where(r => r.DecidedAt is not null && r.Decision is not null).Select(r => TimelineEvent.Moment(TimelineKind.OpinionGiven, r.DecidedAt!.Value, r.DecidedByName, number: r.Remarks) with { PlanId = r.Id, Period = (r.Year, r.ToYear), Opinion = r.Decision }))
            .Where(e => e.On >= span.First && e.On <= span.Last);
    }

    private static async Task<IEnumerable<TimelineEvent>> MeetingsAsync(Operation op, string path, Span span, CancellationToken ct)
    {
        var rows = await op.Db.Meetings.AsNoTracking().Include(m => m.Decisions).Where(m => m.UnitPath == path && m.HeldOn >= span.First && m.HeldOn <= span.Last).ToListAsync(ct);
        return rows.Select(m => new TimelineEvent(TimelineKind.MeetingHeld, m.HeldOn, Who: m.RecordedByName) { Counts = (m.Present, m.Total, m.InFavour), Passed = [.. m.Decisions.Select(d => d.Item).Distinct()] });
    }

    private static async Task<IEnumerable<TimelineEvent>> RegistersAsync(Operation op, string path, Span span, CancellationToken ct)
    {
        var rows = await op.Db.Registers.Where(r => r.UnitPath == path && r.AdoptedOn >= span.First && r.AdoptedOn <= span.Last).Select(r => new { r.Scope, r.Year, r.ToYear, r.AdoptedOn, r.Registered, r.People }).ToListAsync(ct);
        return rows.Select(r => new TimelineEvent(TimelineKind.RegisterAdopted, r.AdoptedOn!.Value, Note: $"{r.Registered}/{r.People}") { Scope = r.Scope, Period = (r.Year, r.ToYear) });
    }

    private static async Task<IEnumerable<TimelineEvent>> ItemsAsync(Operation op, IQueryable<UnitPlan> plans, string path, Span span, CancellationToken ct)
    {
        var items = await plans.SelectMany(p => p.Items, (p, i) => new { PlanId = p.Id, i.Id, i.Ordinal, i.Content }).ToDictionaryAsync(i => i.Id, ct);
        var reports = await op.Db.ItemProgress.Where(p => p.UnitPath == path).SelectMany(p => p.Reports, (p, r) => new { p.ItemId, r.RecordedAt, r.RecordedByName, r.Outcome, r.Text }).Where(r => r.RecordedAt >= span.From && r.RecordedAt < span.To).ToListAsync(ct);
        var files = await op.Db.ItemEvidence.Where(e => e.UnitPath == path && e.ReceivedAt >= span.From && e.ReceivedAt < span.To).Select(e => new { e.ItemId, e.ReceivedAt, e.ReceivedFrom, e.Name, e.Caption }).ToListAsync(ct);
        return reports.Where(r => items.ContainsKey(r.ItemId)).Select(r => TimelineEvent.Moment(TimelineKind.ItemReported, r.RecordedAt, r.RecordedByName, items[r.ItemId].Content, Given(r.Text), items[r.ItemId].Ordinal) with { PlanId = items[r.ItemId].PlanId, Outcome = r.Outcome })
            .Concat(files.Where(f => items.ContainsKey(f.ItemId)).Select(f => TimelineEvent.Moment(TimelineKind.ItemProved, f.ReceivedAt, f.ReceivedFrom, items[f.ItemId].Content, Given(f.Caption) ?? f.Name, items[f.ItemId].Ordinal) with { PlanId = items[f.ItemId].PlanId }));
    }

    // People are counted by day, never named: each has a story of their own.
    private static async Task<IEnumerable<TimelineEvent>> PromisesAsync(Operation op, string path, Span span, CancellationToken ct)
    {
        var reported = await op.Db.Commitments.Where(c => c.UnitPath == path).SelectMany(c => c.Lines).SelectMany(l => l.Progress).Where(p => p.RecordedAt >= span.From && p.RecordedAt < span.To).Select(p => p.RecordedAt).ToListAsync(ct);
        var proved = await op.Db.LineEvidence.Where(e => e.UnitPath == path && e.ReceivedAt >= span.From && e.ReceivedAt < span.To).Select(e => e.ReceivedAt).ToListAsync(ct);
        return ByDay(TimelineKind.PromisesReported, reported).Concat(ByDay(TimelineKind.PromisesProved, proved));
    }

    private static IEnumerable<TimelineEvent> ByDay(TimelineKind kind, IEnumerable<DateTime> moments) => moments.GroupBy(LocalTime.Today).Select(day => new TimelineEvent(kind, day.Key, Number: day.Count()));

    private static async Task<IEnumerable<TimelineEvent>> ObligationsAsync(Operation op, string path, Span span, CancellationToken ct)
    {
        var rows = await op.Db.Obligations.Where(o => o.UnitPath == path && ((o.CompletedOn >= span.First && o.CompletedOn <= span.Last) || (o.ExcusedOn >= span.First && o.ExcusedOn <= span.Last)))
            .Select(o => new { o.Kind, o.Year, o.ToYear, o.CompletedOn, o.CompletionMode, o.ExcusedOn, o.ExcusedBy, o.ExcuseReason }).ToListAsync(ct);
        return rows.Where(o => o.CompletedOn is not null).Select(o => new TimelineEvent(TimelineKind.ObligationSettled, o.CompletedOn!.Value) { Filing = o.Kind, Period = (o.Year, o.ToYear), Closed = o.CompletionMode })
            .Concat(rows.Where(o => o.ExcusedOn is not null).Select(o => new TimelineEvent(TimelineKind.ObligationExcused, o.ExcusedOn!.Value, Who: o.ExcusedBy, Note: o.ExcuseReason) { Filing = o.Kind, Period = (o.Year, o.ToYear) }))
            .Where(e => e.On >= span.First && e.On <= span.Last);
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
