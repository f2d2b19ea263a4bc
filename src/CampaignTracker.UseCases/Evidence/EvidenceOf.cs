namespace CampaignTracker.UseCases.Evidence;

/// <summary>What a file proves.</summary>
public enum EvidenceOf
{
    /// <summary>An item of a unit's plan.</summary>
    PlanItem,
    /// <summary>A line of a person's commitment.</summary>
    CommitmentLine,
}
