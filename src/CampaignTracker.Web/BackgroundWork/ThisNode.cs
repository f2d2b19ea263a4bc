namespace CampaignTracker.Web.BackgroundWork;

/// <summary>The name under which this process takes tasks and jobs.</summary>
/// <param name="Name">Another on every server of a cluster. One server keeps its name from start to start, and so knows at once what an earlier process of its own left behind.</param>
public sealed record ThisNode(string Name);
