using CampaignTracker.UseCases.BackgroundWork;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>What the administrator's page shows of the schedule and may do with it, without the page knowing who keeps the clock.</summary>
public sealed class ScheduleDesk(ISchedulerFactory schedulers, ViewRuns runs, KeepSchedule keep)
{
    /// <summary>A job.</summary>
    /// <param name="Job">As the table has it.</param>
    /// <param name="Next">Its next run, UTC; null while it is paused.</param>
    /// <param name="Paused">An administrator has paused it.</param>
    /// <param name="Running">It runs now, on this node or another.</param>
    /// <param name="Last">Its last run, or null.</param>
    public sealed record Line(ScheduledJob Job, DateTime? Next, bool Paused, bool Running, ViewRuns.Run? Last);

    /// <summary>The page.</summary>
    public sealed record Answer(IReadOnlyList<Line> Lines, IReadOnlyList<ViewRuns.Run> Errors);

    /// <summary>Reads it.</summary>
    /// <exception cref="Domain.Refusal">NotAllowed.</exception>
    public async Task<Answer> ReadAsync(CancellationToken ct)
    {
        var done = await runs.RunAsync(ct);
        var scheduler = await schedulers.GetScheduler(ct);
        var lines = new List<Line>();
        foreach (var job in Schedule.Jobs)
        {
            var key = new TriggerKey(job.Name);
            var (trigger, state) = (await scheduler.GetTrigger(key, ct), await scheduler.GetTriggerState(key, ct));
            var paused = state == TriggerState.Paused;
            lines.Add(new Line(job, paused ? null : trigger?.NextFireTimeUtc?.UtcDateTime, paused, state is TriggerState.Executing or TriggerState.Blocked, done.Last.GetValueOrDefault(job.Name)));
        }
        return new Answer(lines, done.Errors);
    }

    /// <summary>Runs a job once, now.</summary>
    public async Task RunNowAsync(ScheduledJob job, CancellationToken ct)
    {
        await keep.RunAsync(new(job.Name, ScheduleAct.RunNow), ct);
        await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(job.Name), cancellationToken: ct);
    }

    /// <summary>Pauses a job until it is resumed, also over a restart.</summary>
    public async Task PauseAsync(ScheduledJob job, CancellationToken ct)
    {
        await keep.RunAsync(new(job.Name, ScheduleAct.Pause), ct);
        await (await schedulers.GetScheduler(ct)).PauseTrigger(new TriggerKey(job.Name), ct);
    }

    /// <summary>Lets a paused job run again at its times.</summary>
    public async Task ResumeAsync(ScheduledJob job, CancellationToken ct)
    {
        await keep.RunAsync(new(job.Name, ScheduleAct.Resume), ct);
        await (await schedulers.GetScheduler(ct)).ResumeTrigger(new TriggerKey(job.Name), ct);
    }
}
