using System.Globalization;
using Quartz;

namespace CampaignTracker.Web.Jobs;

/// <summary>The one table of what runs by the clock (Asia/Ho_Chi_Minh). Quartz.NET stands in for Hangfire, which the package source lacks; only this folder knows it.</summary>
public static class Schedule
{
    /// <summary>The tasks people asked for: also begun the moment one is asked.</summary>
    public const string RunTasks = "RunTasks";

    /// <summary>Messages whose moment has come: also begun right after reminders were decided.</summary>
    public const string DeliverMessages = "DeliverMessages";

    /// <summary>Every job. A new one is a line here and two words in <c>ScheduleText.resx</c> (Job_Name, About_Name).</summary>
    public static IReadOnlyList<ScheduledJob> Jobs { get; } =
    [
        ScheduledJob.Of<RunTasksJob>(RunTasks, Clock.EveryMinutes(1), mayPause: false),
        ScheduledJob.Of<CarryLedgerJob>("CarryLedger", Clock.NightlyAt(0, 30)),
        ScheduledJob.Of<CloseUnansweredJob>("CloseUnanswered", Clock.NightlyAt(1, 0)),
        ScheduledJob.Of<ForgetParticipantsJob>("ForgetParticipants", Clock.NightlyAt(2, 0)),
        ScheduledJob.Of<RemoveOldResultsJob>("RemoveOldResults", Clock.NightlyAt(2, 30)),
        ScheduledJob.Of<BackupJob>("Backup", Clock.NightlyAt(3, 0)),
        ScheduledJob.Of<DecideRemindersJob>("DecideReminders", Clock.HourlyByDay(6, 18, 30)),
        ScheduledJob.Of<DeliverMessagesJob>(DeliverMessages, Clock.EveryMinutes(1)),
    ];
}

/// <summary>A job with its time.</summary>
/// <param name="Name">Its name: in the store, in the list of runs, in the words.</param>
/// <param name="Type">The class.</param>
/// <param name="Clock">When.</param>
/// <param name="MayPause">An administrator may pause it.</param>
public sealed record ScheduledJob(string Name, Type Type, Clock Clock, bool MayPause)
{
    /// <summary>A job of a class.</summary>
    public static ScheduledJob Of<T>(string name, Clock clock, bool mayPause = true) where T : IJob => new(name, typeof(T), clock, mayPause);
}

/// <summary>When a job runs. What was missed while the server was off: a job of a night or an hour is caught up once after the start, one of every few minutes just goes on.</summary>
/// <param name="Cron">As Quartz wants it, in Asia/Ho_Chi_Minh.</param>
/// <param name="At">Local time of a nightly job, or null.</param>
/// <param name="Minutes">Minutes between two runs, or null.</param>
/// <param name="LastAt">With <paramref name="At"/>: every hour from then until this local time; or null.</param>
public sealed record Clock(string Cron, TimeOnly? At, int? Minutes, TimeOnly? LastAt = null)
{
    /// <summary>Every day at a local time.</summary>
    public static Clock NightlyAt(int hour, int minute) => new(string.Create(CultureInfo.InvariantCulture, $"0 {minute} {hour} * * ?"), new TimeOnly(hour, minute), null);

    /// <summary>Every hour of the day from one hour to another, at a minute.</summary>
    public static Clock HourlyByDay(int from, int to, int minute) => new(string.Create(CultureInfo.InvariantCulture, $"0 {minute} {from}-{to} * * ?"), new TimeOnly(from, minute), null, new TimeOnly(to, minute));

    /// <summary>Every so many minutes, 1 to 30.</summary>
    public static Clock EveryMinutes(int minutes) => new(string.Create(CultureInfo.InvariantCulture, $"0 0/{minutes} * * * ?"), null, minutes);
}
