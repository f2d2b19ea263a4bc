using CampaignTracker.UseCases.BackgroundWork;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>A task was asked: its job is begun at once, on whichever node is free. A scheduler that does not answer loses nothing, the next round takes the task.</summary>
public sealed partial class WakeByTrigger(ISchedulerFactory schedulers, ILogger<WakeByTrigger> log) : IWakeWorkers
{
    /// <inheritdoc/>
    public async Task WakeAsync(CancellationToken ct)
    {
        try
        {
            await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(Schedule.RunTasks), cancellationToken: ct);
        }
        catch (SchedulerException problem)
        {
            LogAsleep(problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The scheduler could not be told that a task waits")]
    private partial void LogAsleep(Exception problem);
}
