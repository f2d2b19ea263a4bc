using System.Reflection;
using CampaignTracker.UseCases.Database;
using Xunit.Sdk;

namespace CampaignTracker.TestKit;

/// <summary>
/// Runs a <c>[SkippableTheory]</c> on SQLite and on PostgreSQL. The latter needs CAMPAIGN_POSTGRES (a connection string that may create databases):
/// without it the test is skipped, or fails where CAMPAIGN_NO_SKIP is 1.
/// </summary>
public sealed class OnBothAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite], [DatabaseProvider.Postgres]];
}
