namespace CampaignTracker.TestKit;

/// <summary>What a test starts from.</summary>
public sealed class Given
{
    private readonly TestCampaign campaign;

    internal Given(TestCampaign campaign) => this.campaign = campaign;

    public Task SmallTreeAsync() => Task.FromResult(campaign);
}
