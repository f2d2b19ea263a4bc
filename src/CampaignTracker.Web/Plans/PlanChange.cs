namespace CampaignTracker.Web.Plans;

/// <summary>What another person changed since the writer last looked.</summary>
/// <param name="Ordinal">The item's number, or null for a section.</param>
/// <param name="Spot">Where.</param>
/// <param name="Was">What stood there; empty for a new item.</param>
/// <param name="Is">What stands there now; empty for a removed item.</param>
public sealed record PlanChange(int? Ordinal, PlanSpot Spot, string Was, string Is);
