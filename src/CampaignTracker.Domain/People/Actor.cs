using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.People;

/// <summary>Who is asking, read anew for every operation: the account, and the posts it holds today.</summary>
public sealed class Actor
{
    private Actor(Guid? accountId, string name, IReadOnlyList<HeldPost> posts, bool isSystem)
    {
        AccountId = accountId;
        Name = name;
        Posts = posts;
        IsSystem = isSystem;
    }

    /// <summary>The clock-work and the seed: may do everything, is named as such in the trail.</summary>
    public static Actor System { get; } = new(null, "system", [], true);

    /// <summary>Before sign-in: may do nothing.</summary>
    public static Actor Anonymous { get; } = new(null, "anonymous", [], false);

    /// <summary>A person signed in.</summary>
    public static Actor Person(Guid accountId, string name, IReadOnlyList<HeldPost> posts) => new(accountId, name, posts, false);

    /// <summary>The account, null for <see cref="System"/> and <see cref="Anonymous"/>.</summary>
    public Guid? AccountId { get; }
    /// <summary>The person's name as shown to others.</summary>
    public string Name { get; }
    /// <summary>Posts held today.</summary>
    public IReadOnlyList<HeldPost> Posts { get; }
    /// <summary>True for the clock-work and the seed.</summary>
    public bool IsSystem { get; }
    /// <summary>The first post, whose unit a page is about when nothing else is said; null without a post.</summary>
    public HeldPost? MainPost => Posts.Count > 0 ? Posts[0] : null;

    /// <summary>True when some post permits it for that unit.</summary>
    public bool Can(Permission permission, string unitPath) => IsSystem || PostFor(permission, unitPath) is not null;

    /// <summary>True when some post permits it anywhere.</summary>
    public bool CanSomewhere(Permission permission) => IsSystem || Posts.Any(post => post.Permissions.Any(p => p.Permission == permission));

    /// <summary>The post by which the actor may do it for that unit, or null.</summary>
    public HeldPost? PostFor(Permission permission, string unitPath) =>
        Posts.FirstOrDefault(post => post.Permissions.Any(p => p.Permission == permission && post.Reaches(p.Reach, unitPath)));

    /// <summary>Refuses (<see cref="Because.NotAllowed"/>) unless some post permits it for that unit.</summary>
    public void Must(Permission permission, string unitPath)
    {
        if (!Can(permission, unitPath)) throw new Refusal(Because.NotAllowed);
    }
}

/// <summary>A post held today.</summary>
/// <param name="Role">What it permits.</param>
/// <param name="UnitId">The unit it is held in.</param>
/// <param name="UnitPath">That unit's path.</param>
/// <param name="UnitName">That unit's name.</param>
/// <param name="Title">The title as addressed, e.g. "Bí thư Chi bộ …".</param>
/// <param name="Body">The advisory body the holder speaks for, e.g. "Ban Xây dựng Đảng"; null for none.</param>
/// <param name="Acting">A deputy who acts: delegated today, or the secretary's post is vacant.</param>
public sealed record HeldPost(Role Role, Guid UnitId, string UnitPath, string UnitName, string Title, string? Body = null, bool Acting = false)
{
    /// <summary>The permissions of this post with their reach.</summary>
    public IEnumerable<(Permission Permission, Reach Reach)> Permissions =>
        Role == Role.DeputySecretary && Acting ? RolePermissions.Of(Role).Concat(RolePermissions.OfActingDeputy) : RolePermissions.Of(Role);

    /// <summary>True when a permission of that reach covers the unit.</summary>
    public bool Reaches(Reach reach, string unitPath) => reach switch
    {
        Reach.Own => unitPath == UnitPath,
        Reach.Children => Units.UnitPath.Parent(unitPath) == UnitPath,
        _ => Units.UnitPath.IsAtOrBelow(unitPath, UnitPath),
    };
}
