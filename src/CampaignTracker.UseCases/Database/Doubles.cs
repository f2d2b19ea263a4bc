using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CampaignTracker.UseCases.Database;

/// <summary>Tells when a row was refused because somebody else's same one stood there first: the other way in which two people meet.</summary>
internal static class Doubles
{
    // SQLite's extended codes for a unique index and a primary key.
    private const int UniqueIndex = 2067, PrimaryKey = 1555;

    public static bool Met(Exception failure) => (failure is DbUpdateException { InnerException: { } inner } ? inner : failure)
        is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: UniqueIndex or PrimaryKey };

    /// <summary>Tells when two whole tasks crossed each other: the database let one through and stopped the other.</summary>
    public static bool Crossed(Exception failure) => (failure as PostgresException ?? failure.InnerException as PostgresException ?? failure.InnerException?.InnerException as PostgresException)
        is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
