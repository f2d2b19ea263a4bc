using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
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

    /// <summary>The commitments of people of one name in one unit: the caller has checked that the asker may open them, and logs it before it answers.</summary>
    public static async Task<List<(RoleModelCommitment Commitment, Participant Person)>> NamedCommitmentsAsync(CampaignDb db, string unitPath, string searchKey, CommitmentScope scope, int year, CancellationToken ct)
    {
        var rows = await db.Commitments.IgnoreQueryFilters([CampaignDb.PersonScope]).AsNoTracking().Include(c => c.Lines)
            .Where(c => c.UnitPath == unitPath && c.Scope == scope && c.Year <= year && c.ToYear >= year)
            .Join(db.Participants.IgnoreQueryFilters([CampaignDb.PersonScope]).Where(p => p.SearchKey == searchKey && p.ForgottenOn == null), c => c.ParticipantId, p => p.Id, (c, p) => new { c, p }).ToListAsync(ct);
        return [.. rows.Select(row => (row.c, row.p))];
    }

#pragma warning restore RS0030
}
