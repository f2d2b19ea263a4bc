namespace CampaignTracker.Domain;

/// <summary>The one place that turns stored moments (UTC) into what people read (Asia/Ho_Chi_Minh). A day, and so a deadline, ends at local midnight.</summary>
public static class LocalTime
{
    /// <summary>The zone; UTC+7 where the machine knows no zone names.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Ho_Chi_Minh", out var found)
        ? found
        : TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh");

    /// <summary>Local date and time of a stored moment; a moment whose kind the database lost is UTC.</summary>
    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>Local date of a stored moment: "today" when given the clock's.</summary>
    public static DateOnly Today(DateTime utc) => DateOnly.FromDateTime(Of(utc));

    /// <summary>The moment (UTC) at which a local day begins.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);
}
