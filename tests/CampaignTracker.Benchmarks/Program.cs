using CampaignTracker.Benchmarks;
using CampaignTracker.UseCases.Database;

// dotnet run -c Release --project tests/CampaignTracker.Benchmarks [-- sqlite|postgres] [-- sqlite "at=Data Source=…/campaign.db"]
// "at" with "reminders" measures the rounds of reminders alone. "at" measures a province that "seed province --today 2026-06-15" made, and so the memory of the tasks alone.
// Runs on SQLite, and on PostgreSQL too when CAMPAIGN_POSTGRES is set.
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, the province of the verb \"seed province\"");

var folder = Directory.CreateTempSubdirectory("campaign-bench");
try
{
    if (Array.Find(args, arg => arg.StartsWith("at=", StringComparison.Ordinal)) is { } at)
    {
        await using var found = await Province.AtAsync(args.Contains("postgres") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, at[3..], folder.FullName);
        if (args.Contains("reminders"))
        {
            await ReminderFigures.PrintAsync(found);
            return;
        }
        await BackgroundFigures.SchedulerAsync(args.Contains("postgres") ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, at[3..], folder.FullName);
        await BackgroundFigures.PrintAsync(found, folder.FullName);
        await Figures.PrintAsync(found);
        return;
    }
    if (!args.Contains("postgres"))
    {
        await Province.StartsAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "demo.db")}", folder.FullName);
        await using var sqlite = await Province.MakeAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "bench.db")}", folder.FullName);
        await Figures.PrintAsync(sqlite);
        await BackgroundFigures.SchedulerAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "bench.db")}", folder.FullName);
        await BackgroundFigures.PrintAsync(sqlite, folder.FullName);
    }
    if (!args.Contains("sqlite") && Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") is { Length: > 0 } admin)
    {
        await Province.StartsAsync(DatabaseProvider.Postgres, await FreshDatabase.MakeAsync(admin), folder.FullName);
        var connection = await FreshDatabase.MakeAsync(admin);
        await using var postgres = await Province.MakeAsync(DatabaseProvider.Postgres, connection, folder.FullName);
        await Figures.PrintAsync(postgres);
        await BackgroundFigures.SchedulerAsync(DatabaseProvider.Postgres, connection, folder.FullName);
        await BackgroundFigures.PrintAsync(postgres, folder.FullName);
    }
}
finally
{
    folder.Delete(true);
}
