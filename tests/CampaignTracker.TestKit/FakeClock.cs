using CampaignTracker.Domain;

namespace CampaignTracker.TestKit;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTime now;

    public FakeClock(DateOnly day) => Set(day);

    /// <summary>Sets the clock to a local time of a local day.</summary>
    public void Set(DateOnly day, int hour = 9, int minute = 0) =>
        now = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Unspecified), LocalTime.Zone);

    /// <summary>Moves the clock.</summary>
    public void Advance(TimeSpan by) => now += by;

    /// <summary>The local day.</summary>
    public DateOnly Today => LocalTime.Today(now);

    /// <summary>UTC.</summary>
    public DateTime Now => now;

    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
}
