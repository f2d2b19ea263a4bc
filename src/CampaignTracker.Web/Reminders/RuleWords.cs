using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reminders;

/// <summary>Ladders and their use in words.</summary>
internal static class RuleWords
{
    /// <summary>"30, 14, 7 days before", "on the day", "1 day after, then every 7 days": one chip each.</summary>
    public static IEnumerable<string> Steps(ReminderLadder ladder)
    {
        if (ladder.Before.Where(days => days > 0).OrderDescending().ToList() is { Count: > 0 } ahead) yield return RuleText.Before.With(string.Join(", ", ahead));
        if (ladder.Before.Contains(0)) yield return RuleText.OnTheDay;
        if (ladder.After is { } first) yield return ladder.Every is { } every ? RuleText.AfterEvery.With(first, every) : RuleText.AfterOnce.With(first);
    }

    /// <summary>What came of a rule, in a sentence.</summary>
    public static string Verdict(ViewReminderRules.Rule rule, ViewReminderRules.Use? use, int days) => use switch
    {
        null or { Sent: 0 } => RuleText.Never,
        { Measured: 0 } => RuleText.TooEarly.With(days),
        _ => RuleText.Verdict.With(Wording.Percent((double)use.Settled / use.Measured), Wording.Of(rule.Effect), days),
    };

    /// <summary>Which reminders.</summary>
    public static string Of(SentSlice slice) => slice switch { SentSlice.Read => RuleText.SliceRead, SentSlice.Measured => RuleText.SliceMeasured, SentSlice.Settled => RuleText.SliceSettled, _ => RuleText.SliceAll };

    /// <summary>The address of the rows behind a number.</summary>
    public static string Address(string rule, SentSlice slice = SentSlice.All, string? search = null, int page = 1)
    {
        var asked = new[] { slice == SentSlice.All ? null : "slice=" + slice, string.IsNullOrWhiteSpace(search) ? null : "search=" + Uri.EscapeDataString(search), page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={page}") };
        var query = string.Join('&', asked.Where(part => part is not null));
        return $"/reminders/rules/{rule}{(query.Length > 0 ? "?" : "")}{query}";
    }
}
