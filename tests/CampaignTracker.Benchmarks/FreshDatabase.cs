using Npgsql;

namespace CampaignTracker.Benchmarks;

/// <summary>An empty PostgreSQL database for one run.</summary>
internal static class FreshDatabase
{
    public static async Task<string> MakeAsync(string admin)
    {
        const string name = "campaign_bench";
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        foreach (var sql in new[] { $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"CREATE DATABASE {name}" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        return new NpgsqlConnectionStringBuilder(admin) { Database = name }.ConnectionString;
    }
}
