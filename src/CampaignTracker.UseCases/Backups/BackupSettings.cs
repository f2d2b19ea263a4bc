using CampaignTracker.Domain.Backups;

namespace CampaignTracker.UseCases.Backups;

/// <summary>Section "Backup".</summary>
public sealed class BackupSettings
{
    /// <summary>Where backups lie; relative to the data folder. Best on another disk.</summary>
    public string Folder { get; set; } = "backups";

    /// <summary>Where the last failure is noted and who runs is marked; empty for the data folder.</summary>
    public string StateFolder { get; set; } = "";

    /// <summary>Days of which the last backup is kept; at least 1.</summary>
    public int KeepDaily { get; set; } = 7;

    /// <summary>Weeks of which the last backup is kept; 0 for none.</summary>
    public int KeepWeekly { get; set; } = 4;

    /// <summary>Months of which the last backup is kept; 0 for none.</summary>
    public int KeepMonthly { get; set; } = 12;

    /// <summary>Path of pg_dump, with pg_restore beside it; empty to look for it in the usual places.</summary>
    public string PgDump { get; set; } = "";

    internal BackupRetention Retention => new(KeepDaily, KeepWeekly, KeepMonthly);
}
