using CampaignTracker.Domain.Commitments;

namespace CampaignTracker.Domain.Tests.Commitments;

public sealed class PaperPaceTests
{
    private static readonly DateTime Start = new(2027, 1, 12, 7, 0, 0, DateTimeKind.Utc);

    private static DateTime[] Typed(params int[] seconds) => [.. seconds.Select(second => Start.AddSeconds(second))];

    [Fact]
    public void Thirty_papers_are_expected_in_a_quarter_of_an_hour_before_anything_is_typed() => Assert.Equal(15, PaperPace.MinutesLeft([], 30));

    [Fact]
    public void The_own_pace_counts_as_soon_as_three_papers_tell_it()
    {
        Assert.Equal(5, PaperPace.MinutesLeft(Typed(0, 60, 120), 10));
        Assert.Equal(10, PaperPace.MinutesLeft(Typed(120, 0, 60, 180), 10));
    }

    [Fact]
    public void A_pause_is_not_work() => Assert.Equal(10, PaperPace.MinutesLeft(Typed(0, 60, 120, 7200, 7260), 10));

    [Fact]
    public void Nothing_left_takes_no_time() => Assert.Equal(0, PaperPace.MinutesLeft(Typed(0, 60, 120, 180), 0));
}
