namespace CampaignTracker.Domain.Tests;

public class LocalTimeTests
{
    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    public void Local_time_is_seven_hours_ahead_even_where_the_kind_was_lost(DateTimeKind kind) =>
        Assert.Equal(new DateTime(2027, 1, 18, 10, 0, 0), LocalTime.Of(new DateTime(2027, 1, 18, 3, 0, 0, kind)));

    [Fact]
    public void A_day_begins_at_local_midnight()
    {
        Assert.Equal(new DateOnly(2027, 12, 31), LocalTime.Today(new DateTime(2027, 12, 31, 16, 59, 59, DateTimeKind.Utc)));
        Assert.Equal(new DateOnly(2028, 1, 1), LocalTime.Today(new DateTime(2027, 12, 31, 17, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void The_zone_has_its_official_name() => Assert.Equal("Asia/Ho_Chi_Minh", LocalTime.Zone.Id);
}
