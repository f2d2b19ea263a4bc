using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Commitments;

/// <summary>Who confirmed a commitment.</summary>
public enum Confirmation
{
    /// <summary>The whole list, by one act of the meeting.</summary>
    Meeting,
    /// <summary>The same, recorded by the deputy.</summary>
    Deputy,
    /// <summary>The minutes: for the one who recorded the act themselves.</summary>
    Minutes,
    /// <summary>Their office.</summary>
    Office,
    /// <summary>Their association or union.</summary>
    Association,
}

/// <summary>Delegated entry: who typed, from which paper, when.</summary>
public sealed class TypedEntry
{
    private TypedEntry() { }

    internal TypedEntry(Actor actor, string paper, Guid? meetingId, DateTime at)
    {
        ByAccount = actor.AccountId;
        ByName = actor.Name;
        Paper = paper;
        MeetingId = meetingId;
        At = at;
    }

    /// <summary>The account that typed.</summary>
    public Guid? ByAccount { get; private set; }
    /// <summary>Its holder's name then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>The paper, e.g. "Biên bản sinh hoạt chi bộ ngày 05/01/2027".</summary>
    public string Paper { get; private set; } = "";
    /// <summary>The meeting whose minutes they are, or null.</summary>
    public Guid? MeetingId { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>Hạn chế cần khắc phục, from the last self-criticism: in a table of its own, seen by author and secretary only, in no export.</summary>
public sealed class Shortcoming
{
    private Shortcoming() { }

    internal Shortcoming(Guid commitmentId, string text)
    {
        CommitmentId = commitmentId;
        Text = text;
    }

    /// <summary>The commitment.</summary>
    public Guid CommitmentId { get; private set; }
    /// <summary>The text.</summary>
    public string Text { get; internal set; } = "";
}
