using System.Collections.Concurrent;
using System.Globalization;
using CampaignTracker.UseCases.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CampaignTracker.TestKit;

/// <summary>
/// Databases for tests, quickly: what many tests start from is made once per process and then copied
/// (a file on SQLite, CREATE DATABASE … TEMPLATE on PostgreSQL).
/// </summary>
internal static class TestDatabases
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("campaign-tests-").FullName;
    private static readonly ConcurrentDictionary<(DatabaseProvider, string), Lazy<Task<string>>> Templates = new();
    private static readonly ConcurrentBag<string> Made = [];
    private static readonly SemaphoreSlim OneCopy = new(1, 1);
    private static int count;

    static TestDatabases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => CleanUp();

    public static string? Admin => Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") is { Length: > 0 } set ? set : null;

    /// <summary>Skips, or fails where nothing may be skipped, when the provider is not at hand.</summary>
    public static void NeedOrSkip(DatabaseProvider provider)
    {
        if (provider != DatabaseProvider.Postgres || Admin is not null) return;
        const string Reason = "CAMPAIGN_POSTGRES is not set: no PostgreSQL to run on.";
        if (Environment.GetEnvironmentVariable("CAMPAIGN_NO_SKIP") == "1") throw new InvalidOperationException(Reason);
        Skip.If(true, Reason);
    }

    /// <summary>The connection string of a new, empty place: no file yet, an empty database.</summary>
    public static async Task<string> EmptyAsync(DatabaseProvider provider)
    {
        var name = Next();
        if (provider == DatabaseProvider.Sqlite) return FileOf(name);
        await AdministerAsync($"CREATE DATABASE {name}");
        Made.Add(name);
        return ServerOf(name);
    }

    /// <summary>A copy of a template, which is made by the first who asks for it.</summary>
    public static async Task<string> CopyAsync(DatabaseProvider provider, string template, Func<string, Task> make)
    {
        var source = await Templates.GetOrAdd((provider, template), _ => new Lazy<Task<string>>(async () =>
        {
            var made = await EmptyAsync(provider);
            await make(made);
            if (provider == DatabaseProvider.Sqlite) await CheckpointAsync(made);
            else NpgsqlConnection.ClearPool(new NpgsqlConnection(made));
            return made;
        })).Value;
        var name = Next();
        if (provider == DatabaseProvider.Sqlite)
        {
            File.Copy(new SqliteConnectionStringBuilder(source).DataSource, new SqliteConnectionStringBuilder(FileOf(name)).DataSource);
            return FileOf(name);
        }
        await OneCopy.WaitAsync();
        try
        {
            await AdministerAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(source).Database}");
        }
        finally
        {
            OneCopy.Release();
        }
        Made.Add(name);
        return ServerOf(name);
    }

    /// <summary>Gives a database back.</summary>
    public static async Task DropAsync(DatabaseProvider provider, string connectionString)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
            await AdministerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
            return;
        }
        using (var connection = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(connection);
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }

    private static string Next() => string.Create(CultureInfo.InvariantCulture, $"campaign_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");

    private static string FileOf(string name) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, name + ".db") }.ToString();

    private static string ServerOf(string name) => new NpgsqlConnectionStringBuilder(Admin) { Database = name, MaxPoolSize = 10 }.ToString();

    // The copy takes the one file: everything must have come home from the log.
    private static async Task CheckpointAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
    }

    private static async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static void CleanUp()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in Made)
            try
            {
                using var connection = new NpgsqlConnection(Admin);
                connection.Open();
                using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
                command.ExecuteNonQuery();
            }
            catch (NpgsqlException)
            {
                // A database that stays behind does no harm: its name holds the process.
            }
        SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // The temporary folder is emptied by the system.
        }
    }
}
