using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CampaignTracker.UseCases.Backups;

/// <summary>A database written out by pg_dump and put back by pg_restore, which lie with PostgreSQL's own programs.</summary>
internal sealed partial class PostgresCopy(IDbContextFactory<CampaignDb> contexts, string connectionString, PostgresPrograms programs) : DatabaseCopy(contexts)
{
    private readonly NpgsqlConnectionStringBuilder settings = new(connectionString) { Pooling = false, CommandTimeout = 0 };

    internal override DatabaseProvider Provider => DatabaseProvider.Postgres;

    internal override string FileName => "campaign.dump";

    internal override BackupCheck OwnCheck => BackupCheck.ReadThrough;

    internal override string? RestoresInto => null;

    // Indexes are not written out, and what is written is compressed.
    internal override Task<long> SizeAsync(CancellationToken ct) => TellAsync(Because.BackupDatabase, async () =>
    {
        await using var connection = await OpenAsync(settings, ct);
        return (long)(await ScalarAsync(connection, null, "SELECT pg_database_size(current_database())", ct))! / 2;
    });

    internal override Task<DatabaseFacts> CopyAsync(string file, CancellationToken ct) => TellAsync(Because.BackupDatabase, async () =>
    {
        var dump = programs.Find("pg_dump");
        await using var connection = await OpenAsync(settings, ct);
        // What is counted here and what pg_dump writes is seen in one snapshot.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var snapshot = (string)(await ScalarAsync(connection, moment, "SELECT pg_export_snapshot()", ct))!;
        var facts = await ReadAsync(connection, moment, ct);
        var ended = await PostgresPrograms.RunAsync(dump, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], settings, null, ct);
        if (ended is { } complaint) throw complaint.Contains("No space left", StringComparison.Ordinal) ? new IOException(complaint, 28) : new Refusal(Because.BackupDatabase, null, complaint);
        await using (var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        return facts;
    });

    internal override async Task<BackupDamage?> DamageAsync(string file, DatabaseFacts facts, CancellationToken ct)
    {
        // Turned into the text it stands for, a dump is read from its first to its last byte, and its rows can be counted.
        var (rows, table) = (new Dictionary<string, long>(), (string?)null);
        void Read(string line)
        {
            if (table is null)
            {
                if (CopyLine().Match(line) is { Success: true } copy) rows[table = copy.Groups["name"].Value] = 0;
            }
            else if (line == "\\.") table = null;
            else rows[table]++;
        }
        if (await PostgresPrograms.RunAsync(programs.Find("pg_restore"), ["--data-only", "--file=-", file], settings, Read, ct) is not null) return BackupDamage.Unreadable;
        return facts.Rows.All(expected => rows.GetValueOrDefault(expected.Key, -1) == expected.Value) && rows.GetValueOrDefault("__EFMigrationsHistory") == facts.Migrations.Count ? null : BackupDamage.OtherRows;
    }

    internal override async Task MustBeFreeAsync(CancellationToken ct)
    {
        using (var pooled = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pooled);
        await TellAsync(Because.RestoreFailed, async () =>
        {
            await using var server = await OpenAsync(Maintenance, ct);
            // A connection that was just closed takes a moment to go.
            for (var patience = 20; await OthersAsync(server, ct) > 0; patience--)
            {
                if (patience == 0) throw new Refusal(Because.RestoreInUse);
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
            return true;
        });
    }

    internal override async Task<string?> PutBackAsync(string file, DatabaseFacts facts, string stamp, CancellationToken ct)
    {
        var (name, stem) = (settings.Database!, settings.Database![..Math.Min(settings.Database!.Length, 30)]);
        var (coming, aside) = ($"{stem}_coming_{stamp}", $"{stem}_before_{stamp}");
        var restore = programs.Find("pg_restore");
        return await TellAsync(Because.RestoreFailed, async () =>
        {
            await using var server = await OpenAsync(Maintenance, ct);
            await using var look = new NpgsqlCommand("SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = $1 AND datlocprovider = 'c'", server) { Parameters = { new() { Value = name } } };
            var likeBefore = "";
            await using (var reader = await look.ExecuteReaderAsync(ct))
                if (await reader.ReadAsync(ct)) likeBefore = $" TEMPLATE template0 ENCODING {Text(reader.GetString(0))} LC_COLLATE {Text(reader.GetString(1))} LC_CTYPE {Text(reader.GetString(2))}";
            var was = await ExistsAsync(server, name, ct);
            await ScalarAsync(server, null, $"CREATE DATABASE {Quoted(coming)}{likeBefore}", ct);
            try
            {
                var there = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = coming };
                if (await PostgresPrograms.RunAsync(restore, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={coming}", file], there, null, ct) is { } complaint) throw new Refusal(Because.RestoreFailed, null, complaint);
                await using (var restored = await OpenAsync(there, ct))
                    if (await DifferAsync(restored, facts, ct) is { } damage) throw new Refusal(Because.BackupUnsound, null, damage);
                if (was) await ScalarAsync(server, null, $"ALTER DATABASE {Quoted(name)} RENAME TO {Quoted(aside)}", ct);
            }
            catch
            {
                await ScalarAsync(server, null, $"DROP DATABASE IF EXISTS {Quoted(coming)} WITH (FORCE)", CancellationToken.None);
                throw;
            }
            await ScalarAsync(server, null, $"ALTER DATABASE {Quoted(coming)} RENAME TO {Quoted(name)}", CancellationToken.None);
            return was ? aside : null;
        });
    }

    [GeneratedRegex("""^COPY (?:"?public"?\.)?"?(?<name>[^" (.]+)"? (?:\(.*\) )?FROM stdin;$""")]
    private static partial Regex CopyLine();

    // A database is neither made nor renamed from within itself.
    private NpgsqlConnectionStringBuilder Maintenance => new(settings.ConnectionString) { Database = settings.Database == "postgres" ? "template1" : "postgres" };

    private async Task<long> OthersAsync(NpgsqlConnection server, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()", server) { Parameters = { new() { Value = settings.Database! } } };
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection server, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", server) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder to, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(to.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<T> TellAsync<T>(Because code, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            throw new Refusal(Because.RestoreInUse);
        }
        catch (NpgsqlException failure)
        {
            var said = (failure as PostgresException)?.MessageText ?? failure.Message;
            throw code == Because.RestoreFailed ? new Refusal(Because.RestoreFailed, null, said) : new Refusal(Because.BackupDatabase, null, said);
        }
    }
}
