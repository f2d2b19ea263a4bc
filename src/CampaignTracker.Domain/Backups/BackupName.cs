using System.Globalization;

namespace CampaignTracker.Domain.Backups;

/// <summary>A backup is called by the local time (Asia/Ho_Chi_Minh) at which it was begun: "2026-11-23_03-00-00". Names sort like times.</summary>
public static class BackupName
{
    private const string Pattern = "yyyy-MM-dd_HH-mm-ss";

    /// <summary>The name of a backup begun at a moment (UTC).</summary>
    public static string Of(DateTime utc) => LocalTime.Of(utc).ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>True for what <see cref="Of"/> makes: other folders in the place are left alone.</summary>
    public static bool IsName(string? text) => DateTime.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
