namespace CampaignTracker.UseCases.Database;

/// <summary>Section "Database".</summary>
public sealed class DatabaseSettings
{
    /// <summary>Which of the two databases.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Empty for SQLite means campaign.db in the data folder.</summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>The databases that are supported.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, the default.</summary>
    Sqlite,
    /// <summary>PostgreSQL 15 or later.</summary>
    Postgres,
}
