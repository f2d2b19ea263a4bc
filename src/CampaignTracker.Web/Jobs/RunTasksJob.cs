using CampaignTracker.Web.BackgroundWork;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>Does the tasks that people asked for. Several may run side by side: the runner has seats.</summary>
public sealed class RunTasksJob(TaskRunner runner) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Result = await runner.RunWaitingAsync(cancellationToken);
}
