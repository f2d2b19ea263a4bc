using System.Data.Common;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Backups;

/// <summary>
/// A database copied, looked at and put back, past the use cases' context: copying needs a connection of its own, and a backup holds every row of everybody. Raw SQL stands in this folder
/// in this file and the two that fill it: it counts rows and reads SHA-256s, and every name in it comes from the model. Known to the use cases of backups alone.
/// </summary>
public abstract class DatabaseCopy
{
    private readonly Lazy<ModelFacts> model;

    private protected DatabaseCopy(IDbContextFactory<CampaignDb> contexts) => model = new(() =>
    {
        using var db = contexts.CreateDbContext();
        return ModelFacts.Of(db);
    });

    internal abstract DatabaseProvider Provider { get; }

    /// <summary>What the copy is called within a backup.</summary>
    internal abstract string FileName { get; }

    /// <summary>What is looked at besides rows, migrations and contents.</summary>
    internal abstract BackupCheck OwnCheck { get; }

    /// <summary>Bytes the copy will take, rather more than less.</summary>
    internal abstract Task<long> SizeAsync(CancellationToken ct);

    /// <summary>Copies what is committed at one moment, while others write on; what the database held at that very moment.</summary>
    internal abstract Task<DatabaseFacts> CopyAsync(string file, CancellationToken ct);

    /// <summary>Reads a copy through and compares it; null when it is whole.</summary>
    internal abstract Task<BackupDamage?> DamageAsync(string file, DatabaseFacts facts, CancellationToken ct);

    /// <summary>Refuses while another program uses the database.</summary>
    internal abstract Task MustBeFreeAsync(CancellationToken ct);

    /// <summary>Puts a copy in the database's place and what was there aside, under a name with the stamp; that name, null where nothing was there. Fails before anything is changed, or not at all.</summary>
    internal abstract Task<string?> PutBackAsync(string file, DatabaseFacts facts, string stamp, CancellationToken ct);

    /// <summary>The folder that must have room for what is put back; null where this machine cannot tell.</summary>
    internal abstract string? RestoresInto { get; }

    /// <summary>True where this program knows every migration of the copy.</summary>
    internal bool Knows(DatabaseFacts facts) => facts.Migrations.All(model.Value.Migrations.Contains);

    private protected async Task<DatabaseFacts> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        var (rows, contents) = (new Dictionary<string, long>(), new HashSet<string>());
        foreach (var table in model.Value.Tables) rows[table] = await CountAsync(connection, transaction, table, ct);
        foreach (var (table, column) in model.Value.ContentColumns)
            await foreach (var sha in TextsAsync(connection, transaction, $"SELECT DISTINCT {Quoted(column)} FROM {Quoted(table)} WHERE {Quoted(column)} IS NOT NULL", ct)) contents.Add(sha);
        var migrations = new List<string>();
        await foreach (var migration in TextsAsync(connection, transaction, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"", ct)) migrations.Add(migration);
        return new(rows, migrations, contents);
    }

    private protected static async Task<BackupDamage?> DifferAsync(DbConnection connection, DatabaseFacts facts, CancellationToken ct)
    {
        foreach (var (table, count) in facts.Rows)
            if (await CountAsync(connection, null, table, ct) != count) return BackupDamage.OtherRows;
        var migrations = new List<string>();
        await foreach (var migration in TextsAsync(connection, null, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"", ct)) migrations.Add(migration);
        return migrations.SequenceEqual(facts.Migrations) ? null : BackupDamage.OtherRows;
    }

    private protected static async Task<object?> ScalarAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return await command.ExecuteScalarAsync(ct);
    }

    private protected static async IAsyncEnumerable<string> TextsAsync(DbConnection connection, DbTransaction? transaction, string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return reader.GetString(0);
    }

    private static async Task<long> CountAsync(DbConnection connection, DbTransaction? transaction, string table, CancellationToken ct) =>
        Convert.ToInt64(await ScalarAsync(connection, transaction, $"SELECT COUNT(*) FROM {Quoted(table)}", ct), System.Globalization.CultureInfo.InvariantCulture);

    // A manifest is a file that anybody may have changed.
    private protected static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal static async Task<string> Sha256Async(string file, CancellationToken ct)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
        return await FileKey.OfAsync(stream, ct);
    }
}

/// <summary>What a database held at one moment.</summary>
/// <param name="Rows">By table.</param>
/// <param name="Migrations">In their order.</param>
/// <param name="Contents">SHA-256 of every uploaded file that a row names.</param>
internal sealed record DatabaseFacts(IReadOnlyDictionary<string, long> Rows, IReadOnlyList<string> Migrations, IReadOnlySet<string> Contents);

/// <summary>What the model says: a new table is counted, and a new column of contents is followed, without a word here.</summary>
internal sealed record ModelFacts(IReadOnlyList<string> Tables, IReadOnlyList<(string Table, string Column)> ContentColumns, IReadOnlySet<string> Migrations)
{
    public static ModelFacts Of(CampaignDb db) => new(
        [.. db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        [.. db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null)
            .SelectMany(type => type.GetProperties().Where(p => p.ClrType == typeof(string) && p.Name.EndsWith("Sha256", StringComparison.Ordinal)).Select(p => (type.GetTableName()!, p.GetColumnName()))).Distinct()],
        db.Database.GetMigrations().ToHashSet());
}
