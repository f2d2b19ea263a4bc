using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CampaignTracker.UseCases.Database;

/// <summary>
/// What every SQLite connection needs: the Vietnamese order, and synchronous=FULL (records that people signed: no acknowledged save may be lost at a power cut).
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    public static readonly SqliteConnections Instance = new();

    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    /// <summary>For connections that are opened past the context.</summary>
    public static void Prepare(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        sqlite.CreateCollation(Conventions.VietnameseOrder, (a, b) => Vietnamese.Compare(a, b));
        using var command = sqlite.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";
        command.ExecuteNonQuery();
    }
}
