using CampaignTracker.Domain;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>The one table of what runs by the clock (Asia/Ho_Chi_Minh). Quartz.NET stands in for Hangfire, which the package source lacks; only this folder knows it.</summary>
public static class Schedule
{
    private const string EveryNightAtOne = "0 0 1 * * ?", EveryNightAtTwo = "0 0 2 * * ?", HourlyByDay = "0 30 6-18 * * ?";

    /// <summary>Registers the jobs with their times.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<CloseUnansweredJob>(job => job.WithIdentity("close-unanswered").StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob("close-unanswered").WithIdentity("close-unanswered-nightly").WithCronSchedule(EveryNightAtOne, cron => cron.InTimeZone(LocalTime.Zone)));
            quartz.AddJob<ForgetParticipantsJob>(job => job.WithIdentity("forget-participants").StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob("forget-participants").WithIdentity("forget-participants-nightly").WithCronSchedule(EveryNightAtTwo, cron => cron.InTimeZone(LocalTime.Zone)));
            quartz.AddJob<DeliverMessagesJob>(job => job.WithIdentity("deliver-messages").StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob("deliver-messages").WithIdentity("deliver-messages-minutely").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
            quartz.AddJob<DecideRemindersJob>(job => job.WithIdentity("decide-reminders").StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob("decide-reminders").WithIdentity("decide-reminders-hourly").WithCronSchedule(HourlyByDay, cron => cron.InTimeZone(LocalTime.Zone)));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }
}
