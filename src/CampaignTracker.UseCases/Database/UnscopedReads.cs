using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Database;

/// <summary>
/// The only reads that lift the scope, each with its reason. The banned-symbols list allows the lifting call in this file alone.
/// </summary>
internal static class UnscopedReads
{
#pragma warning disable RS0030 // this file is the named exception

    /// <summary>The asker: the account, its own posts, from which the scope is made, and whether their unit has no secretary today: then its deputy acts. In one statement, for every operation begins with it.</summary>
    public static async Task<Asker?> AskerAsync(CampaignDb db, Guid accountId, DateOnly today, CancellationToken ct)
    {
        var rows = await (
            from account in db.Users.IgnoreQueryFilters().AsNoTracking()
            where account.Id == accountId
            from post in db.Posts.Where(p => p.AccountId == account.Id && p.From <= today && (p.To == null || p.To >= today)).DefaultIfEmpty()
            join u in db.Units on post.UnitId equals u.Id into units
            from unit in units.DefaultIfEmpty()
            orderby post.Role == Role.Participant, post.From, post.Id
            select new
            {
                account.FullName,
                account.Closed,
                account.SecurityStamp,
                Post = post,
                UnitName = unit.Name,
                Vacant = !db.Posts.Any(other => other.UnitId == post.UnitId && other.Role == Role.Secretary && other.From <= today && (other.To == null || other.To >= today)),
            }).ToListAsync(ct);
        return rows.Count == 0 ? null : new Asker(rows[0].FullName, rows[0].Closed, rows[0].SecurityStamp, [.. rows.Where(row => row.Post is not null).Select(row => (row.Post!, row.UnitName, row.Vacant))]);
    }

    /// <summary>Who asks, as the database has them today.</summary>
    public sealed record Asker(string FullName, bool Closed, string? SecurityStamp, IReadOnlyList<(Post Post, string UnitName, bool Vacant)> Posts);

    /// <summary>Paths of every post an account holds or held, for who may change it: a post outside the asker's scope counts as well.</summary>
    public static Task<List<string>> PostPathsOfAsync(CampaignDb db, Guid accountId, CancellationToken ct) =>
        db.Posts.IgnoreQueryFilters().Where(post => post.AccountId == accountId).Select(post => post.UnitPath).Distinct().ToListAsync(ct);

    /// <summary>Names of the units at some paths: a superior's name stands on a subordinate's page.</summary>
    public static Task<Dictionary<string, string>> UnitNamesAsync(CampaignDb db, IReadOnlyCollection<string> paths, CancellationToken ct) =>
        db.Units.IgnoreQueryFilters().Where(unit => paths.Contains(unit.Path)).ToDictionaryAsync(unit => unit.Path, unit => unit.Name, ct);

    /// <summary>How many people a unit has and how many of them have registered, in numbers alone: n of m is shown to a participant who may name nobody but themselves.</summary>
    public static async Task<(int People, int Registered, int Heads, int HeadsRegistered)> RegisterCountsAsync(CampaignDb db, Guid unitId, CommitmentScope scope, int year, CancellationToken ct)
    {
        var adopted = db.Commitments.IgnoreQueryFilters().Where(c => c.Scope == scope && c.Year == year && CommitmentStates.Registered.Contains(c.State));
        var people = await db.Participants.IgnoreQueryFilters().Where(p => p.UnitId == unitId && p.To == null && p.ExemptSince == null)
            .Select(p => new { p.UnitHead, Adopted = adopted.Any(c => c.ParticipantId == p.Id) }).ToListAsync(ct);
        return (people.Count, people.Count(p => p.Adopted), people.Count(p => p.UnitHead), people.Count(p => p.UnitHead && p.Adopted));
    }

