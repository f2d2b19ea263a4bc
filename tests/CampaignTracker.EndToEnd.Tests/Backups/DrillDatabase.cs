using System.Data.Common;
using System.Globalization;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
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
        private readonly PostgresDatabase database;

        private Postgres(string dataFolder, PostgresDatabase database) : base(dataFolder) => this.database = database;

        public override string[] Settings => ["--Database:Provider=Postgres", $"--Database:ConnectionString={database.ConnectionString}"];

        protected override string Tables => "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

        public static async Task<Postgres> MakeAsync(string dataFolder) => new(dataFolder, await PostgresDatabase.EmptyAsync());

        public override string Same(string column, string key) => $"{column} = '{key}'";

        public override async Task DestroyAsync()
        {
            await database.DisposeAsync();
            await base.DestroyAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await database.DisposeAsync();
            await base.DisposeAsync();
        }

        protected override DbConnection Connect() => new NpgsqlConnection(database.ConnectionString);
    }
}

/// <summary>A test in a browser on PostgreSQL: skipped, with the reason, where either is missing; where CAMPAIGN_NO_SKIP is 1 it runs and fails.</summary>
public sealed class NeedsBrowserAndPostgresAttribute : FactAttribute
{
    /// <summary>Looks for both.</summary>
    public NeedsBrowserAndPostgresAttribute() => Skip = Need.Skip(Chromium.Missing, PostgresDatabase.Missing);
}
