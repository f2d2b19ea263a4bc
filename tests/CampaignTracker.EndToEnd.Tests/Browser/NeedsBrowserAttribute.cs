using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.Browser;

/// <summary>A test in a browser: skipped, with the reason, where there is none; where CAMPAIGN_NO_SKIP is 1 it runs and fails.</summary>
public sealed class NeedsBrowserAttribute : FactAttribute
{
    /// <summary>Looks for a browser.</summary>
    public NeedsBrowserAttribute() => Skip = BrowserNeed.Reason;
}

/// <summary>The same for a test with data.</summary>
public sealed class NeedsBrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for a browser.</summary>
    public NeedsBrowserTheoryAttribute() => Skip = BrowserNeed.Reason;
}

/// <summary>A long test: runs only where CAMPAIGN_SOAK is 1.</summary>
public sealed class SoakAttribute : FactAttribute
{
    /// <summary>Looks at the setting.</summary>
    public SoakAttribute() => Skip = Environment.GetEnvironmentVariable("CAMPAIGN_SOAK") == "1" ? BrowserNeed.Reason : "Takes minutes: set CAMPAIGN_SOAK=1.";
}

internal static class BrowserNeed
{
    public static string? Reason => Need.Skip(Chromium.Missing);
}