    /// <summary>
    /// Adopted commitments' lines of a unit and all below it, added up by unit and scope: above their own unit people are counts, and the boards and the report need these counts.
    /// Only sums leave, and only of units within the asker's own ranges, which are asked for here again because the person filter is lifted; of people who are still there, as in n of m.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="path">The unit.</param>
    /// <param name="year">The year; a term counts when it holds the year.</param>
    /// <param name="today">Local date: what is due before it and not done is overdue.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Dictionary<(Guid UnitId, CommitmentScope Scope), LineCounts>> LineCountsAsync(CampaignDb db, string path, int year, DateOnly today, CancellationToken ct)
    {
        var to = UnitPath.End(path);
        var sums = await db.Commitments.IgnoreQueryFilters([CampaignDb.PersonScope])
            .Where(c => string.Compare(c.UnitPath, path) >= 0 && string.Compare(c.UnitPath, to) < 0 && c.Year <= year && c.ToYear >= year && CommitmentStates.Registered.Contains(c.State)
                && ((string.Compare(c.UnitPath, db.From1) >= 0 && string.Compare(c.UnitPath, db.To1) < 0) || (string.Compare(c.UnitPath, db.From2) >= 0 && string.Compare(c.UnitPath, db.To2) < 0)
                    || (string.Compare(c.UnitPath, db.From3) >= 0 && string.Compare(c.UnitPath, db.To3) < 0) || (string.Compare(c.UnitPath, db.From4) >= 0 && string.Compare(c.UnitPath, db.To4) < 0))
                && db.Participants.Any(p => p.Id == c.ParticipantId && p.To == null))
            .SelectMany(c => c.Lines, (c, l) => new { c.UnitId, c.Scope, l.Action, l.Standard, l.Outcome, l.DueOn })
            .Where(l => l.Action != "")
            .GroupBy(l => new { l.UnitId, l.Scope })
            .Select(g => new
            {
                g.Key.UnitId,
                g.Key.Scope,
                All = g.Count(),
                Patriotism = g.Sum(l => l.Standard == RoleModelStandard.Patriotism ? 1 : 0),
                Firmness = g.Sum(l => l.Standard == RoleModelStandard.Firmness ? 1 : 0),
                Integrity = g.Sum(l => l.Standard == RoleModelStandard.Integrity ? 1 : 0),
                Solidarity = g.Sum(l => l.Standard == RoleModelStandard.Solidarity ? 1 : 0),
                Example = g.Sum(l => l.Standard == RoleModelStandard.Example ? 1 : 0),
                Done = g.Sum(l => l.Outcome == Outcome.Done ? 1 : 0),
                Partly = g.Sum(l => l.Outcome == Outcome.PartlyDone ? 1 : 0),
                Not = g.Sum(l => l.Outcome == Outcome.NotDone ? 1 : 0),
                Overdue = g.Sum(l => l.DueOn < today && (l.Outcome == null || l.Outcome != Outcome.Done) ? 1 : 0),
            }).ToListAsync(ct);
        return sums.ToDictionary(s => (s.UnitId, s.Scope), s => new LineCounts(s.Patriotism, s.Firmness, s.Integrity, s.Solidarity, s.Example,
            s.All - s.Patriotism - s.Firmness - s.Integrity - s.Solidarity - s.Example, new OutcomeCounts(s.Done, s.Partly, s.Not, s.All - s.Done - s.Partly - s.Not, s.Overdue)));
    }

