using CampaignTracker.Domain.Commitments;

namespace CampaignTracker.Web.Commitments;

/// <summary>One place of a commitment where something is written.</summary>
public readonly record struct PromiseSpot(Guid LineId, CommitmentField Field)
{
    /// <summary>The name under which the browser keeps what is typed here.</summary>
    public string Name => $"{LineId:N}-{Field}";

    /// <summary>The id of its input on the page.</summary>
    public string InputId => "c-" + Name;
}
