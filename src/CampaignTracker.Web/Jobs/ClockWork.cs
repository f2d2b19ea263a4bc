using System.Data.Common;
using System.Diagnostics;
using CampaignTracker.Domain;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>
/// Starts the scheduler when the server starts and brings its store in line with <see cref="Schedule.Jobs"/>: a job that is as it was keeps its trigger, and with it what was missed and whether
/// it is paused; a changed time is set anew; a job that is no longer in the table goes.
/// </summary>
public sealed partial class ClockWork(ISchedulerFactory schedulers, ILogger<ClockWork> log) : IHostedLifecycleService
{
    // Two nodes may make the tables, or set the same job, at the same moment: the second finds it done.
    private const int Attempts = 5;

    /// <summary>Only once the server listens: one that finds its port taken must be able to end, and the scheduler's threads would hold it.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var scheduler = await schedulers.GetScheduler(cancellationToken);
                await ArrangeAsync(scheduler, cancellationToken);
                await scheduler.Start(cancellationToken);
                // What an earlier process left behind is taken up now, not at the next full minute.
                await scheduler.TriggerJob(new JobKey(Schedule.RunTasks), cancellationToken: cancellationToken);
                LogStarted(watch.ElapsedMilliseconds);
                return;
            }
            catch (Exception taken) when (attempt < Attempts && taken is SchedulerException or DbException)
            {
                LogAgain(taken);
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what runs: a task gives itself back as soon as the server is told to stop.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) => await (await schedulers.GetScheduler(cancellationToken)).Shutdown(true, cancellationToken);

    /// <summary>Brings the store in line with the table.</summary>
    public static async Task ArrangeAsync(IScheduler scheduler, CancellationToken ct)
    {
        foreach (var entry in Schedule.Jobs)
        {
            var (job, key) = (JobBuilder.Create().OfType(entry.Type).WithIdentity(entry.Name).StoreDurably().RequestRecovery().Build(), new TriggerKey(entry.Name));
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, ct);
            if (await scheduler.GetTrigger(key, ct) is ICronTrigger { CronExpressionString: { } set } && set == entry.Clock.Cron) continue;
            var trigger = TriggerBuilder.Create().ForJob(job).WithIdentity(key).WithCronSchedule(entry.Clock.Cron, cron => cron.InTimeZone(LocalTime.Zone)
                .WithMisfireInstruction(entry.Clock.At is null ? CronTriggerMisfireInstruction.DoNothing : CronTriggerMisfireInstruction.FireAndProceed)).Build();
            if (!await scheduler.Exists(key, ct)) await scheduler.ScheduleJob(trigger, cancellationToken: ct);
            else await scheduler.RescheduleJob(key, trigger, ct);
        }
        var known = Schedule.Jobs.Select(entry => new JobKey(entry.Name)).ToHashSet();
        foreach (var gone in (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct)).Where(key => !known.Contains(key))) await scheduler.DeleteJob(gone, ct);
    }

    [LoggerMessage(LogLevel.Information, "The schedule was ready after {Milliseconds} ms")]
    private partial void LogStarted(long milliseconds);

    [LoggerMessage(LogLevel.Warning, "The schedule could not be set yet; trying again")]
    private partial void LogAgain(Exception problem);
}
