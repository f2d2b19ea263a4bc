using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Reminders;

/// <summary>A word of a unit to everybody who works for the units below it, with read receipts.</summary>
public sealed class Announcement : Entity, IPublishedDownward
{
    /// <summary>Longest title and text, in characters.</summary>
    public const int TitleLength = 200, TextLength = 4000;

    private Announcement() { }

    /// <summary>Announces.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="post">For which unit.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="text">What it says.</param>
    /// <param name="unitKinds">Only units of these kinds, or empty for all below.</param>
    /// <param name="today">Local date.</param>
    /// <param name="now">UTC.</param>
    /// <param name="key">The page's key for this act, so that a second click is the same act; null makes one.</param>
    /// <exception cref="Refusal">NotAllowed, Required, TooLong.</exception>
    public Announcement(Actor actor, HeldPost post, string title, string text, IEnumerable<string> unitKinds, DateOnly today, DateTime now, Guid? key = null) : base(key ?? Guid.CreateVersion7())
    {
        actor.Must(Permission.Announce, post.UnitPath);
        UnitId = post.UnitId;
        UnitPath = post.UnitPath;
        UnitName = post.UnitName;
        Body = post.Body;
        ByAccountId = actor.AccountId;
        ByName = actor.Name;
        Title = Needed.Text(title, nameof(Title), FieldName.Title, TitleLength);
        Text = Needed.Text(text, nameof(Text), FieldName.Content, TextLength);
        UnitKinds = [.. unitKinds];
        On = today;
        At = now;
    }

    /// <summary>The unit that announces.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>Its name then.</summary>
    public string UnitName { get; private set; } = "";
    /// <summary>The advisory body, or null.</summary>
    public string? Body { get; private set; }
    /// <summary>Who wrote it.</summary>
    public Guid? ByAccountId { get; private set; }
    /// <summary>Their name then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>What it is about.</summary>
    public string Title { get; private set; } = "";
    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Only units of these kinds, or empty for all below.</summary>
    public IReadOnlyList<string> UnitKinds { get; private set; } = [];
    /// <summary>Local date.</summary>
    public DateOnly On { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    /// <summary>Local date on which it was withdrawn, or null.</summary>
    public DateOnly? WithdrawnOn { get; private set; }
    /// <inheritdoc/>
    public bool PublishedDownward => WithdrawnOn is null;

    /// <summary>True for a post at or below the unit that announces, in a unit of the chosen kinds.</summary>
    /// <param name="postPath">The post's unit.</param>
    /// <param name="kindCode">That unit's kind.</param>
    public bool IsFor(string postPath, string kindCode) => IsFor(UnitPath, UnitKinds, postPath, kindCode);

    /// <summary>The same, of an announcement known by its unit and kinds.</summary>
    public static bool IsFor(string fromPath, IReadOnlyList<string> unitKinds, string postPath, string kindCode) =>
        Units.UnitPath.IsAtOrBelow(postPath, fromPath) && (unitKinds.Count == 0 || unitKinds.Contains(kindCode));

    /// <summary>Takes it back: nobody below sees it any more; who had read it stays known.</summary>
    public void Withdraw(Actor actor, DateOnly today)
    {
        actor.Must(Permission.Announce, UnitPath);
        WithdrawnOn ??= today;
    }
}

/// <summary>Somebody has read an announcement.</summary>
public sealed class AnnouncementReceipt : Entity, IBelongsToUnit
{
    private AnnouncementReceipt() { }

    /// <summary>Read, by a post of a unit at or below.</summary>
    /// <exception cref="Refusal">NotAllowed: withdrawn, or not meant for that post.</exception>
    public AnnouncementReceipt(Actor actor, HeldPost post, Announcement announcement, DateTime now)
    {
        if (!announcement.PublishedDownward || !Units.UnitPath.IsAtOrBelow(post.UnitPath, announcement.UnitPath)) throw new Refusal(Because.NotAllowed);
        AnnouncementId = announcement.Id;
        AccountId = actor.AccountId ?? throw new Refusal(Because.NotAllowed);
        ReaderName = actor.Name;
        UnitId = post.UnitId;
        UnitPath = post.UnitPath;
        ReadAt = now;
    }

    /// <summary>The announcement.</summary>
    public Guid AnnouncementId { get; private set; }
    /// <summary>Who.</summary>
    public Guid AccountId { get; private set; }
    /// <summary>Their name then.</summary>
    public string ReaderName { get; private set; } = "";
    /// <summary>The reader's unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>UTC.</summary>
    public DateTime ReadAt { get; private set; }
}
