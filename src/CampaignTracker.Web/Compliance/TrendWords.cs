using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Compliance;

/// <summary>A trend as points of a chart and as a sentence.</summary>
public static class TrendWords
{
    /// <summary>Sent and completed in percent of what was owed at the time.</summary>
    public static IReadOnlyList<ChartPoint> Points(IReadOnlyList<TrendWeek> weeks) =>
        [.. weeks.Select(w => new ChartPoint(w.EndsOn.ToDateTime(TimeOnly.MinValue), 100 * (w.Rate(w.Sent) ?? 0), 100 * (w.Rate(w.Completed) ?? 0)))];

    /// <summary>How it stands at the end, and how it began.</summary>
    public static string Sentence(string unit, IReadOnlyList<TrendWeek> weeks)
    {
        if (weeks.Count == 0) return TrendText.Empty;
        var (first, last) = (weeks[0], weeks[^1]);
        return TrendText.Sentence.With(unit, Wording.Day(last.EndsOn), Rate(last, last.Sent), Rate(last, last.OnTime), Rate(last, last.Completed), last.Expected, Wording.Day(first.EndsOn), Rate(first, first.Sent), Rate(first, first.Completed));
    }

    /// <summary>Where the whole trend of a unit stands.</summary>
    public static string Address(int year, string? unit) => $"/compliance/{year}/trends" + (unit is null ? "" : $"?unit={Uri.EscapeDataString(unit)}");

    private static string Rate(TrendWeek week, int count) => Wording.Percent(week.Rate(count));
}
