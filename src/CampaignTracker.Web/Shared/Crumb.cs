namespace CampaignTracker.Web.Shared;

/// <summary>One step of the way to this page; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);
