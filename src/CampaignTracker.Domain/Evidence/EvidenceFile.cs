using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Evidence;

/// <summary>A content that was checked and stored once, under its SHA-256.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="ThumbnailSha256">Of the small picture, or null where there is none.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Kind">By content, never by name.</param>
public sealed record KeptContent(string Sha256, string? ThumbnailSha256, long Size, FileKind Kind);

/// <summary>A file that proves something, with three dates: happened, filed, received.</summary>
public abstract class EvidenceFile : Entity
{
    /// <summary>Longest caption, in characters.</summary>
    public const int CaptionLength = 200;

    /// <summary>Files one line or item takes.</summary>
    public const int Limit = 20;

    /// <summary>For the database.</summary>
    protected EvidenceFile() { }

    /// <summary>A checked file.</summary>
    /// <exception cref="Refusal">TooLong, ProgressInFuture.</exception>
    protected EvidenceFile(Guid? id, string name, KeptContent content, string? caption, DateOnly? happenedOn, DateOnly filedOn, Actor actor, DateTime now) : base(id ?? Guid.CreateVersion7())
    {
        var today = LocalTime.Today(now);
        if (happenedOn is { } day && day > today) throw new Refusal(Because.ProgressInFuture, nameof(HappenedOn), day, today);
        if (filedOn > today) throw new Refusal(Because.ProgressInFuture, nameof(FiledOn), filedOn, today);
        var said = SearchKey.Clean(caption) ?? "";
        if (said.Length > CaptionLength) throw new Refusal(Because.TooLong, nameof(Caption), FieldName.Caption, CaptionLength);
        Name = FileName.Clean(name, content.Kind);
        Sha256 = content.Sha256;
        ThumbnailSha256 = content.ThumbnailSha256;
        Size = content.Size;
        Kind = content.Kind;
        Caption = said;
        HappenedOn = happenedOn;
        FiledOn = filedOn;
        ReceivedAt = now;
        ReceivedFrom = actor.Name;
    }

    /// <summary>Name as given, made harmless by <see cref="FileName.Clean"/>.</summary>
    public string Name { get; private set; } = "";
    /// <summary>SHA-256 of the content.</summary>
    public string Sha256 { get; private set; } = "";
    /// <summary>SHA-256 of the small picture, or null.</summary>
    public string? ThumbnailSha256 { get; private set; }
    /// <summary>Bytes.</summary>
    public long Size { get; private set; }
    /// <summary>Kind by content.</summary>
    public FileKind Kind { get; private set; }
    /// <summary>What it shows.</summary>
    public string Caption { get; private set; } = "";
    /// <summary>When it happened, or null when not said.</summary>
    public DateOnly? HappenedOn { get; private set; }
    /// <summary>The day on which it was handed in, local: may lie before the server got it.</summary>
    public DateOnly FiledOn { get; private set; }
    /// <summary>When the server got it, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }
    /// <summary>From whom.</summary>
    public string ReceivedFrom { get; private set; } = "";
}

/// <summary>Proof of a plan item: seen by whoever sees the plan's progress.</summary>
public sealed class ItemEvidence : EvidenceFile, IBelongsToUnit
{
    private ItemEvidence() { }

    private ItemEvidence(Guid? id, string name, KeptContent content, string? caption, DateOnly? happenedOn, DateOnly filedOn, Actor actor, DateTime now)
        : base(id, name, content, caption, happenedOn, filedOn, actor, now) { }

    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>Its item.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>Attaches a file to an item.</summary>
    public static ItemEvidence Attach(Actor actor, Guid? id, UnitPlan plan, Guid itemId, string name, KeptContent content, string? caption, DateOnly? happenedOn, DateOnly filedOn, DateTime now)
    {
        actor.Must(Permission.KeepCommitments, plan.UnitPath);
        if (plan.Items.All(item => item.Id != itemId)) throw new Refusal(Because.NotFound);
        return new ItemEvidence(id, name, content, caption, happenedOn, filedOn, actor, now) { UnitPath = plan.UnitPath, PlanId = plan.Id, ItemId = itemId };
    }

    /// <summary>True when the actor may take it off.</summary>
    public bool MayRemove(Actor actor) => actor.Can(Permission.KeepCommitments, UnitPath);
}

/// <summary>Proof of a promise: seen by its author and by whoever keeps the unit's commitments.</summary>
public sealed class LineEvidence : EvidenceFile, IBelongsToPerson
{
    private LineEvidence() { }

    private LineEvidence(Guid? id, string name, KeptContent content, string? caption, DateOnly? happenedOn, DateOnly filedOn, Actor actor, DateTime now)
        : base(id, name, content, caption, happenedOn, filedOn, actor, now) { }

    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <inheritdoc/>
    public Guid? AccountId { get; private set; }
    /// <summary>The commitment.</summary>
    public Guid CommitmentId { get; private set; }
    /// <summary>Its line.</summary>
    public Guid LineId { get; private set; }

    /// <summary>Attaches a file to a line.</summary>
    public static LineEvidence Attach(Actor actor, Guid? id, RoleModelCommitment commitment, Guid lineId, string name, KeptContent content, string? caption, DateOnly? happenedOn, DateOnly filedOn, DateTime now)
    {
        if (!commitment.IsAuthor(actor)) actor.Must(Permission.KeepCommitments, commitment.UnitPath);
        if (commitment.Lines.All(line => line.Id != lineId)) throw new Refusal(Because.NotFound);
        return new LineEvidence(id, name, content, caption, happenedOn, filedOn, actor, now)
        {
            UnitPath = commitment.UnitPath,
            AccountId = commitment.AccountId,
            CommitmentId = commitment.Id,
            LineId = lineId,
        };
    }

    /// <summary>Follows its person to another unit or another entry.</summary>
    public void Follow(Actor actor, Participant person)
    {
        actor.Must(Permission.KeepParticipants, UnitPath);
        UnitPath = person.UnitPath;
        AccountId = person.AccountId;
    }

    /// <summary>True when the actor may take it off.</summary>
    public bool MayRemove(Actor actor) => (actor.AccountId is { } account && account == AccountId) || actor.Can(Permission.KeepCommitments, UnitPath);
}
