namespace CampaignTracker.UseCases.Seeding;

/// <summary>Section "Demo".</summary>
public sealed class DemoSettings
{
    /// <summary>The password of every demo account unless another is set. Public: a start outside Development refuses while demo accounts are open.</summary>
    public const string DefaultPassword = "Demo@2026";

    /// <summary>"real" keeps the real names of communes; anything else shows invented ones: demo figures never stand beside real names.</summary>
    public const string RealPlaceNames = "real";

    /// <summary>Password of the demo accounts.</summary>
    public string Password { get; set; } = DefaultPassword;

    /// <summary>See <see cref="RealPlaceNames"/>.</summary>
    public string PlaceNames { get; set; } = "invented";

    /// <summary>The day the demo is told for; null: today in Asia/Ho_Chi_Minh.</summary>
    public DateOnly? Today { get; set; }
}
