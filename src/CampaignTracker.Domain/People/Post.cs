using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.People;

/// <summary>An account holds a role in a unit, from a day, until a day.</summary>
public sealed class Post : Entity, IBelongsToUnit
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    private Post() { }

    private Post(Guid id) : base(id) { }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }
    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The role.</summary>
    public Role Role { get; private set; }
    /// <summary>As addressed, e.g. "Bí thư Chi bộ Tổ dân phố số 5".</summary>
    public string Title { get; private set; } = "";
    /// <summary>The advisory body the holder speaks for, or null.</summary>
    public string? Body { get; private set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }
    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; private set; }
    /// <summary>A deputy's delegation: first day, or null.</summary>
    public DateOnly? DelegatedFrom { get; private set; }
    /// <summary>A deputy's delegation: last day, or null for until revoked.</summary>
    public DateOnly? DelegatedTo { get; private set; }

    /// <summary>Gives an account a post.</summary>
    public static Post Give(Actor actor, Guid? id, Guid accountId, Unit unit, Role role, string title, string? body, DateOnly from)
    {
        actor.Must(Permission.ManageAccounts, unit.Path);
        var post = id is { } given ? new Post(given) : new Post();
        post.AccountId = accountId;
        post.UnitId = unit.Id;
        post.UnitPath = unit.Path;
        post.Role = role;
        post.Title = SearchKey.Clean(title)!;
        post.Body = SearchKey.Clean(body);
        post.From = from;
        return post;
    }

    /// <summary>True on days from the first to the last.</summary>
    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>True while a deputy is delegated.</summary>
    public bool DelegatedOn(DateOnly day) => DelegatedFrom is { } from && from <= day && (DelegatedTo is null || day <= DelegatedTo);

    /// <summary>Ends the post.</summary>
    public void End(Actor actor, DateOnly on)
    {
        actor.Must(Permission.ManageAccounts, UnitPath);
        To = on;
    }

    /// <summary>Lets a deputy decide from a day to a day.</summary>
    public void Delegate(Actor actor, DateOnly from, DateOnly? to)
    {
        actor.Must(Permission.ManageAccounts, UnitPath);
        DelegatedFrom = from;
        DelegatedTo = to;
    }
}
