using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.BackgroundWork;

/// <summary>One run of something that runs by the clock: when, for how long, how it ended. Read by administrators.</summary>
public sealed class ScheduledRun : Entity
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    private ScheduledRun() { }

    /// <summary>The job's name in the schedule.</summary>
    public string Name { get; private set; } = "";
    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime FinishedAt { get; private set; }
    /// <summary>False when it ended with an error.</summary>
    public bool Good { get; private set; }
    /// <summary>The error's words, or null.</summary>
    public string? Error { get; private set; }
    /// <summary>Where the log tells of the error.</summary>
    public string? LogId { get; private set; }
    /// <summary>The node it ran on.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Notes a run.</summary>
    public static ScheduledRun Note(Actor actor, string name, DateTime startedAt, DateTime finishedAt, string? error, string? logId, string node)
    {
        actor.Must(Permission.CloseByClock, "");
        return new ScheduledRun
        {
            Name = name,
            StartedAt = startedAt,
            FinishedAt = finishedAt,
            Good = error is null,
            Error = error?.Length > LongTask.FailureLength ? error[..LongTask.FailureLength] : error,
            LogId = logId,
            Node = node,
        };
    }
}
