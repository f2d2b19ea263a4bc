using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.UseCases.Database;

/// <summary>
/// Stores very many new rows with their children, past the change tracker: prepared many-row inserts on SQLite, binary COPY on PostgreSQL.
/// Tables, columns and conversions are the model's own, so that a row stored here is the row EF would have stored. No trail, no versions, no scope: for seeding, which is nobody's act,
/// and for the round of reminders, whose rows are their own record and are new, have no version and were decided by the program itself.
/// Raw SQL is allowed here: it only adds rows, and every name in it comes from the model.
/// </summary>
internal static class BulkInsert
{
    // Fewer calls than row by row; more would cost, for the driver looks every parameter up by its name among all of them.
    private const int ParametersAtOnce = 64;

    // SQLite's own 2 MB would write every page of an index out again and again: keys come in no order.
    private const string RoomyCache = "PRAGMA cache_size=-400000", UsualCache = "PRAGMA cache_size=-2000";

    /// <summary>Runs a piece of seeding that stores very many rows.</summary>
    public static async Task RoomyAsync(CampaignDb db, Func<Task> seeding, CancellationToken ct)
    {
#pragma warning disable RS0030 // this file is the named exception
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(RoomyCache, ct);
        await seeding();
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(UsualCache, ct);
#pragma warning restore RS0030
    }

    /// <summary>Adds the rows, then their children, within the running transaction.</summary>
    public static async Task AddAsync<T>(CampaignDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0) return;
        if (db.Database.CurrentTransaction is not { } transaction) throw new InvalidOperationException("Bulk rows are stored within a transaction: all of them or none.");
#pragma warning disable RS0030 // this file is the named exception
        var connection = db.Database.GetDbConnection();
#pragma warning restore RS0030
        await WriteAsync(connection, transaction.GetDbTransaction(), db.Model.FindEntityType(typeof(T))!, [.. rows], ct);
    }

    private static async Task WriteAsync(DbConnection connection, DbTransaction transaction, IEntityType type, List<object> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var table = BulkTable.Of(type);
        if (connection is NpgsqlConnection postgres) await CopyAsync(postgres, table, rows, ct);
        else await InsertAsync(connection, transaction, table, rows, ct);
        foreach (var navigation in type.GetNavigations().Where(n => !n.IsOnDependent && !n.TargetEntityType.IsOwned()))
        {
            var getter = navigation.GetGetter();
            var children = new List<object>();
            foreach (var row in rows)
                switch (getter.GetClrValue(row))
                {
                    case IEnumerable many: children.AddRange(many.Cast<object>()); break;
                    case { } one: children.Add(one); break;
                }
            await WriteAsync(connection, transaction, navigation.TargetEntityType, children, ct);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, BulkTable table, List<object> rows, CancellationToken ct)
    {
        var types = table.Columns.Select(column => column.PostgresType()).ToArray();
        await using var importer = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(ct);
            for (var i = 0; i < types.Length; i++)
                if (table.Columns[i].Value(row) is { } value) await importer.WriteAsync(value, types[i], ct);
                else await importer.WriteNullAsync(ct);
        }
        await importer.CompleteAsync(ct);
    }

    private static async Task InsertAsync(DbConnection connection, DbTransaction transaction, BulkTable table, List<object> rows, CancellationToken ct)
    {
        var atOnce = Math.Min(rows.Count, Math.Max(1, ParametersAtOnce / table.Columns.Count));
        await using var many = Prepared(connection, transaction, table, atOnce);
        var done = 0;
        for (; done + atOnce <= rows.Count; done += atOnce)
        {
            Fill(many, table, rows, done, atOnce);
            await many.ExecuteNonQueryAsync(ct);
        }
        if (done == rows.Count) return;
        await using var rest = Prepared(connection, transaction, table, rows.Count - done);
        Fill(rest, table, rows, done, rows.Count - done);
        await rest.ExecuteNonQueryAsync(ct);
    }

    private static DbCommand Prepared(DbConnection connection, DbTransaction transaction, BulkTable table, int rows)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var sql = new StringBuilder($"INSERT INTO \"{table.Name}\" ({table.ColumnNames}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ",(");
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{row}_{i}");
                sql.Append(i == 0 ? "" : ",").Append(name);
                command.Parameters.Add(table.Columns[i].Parameter(command, name));
            }
            sql.Append(')');
        }
        command.CommandText = sql.ToString();
        command.Prepare();
        return command;
    }

    private static void Fill(DbCommand command, BulkTable table, List<object> rows, int from, int count)
    {
        var at = 0;
        for (var row = 0; row < count; row++)
            foreach (var column in table.Columns) command.Parameters[at++].Value = column.Value(rows[from + row]) ?? DBNull.Value;
    }

    /// <summary>A table with the values of its columns, those of owned parts included.</summary>
    private sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns)
    {
        public string ColumnNames { get; } = string.Join(',', Columns.Select(column => $"\"{column.Name}\""));

        public static BulkTable Of(IEntityType type)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var columns = type.GetProperties().Select(property => new BulkColumn(property, table, row => row)).ToList();
            foreach (var owned in type.GetNavigations().Where(n => !n.IsOnDependent && n.TargetEntityType.IsOwned()))
            {
                var getter = owned.GetGetter();
                columns.AddRange(owned.TargetEntityType.GetProperties().Where(property => !property.IsPrimaryKey()).Select(property => new BulkColumn(property, table, row => getter.GetClrValue(row))));
            }
            return new BulkTable(table.Name, columns);
        }
    }

    /// <summary>One column: where its value stands and how the database takes it.</summary>
    private sealed class BulkColumn(IProperty property, StoreObjectIdentifier table, Func<object, object?> holder)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = property.GetColumnName(table)!;

        public object? Value(object row) => holder(row) is { } held && getter.GetClrValue(held) is { } value
            ? mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value
            : null;

        public DbParameter Parameter(DbCommand command, string name) => mapping.CreateParameter(command, name, null, nullable: true);

        public NpgsqlDbType PostgresType()
        {
            using var command = new NpgsqlCommand();
            return ((NpgsqlParameter)Parameter(command, "p")).NpgsqlDbType;
        }
    }
}
