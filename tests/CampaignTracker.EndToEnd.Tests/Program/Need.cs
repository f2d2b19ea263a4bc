namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>Why a test is skipped: the first thing that is missing on this machine. Where CAMPAIGN_NO_SKIP is 1 nothing is, and it fails instead.</summary>
internal static class Need
{
    /// <summary>The reason, or null.</summary>
    public static string? Skip(params string?[] missing) => Environment.GetEnvironmentVariable("CAMPAIGN_NO_SKIP") == "1" ? null : Array.Find(missing, reason => reason is not null);
}
