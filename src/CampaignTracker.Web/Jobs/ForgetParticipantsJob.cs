using CampaignTracker.UseCases;
using CampaignTracker.UseCases.People;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Every night: names of people who left longer ago than the retention rule keeps them are erased; the totals stay.</summary>
[DisallowConcurrentExecution]
public sealed class ForgetParticipantsJob(WhoIsAsking who, ForgetParticipants forget) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await forget.RunAsync(cancellationToken);
    }
}
