using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// Reads everything that may have to be reminded of on a day, each kind of thing in one or two statements, whatever the size of the tree. Sensitive bodies with all below them, and units that have ceased, are never among them.
/// </summary>
internal sealed class ReminderFacts
{
    private readonly CampaignDb db;
    private readonly DateOnly today;
    private readonly Dictionary<string, (Guid Id, string KindCode)> units;
    private readonly HashSet<string> sensitive;

    private ReminderFacts(CampaignDb db, DateOnly today, Dictionary<string, (Guid, string)> units, HashSet<string> sensitive) => (this.db, this.today, this.units, this.sensitive) = (db, today, units, sensitive);

    /// <summary>All of a day, or one kind of thing alone.</summary>
    public static async Task<List<ReminderSubject>> OnAsync(CampaignDb db, Recipients recipients, DateOnly today, Type? only, CancellationToken ct)
    {
        var rows = await db.Units.AsNoTracking().Where(unit => unit.ClosedOn == null || unit.ClosedOn > today).Select(unit => new { unit.Path, unit.Id, unit.KindCode, unit.Sensitive }).ToListAsync(ct);
        var facts = new ReminderFacts(db, today, rows.ToDictionary(row => row.Path, row => (row.Id, row.KindCode)), [.. rows.Where(row => row.Sensitive).Select(row => row.Path)]);
        var subjects = new List<ReminderSubject>();
        async Task TakeAsync<T>(Func<CancellationToken, Task<IEnumerable<ReminderSubject>>> read)
        {
            if (only is null || only == typeof(T)) subjects.AddRange(await read(ct));
        }
        await TakeAsync<OwedFiling>(facts.FilingsAsync);
        await TakeAsync<AwaitedOpinions>(facts.OpinionsAsync);
        await TakeAsync<RegisterInNumbers>(facts.RegistersAsync);
        await TakeAsync<OwnPromises>(facts.OwnPromisesAsync);
        await TakeAsync<UnopenedYear>(facts.YearsAsync);
        await TakeAsync<UnusedAccounts>(cancel => facts.AccountsAsync(recipients, cancel));
        return subjects;
    }

    private bool Speaks(string unitPath) => units.ContainsKey(unitPath) && (sensitive.Count == 0 || (!sensitive.Contains(unitPath) && !UnitPath.Ancestors(unitPath).Any(sensitive.Contains)));

    // Only what the unit itself can still do: what was sent is its reader's turn, and a period that has ended is history.
    private async Task<IEnumerable<ReminderSubject>> FilingsAsync(CancellationToken ct)
    {
        var owed = await db.Obligations.AsNoTracking()
            .Where(o => o.ToYear >= today.Year && o.ExcusedOn == null && o.CompletedOn == null && (o.FirstSentOn == null || o.SupplementDueOn != null))
            .Select(o => new { o.Id, o.UnitId, o.UnitPath, o.RequirementId, o.Kind, o.Year, o.ToYear, o.DueOn, o.FirstSentOn, o.SupplementDueOn, Extended = o.ExtensionReason != null }).ToListAsync(ct);
        owed.RemoveAll(o => !Speaks(o.UnitPath));
        var waiting = await StepBefore.OpenAsync(db, [.. owed.Where(o => o.FirstSentOn is null && !o.Extended).Select(o => new UnsentFiling(o.Id, o.UnitPath, units[o.UnitPath].KindCode, o.RequirementId, o.Kind, o.Year))], ct);
        return owed.Select(o => new OwedFiling(o.Id, o.UnitId, o.UnitPath, o.RequirementId, o.Kind, o.Year, o.ToYear, new ObligationFacts(o.DueOn, o.FirstSentOn, o.SupplementDueOn, null, null), waiting.Contains(o.Id)));
    }

