using CampaignTracker.UseCases;
using CampaignTracker.UseCases.BackgroundWork;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Every night: files of tasks whose time is over go, the rows stay; so do old lines of the list of runs.</summary>
[DisallowConcurrentExecution]
public sealed class RemoveOldResultsJob(WhoIsAsking who, RemoveOldResults remove) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await remove.RunAsync(cancellationToken);
    }
}
