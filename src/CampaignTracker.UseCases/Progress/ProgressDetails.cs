using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>What only the rows of one page need: how often and what was reported last, proofs, and last year's beside.</summary>
internal static class ProgressDetails
{
    private const int Beside = 3;

    private sealed record Last(string Text, bool NothingNew);

    private sealed record Detail(Guid Id, int Reports, Last? Last, int Proofs);

    /// <summary>The rows as the screen shows them.</summary>
    public static async Task<List<ViewProgress.Row>> ShownAsync(Operation op, ProgressUnit unit, IReadOnlyList<Tracked> rows, CancellationToken ct)
    {
        var (items, lines) = (Of(rows, ProgressSubject.PlanItem), Of(rows, ProgressSubject.CommitmentLine));
        var details = new Dictionary<Guid, Detail>();
        if (items.Count > 0)
            foreach (var detail in await op.Db.Plans.SelectMany(p => p.Items).Where(i => items.Contains(i.Id)).Select(i => new Detail(i.Id,
                op.Db.ItemProgress.Where(p => p.ItemId == i.Id).SelectMany(p => p.Reports).Count(),
                op.Db.ItemProgress.Where(p => p.ItemId == i.Id).SelectMany(p => p.Reports).OrderByDescending(r => r.RecordedAt).Select(r => new Last(r.Text, r.NothingNew)).FirstOrDefault(),
                op.Db.ItemEvidence.Count(e => e.ItemId == i.Id))).ToListAsync(ct)) details[detail.Id] = detail;
        if (lines.Count > 0)
            foreach (var detail in await op.Db.Commitments.SelectMany(c => c.Lines).Where(l => lines.Contains(l.Id)).Select(l => new Detail(l.Id, l.Progress.Count,
                l.Progress.OrderByDescending(r => r.RecordedAt).Select(r => new Last(r.Text, r.NothingNew)).FirstOrDefault(),
                op.Db.LineEvidence.Count(e => e.LineId == l.Id))).ToListAsync(ct)) details[detail.Id] = detail;
        var before = await BeforeAsync(op, unit, rows, ct);
        return [.. rows.Select(row => Shown(row, details.GetValueOrDefault(row.Id), before.GetValueOrDefault(row.Id, []), op.Today))];
    }

    private static List<Guid> Of(IEnumerable<Tracked> rows, ProgressSubject subject) => [.. rows.Where(r => r.Subject == subject).Select(r => r.Id)];

    private static ViewProgress.Row Shown(Tracked row, Detail? detail, IReadOnlyList<ViewProgress.Earlier> before, DateOnly today) => new(row.Subject, row.Id, row.OwnerId, row.Owner, row.Year, row.ToYear, row.Number, row.Text, row.Result,
        Measure.Read(row.Result), row.Standard, row.DueOn, row.On(today), row.Outcome, row.Figure, row.ReportedOn, detail?.Reports ?? 0, detail?.Proofs ?? 0, detail?.Last?.Text ?? "", detail?.Last?.NothingNew ?? false, row.MayReport, before);

    // Of the same person what served the same standard, of the same unit what served the same requirement: beside, never copied.
    private static async Task<Dictionary<Guid, List<ViewProgress.Earlier>>> BeforeAsync(Operation op, ProgressUnit unit, IReadOnlyList<Tracked> rows, CancellationToken ct)
    {
        var found = new Dictionary<Guid, List<ViewProgress.Earlier>>();
        var people = rows.Where(r => r.ParticipantId is not null).Select(r => r.ParticipantId!.Value).Distinct().ToList();
        var last = unit.Year - 1;
        if (people.Count > 0)
        {
            var promised = await op.Db.Commitments.Where(c => people.Contains(c.ParticipantId) && c.Year == last && c.ToYear == last && CommitmentStates.Registered.Contains(c.State))
                .SelectMany(c => c.Lines, (c, l) => new { c.ParticipantId, l.Ordinal, l.Action, l.Result, l.Standard, l.Outcome, l.Figure, l.ReportedOn }).Where(l => l.Action != "").OrderBy(l => l.Ordinal).ToListAsync(ct);
            foreach (var row in rows.Where(r => r.ParticipantId is not null))
                found[row.Id] = [.. promised.Where(l => l.ParticipantId == row.ParticipantId && (row.Standard is null || l.Standard is null || l.Standard == row.Standard)).Take(Beside)
                    .Select(l => new ViewProgress.Earlier(last, l.Action, l.Result, Measure.Read(l.Result), l.Outcome, l.Figure, l.ReportedOn))];
        }
        if (rows.Any(r => r.Requirements.Count > 0))
        {
            var planned = await (from p in op.Db.Plans.AsNoTracking()
                                 where p.UnitId == unit.Id && p.Year == last && p.ToYear == last && (unit.Writes || p.PublishedDownward)
                                 from i in p.Items
                                 join x in op.Db.ItemProgress on i.Id equals x.ItemId into followed
                                 from x in followed.DefaultIfEmpty()
                                 orderby i.Ordinal
                                 select new { i.Requirements, i.Content, i.Product, x.Outcome, x.Figure, x.ReportedOn }).ToListAsync(ct);
            foreach (var row in rows.Where(r => r.Requirements.Count > 0))
                found[row.Id] = [.. planned.Where(i => i.Requirements.Any(row.Requirements.Contains)).Take(Beside).Select(i => new ViewProgress.Earlier(last, i.Content, i.Product, Measure.Read(i.Product), i.Outcome, i.Figure, i.ReportedOn))];
        }
        return found;
    }
}
