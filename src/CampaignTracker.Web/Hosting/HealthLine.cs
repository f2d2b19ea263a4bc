using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.Shared;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>How one part of the system stands.</summary>
public enum HealthState
{
    /// <summary>Nothing to do.</summary>
    Good,
    /// <summary>Works, and somebody should look.</summary>
    Attention,
    /// <summary>Does not work.</summary>
    Bad,
    /// <summary>Cannot be told.</summary>
    Unknown,
}

/// <summary>One line of the health page.</summary>
/// <param name="Icon">Material symbol of the part.</param>
/// <param name="Part">Which part.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">In figures.</param>
/// <param name="Act">What to do, or null for nothing.</param>
/// <param name="Href">Where, or null.</param>
/// <param name="LinkText">What that place is called.</param>
public sealed record HealthLine(string Icon, string Part, HealthState State, string Text, string? Act = null, string? Href = null, string? LinkText = null);

/// <summary>A part of the system that says how it stands. Registered once more for each part; shown in the order of registration.</summary>
public interface ITellHealth
{
    /// <summary>Looks now.</summary>
    Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct);
}

/// <summary>The database: whether it answers and holds the schema of this program.</summary>
public sealed class DatabaseHealth(PrepareDatabase database, TimeProvider clock) : ITellHealth
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        try
        {
            if ((await database.PendingMigrationsAsync(ct)).Count == 0)
                return [new HealthLine("database", HealthText.Database, HealthState.Good, HealthText.DatabaseGood.With(clock.GetElapsedTime(begun).TotalMilliseconds))];
        }
        catch (StartProblem)
        {
            // Told below, as what is missing is: the log has the rest.
        }
        return [new HealthLine("database", HealthText.Database, HealthState.Bad, HealthText.DatabaseBad, HealthText.DatabaseDo)];
    }
}

/// <summary>The disk under the data folder.</summary>
public sealed class DiskHealth(IOptions<DataSettings> settings) : ITellHealth
{
    private const double Gigabyte = 1 << 30, LeastGigabytes = 1, LeastShare = 0.1;

    /// <inheritdoc/>
    public Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct)
    {
        var (free, all) = Measure(Places.DataFolder(settings.Value));
        return Task.FromResult<IReadOnlyList<HealthLine>>([Line(free, all)]);
    }

    /// <summary>The line for so many bytes free of so many; a warning below 1 GB or a tenth.</summary>
    public static HealthLine Line(long free, long all) => all <= 0
        ? new HealthLine("hard_drive", HealthText.Disk, HealthState.Unknown, HealthText.DiskUnknown)
        : free / Gigabyte < LeastGigabytes || (double)free / all < LeastShare
            ? new HealthLine("hard_drive", HealthText.Disk, HealthState.Attention, HealthText.DiskFree.With(free / Gigabyte, all / Gigabyte), HealthText.DiskDo)
            : new HealthLine("hard_drive", HealthText.Disk, HealthState.Good, HealthText.DiskFree.With(free / Gigabyte, all / Gigabyte));

    private static (long Free, long All) Measure(string folder)
    {
        try
        {
            var drive = new DriveInfo(folder);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (0, 0);
        }
    }
}
