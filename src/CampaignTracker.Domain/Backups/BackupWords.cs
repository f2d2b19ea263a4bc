namespace CampaignTracker.Domain.Backups;

/// <summary>Where the making of a backup stands.</summary>
public enum BackupStep
{
    /// <summary>The database is being copied.</summary>
    Copying,
    /// <summary>The copy is opened, read and compared.</summary>
    Checking,
    /// <summary>Uploaded files are copied and their SHA-256 compared.</summary>
    Contents,
    /// <summary>Backups past their time are removed.</summary>
    Thinning,
}

/// <summary>What was looked at before a backup was called one.</summary>
public enum BackupCheck
{
    /// <summary>The copy opens and its own integrity check finds nothing (SQLite).</summary>
    Opened,
    /// <summary>The dump was read from its first to its last byte (PostgreSQL).</summary>
    ReadThrough,
    /// <summary>Every table holds as many rows as the database held at that moment.</summary>
    Rows,
    /// <summary>The same migrations.</summary>
    Migrations,
    /// <summary>Every uploaded file the database names is there and has its SHA-256.</summary>
    Contents,
}

/// <summary>In which way a part of a backup is not what was kept.</summary>
public enum BackupDamage
{
    /// <summary>Not there.</summary>
    Missing,
    /// <summary>Another length or SHA-256 than was noted.</summary>
    Changed,
    /// <summary>Cannot be read.</summary>
    Unreadable,
    /// <summary>Other rows or migrations than were noted.</summary>
    OtherRows,
}

/// <summary>How well the installation is backed up: for the health page.</summary>
public enum BackupStanding
{
    /// <summary>There is a verified one from the last day.</summary>
    Good,
    /// <summary>The newest verified one is older than a day: a night was missed.</summary>
    Late,
    /// <summary>The last attempt came to nothing.</summary>
    Failed,
    /// <summary>There is none.</summary>
    Never,
}

/// <summary>Judges how well the installation is backed up.</summary>
public static class BackupStandings
{
    // A night's run may take its time, and the next begins at the same hour.
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(26);

    /// <summary>From the last verified backup and the last attempt that came to nothing (UTC, null for none).</summary>
    public static BackupStanding Of(DateTime? lastGood, DateTime? lastFailure, DateTime now) =>
        lastFailure is { } failed && (lastGood is null || failed > lastGood) ? BackupStanding.Failed
        : lastGood is not { } good ? BackupStanding.Never
        : now - good > LongestGap ? BackupStanding.Late
        : BackupStanding.Good;
}
