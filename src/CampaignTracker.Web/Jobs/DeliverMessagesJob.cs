using CampaignTracker.UseCases;
using CampaignTracker.Web.Reminders;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Every minute, and right after reminders were decided: messages whose moment has come are handed over.</summary>
[DisallowConcurrentExecution]
public sealed class DeliverMessagesJob(WhoIsAsking who, DeliveryRound round) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await round.RunAsync(cancellationToken);
    }
}
