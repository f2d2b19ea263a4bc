using System.Globalization;
using CampaignTracker.Benchmarks;
using CampaignTracker.Benchmarks.Circuits;
using CampaignTracker.UseCases.Database;

// dotnet run -c Release --project tests/CampaignTracker.Benchmarks [-- sqlite|postgres] [pages|circuits|growth|background|reminders|workbook] ["soak=60"] ["at=Data Source=…/campaign.db"]
// Without a name of a database: SQLite, and PostgreSQL too when CAMPAIGN_POSTGRES is set. Without a name of a part: all of them.
// "memory": that part of "circuits" alone. "soak": two hundred circuits for so many minutes and nothing else.
// "at" measures a province that "seed province --today 2026-06-15" made, and so the memory of the tasks alone.

if (Array.Find(args, arg => arg.StartsWith("workbook=", StringComparison.Ordinal)) is { } writer)
{
    Console.WriteLine(await WorkbookFigures.MeasureAsync(writer[9..]));
    return;
}
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, the province of the verb \"seed province\"");
if (args.Contains("workbook"))
{
    WorkbookFigures.Print();
    return;
}

string[] parts = ["pages", "circuits", "growth", "background", "reminders"];
var soak = Array.Find(args, arg => arg.StartsWith("soak=", StringComparison.Ordinal)) is { } asked ? int.Parse(asked[5..], CultureInfo.InvariantCulture) : 0;
bool Wanted(string part) => soak == 0 && args.Contains(part) || soak == 0 && !args.Contains("memory") && !parts.Any(args.Contains);

var folder = Directory.CreateTempSubdirectory("campaign-bench");
try
{
    if (Array.Find(args, arg => arg.StartsWith("at=", StringComparison.Ordinal)) is { } at)
    {
        var provider = args.Contains("postgres") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        await using var found = await Province.AtAsync(provider, at[3..], folder.FullName);
        await PrintAsync(found, provider, at[3..]);
        return;
    }
    if (!args.Contains("postgres")) await MeasureAsync(DatabaseProvider.Sqlite, name => Task.FromResult($"Data Source={Path.Combine(folder.FullName, name)}"));
    if (!args.Contains("sqlite") && Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") is { Length: > 0 } admin) await MeasureAsync(DatabaseProvider.Postgres, _ => FreshDatabase.MakeAsync(admin));
}
finally
{
    folder.Delete(true);
}

async Task MeasureAsync(DatabaseProvider provider, Func<string, Task<string>> database)
{
    if (Wanted("growth")) await GrowthFigures.PrintAsync(provider, database, folder.FullName);
    if (args.Contains("growth") && parts.Count(Wanted) == 1) return;
    if (Wanted("pages")) await Province.StartsAsync(provider, await database("demo.db"), folder.FullName);
    var connection = await database("bench.db");
    await using var province = await Province.MakeAsync(provider, connection, folder.FullName);
    await PrintAsync(province, provider, connection);
}

async Task PrintAsync(Province province, DatabaseProvider provider, string connection)
{
    if (soak > 0) await CircuitFigures.SoakAsync(province, CircuitFigures.Settings(provider, connection), folder.FullName, soak);
    if (args.Contains("memory")) await CircuitFigures.MemoryAsync(province, CircuitFigures.Settings(provider, connection), folder.FullName);
    if (Wanted("circuits")) await CircuitFigures.PrintAsync(province, CircuitFigures.Settings(provider, connection), folder.FullName);
    if (Wanted("pages")) await Figures.PrintAsync(province);
    if (Wanted("background"))
    {
        await BackgroundFigures.SchedulerAsync(provider, connection, folder.FullName);
        await BackgroundFigures.PrintAsync(province, folder.FullName);
    }
    if (!Wanted("reminders")) return;
    // Last: it gives every cell an account.
    await ReminderFigures.PrintAsync(province);
    await MailFigures.PrintAsync(province);
    await RulesFigures.PrintAsync(province);
}
