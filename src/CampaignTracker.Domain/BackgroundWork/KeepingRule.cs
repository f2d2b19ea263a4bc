namespace CampaignTracker.Domain.BackgroundWork;

/// <summary>How long what background work leaves behind is kept.</summary>
public static class KeepingRule
{
    /// <summary>Days for a task's file, unless the setting says otherwise.</summary>
    public const int ResultDays = 7;

    /// <summary>Days for the list of runs by the clock.</summary>
    public const int RunDays = 90;

    /// <summary>A task's file is kept until, UTC: the end of the local day, so that a person can be told a date.</summary>
    public static DateTime KeptUntil(DateTime finishedAt, int days) => LocalTime.StartOf(LocalTime.Today(finishedAt).AddDays(days + 1));

    /// <summary>True when the file goes.</summary>
    public static bool IsOver(DateTime? keptUntil, DateTime now) => keptUntil is { } until && until <= now;
}
