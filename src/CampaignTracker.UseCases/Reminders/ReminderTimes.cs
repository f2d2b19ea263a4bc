using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Section "Reminders": when nobody is disturbed. No rule names these hours: they are our assumption, for the office to change.</summary>
public sealed class ReminderTimes
{
    /// <summary>Local time from which it is quiet.</summary>
    public TimeOnly QuietFrom { get; set; } = QuietHours.Usual.From;

    /// <summary>Local time until which it is quiet; earlier in the day than <see cref="QuietFrom"/>.</summary>
    public TimeOnly QuietTo { get; set; } = QuietHours.Usual.To;

    internal QuietHours Hours => new(QuietFrom, QuietTo);
}
