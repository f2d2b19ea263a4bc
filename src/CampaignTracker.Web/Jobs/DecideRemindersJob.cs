using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>At 06:30 and every hour until 18:30: what is to be reminded of is decided. Again on the same day it decides what came up since, or what a stop left undone.</summary>
[DisallowConcurrentExecution]
public sealed class DecideRemindersJob(WhoIsAsking who, DecideReminders decide, ReminderSignal signal) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        who.IsTheSystem();
        await decide.RunAsync(cancellationToken);
        signal.Raise(null);
        await context.Scheduler.TriggerJob(new JobKey(Schedule.DeliverMessages), cancellationToken);
    }
}
