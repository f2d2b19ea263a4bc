namespace CampaignTracker.Domain.Compliance;

/// <summary>How a part of the tree stood at the end of a week, measured against what was owed at that time.</summary>
/// <param name="EndsOn">The local day at whose end it stood so.</param>
/// <param name="Expected">Owed then.</param>
/// <param name="Sent">Of these, sent at least once by then.</param>
/// <param name="OnTime">Of these, sent by the due date in force.</param>
/// <param name="Completed">Of these, closed by then.</param>
public sealed record TrendWeek(DateOnly EndsOn, int Expected, int Sent, int OnTime, int Completed)
{
    /// <summary>A share of <see cref="Expected"/>, 0 to 1; null where nothing was owed.</summary>
    public double? Rate(int numerator) => Expected == 0 ? null : (double)numerator / Expected;
}

/// <summary>Adds up dated changes to a state at the end of each week. Weeks end on the weekday of the last day asked for, so that the last one is whole.</summary>
public static class WeeklyTrend
{
    /// <summary>Weeks of the short trend.</summary>
    public const int Recent = 12;

    /// <summary>The last weeks up to a day; weeks before anything was owed are left out.</summary>
    /// <param name="days">Changes by local day, in any order.</param>
    /// <param name="last">The day on which the last week ends.</param>
    /// <param name="weeks">How many weeks.</param>
    public static IReadOnlyList<TrendWeek> Of(IEnumerable<(DateOnly On, Counts Change)> days, DateOnly last, int weeks = Recent)
    {
        var left = new Queue<(DateOnly On, Counts Change)>(days.OrderBy(day => day.On));
        var (sum, trend) = (default(Counts), new List<TrendWeek>());
        foreach (var end in Enumerable.Range(0, weeks).Select(week => last.AddDays(7 * (week + 1 - weeks))))
        {
            while (left.TryPeek(out var next) && next.On <= end) sum += left.Dequeue().Change;
            trend.Add(new TrendWeek(end, sum.Expected, sum.Sent, sum.OnTime, sum.Completed));
        }
        return [.. trend.SkipWhile(week => week.Expected == 0)];
    }

    /// <summary>The weeks of a campaign year: from its first day to today, at most to its last; the recent ones while it has not begun.</summary>
    public static IReadOnlyList<TrendWeek> OfYear(IEnumerable<(DateOnly On, Counts Change)> days, int year, DateOnly today)
    {
        var (first, end) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (today < first) return Of(days, today);
        var last = today < end ? today : end;
        return Of(days, last, (last.DayNumber - first.DayNumber) / 7 + 1);
    }
}
