using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// Which of some reminders still stand at the moment they are told: what was settled since is left out. In a fixed number of statements, however many reminders.
/// </summary>
internal sealed class OpenLines
{
    private Dictionary<Guid, ObligationFacts> filings = [];
    private List<(string Committee, bool Proposed)> waiting = [];
    private Dictionary<Guid, bool> closed = [];
    private ILookup<Guid, Promise> byRegister = Array.Empty<Promise>().ToLookup(p => p.RegisterId);
    private Dictionary<Guid, Promise> byId = [];
    private HashSet<int> opened = [];

    private sealed record Promise(Guid Id, Guid RegisterId, CommitmentState State, bool Silent, int Past);

    /// <summary>Reads how the things behind the reminders stand now.</summary>
    public static async Task<OpenLines> ReadAsync(CampaignDb db, IReadOnlyCollection<Reminder> reminders, DateOnly today, CancellationToken ct)
    {
        var lines = new OpenLines();
        List<Guid> Subjects(Func<Reminder, bool> which) => [.. reminders.Where(which).Select(r => r.SubjectId).Distinct()];
        if (Subjects(AboutFiling) is { Count: > 0 } owed)
            lines.filings = (await db.Obligations.AsNoTracking().Where(o => owed.Contains(o.Id)).ToListAsync(ct)).ToDictionary(o => o.Id, o => o.Facts);
        if (reminders.Where(AboutOpinions).Select(r => r.UnitPath).Distinct().ToList() is { Count: > 0 } committees)
            lines.waiting = [.. (await db.Reviews.Where(r => r.Decision == null && !r.Withdrawn && committees.Contains(r.UnitPath.Substring(0, r.UnitPath.Length - UnitPath.Segment)))
                .Select(r => new { r.UnitPath, Proposed = r.Proposal != null }).ToListAsync(ct)).Select(r => (UnitPath.Parent(r.UnitPath), r.Proposed))];
        if (Subjects(AboutRegister) is { Count: > 0 } registers)
        {
            lines.closed = await db.Registers.Where(r => registers.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.ClosedOn != null, ct);
            lines.byRegister = (await PromisesAsync(db.Commitments.Where(c => registers.Contains(c.RegisterId)), today, ct)).ToLookup(p => p.RegisterId);
        }
        if (Subjects(AboutOwn) is { Count: > 0 } own) lines.byId = (await PromisesAsync(db.Commitments.Where(c => own.Contains(c.Id)), today, ct)).ToDictionary(p => p.Id);
        if (reminders.Any(r => r.Rule == "YearUnopened")) lines.opened = await db.Years.Where(y => y.OpenedAt != null).Select(y => y.Year).ToHashSetAsync(ct);
        return lines;
    }

    /// <summary>How many things a reminder still counts; null when it no longer stands.</summary>
    public int? Count(Reminder reminder)
    {
        if (AboutFiling(reminder)) return filings.TryGetValue(reminder.SubjectId, out var facts) && ReminderRules.StillOwed(reminder.Rule, reminder.DueOn, facts) ? reminder.Count : null;
        var left = reminder.Rule switch
        {
            "OpinionsToPropose" => waiting.Count(w => w.Committee == reminder.UnitPath && !w.Proposed),
            "OpinionsToDecide" => waiting.Count(w => w.Committee == reminder.UnitPath && w.Proposed),
            "OpinionsWaiting" => waiting.Count(w => w.Committee == reminder.UnitPath),
            "RegisterUnconfirmed" => Of(reminder).Count(p => p.State is CommitmentState.Draft or CommitmentState.Discussed),
            "NoProgress" => Of(reminder).Count(p => Adopted(p) && p.Silent),
            "PromisesPast" => Of(reminder).Where(Adopted).Sum(p => p.Past),
            "OwnNoProgress" => byId.TryGetValue(reminder.SubjectId, out var own) && Adopted(own) && own.Silent ? 1 : 0,
            "OwnPromisesPast" => byId.TryGetValue(reminder.SubjectId, out var own) && Adopted(own) ? own.Past : 0,
            "YearUnopened" => opened.Contains(reminder.Year) ? 0 : 1,
            // Counted for a list only; nothing is asked of anybody by a day.
            _ => reminder.Count,
        };
        return left > 0 ? left : null;
    }

    private IEnumerable<Promise> Of(Reminder reminder) => closed.GetValueOrDefault(reminder.SubjectId, true) ? [] : byRegister[reminder.SubjectId];

    private static bool Adopted(Promise promise) => promise.State != CommitmentState.Closed && CommitmentStates.Registered.Contains(promise.State);

    private static bool AboutFiling(Reminder reminder) => reminder.Rule is "FilingDue" or "FilingOverdue" or "SupplementDue" or "SupplementOverdue" or ReminderRules.ByHand;

    private static bool AboutOpinions(Reminder reminder) => reminder.Rule is "OpinionsToPropose" or "OpinionsToDecide" or "OpinionsWaiting";

    private static bool AboutRegister(Reminder reminder) => reminder.Rule is "RegisterUnconfirmed" or "NoProgress" or "PromisesPast";

    private static bool AboutOwn(Reminder reminder) => reminder.Audience == ReminderAudience.Author;

    private static async Task<List<Promise>> PromisesAsync(IQueryable<RoleModelCommitment> commitments, DateOnly today, CancellationToken ct) =>
        [.. (await commitments.Select(c => new
        {
            c.Id,
            c.RegisterId,
            c.State,
            Silent = !c.Lines.Any(l => l.ReportedOn != null),
            Past = c.Lines.Count(l => l.Action != "" && l.DueOn < today && (l.Outcome == null || l.Outcome != Outcome.Done)),
        }).ToListAsync(ct)).Select(c => new Promise(c.Id, c.RegisterId, c.State, c.Silent, c.Past))];
}
