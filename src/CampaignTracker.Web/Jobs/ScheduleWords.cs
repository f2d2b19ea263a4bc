using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Jobs;

/// <summary>The schedule in plain words.</summary>
public static class ScheduleWords
{
    /// <summary>What a job is called. A job that is no longer in the table keeps its name.</summary>
    public static string NameOf(string job) => ScheduleText.ResourceManager.GetString("Job_" + job, CultureInfo.CurrentUICulture) ?? job;

    /// <summary>What it does.</summary>
    public static string About(string job) => ScheduleText.ResourceManager.GetString("About_" + job, CultureInfo.CurrentUICulture) ?? "";

    /// <summary>When it runs.</summary>
    public static string When(Clock clock) => clock switch
    {
        { At: { } first, LastAt: { } last } => ScheduleText.Hourly.With(first.ToString("HH:mm", CultureInfo.InvariantCulture), last.ToString("HH:mm", CultureInfo.InvariantCulture)),
        { At: { } at } => ScheduleText.Nightly.With(at.ToString("HH:mm", CultureInfo.InvariantCulture)),
        { Minutes: 1 } => ScheduleText.EveryMinute,
        _ => ScheduleText.EveryMinutes.With(clock.Minutes ?? 0),
    };

    /// <summary>When a run began and how long it took.</summary>
    public static string Took(ViewRuns.Run run)
    {
        var took = run.FinishedAt - run.StartedAt;
        return ScheduleText.Took.With(Wording.Moment(run.StartedAt), took.TotalMinutes < 2 ? ScheduleText.Seconds.With(Math.Max(0, took.TotalSeconds)) : ScheduleText.MinutesLong.With(Math.Floor(took.TotalMinutes), took.Seconds));
    }
}
