using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Reminders;

/// <summary>When nobody is disturbed: at night, on weekends and holidays of the calendar.</summary>
/// <param name="From">Local time from which it is quiet, e.g. 19:00.</param>
/// <param name="To">Local time until which it is quiet, e.g. 07:00.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Seven in the evening to seven in the morning: our assumption, a setting.</summary>
    public static QuietHours Usual { get; } = new(new TimeOnly(19, 0), new TimeOnly(7, 0));

    /// <summary>The moment itself (UTC), or the first one after it at which somebody may be disturbed.</summary>
    public DateTime FirstFrom(DateTime utc, WorkCalendar calendar)
    {
        var local = LocalTime.Of(utc);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (calendar.IsWorkingDay(day) && time >= To && time < From) return utc;
        if (!calendar.IsWorkingDay(day) || time >= To) day = day.AddDays(1);
        while (!calendar.IsWorkingDay(day)) day = day.AddDays(1);
        return LocalTime.StartOf(day) + To.ToTimeSpan();
    }
}
