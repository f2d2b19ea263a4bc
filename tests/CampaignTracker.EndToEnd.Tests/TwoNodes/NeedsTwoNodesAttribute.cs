using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;

namespace CampaignTracker.EndToEnd.Tests.TwoNodes;

/// <summary>A test of two nodes: wants a browser, nginx and PostgreSQL.</summary>
public sealed class NeedsTwoNodesAttribute : FactAttribute
{
    /// <summary>Looks for all three.</summary>
    public NeedsTwoNodesAttribute() => Skip = Need.Skip(Chromium.Missing, Proxy.Missing, PostgresDatabase.Missing);
}