    private async Task<IEnumerable<ReminderSubject>> OpinionsAsync(CancellationToken ct)
    {
        var waiting = await db.Reviews.AsNoTracking().Where(r => r.Decision == null && !r.Withdrawn)
            .Join(db.Plans, r => r.PlanId, p => p.Id, (r, p) => new { Committee = r.UnitPath.Substring(0, r.UnitPath.Length - UnitPath.Segment), Proposed = p.State == PlanState.Proposed, r.ExpectedBy })
            .GroupBy(r => new { r.Committee, r.Proposed }).Select(g => new { g.Key.Committee, g.Key.Proposed, Count = g.Count(), By = g.Min(r => r.ExpectedBy) }).ToListAsync(ct);
        return waiting.Where(w => Speaks(w.Committee)).GroupBy(w => w.Committee).Select(committee =>
        {
            var (unit, unread, proposed) = (units[committee.Key].Id, committee.FirstOrDefault(w => !w.Proposed), committee.FirstOrDefault(w => w.Proposed));
            return new AwaitedOpinions(unit, unit, committee.Key, unread?.Count ?? 0, unread?.By, proposed?.Count ?? 0, proposed?.By);
        });
    }

    private async Task<IEnumerable<ReminderSubject>> RegistersAsync(CancellationToken ct)
    {
        var sums = await UnscopedReads.PromiseSumsAsync(db, today, ct);
        if (sums.Count == 0) return [];
        var registers = await db.Registers.AsNoTracking().Where(r => r.ClosedOn == null && r.Year <= today.Year && r.ToYear >= today.Year)
            .Select(r => new { r.Id, r.UnitId, r.UnitPath, r.Scope, r.Year, r.ToYear }).ToListAsync(ct);
        return registers.Where(r => Speaks(r.UnitPath) && sums.ContainsKey((r.UnitId, r.Scope, r.Year))).Select(r =>
        {
            var sum = sums[(r.UnitId, r.Scope, r.Year)];
            return new RegisterInNumbers(r.Id, r.UnitId, r.UnitPath, PromiseSum.KindOf(r.Scope), r.Year, r.ToYear, sum.Unconfirmed, sum.LastWrittenOn, sum.Silent, sum.SilentSince, sum.Past, sum.PastSince);
        });
    }

    private async Task<IEnumerable<ReminderSubject>> OwnPromisesAsync(CancellationToken ct) => (await UnscopedReads.OwnPromisesAsync(db, today, ct)).Where(own => Speaks(own.UnitPath));

    // The year that comes next, as the page that opens it says: none before its eve, none that no term covers.
    private async Task<IEnumerable<ReminderSubject>> YearsAsync(CancellationToken ct)
    {
        var year = await db.Years.Where(y => y.OpenedAt != null).MaxAsync(y => (int?)y.Year, ct) + 1 ?? today.Year;
        if (year > today.Year + 1 || !await db.Terms.AnyAsync(t => t.FromYear <= year && year <= t.ToYear, ct)) return [];
        return units.Where(unit => UnitPath.Level(unit.Key) == 1 && Speaks(unit.Key)).Select(root => new UnopenedYear(root.Value.Id, root.Value.Id, root.Key, year));
    }

    // Who acknowledged the notice on personal data has been inside, though first sign-ins were not noted then.
    private async Task<IEnumerable<ReminderSubject>> AccountsAsync(Recipients recipients, CancellationToken ct)
    {
        var unused = await db.Posts.AsNoTracking().Where(post => post.From <= today && (post.To == null || post.To >= today))
            .Join(db.Users.Where(account => !account.Closed && account.FirstSignInAt == null && account.NoticeReadAt == null), post => post.AccountId, account => account.Id, (post, _) => new { post.AccountId, post.UnitPath, post.From })
            .GroupBy(post => new { post.AccountId, post.UnitPath }).Select(g => new { g.Key.AccountId, g.Key.UnitPath, Since = g.Min(post => post.From) }).ToListAsync(ct);
        return unused.Where(row => Speaks(row.UnitPath)).GroupBy(row => row.UnitPath)
            .SelectMany(unit => recipients.Of(ReminderAudience.AccountKeepers, unit.Key).Select(keeper => keeper.UnitPath).Distinct(), (unit, keeper) => (Rows: unit, Keeper: keeper))
            .Where(kept => Speaks(kept.Keeper)).GroupBy(kept => kept.Keeper).Select(kept =>
            {
                var (unit, rows) = (units[kept.Key].Id, kept.SelectMany(k => k.Rows).ToList());
                return new UnusedAccounts(unit, unit, kept.Key, rows.DistinctBy(row => row.AccountId).Count(), rows.Min(row => row.Since));
            });
    }
}
