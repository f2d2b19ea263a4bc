using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reviews;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Every night: filings whose opinion was expected by yesterday are closed as received, no opinion.</summary>
[DisallowConcurrentExecution]
public sealed class CloseUnansweredJob(WhoIsAsking who, CloseUnanswered close) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await close.RunAsync(cancellationToken);
    }
}
