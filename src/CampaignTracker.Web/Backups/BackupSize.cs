using System.Globalization;

namespace CampaignTracker.Web.Backups;

/// <summary>Sizes as people say them.</summary>
public static class BackupSize
{
    private const double Megabyte = 1 << 20, Gigabyte = 1 << 30;

    /// <summary>"51,9 MB", "1,2 GB".</summary>
    public static string Of(long bytes) => bytes < Gigabyte
        ? string.Create(CultureInfo.CurrentUICulture, $"{bytes / Megabyte:N1} MB")
        : string.Create(CultureInfo.CurrentUICulture, $"{bytes / Gigabyte:N1} GB");
}
