using CampaignTracker.Benchmarks;
using CampaignTracker.UseCases.Database;

// dotnet run -c Release --project tests/CampaignTracker.Benchmarks [-- sqlite|postgres] [-- sqlite "at=Data Source=…/campaign.db"]
// "reminders" measures the rounds of reminders alone. "at" measures a province that "seed province --today 2026-06-15" made, and so the memory of the tasks alone.
// Runs on SQLite, and on PostgreSQL too when CAMPAIGN_POSTGRES is set.
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, the province of the verb \"seed province\"");

var alone = args.Contains("reminders");
Task PrintAsync(Province province) => alone ? ReminderFigures.PrintAsync(province) : Figures.PrintAsync(province);

var folder = Directory.CreateTempSubdirectory("campaign-bench");
try
{
    if (Array.Find(args, arg => arg.StartsWith("at=", StringComparison.Ordinal)) is { } at)
    {
        await using var found = await Province.AtAsync(args.Contains("postgres") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, at[3..], folder.FullName);
        await PrintAsync(found);
        return;
    }
    if (!args.Contains("postgres"))
    {
        if (!alone) await Province.StartsAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "demo.db")}", folder.FullName);
        await using var sqlite = await Province.MakeAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "bench.db")}", folder.FullName);
        await PrintAsync(sqlite);
    }
    if (!args.Contains("sqlite") && Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") is { Length: > 0 } admin)
    {
        if (!alone) await Province.StartsAsync(DatabaseProvider.Postgres, await FreshDatabase.MakeAsync(admin), folder.FullName);
        await using var postgres = await Province.MakeAsync(DatabaseProvider.Postgres, await FreshDatabase.MakeAsync(admin), folder.FullName);
        await PrintAsync(postgres);
    }
}
finally
{
    folder.Delete(true);
}
