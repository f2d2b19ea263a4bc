using System.Globalization;
using Npgsql;

namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>An empty PostgreSQL database of one's own, dropped afterwards.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string name;

    private PostgresDatabase(string name) => this.name = name;

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Administration is null ? "No PostgreSQL: set CAMPAIGN_POSTGRES to the connection string of one that may make databases." : null;

    private static string? Administration => Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") is { Length: > 0 } set ? set : null;

    /// <summary>For the program's settings.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(Administration) { Database = name, Pooling = false }.ToString();

    /// <summary>Makes one.</summary>
    public static async Task<PostgresDatabase> EmptyAsync()
    {
        var made = new PostgresDatabase($"campaign_e2e_{Guid.NewGuid():N}");
        await RunAsync(Administration ?? throw new InvalidOperationException(Missing), $"CREATE DATABASE {made.name}");
        return made;
    }

    /// <summary>One value.</summary>
    public Task<string?> ReadAsync(string sql) => RunAsync(ConnectionString, sql);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RunAsync(Administration!, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static async Task<string?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
