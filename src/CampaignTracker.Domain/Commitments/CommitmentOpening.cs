using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Commitments;

/// <summary>A named commitment was opened above its unit: by whom, why, when. The unit sees it.</summary>
public sealed class CommitmentOpening : Entity, IBelongsToUnit
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private CommitmentOpening() { }

    /// <summary>The unit whose person it is.</summary>
    public string UnitPath { get; private set; } = "";
    /// <summary>The commitment.</summary>
    public Guid CommitmentId { get; private set; }
    /// <summary>The account that opened it.</summary>
    public Guid? AccountId { get; private set; }
    /// <summary>Its holder's name and post then.</summary>
    public string OpenedBy { get; private set; } = "";
    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Logs an opening.</summary>
    /// <exception cref="Refusal">NotAllowed, OpeningWithoutReason, TooLong.</exception>
    public static CommitmentOpening Log(Actor actor, RoleModelCommitment commitment, string? reason, DateTime now)
    {
        actor.Must(Permission.OpenNamedCommitment, commitment.UnitPath);
        var clean = SearchKey.Clean(reason);
        if (string.IsNullOrEmpty(clean)) throw new Refusal(Because.OpeningWithoutReason, nameof(Reason));
        if (clean.Length > ReasonLength) throw new Refusal(Because.TooLong, nameof(Reason), FieldName.Reason, ReasonLength);
        var post = actor.PostFor(Permission.OpenNamedCommitment, commitment.UnitPath);
        return new CommitmentOpening
        {
            UnitPath = commitment.UnitPath,
            CommitmentId = commitment.Id,
            AccountId = actor.AccountId,
            OpenedBy = post is null ? actor.Name : $"{actor.Name}, {post.Title}",
            Reason = clean,
            At = now,
        };
    }
}
