namespace CampaignTracker.Web.Shared;

/// <summary>One line of the list of keys: the keycaps, and what they do.</summary>
public sealed record KeyLine(IReadOnlyList<string> Keys, string Does);
