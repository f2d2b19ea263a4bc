using System.Globalization;
using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain;

/// <summary>Facts in words, in the reader's language (<see cref="CultureInfo.CurrentUICulture"/>). Every word stands in <c>Words.resx</c> and <c>Words.en.resx</c>.</summary>
public static class Wording
{
    /// <summary>The word of an enum member: <c>EnumName_Member</c>.</summary>
    /// <exception cref="InvalidOperationException">The member has no word.</exception>
    public static string Of(Enum value) => Word(value.GetType().Name + "_" + value);

    /// <summary>The sentence of a refusal with its facts in place.</summary>
    public static string Of(Refusal refusal) => string.Format(Language, Of(refusal.Code), [.. refusal.Facts.Select(Fact)]);

    /// <summary>The sentence about a place of an uploaded list with its facts in place.</summary>
    public static string Of(ImportProblem problem) => string.Format(Language, Of(problem.Fault), [.. problem.Facts.Select(Fact)]);

    /// <summary>"18/01/2027".</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"14:35 18/01/2027", local, of a stored moment (UTC).</summary>
    public static string Moment(DateTime utc) => LocalTime.Of(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day with its weekday in brackets: "18/01/2027 (Monday)".</summary>
    public static string DayWithWeekday(DateOnly day) => $"{Day(day)} ({Of(day.DayOfWeek)})";

    /// <summary>How far a due date is: "6 days left", "today", "3 days over".</summary>
    public static string DaysLeft(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => Word(nameof(Words.DaysLeft_Today)),
        1 => Word(nameof(Words.DaysLeft_Tomorrow)),
        -1 => Word(nameof(Words.DaysLeft_Yesterday)),
        > 0 and var days => string.Format(Language, Word(nameof(Words.DaysLeft_Ahead)), days),
        var days => string.Format(Language, Word(nameof(Words.DaysLeft_Over)), -days),
    };

    /// <summary>A rate with at most one decimal and no space: "92,8%". Never 100% while something is missing, never 0% while something is there; null is written out.</summary>
    public static string Percent(double? rate)
    {
        if (rate is not { } given || !double.IsFinite(given)) return Word(nameof(Words.Percent_Unknown));
        var percent = Math.Round(given * 100, 1, MidpointRounding.AwayFromZero);
        if (given < 1 && percent >= 100) percent = 99.9;
        if (given > 0 && percent <= 0) percent = 0.1;
        return percent.ToString("0.#", Language) + "%";
    }

    private static CultureInfo Language => CultureInfo.CurrentUICulture;

    private static string Word(string key) => Words.ResourceManager.GetString(key, Language) ?? throw new InvalidOperationException("No word for " + key);

    // Dates and members become text here; numbers stay, so that the sentence itself says how to write them ({1:N0}, but a year as it is).
    private static object Fact(object fact) => fact switch
    {
        DateOnly day => Day(day),
        DateTime utc => Moment(utc),
        Enum member => Of(member),
        _ => fact,
    };
}
