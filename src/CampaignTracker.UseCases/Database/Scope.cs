using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Database;

/// <summary>
/// Which rows an actor may see, as fixed scalar slots: measured as quick as a single range on both databases,
/// where a list of ranges misses the path index. Empty slots match nothing.
/// </summary>
internal sealed class Scope
{
    public const int RangeSlots = 4, AncestorSlots = 8;

    private Scope() { }

    /// <summary>Disjoint ranges of paths: the actor's roots with everything below.</summary>
    public (string From, string To)[] Ranges { get; } = [.. Enumerable.Repeat(("", ""), RangeSlots)];
    /// <summary>Units above the roots: their names, and what they published downward.</summary>
    public string[] Ancestors { get; } = [.. Enumerable.Repeat("", AncestorSlots)];
    /// <summary>Units whose persons may be named.</summary>
    public (string From, string To)[] Named { get; } = [.. Enumerable.Repeat(("", ""), RangeSlots)];
    /// <summary>The account itself, whose own rows are always seen.</summary>
    public Guid Self { get; private set; }

    /// <summary>Everything: the clock-work and the seed.</summary>
    public static Scope Everything()
    {
        var scope = new Scope();
        scope.Ranges[0] = ("", "~");
        scope.Named[0] = ("", "~");
        return scope;
    }

    /// <summary>What the actor's posts reach.</summary>
    /// <exception cref="Refusal">TooManyPosts: more separate parts of the tree than there are slots.</exception>
    public static Scope Of(Actor actor)
    {
        if (actor.IsSystem) return Everything();
        var scope = new Scope { Self = actor.AccountId ?? Guid.Empty };
        var paths = actor.Posts.Select(post => post.UnitPath).Distinct().Order(StringComparer.Ordinal).ToList();
        var roots = paths.Where(path => !paths.Exists(other => other != path && UnitPath.IsAtOrBelow(path, other))).ToList();
        if (roots.Count > RangeSlots) throw new Refusal(Because.TooManyPosts, null, RangeSlots);
        for (var i = 0; i < roots.Count; i++) scope.Ranges[i] = (roots[i], UnitPath.End(roots[i]));

        var above = roots.SelectMany(UnitPath.Ancestors).Distinct().ToList();
        if (above.Count > AncestorSlots) throw new Refusal(Because.TooManyPosts, null, RangeSlots);
        for (var i = 0; i < above.Count; i++) scope.Ancestors[i] = above[i];

        var named = actor.Posts.Where(post => post.Permissions.Any(p => p.Permission == Permission.ReadParticipants)).Select(post => post.UnitPath).Distinct().Take(RangeSlots).ToList();
        for (var i = 0; i < named.Count; i++) scope.Named[i] = (named[i], named[i] + "\u0001");
        return scope;
    }
}
