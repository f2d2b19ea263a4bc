using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// The due dates behind a secret calendar address. The secret only says whose they are; what is read is read as that person stands today: their posts, their scope.
/// </summary>
public sealed class ReadCalendar(Operations operations)
{
    /// <summary>Days a date stays in the calendar after it has passed, and most dates in one.</summary>
    public const int KeptDays = 30, Most = 500;

    /// <summary>Whose address it is; for the program alone, before anybody is known.</summary>
    /// <exception cref="Refusal">NotFound: unknown, ended; NotAllowed.</exception>
    public async Task<Guid> WhoseAsync(string secret, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.IsSystem) throw new Refusal(Because.NotAllowed);
        var hash = KeepPreferences.HashOf(secret);
        return (await op.Db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.SecretHash == hash && f.RevokedAt == null, ct).OrRefuseAsync()).AccountId;
    }

    /// <summary>The asker's due dates: what their units have to send, opinions they are expected to propose or to give, and their own promises.</summary>
    public async Task<DueCalendar> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var self = op.Actor.AccountId;
        var language = await op.Db.Users.Where(a => a.Id == self).Select(a => a.Language).FirstOrDefaultAsync(ct) ?? "vi";
        var units = op.Actor.Posts.Where(p => op.Actor.Can(Permission.EditPlan, p.UnitPath)).Select(p => p.UnitId).Distinct().ToList();
        var since = op.Today.AddDays(-KeptDays);
        var owed = units.Count == 0 ? [] : await op.Db.Obligations.AsNoTracking().Where(o => units.Contains(o.UnitId) && o.ExcusedOn == null && o.CompletedOn == null && (o.FirstSentOn == null || o.SupplementDueOn != null))
            .Join(op.Db.Units, o => o.UnitId, u => u.Id, (o, u) => new { o, u.Name }).OrderBy(x => x.o.DueOn).ThenBy(x => x.o.Id).Take(Most).ToListAsync(ct);
        var expected = await ReviewQueue.Mine(op).Where(r => r.ExpectedBy >= since).OrderBy(r => r.ExpectedBy).ThenBy(r => r.Id).Take(Most)
            .Join(op.Db.Plans, r => r.PlanId, p => p.Id, (r, p) => new { r.Id, r.ExpectedBy, r.UnitId, p.ObligationId })
            .Join(op.Db.Obligations, x => x.ObligationId, o => o.Id, (x, o) => new { x.Id, x.ExpectedBy, x.UnitId, o.Kind, o.Year, o.ToYear })
            .Join(op.Db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.Id, x.ExpectedBy, x.Kind, x.Year, x.ToYear, u.Name }).ToListAsync(ct);
        var promised = await op.Db.Commitments.AsNoTracking().Where(c => c.AccountId == self && c.State == CommitmentState.Adopted)
            .SelectMany(c => c.Lines, (c, l) => new { l.Id, l.DueOn, l.Outcome, l.Action, c.Scope, c.Year, c.ToYear, c.UnitId }).Where(l => l.DueOn >= since && l.Action != "" && (l.Outcome == null || l.Outcome != Outcome.Done))
            .Join(op.Db.Units, l => l.UnitId, u => u.Id, (l, u) => new { l, u.Name }).OrderBy(x => x.l.DueOn).ThenBy(x => x.l.Id).Take(Most).ToListAsync(ct);
        var demo = await op.Db.SeedMarks.AnyAsync(m => m.Name == "demo", ct);
        return new DueCalendar(language, op.Now, demo,
        [
            .. owed.Select(x => x.o.SupplementDueOn is { } by
                ? new CalendarDue($"supplement-{x.o.Id:N}-{x.o.SupplementsAsked}", CalendarDueKind.Supplement, x.o.Kind, x.o.Year, x.o.ToYear, by, x.Name)
                : new CalendarDue($"filing-{x.o.Id:N}", CalendarDueKind.Filing, x.o.Kind, x.o.Year, x.o.ToYear, x.o.DueOn, x.Name)),
            .. expected.OrderBy(x => x.ExpectedBy).Select(x => new CalendarDue($"opinion-{x.Id:N}", CalendarDueKind.Opinion, x.Kind, x.Year, x.ToYear, x.ExpectedBy, x.Name)),
            .. promised.Select(x => new CalendarDue($"promise-{x.l.Id:N}", CalendarDueKind.Promise, RegisterReads.KindOf(x.l.Scope), x.l.Year, x.l.ToYear, x.l.DueOn!.Value, x.Name)),
        ]);
    }
}
