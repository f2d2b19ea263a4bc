using CampaignTracker.Domain.BackgroundWork;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>Section "BackgroundWork".</summary>
public sealed class BackgroundWorkSettings
{
    /// <summary>Days a task's file is kept for its asker. At least 1.</summary>
    public int ResultDays { get; set; } = KeepingRule.ResultDays;

    /// <summary>Tasks at a time on one node. At least 1.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>Name of this node, another on every server of a cluster; empty: one is made at each start.</summary>
    public string Node { get; set; } = "";
}
