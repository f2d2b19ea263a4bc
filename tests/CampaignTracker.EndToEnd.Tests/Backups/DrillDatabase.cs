using System.Data.Common;
using System.Globalization;
using CampaignTracker.EndToEnd.Tests.Browser;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CampaignTracker.EndToEnd.Tests.Backups;

/// <summary>A database of the drill's own, to look into and to destroy.</summary>
internal abstract class DrillDatabase(string dataFolder) : IAsyncDisposable
{
    public string DataFolder => dataFolder;

    /// <summary>How the program is told of it.</summary>
    public abstract string[] Settings { get; }

    /// <summary>The program's own tables.</summary>
    public async Task<IEnumerable<string>> TablesAsync() => (await ReadAsync(Tables)).Select(row => row[0]).Where(name => !name.StartsWith("__", StringComparison.Ordinal) && !name.StartsWith("sqlite_", StringComparison.Ordinal) && !name.StartsWith("qrtz_", StringComparison.OrdinalIgnoreCase));

    /// <summary>A comparison of a key with one that was read as text.</summary>
    public abstract string Same(string column, string key);

    /// <summary>Nothing is left of database and uploads.</summary>
    public virtual Task DestroyAsync()
    {
        Directory.Delete(DataFolder, recursive: true);
        return Task.CompletedTask;
    }

    public async Task<List<string[]>> ReadAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return rows;
    }

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract string Tables { get; }

    protected abstract DbConnection Connect();

    public sealed class Sqlite(string dataFolder) : DrillDatabase(dataFolder)
    {
        public override string[] Settings => [];

        protected override string Tables => "SELECT name FROM sqlite_master WHERE type = 'table'";

        public override string Same(string column, string key) => $"{column} = '{key.ToUpperInvariant()}'";

        protected override DbConnection Connect() => new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, "campaign.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
    }

    public sealed class Postgres : DrillDatabase
    {
        private readonly string name;

        private Postgres(string dataFolder, string name) : base(dataFolder) => this.name = name;

        public override string[] Settings => ["--Database:Provider=Postgres", $"--Database:ConnectionString={Of(name)}"];

        protected override string Tables => "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

        public static async Task<Postgres> MakeAsync(string dataFolder)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"campaign_drill_{Environment.ProcessId}");
            await AdministerAsync($"CREATE DATABASE {name}");
            return new(dataFolder, name);
        }

        public override string Same(string column, string key) => $"{column} = '{key}'";

        public override async Task DestroyAsync()
        {
            await AdministerAsync($"DROP DATABASE {name} WITH (FORCE)");
            await base.DestroyAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await AdministerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await base.DisposeAsync();
        }

        protected override DbConnection Connect() => new NpgsqlConnection(Of(name));

        private static string Of(string database) => new NpgsqlConnectionStringBuilder(PostgresNeed.Server) { Database = database, Pooling = false }.ToString();

        private static async Task AdministerAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(PostgresNeed.Server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

/// <summary>A test in a browser on PostgreSQL: skipped, with the reason, where either is missing; where CAMPAIGN_NO_SKIP is 1 it runs and fails.</summary>
public sealed class NeedsBrowserAndPostgresAttribute : FactAttribute
{
    /// <summary>Looks for both.</summary>
    public NeedsBrowserAndPostgresAttribute() => Skip = BrowserNeed.Reason ?? (PostgresNeed.Server is { Length: > 0 } || Environment.GetEnvironmentVariable("CAMPAIGN_NO_SKIP") == "1" ? null : "CAMPAIGN_POSTGRES is not set: no PostgreSQL to run on.");
}

internal static class PostgresNeed
{
    /// <summary>A connection string that may create databases.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES");
}
