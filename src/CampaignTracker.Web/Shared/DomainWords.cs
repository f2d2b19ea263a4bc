using System.Globalization;
using CampaignTracker.Domain;

namespace CampaignTracker.Web.Shared;

/// <summary>The domain's enums and refusals in the reader's language.</summary>
public static class DomainWords
{
    /// <summary>The word of one member: <c>Standing.Overdue</c> reads <c>Standing_Overdue</c>.</summary>
    public static string Of(Enum member) => Word($"{member.GetType().Name}_{member}") ?? member.ToString();

    /// <summary>The sentence of a refusal with its facts in place.</summary>
    public static string Of(Refusal refusal) => string.Format(CultureInfo.CurrentCulture,
        Word($"{nameof(Because)}_{refusal.Code}") ?? refusal.Code.ToString(), [.. refusal.Facts.Select(Fact)]);

    static object Fact(object fact) => fact switch
    {
        Enum member => Of(member),
        DateOnly day => LocalClock.Day(day),
        DateTime moment => LocalClock.MinuteAndDay(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))),
        DateTimeOffset moment => LocalClock.MinuteAndDay(moment),
        _ => fact,
    };

    static string? Word(string key) => Words.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
