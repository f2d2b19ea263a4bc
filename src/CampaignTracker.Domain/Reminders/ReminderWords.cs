using System.Globalization;
using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Domain.Reminders;

/// <summary>What a reminder says, in the reader's language: the same sentence in the bell, the digest and the calendar.</summary>
public static class ReminderWords
{
    /// <summary>The sentence.</summary>
    /// <param name="rule">The rule's code.</param>
    /// <param name="kind">What is owed, or null.</param>
    /// <param name="year">First year, or 0.</param>
    /// <param name="toYear">Last year, or 0.</param>
    /// <param name="dueOn">The date it hangs on.</param>
    /// <param name="count">How many things.</param>
    /// <param name="unitName">The unit it stands under.</param>
    /// <param name="today">Local date.</param>
    public static string Sentence(string rule, RequirementKind? kind, int year, int toYear, DateOnly dueOn, int count, string unitName, DateOnly today) =>
        string.Format(CultureInfo.CurrentUICulture, Word("Reminder_" + rule), Subject(kind, year, toYear), Wording.DayWithWeekday(dueOn), Wording.DaysLeft(dueOn, today), count, unitName);

    /// <summary>The rule's name.</summary>
    public static string NameOf(string rule) => Word("ReminderRule_" + rule);

    /// <summary>What it is about and from which day it counts, in plain words.</summary>
    public static string AboutOf(string rule) => Word("ReminderRuleAbout_" + rule);

    /// <summary>"Kế hoạch năm 2027", "Kế hoạch toàn khóa 2026–2030", or the year alone.</summary>
    public static string Subject(RequirementKind? kind, int year, int toYear)
    {
        var years = toYear > year ? string.Create(CultureInfo.InvariantCulture, $"{year}–{toYear}") : year.ToString(CultureInfo.InvariantCulture);
        return kind is { } owed ? $"{Wording.Of(owed)} {years}" : years;
    }

    private static string Word(string key) => Words.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException("No word for " + key);
}
