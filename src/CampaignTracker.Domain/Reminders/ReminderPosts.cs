using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Reminders;

/// <summary>A post held today.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="Role">What it permits.</param>
/// <param name="UnitPath">Where.</param>
/// <param name="Delegated">A deputy who decides today.</param>
/// <param name="Closed">The account is closed: nobody is told, though the post counts as filled.</param>
public sealed record ReminderPost(Guid AccountId, Role Role, string UnitPath, bool Delegated = false, bool Closed = false);

/// <summary>Who can act for a unit, by the posts held today: the same permissions that the acts themselves ask for, so that nobody is told who would be refused.</summary>
public sealed class ReminderPosts
{
    private readonly Dictionary<string, List<ReminderPost>> byUnit;

    /// <summary>The posts held today of the units in question; for <see cref="ReminderAudience.AccountKeepers"/> those of the units above as well.</summary>
    public ReminderPosts(IEnumerable<ReminderPost> heldToday) => byUnit = heldToday.GroupBy(post => post.UnitPath).ToDictionary(same => same.Key, same => same.ToList());

    /// <summary>The posts whose holders are told, each account once; empty when nobody can act.</summary>
    public IReadOnlyList<ReminderPost> Of(ReminderAudience audience, string unitPath) => audience switch
    {
        ReminderAudience.Writers => Writers(unitPath),
        ReminderAudience.Readers => Holders(Permission.ProposeOpinion, unitPath),
        ReminderAudience.Leaders => Holders(Permission.DecideFiling, unitPath),
        ReminderAudience.YearKeepers => Holders(Permission.ManageRequirements, unitPath),
        ReminderAudience.AccountKeepers => UnitPath.Ancestors(unitPath).Append(unitPath).Reverse().Select(path => Holders(Permission.ManageAccounts, path)).FirstOrDefault(found => found.Count > 0) ?? [],
        _ => [],
    };

    // A deputy may write at any time, yet is told only where the secretary cannot be reached or has handed over: two who are told of the same thing wait for each other.
    private List<ReminderPost> Writers(string unitPath)
    {
        var posts = At(unitPath);
        var secretary = posts.Any(post => post is { Role: Role.Secretary, Closed: false });
        return Told(posts.Where(post => post.Role != Role.DeputySecretary || post.Delegated || !secretary), Permission.EditPlan, unitPath);
    }

    private List<ReminderPost> Holders(Permission permission, string unitPath) => Told(At(unitPath), permission, unitPath);

    private List<ReminderPost> Told(IEnumerable<ReminderPost> posts, Permission permission, string unitPath)
    {
        var vacant = !At(unitPath).Exists(post => post.Role == Role.Secretary);
        return [.. posts.Where(post => !post.Closed && Permits(post, permission, vacant)).DistinctBy(post => post.AccountId)];
    }

    private static bool Permits(ReminderPost post, Permission permission, bool vacant) =>
        new HeldPost(post.Role, Guid.Empty, post.UnitPath, "", "", null, post.Role == Role.DeputySecretary && (post.Delegated || vacant)).Permissions.Any(permitted => permitted.Permission == permission);

    private List<ReminderPost> At(string unitPath) => byUnit.GetValueOrDefault(unitPath) ?? [];
}