    /// <summary>How many people of each unit at or below a path are exempt: they stand in no denominator, and the report says how many. Within the asker's ranges as well.</summary>
    public static Task<Dictionary<Guid, int>> ExemptCountsAsync(CampaignDb db, string path, CancellationToken ct)
    {
        var to = UnitPath.End(path);
        return db.Participants.IgnoreQueryFilters([CampaignDb.PersonScope]).Where(p => string.Compare(p.UnitPath, path) >= 0 && string.Compare(p.UnitPath, to) < 0 && p.ExemptSince != null && p.To == null
                && ((string.Compare(p.UnitPath, db.From1) >= 0 && string.Compare(p.UnitPath, db.To1) < 0) || (string.Compare(p.UnitPath, db.From2) >= 0 && string.Compare(p.UnitPath, db.To2) < 0)
                    || (string.Compare(p.UnitPath, db.From3) >= 0 && string.Compare(p.UnitPath, db.To3) < 0) || (string.Compare(p.UnitPath, db.From4) >= 0 && string.Compare(p.UnitPath, db.To4) < 0)))
            .GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>
    /// How often some files stand at people's commitments, unit by unit, within the asker's part of the tree: the writer and the reviewer of a file learn that it is
    /// used twice, not by whom. Whether a unit may be counted is for the caller to ask.
    /// </summary>
    public static async Task<List<(string Sha256, string UnitPath, int Count)>> LinesWithFilesAsync(CampaignDb db, IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        var rows = await db.LineEvidence.IgnoreQueryFilters().Where(file => hashes.Contains(file.Sha256)
                && ((string.Compare(file.UnitPath, db.From1) >= 0 && string.Compare(file.UnitPath, db.To1) < 0)
                    || (string.Compare(file.UnitPath, db.From2) >= 0 && string.Compare(file.UnitPath, db.To2) < 0)
                    || (string.Compare(file.UnitPath, db.From3) >= 0 && string.Compare(file.UnitPath, db.To3) < 0)
                    || (string.Compare(file.UnitPath, db.From4) >= 0 && string.Compare(file.UnitPath, db.To4) < 0)))
            .GroupBy(file => new { file.Sha256, file.UnitPath }).Select(same => new { same.Key.Sha256, same.Key.UnitPath, Count = same.Count() }).ToListAsync(ct);
        return [.. rows.Select(row => (row.Sha256, row.UnitPath, row.Count))];
    }

    /// <summary>The unit a person moves to, by its code: mostly a sibling, which the mover does not see. Nothing of it is shown.</summary>
    public static Task<Unit?> ReceivingUnitAsync(CampaignDb db, string code, CancellationToken ct) =>
        db.Units.IgnoreQueryFilters().FirstOrDefaultAsync(unit => unit.Code == code && unit.ClosedOn == null && !unit.Sensitive, ct);

    /// <summary>Counts the open registers of a unit anew when a person has come from elsewhere: the mover does not see them. The caller saves.</summary>
    public static async Task RecountAsync(CampaignDb db, Actor actor, Guid unitId, CancellationToken ct)
    {
        foreach (var register in await db.Registers.IgnoreQueryFilters().Where(r => r.UnitId == unitId && r.ClosedOn == null).ToListAsync(ct))
            await RegisterCounts.CountStoredAsync(db, actor, register, ct);
    }

    /// <summary>
    /// How many promises of a unit and everything below it stand where, by standard. Above their unit people are sums (product.md, "Scope"): nothing but sums leaves,
    /// and only of units within the asker's own ranges, which are asked for here again because the person filter is lifted.
    /// </summary>
    public static async Task<List<(RoleModelStandard? Standard, Outcome? Outcome, int Count)>> LineOutcomesAsync(CampaignDb db, string path, int year, CancellationToken ct)
    {
        var (from, to) = (path, UnitPath.End(path));
        var sums = await db.Commitments.IgnoreQueryFilters([CampaignDb.PersonScope])
            .Where(c => string.Compare(c.UnitPath, from) >= 0 && string.Compare(c.UnitPath, to) < 0 && c.Year <= year && c.ToYear >= year && CommitmentStates.Registered.Contains(c.State)
                && ((string.Compare(c.UnitPath, db.From1) >= 0 && string.Compare(c.UnitPath, db.To1) < 0) || (string.Compare(c.UnitPath, db.From2) >= 0 && string.Compare(c.UnitPath, db.To2) < 0)
                    || (string.Compare(c.UnitPath, db.From3) >= 0 && string.Compare(c.UnitPath, db.To3) < 0) || (string.Compare(c.UnitPath, db.From4) >= 0 && string.Compare(c.UnitPath, db.To4) < 0))
                && db.Participants.Any(p => p.Id == c.ParticipantId && p.To == null))
            .SelectMany(c => c.Lines).Where(l => l.Action != "").GroupBy(l => new { l.Standard, l.Outcome }).Select(g => new { g.Key.Standard, g.Key.Outcome, Count = g.Count() }).ToListAsync(ct);
        return [.. sums.Select(s => (s.Standard, s.Outcome, s.Count))];
    }

    /// <summary>The commitments of people of one name in one unit: the caller has checked that the asker may open them, and logs it before it answers.</summary>
    public static async Task<List<(RoleModelCommitment Commitment, Participant Person)>> NamedCommitmentsAsync(CampaignDb db, string unitPath, string searchKey, CommitmentScope scope, int year, CancellationToken ct)
    {
        var rows = await db.Commitments.IgnoreQueryFilters([CampaignDb.PersonScope]).AsNoTracking().Include(c => c.Lines)
            .Where(c => c.UnitPath == unitPath && c.Scope == scope && c.Year <= year && c.ToYear >= year)
            .Join(db.Participants.IgnoreQueryFilters([CampaignDb.PersonScope]).Where(p => p.SearchKey == searchKey && p.ForgottenOn == null), c => c.ParticipantId, p => p.Id, (c, p) => new { c, p }).ToListAsync(ct);
        return [.. rows.Select(row => (row.c, row.p))];
    }

    /// <summary>When filings were last urged by hand, by whichever unit above: two superiors together do not urge oftener than one may. Only moments leave, and of filings the caller has read within its scope.</summary>
    public static async Task<Dictionary<Guid, DateTime>> LastUrgedAsync(CampaignDb db, IReadOnlyCollection<Guid> obligationIds, CancellationToken ct)
    {
        var rows = await db.Urgings.IgnoreQueryFilters().SelectMany(urging => urging.Filings, (urging, filing) => new { filing.ObligationId, urging.At })
            .Where(row => obligationIds.Contains(row.ObligationId)).GroupBy(row => row.ObligationId).Select(same => new { same.Key, At = same.Max(row => row.At) }).ToListAsync(ct);
        return rows.ToDictionary(row => row.Key, row => row.At);
    }

    /// <summary>Who urged and why, for the person who was urged: the act itself stands under the unit above. The caller asks for the urgings named on the asker's own reminders.</summary>
    public static async Task<Dictionary<Guid, (string By, string Reason)>> UrgingWordsAsync(CampaignDb db, IReadOnlyCollection<Guid> urgingIds, CancellationToken ct)
    {
        if (urgingIds.Count == 0) return [];
        var rows = await db.Urgings.IgnoreQueryFilters().Where(urging => urgingIds.Contains(urging.Id))
            .Join(db.Units.IgnoreQueryFilters(), urging => urging.FromUnitId, unit => unit.Id, (urging, unit) => new { urging.Id, urging.Body, unit.Name, urging.Reason }).ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => (row.Body is null ? row.Name : $"{row.Body}, {row.Name}", row.Reason));
    }

