using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Compliance;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Every night: the boards' ledger is carried forward, then compared with the filings themselves.</summary>
[DisallowConcurrentExecution]
public sealed class CarryLedgerJob(WhoIsAsking who, CarryLedgerForward carry, CompareLedger compare) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await carry.RunAsync(cancellationToken);
        await compare.RunAsync(cancellationToken);
    }
}
