namespace CampaignTracker.Web.Shared;

/// <summary>Moments as people here read them: Asia/Ho_Chi_Minh, 24 hours, dd/MM/yyyy in both languages.</summary>
public static class LocalClock
{
    static readonly TimeZoneInfo Here = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>14:32:08</summary>
    public static string Time(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Here).ToString("HH:mm:ss");

    /// <summary>14:32</summary>
    public static string Minute(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Here).ToString("HH:mm");

    /// <summary>14:32 12/01/2027</summary>
    public static string MinuteAndDay(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Here).ToString("HH:mm dd'/'MM'/'yyyy");

    /// <summary>12/01/2027, whatever the language.</summary>
    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy");

    /// <summary>Today, as the calendar on the wall says.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Here).DateTime);
}