    /// <summary>
    /// What the registers below the asker have written and not adopted, adopted and never reported on, promised and let pass: for the round of reminders and its preview. Sums by register alone leave,
    /// within the asker's own ranges; of people who are still there, and of those only whom the register's own act confirms.
    /// </summary>
    public static async Task<Dictionary<(Guid UnitId, CommitmentScope Scope, int Year), PromiseSum>> PromiseSumsAsync(CampaignDb db, DateOnly today, CancellationToken ct)
    {
        var running = Running(db, today);
        var written = await running.Where(c => (c.State == CommitmentState.Draft || c.State == CommitmentState.Discussed) && c.Lines.Any(l => l.Action != ""))
            .Where(c => db.Participants.Any(p => p.Id == c.ParticipantId && p.To == null && (p.Kind == ParticipantKind.Member || p.Kind == ParticipantKind.ProbationaryMember
                || db.Registers.Any(r => r.UnitId == c.UnitId && r.Scope == c.Scope && r.Year == c.Year && r.Keeper != RegisterKeeper.Cell))))
            .GroupBy(c => new { c.UnitId, c.Scope, c.Year }).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(c => c.EditedAt) }).ToListAsync(ct);
        var adopted = running.Where(c => c.State == CommitmentState.Adopted && db.Participants.Any(p => p.Id == c.ParticipantId && p.To == null));
        var silent = await adopted.Where(c => !c.Lines.Any(l => l.ReportedOn != null))
            .GroupBy(c => new { c.UnitId, c.Scope, c.Year }).Select(g => new { g.Key, Count = g.Count(), Since = g.Min(c => c.AdoptedOn) }).ToListAsync(ct);
        var past = await adopted.SelectMany(c => c.Lines, (c, l) => new { c.UnitId, c.Scope, c.Year, l.DueOn, l.Outcome, l.Action })
            .Where(l => l.DueOn < today && l.Action != "" && (l.Outcome == null || l.Outcome != Outcome.Done))
            .GroupBy(l => new { l.UnitId, l.Scope, l.Year }).Select(g => new { g.Key, Count = g.Count(), Since = g.Min(l => l.DueOn) }).ToListAsync(ct);
        var sums = new Dictionary<(Guid, CommitmentScope, int), PromiseSum>();
        PromiseSum Of((Guid, CommitmentScope, int) key) => sums.GetValueOrDefault(key) ?? new PromiseSum();
        foreach (var row in written) sums[(row.Key.UnitId, row.Key.Scope, row.Key.Year)] = new PromiseSum(row.Count, LocalTime.Today(row.Last));
        foreach (var row in silent) sums[(row.Key.UnitId, row.Key.Scope, row.Key.Year)] = Of((row.Key.UnitId, row.Key.Scope, row.Key.Year)) with { Silent = row.Count, SilentSince = row.Since };
        foreach (var row in past) sums[(row.Key.UnitId, row.Key.Scope, row.Key.Year)] = Of((row.Key.UnitId, row.Key.Scope, row.Key.Year)) with { Past = row.Count, PastSince = row.Since };
        return sums;
    }

    /// <summary>Adopted commitments of people with an account that are silent or past their date, for the round of reminders, which tells their authors alone, and for its preview, which counts.</summary>
    public static async Task<List<OwnPromises>> OwnPromisesAsync(CampaignDb db, DateOnly today, CancellationToken ct)
    {
        var rows = await Running(db, today).Where(c => c.AccountId != null && c.State == CommitmentState.Adopted && db.Participants.Any(p => p.Id == c.ParticipantId && p.To == null))
            .Select(c => new
            {
                c.Id, c.UnitId, c.UnitPath, c.AccountId, c.Scope, c.Year, c.ToYear, c.AdoptedOn,
                Silent = !c.Lines.Any(l => l.ReportedOn != null),
                Past = c.Lines.Count(l => l.DueOn < today && l.Action != "" && (l.Outcome == null || l.Outcome != Outcome.Done)),
                Since = c.Lines.Where(l => l.DueOn < today && l.Action != "" && (l.Outcome == null || l.Outcome != Outcome.Done)).Min(l => l.DueOn),
            }).ToListAsync(ct);
        return [.. rows.Where(row => row.Silent || row.Past > 0).Select(row =>
            new OwnPromises(row.Id, row.UnitId, row.UnitPath, row.AccountId!.Value, PromiseSum.KindOf(row.Scope), row.Year, row.ToYear, row.AdoptedOn ?? today, row.Silent, row.Past, row.Since))];
    }

    /// <summary>
    /// Those of some reminders after which something was reported within so many days, on a commitment of the register they were about or on the person's own. Reminders keep their scope; of the commitments only that it happened leaves.
    /// </summary>
    public static IQueryable<Reminder> Reported(CampaignDb db, IQueryable<Reminder> reminders, bool own, int days)
    {
        var asked = reminders.IgnoreQueryFilters([CampaignDb.PersonScope]);
        return own
            ? asked.Where(r => db.Commitments.Any(c => c.Id == r.SubjectId && c.Lines.Any(l => l.Progress.Any(p => p.RecordedAt >= r.DecidedAt && p.RecordedAt < r.DecidedAt.AddDays(days)))))
            : asked.Where(r => db.Registers.Any(g => g.Id == r.SubjectId && db.Commitments.Any(c => c.UnitId == g.UnitId && c.Scope == g.Scope && c.Year == g.Year
                && c.Lines.Any(l => l.Progress.Any(p => p.RecordedAt >= r.DecidedAt && p.RecordedAt < r.DecidedAt.AddDays(days))))));
    }

    // Commitments of the periods that run, within the asker's own ranges.
    private static IQueryable<RoleModelCommitment> Running(CampaignDb db, DateOnly today) => db.Commitments.IgnoreQueryFilters([CampaignDb.PersonScope]).AsNoTracking()
        .Where(c => c.Year <= today.Year && c.ToYear >= today.Year
            && ((string.Compare(c.UnitPath, db.From1) >= 0 && string.Compare(c.UnitPath, db.To1) < 0) || (string.Compare(c.UnitPath, db.From2) >= 0 && string.Compare(c.UnitPath, db.To2) < 0)
                || (string.Compare(c.UnitPath, db.From3) >= 0 && string.Compare(c.UnitPath, db.To3) < 0) || (string.Compare(c.UnitPath, db.From4) >= 0 && string.Compare(c.UnitPath, db.To4) < 0)));

#pragma warning restore RS0030
}
