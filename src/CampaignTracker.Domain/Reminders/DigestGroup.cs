namespace CampaignTracker.Domain.Reminders;

/// <summary>Where a line stands in a day's digest, in this order.</summary>
public enum DigestGroup
{
    /// <summary>Overdue, or due within <see cref="DigestGroups.FirstDays"/> days.</summary>
    First,
    /// <summary>Due later.</summary>
    Soon,
    /// <summary>Nothing to do by a day: quiet rules.</summary>
    ForInformation,
}

/// <summary>Sorts the lines of a digest.</summary>
public static class DigestGroups
{
    /// <summary>Days before its due date from which a thing comes first (assumption).</summary>
    public const int FirstDays = 3;

    /// <summary>The group of a reminder on a day.</summary>
    public static DigestGroup Of(string rule, DateOnly dueOn, DateOnly today) =>
        ReminderRules.Of(rule) is { Quiet: true } ? DigestGroup.ForInformation
        : dueOn.DayNumber - today.DayNumber <= FirstDays ? DigestGroup.First
        : DigestGroup.Soon;
}
