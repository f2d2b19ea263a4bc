using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Database;

/// <summary>
/// The only reads that lift the scope, each with its reason. The banned-symbols list allows the lifting call in this file alone.
/// </summary>
internal static class UnscopedReads
{
#pragma warning disable RS0030 // this file is the named exception

    /// <summary>The asker's own posts, from which the scope is made, and whether their unit has no secretary today: then its deputy acts.</summary>
    public static async Task<List<(Post Post, string UnitName, bool Vacant)>> PostsOfAsync(CampaignDb db, Guid accountId, DateOnly today, CancellationToken ct)
    {
        var rows = await db.Posts.IgnoreQueryFilters().AsNoTracking()
            .Where(post => post.AccountId == accountId && post.From <= today && (post.To == null || post.To >= today))
            .Join(db.Units.IgnoreQueryFilters(), post => post.UnitId, unit => unit.Id, (post, unit) => new
            {
                post,
                unit.Name,
                Vacant = !db.Posts.IgnoreQueryFilters().Any(other => other.UnitId == post.UnitId && other.Role == Role.Secretary && other.From <= today && (other.To == null || other.To >= today)),
            })
            .OrderBy(row => row.post.Role == Role.Participant).ThenBy(row => row.post.From).ThenBy(row => row.post.Id)
            .ToListAsync(ct);
        return [.. rows.Select(row => (row.post, row.Name, row.Vacant))];
    }

    /// <summary>Paths of every post an account holds or held, for who may change it: a post outside the asker's scope counts as well.</summary>
    public static Task<List<string>> PostPathsOfAsync(CampaignDb db, Guid accountId, CancellationToken ct) =>
        db.Posts.IgnoreQueryFilters().Where(post => post.AccountId == accountId).Select(post => post.UnitPath).Distinct().ToListAsync(ct);

    /// <summary>Names of the units at some paths: a superior's name stands on a subordinate's page.</summary>
    public static Task<Dictionary<string, string>> UnitNamesAsync(CampaignDb db, IReadOnlyCollection<string> paths, CancellationToken ct) =>
        db.Units.IgnoreQueryFilters().Where(unit => paths.Contains(unit.Path)).ToDictionaryAsync(unit => unit.Path, unit => unit.Name, ct);

    /// <summary>
    /// Adopted commitments' lines of a unit and all below it, added up by unit and scope: above their own unit people are counts, and the boards and the report need these counts.
    /// Whoever calls has asked for <see cref="Permission.ReadCommitmentCounts"/> on <paramref name="path"/>; only sums leave.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="path">The unit.</param>
    /// <param name="year">The year; a term counts when it holds the year.</param>
    /// <param name="today">Local date: what is due before it and not done is overdue.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Dictionary<(Guid UnitId, CommitmentScope Scope), LineCounts>> LineCountsAsync(CampaignDb db, string path, int year, DateOnly today, CancellationToken ct)
    {
        var to = UnitPath.End(path);
        var sums = await db.Commitments.IgnoreQueryFilters()
            .Where(c => string.Compare(c.UnitPath, path) >= 0 && string.Compare(c.UnitPath, to) < 0 && c.Year <= year && c.ToYear >= year && c.State != CommitmentState.Draft && c.State != CommitmentState.Discussed)
            .SelectMany(c => c.Lines, (c, l) => new { c.UnitId, c.Scope, l.Standard, l.Outcome, l.DueOn })
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

    /// <summary>How many people of each unit at or below a path are exempt: they stand in no denominator, and the report says how many. The same condition on who calls.</summary>
    public static Task<Dictionary<Guid, int>> ExemptCountsAsync(CampaignDb db, string path, CancellationToken ct)
    {
        var to = UnitPath.End(path);
        return db.Participants.IgnoreQueryFilters().Where(p => string.Compare(p.UnitPath, path) >= 0 && string.Compare(p.UnitPath, to) < 0 && p.ExemptSince != null && p.To == null)
            .GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

#pragma warning restore RS0030
}
