using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Domain.Reminders;

/// <summary>What a date in a person's calendar is.</summary>
public enum CalendarDueKind
{
    /// <summary>Something their unit has to send.</summary>
    Filing,
    /// <summary>A supplement asked of their unit.</summary>
    Supplement,
    /// <summary>An opinion they are expected to propose or to give.</summary>
    Opinion,
    /// <summary>A promise of their own. What was promised does not stand in a calendar.</summary>
    Promise,
}

/// <summary>One date.</summary>
/// <param name="Key">Stays the same while the thing is the same, so that a calendar moves the entry instead of doubling it.</param>
/// <param name="What">What it is.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="Year">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="On">The day.</param>
/// <param name="UnitName">The unit that owes it. No person's name stands in a calendar.</param>
public sealed record CalendarDue(string Key, CalendarDueKind What, RequirementKind Kind, int Year, int ToYear, DateOnly On, string UnitName);

/// <summary>A person's due dates, to be written as a calendar file.</summary>
/// <param name="Language">"vi" or "en".</param>
/// <param name="At">UTC: the moment they hold for.</param>
/// <param name="Demo">True: every entry says that the data are invented.</param>
/// <param name="Dates">The dates.</param>
public sealed record DueCalendar(string Language, DateTime At, bool Demo, IReadOnlyList<CalendarDue> Dates);
