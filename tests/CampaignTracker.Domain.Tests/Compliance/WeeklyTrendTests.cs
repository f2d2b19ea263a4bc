using CampaignTracker.Domain.Compliance;

namespace CampaignTracker.Domain.Tests.Compliance;

public sealed class WeeklyTrendTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    private static (DateOnly, Counts) On(int daysAgo, int expected = 0, int sent = 0, int onTime = 0, int completed = 0) => (Today.AddDays(-daysAgo), new Counts { Expected = expected, Sent = sent, OnTime = onTime, Completed = completed });

    [Fact]
    public void A_week_holds_everything_up_to_its_last_day_and_nothing_of_the_next()
    {
        var trend = WeeklyTrend.Of([On(0, sent: 1, onTime: 1), On(300, expected: 4), On(7, sent: 2), On(6, completed: 1)], Today, 3);
        Assert.Equal([new(Today.AddDays(-14), 4, 0, 0, 0), new(Today.AddDays(-7), 4, 2, 0, 0), new TrendWeek(Today, 4, 3, 1, 1)], trend);
        Assert.Equal(0.75, trend[^1].Rate(trend[^1].Sent));
    }

    [Fact]
    public void Twelve_weeks_unless_asked_otherwise_and_none_before_anything_was_owed()
    {
        Assert.Equal(12, WeeklyTrend.Of([On(200, expected: 1)], Today).Count);
        Assert.Equal(3, WeeklyTrend.Of([On(14, expected: 1)], Today).Count);
        Assert.Empty(WeeklyTrend.Of([], Today));
    }

    [Fact]
    public void What_is_taken_back_lowers_what_was_owed() =>
        Assert.Equal([4, 3], WeeklyTrend.Of([On(20, expected: 4), On(1, expected: -1)], Today, 2).Select(w => w.Expected));

    [Fact]
    public void A_year_runs_from_its_first_week_to_today_and_not_beyond_its_end()
    {
        var owed = new[] { (new DateOnly(2025, 11, 3), new Counts { Expected = 2 }) };
        var running = WeeklyTrend.OfYear(owed, 2026, Today);
        Assert.Equal((Today, 24), (running[^1].EndsOn, running.Count));
        Assert.InRange(running[0].EndsOn, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 7));
        Assert.Equal(new DateOnly(2026, 12, 31), WeeklyTrend.OfYear(owed, 2026, new DateOnly(2027, 3, 1))[^1].EndsOn);
        Assert.Equal(new DateOnly(2025, 12, 1), WeeklyTrend.OfYear(owed, 2026, new DateOnly(2025, 12, 1))[^1].EndsOn);
    }

    [Fact]
    public void A_rate_of_nothing_is_unknown() => Assert.Null(new TrendWeek(Today, 0, 0, 0, 0).Rate(0));

    [Fact]
    public void Opinions_fall_into_their_class_and_have_a_median()
    {
        Assert.Equal(new OpinionTimes(2, 2, 2, 1, 5, 3), OpinionTimes.Of([11, 0, 2, 3, 5, 6, 10], 3));
        Assert.Equal(2.5, OpinionTimes.Of([2, 3], 0).Median);
        Assert.Equal((null, 0), (OpinionTimes.Of([], 1).Median, OpinionTimes.Of([], 1).Given));
    }
}
