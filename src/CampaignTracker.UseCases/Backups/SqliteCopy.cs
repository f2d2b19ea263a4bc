using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Backups;

/// <summary>One file copied by SQLite's own online backup: readers and writers go on, and the copy is what was committed when it began.</summary>
internal sealed class SqliteCopy(IDbContextFactory<CampaignDb> contexts, string connectionString) : DatabaseCopy(contexts)
{
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    private readonly string file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    internal override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    internal override string FileName => "campaign.db";

    internal override BackupCheck OwnCheck => BackupCheck.Opened;

    internal override string? RestoresInto => Path.GetDirectoryName(file);

    internal override Task<long> SizeAsync(CancellationToken ct) => TellAsync(async () =>
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
        return (long)(await ScalarAsync(connection, null, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", ct))!;
    });

    internal override Task<DatabaseFacts> CopyAsync(string to, CancellationToken ct) => TellAsync(async () =>
    {
        DatabaseFacts facts;
        await using (var source = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct))
        await using (var copy = await OpenAsync(to, SqliteOpenMode.ReadWriteCreate, ct))
        {
            // What is counted and what is copied is seen in one reading transaction.
            await using var moment = source.BeginTransaction(deferred: true);
            facts = await ReadAsync(source, moment, ct);
            source.BackupDatabase(copy);
        }
        // One file that needs no other beside it.
        await using (var copy = await OpenAsync(to, SqliteOpenMode.ReadWrite, ct)) await ScalarAsync(copy, null, "PRAGMA journal_mode=DELETE", ct);
        return facts;
    });

    internal override async Task<BackupDamage?> DamageAsync(string copied, DatabaseFacts facts, CancellationToken ct)
    {
        try
        {
            await using var copy = await OpenAsync(copied, SqliteOpenMode.ReadOnly, ct);
            return await ScalarAsync(copy, null, "SELECT integrity_check FROM pragma_integrity_check LIMIT 1", ct) is "ok" ? await DifferAsync(copy, facts, ct) : BackupDamage.Unreadable;
        }
        catch (SqliteException)
        {
            return BackupDamage.Unreadable;
        }
    }

    internal override async Task MustBeFreeAsync(CancellationToken ct)
    {
        using (var pooled = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(pooled);
        if (!File.Exists(file)) return;
        try
        {
            // Leaving the log's mode is granted to one who is alone, and brings home what the log still holds.
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
            // Whoever is there stays there: waiting for them would be in vain.
            connection.DefaultTimeout = 1;
            await ScalarAsync(connection, null, "PRAGMA busy_timeout=100", ct);
            if (await ScalarAsync(connection, null, "PRAGMA journal_mode=DELETE", ct) is not "delete") throw new Refusal(Because.RestoreInUse);
            await ScalarAsync(connection, null, "PRAGMA journal_mode=WAL", ct);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            throw new Refusal(Because.RestoreInUse);
        }
        catch (SqliteException)
        {
            // Damaged: nobody works on it, and it is put aside as it is.
        }
    }

    internal override async Task<string?> PutBackAsync(string copied, DatabaseFacts facts, string stamp, CancellationToken ct)
    {
        var (coming, aside) = ($"{file}.coming-{stamp}", $"{file}.before-{stamp}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await CopyFileAsync(copied, coming, ct);
            if (await DamageAsync(coming, facts, ct) is { } damage) throw new Refusal(Because.BackupUnsound, null, damage);
            // As the program keeps it; a start that finds nothing to migrate would not ask for it.
            await using (var connection = await OpenAsync(coming, SqliteOpenMode.ReadWrite, ct)) await ScalarAsync(connection, null, "PRAGMA journal_mode=WAL", ct);
        }
        catch
        {
            foreach (var part in Parts) File.Delete(coming + part);
            throw;
        }
        var was = File.Exists(file);
        // The log first: a database must never meet the log of another.
        foreach (var part in Parts.Reverse())
            if (File.Exists(file + part)) File.Move(file + part, aside + part);
        File.Move(coming, file);
        foreach (var part in Parts) File.Delete(coming + part);
        return was ? aside : null;
    }

    private static async Task CopyFileAsync(string from, string to, CancellationToken ct)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20, useAsync: true);
        await source.CopyToAsync(target, ct);
        target.Flush(flushToDisk: true);
    }

    private static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            await connection.OpenAsync(ct);
            SqliteConnections.Prepare(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException full) when (full.SqliteErrorCode == 13)
        {
            // As any other write onto a full disk.
            throw new IOException(full.Message, 28);
        }
        catch (SqliteException failure)
        {
            throw new Refusal(Because.BackupDatabase, null, failure.Message);
        }
    }
}
