using System.Data.Common;
using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.EndToEnd.Tests.Program;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CampaignTracker.EndToEnd.Tests.Reminders;

/// <summary>The demo's database from behind: addresses, many officers, what became of messages. On either database.</summary>
internal sealed class Office(string dataFolder, string? postgres = null)
{
    private const string Cell = "(SELECT p.\"UnitId\" FROM \"Posts\" p JOIN \"Accounts\" a ON a.\"Id\" = p.\"AccountId\" WHERE a.\"UserName\" = 'chibo')";

    /// <summary>A demo of one's own.</summary>
    public static async Task<Office> DemoAsync() => new(await DemoData.CopyAsync());

    /// <summary>Database and uploads.</summary>
    public string DataFolder { get; } = dataFolder;

    /// <summary>The day by which the sample cell owes the plan it is writing.</summary>
    public DateOnly DraftDue => DateOnly.Parse(Ask($"SELECT CAST(o.\"DueOn\" AS TEXT) FROM \"Obligations\" o WHERE o.\"UnitId\" = {Cell} AND o.\"Kind\" = 'AnnualPlan' AND o.\"FirstSentOn\" IS NULL")[0], CultureInfo.InvariantCulture);

    /// <summary>The program's settings: this database, and a clock that shows nine in the morning of a day.</summary>
    public string[] Settings(DateOnly day)
    {
        var morning = LocalTime.StartOf(day) + TimeSpan.FromHours(9);
        string[] database = postgres is null ? [] : ["--Database:Provider=Postgres", $"--Database:ConnectionString={postgres}"];
        return [$"--Data:Folder={DataFolder}", $"--Demo:ClockOffset={(morning - DateTime.UtcNow).ToString("c", CultureInfo.InvariantCulture)}", .. database];
    }

    /// <summary>Decides and hands over, as a process of its own.</summary>
    public Task<WebProgram.Outcome> RemindAsync(DateOnly day, params string[] settings) => WebProgram.RunAsync(["remind", .. Settings(day), .. settings], "Development");

    /// <summary>Met when somebody next writes to the database file.</summary>
    public async Task WrittenToAsync()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(DataFolder, "campaign.db-wal") { NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite };
        watcher.Changed += (_, _) => written.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await written.Task;
    }

    /// <summary>Gives an account an address.</summary>
    public void Address(string userName, string? address) => Do($"UPDATE \"Accounts\" SET \"Email\" = {(address is null ? "NULL" : $"'{address}'")} WHERE \"UserName\" = '{userName}'");

    /// <summary>Every message: whose, where it is, how often tried, why it failed.</summary>
    public IReadOnlyList<string> Messages => Ask("SELECT a.\"UserName\" || ' ' || m.\"State\" || ' ' || CAST(m.\"Tries\" AS TEXT) || ' ' || COALESCE(m.\"Fault\", '-') FROM \"OutgoingMessages\" m JOIN \"Accounts\" a ON a.\"Id\" = m.\"AccountId\" ORDER BY a.\"UserName\", m.\"Day\"");

    /// <summary>How many messages are in a state.</summary>
    public int Count(string state) => int.Parse(Ask($"SELECT CAST(COUNT(*) AS TEXT) FROM \"OutgoingMessages\" WHERE \"State\" = '{state}'")[0], CultureInfo.InvariantCulture);

    /// <summary>Reminders of the many officers, and how many of them are the only one of their officer.</summary>
    public (int All, int Distinct) RemindersOfMany
    {
        get
        {
            var counts = Ask("SELECT CAST(COUNT(*) AS TEXT) FROM \"Reminders\" r JOIN \"Accounts\" a ON a.\"Id\" = r.\"AccountId\" WHERE a.\"UserName\" LIKE 'many%' GROUP BY r.\"AccountId\"").Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToList();
            return (counts.Sum(), counts.Count);
        }
    }

    /// <summary>Enters officers of the sample cell, each with an address, to be reminded of one thing alone: the plan that is due.</summary>
    public void ManyOfficers(int count)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var rule in Domain.Reminders.ReminderRules.All.Where(rule => rule.Code != "FilingDue"))
            Run(connection, $"INSERT INTO \"ReminderRuleSettings\" (\"Id\", \"Rule\", \"Off\", \"Before\", \"SetBy\", \"SetAt\") VALUES ({New()}, '{rule.Code}', {(postgres is null ? "1, '[]'" : "TRUE, '{}'")}, 'test', '2026-01-01 00:00:00{(postgres is null ? "" : "+00")}')");
        Run(connection, $"UPDATE \"Obligations\" SET \"ExcusedOn\" = '2026-01-01' WHERE \"UnitId\" = {Cell} AND \"Kind\" <> 'AnnualPlan'");
        var (accounts, posts) = (Columns(connection, "Accounts"), Columns(connection, "Posts"));
        for (var n = 0; n < count; n++)
        {
            var id = New();
            Copy(connection, "Accounts", accounts, new() { ["Id"] = id, ["UserName"] = $"'many{n}'", ["NormalizedUserName"] = $"'MANY{n}'", ["Email"] = $"'many{n}@so.example.vn'", ["FullName"] = $"'Cán bộ thứ {n}'" }, "\"UserName\" = 'chibo'");
            Copy(connection, "Posts", posts, new() { ["Id"] = New(), ["AccountId"] = id, ["Role"] = "'Officer'" }, "\"AccountId\" = (SELECT \"Id\" FROM \"Accounts\" WHERE \"UserName\" = 'chibo')");
        }
        transaction.Commit();
    }

    private static void Copy(DbConnection connection, string table, List<string> columns, Dictionary<string, string> changed, string from) =>
        Run(connection, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", columns.Select(c => changed.GetValueOrDefault(c, $"\"{c}\"")))} FROM \"{table}\" WHERE {from} LIMIT 1");

    private string New() => $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'";

    private List<string> Columns(DbConnection connection, string table) => Ask(connection, postgres is null ? $"SELECT name FROM pragma_table_info('{table}')" : $"SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'");

    private void Do(string sql)
    {
        using var connection = Open();
        Run(connection, sql);
    }

    private List<string> Ask(string sql)
    {
        using var connection = Open();
        return Ask(connection, sql);
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Ask(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) found.Add(rows.GetString(0));
        return found;
    }

    private DbConnection Open()
    {
        DbConnection connection = postgres is { } server ? new NpgsqlConnection(server) : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, "campaign.db"), Pooling = false }.ToString());
        connection.Open();
        (connection as SqliteConnection)?.CreateCollation("vi_sort", (one, other) => string.Compare(one, other, new CultureInfo("vi-VN"), CompareOptions.None));
        return connection;
    }
}
