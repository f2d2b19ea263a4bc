using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CampaignTracker.UseCases.Database;

/// <summary>What happens to the database as such, at the start and in the check. Raw SQL is allowed here: it names no row of anybody.</summary>
internal static class DatabaseStart
{
    // Any fixed number will do, as long as all nodes use the same one.
    private const long SeedingLock = 0x43616D70_53656564, MigrationLock = 0x43616D70_4D696772;

    // EF's own lock on SQLite is a row; a start that was cut short leaves it behind, and waiting for it would never end.
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(5);

    /// <summary>Brings the schema up to date; two nodes may do so at once.</summary>
    /// <exception cref="StartProblem">Unreachable, locked, not ours.</exception>
    public static Task MigrateAsync(CampaignDb db, CancellationToken ct) => TellAsync(db, async () =>
    {
        MakeFolder(db);
        if (await db.Database.CanConnectAsync(ct) && !(await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(LongestMigration);
        try
        {
            await OneAfterTheOtherAsync(db, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new StartProblem("Another start has been changing the database for minutes, or one was cut short while doing so. If no other node is starting, delete the row in table __EFMigrationsLock and start again.");
        }
        await WriteAheadAsync(db, ct);
    });

    // The library's own lock on PostgreSQL ends with each migration: a second node would slip in between two of them.
    private static async Task OneAfterTheOtherAsync(CampaignDb db, CancellationToken ct)
    {
        if (!db.Database.IsNpgsql() || !await db.Database.CanConnectAsync(ct))
        {
            await db.Database.MigrateAsync(ct);
            return;
        }
        await db.Database.OpenConnectionAsync(ct);
        try
        {
#pragma warning disable RS0030 // this file is the named exception
            await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_lock({MigrationLock})", ct);
            await db.Database.MigrateAsync(ct);
            await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_unlock({MigrationLock})", ct);
#pragma warning restore RS0030
        }
        finally
        {
            // Ends the lock with the session where the migration failed.
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Names of the migrations not applied yet.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(CampaignDb db, CancellationToken ct)
    {
        IReadOnlyList<string> pending = [];
        await TellAsync(db, async () => pending = [.. await db.Database.GetPendingMigrationsAsync(ct)]);
        return pending;
    }

    /// <summary>Runs a piece of seeding alone and whole: one transaction, one node at a time.</summary>
    public static async Task<T> AloneAsync<T>(CampaignDb db, Func<Task<T>> seeding, CancellationToken ct)
    {
        var result = default(T);
        await TellAsync(db, async () =>
        {
            // On SQLite the transaction itself keeps other writers out.
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
#pragma warning disable RS0030 // this file is the named exception
            if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_xact_lock({SeedingLock})", ct);
#pragma warning restore RS0030
            result = await seeding();
            await transaction.CommitAsync(ct);
        });
        return result!;
    }

    /// <summary>What the database says about its own soundness: empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(CampaignDb db, CancellationToken ct)
    {
        var sql = db.Database.IsSqlite() ? "SELECT integrity_check AS Value FROM pragma_integrity_check" : "SELECT 'ok' AS \"Value\"";
        var answers = new List<string>();
#pragma warning disable RS0030 // this file is the named exception
        await TellAsync(db, async () => answers = await db.Database.SqlQueryRaw<string>(sql).ToListAsync(ct));
#pragma warning restore RS0030
        return answers is ["ok"] ? [] : answers;
    }

    private static void MakeFolder(CampaignDb db)
    {
        if (!db.Database.IsSqlite()) return;
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file.Length == 0) throw new StartProblem("Database:ConnectionString names no file. Write \"Data Source=/path/to/campaign.db\", or leave the setting empty.");
        if (file != ":memory:" && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
    }

    private static async Task WriteAheadAsync(CampaignDb db, CancellationToken ct)
    {
#pragma warning disable RS0030 // this file is the named exception
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
#pragma warning restore RS0030
    }

    // Turns what the drivers throw into a line that names the setting and the way out.
    private static async Task TellAsync(CampaignDb db, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (Tell(db, failure) is { } problem)
        {
            throw problem;
        }
    }

    private static StartProblem? Tell(CampaignDb db, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (Sentence(db, cause) is { } sentence) return new StartProblem(sentence, failure);
        return null;
    }

    private static string? Sentence(CampaignDb db, Exception cause) => cause switch
    {
        StartProblem => null,
        PostgresException { SqlState: "28P01" or "28000" } wrong => $"PostgreSQL refuses the sign-in ({wrong.MessageText}). Correct user and password in Database:ConnectionString.",
        PostgresException { SqlState: "3D000" } wrong => $"PostgreSQL: {wrong.MessageText}. Create the database, or correct Database:ConnectionString.",
        PostgresException { SqlState: "42501" } wrong => $"PostgreSQL: {wrong.MessageText}. The user in Database:ConnectionString must own the database.",
        PostgresException { SqlState: "53300" or "57P03" } wrong => $"PostgreSQL does not take connections now ({wrong.MessageText}). Wait a little and start again.",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or SocketException =>
            $"The PostgreSQL server{Server(db)} cannot be reached. Start it, or correct Host and Port in Database:ConnectionString.",
        SqliteException { SqliteErrorCode: 5 or 6 } => $"The database file{FileOf(db)} is locked by another program. Close that program (a database browser, a second start) and start again.",
        SqliteException { SqliteErrorCode: 10 or 14 } => $"The database file{FileOf(db)} cannot be opened. Check that it is a file, that its folder exists and that both may be written, or correct Database:ConnectionString.",
        SqliteException { SqliteErrorCode: 8 } => $"The database file{FileOf(db)} is read-only. Give the program's user the right to write it and its folder.",
        SqliteException { SqliteErrorCode: 13 } => $"The disk that holds the database file{FileOf(db)} is full. Make room and start again.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"The file{FileOf(db)} is damaged or is no database. Restore it from a backup, or correct Database:ConnectionString.",
        UnauthorizedAccessException => $"The folder of the database file{FileOf(db)} may not be written. Give the program's user that right, or correct Database:ConnectionString.",
        ArgumentException wrong when wrong.StackTrace?.Contains("ConnectionStringBuilder", StringComparison.Ordinal) == true =>
            $"Database:ConnectionString cannot be read ({wrong.Message}). SQLite: \"Data Source=…\"; PostgreSQL: \"Host=…;Database=…;Username=…;Password=…\", with Database:Provider set to match.",
        _ => null,
    };

    private static string Server(CampaignDb db)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
            return $" {parts.Host}:{parts.Port}";
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    private static string FileOf(CampaignDb db)
    {
        try
        {
            return db.Database.IsSqlite() ? " " + new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource : "";
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
