using CampaignTracker.Benchmarks;
using CampaignTracker.UseCases.Database;

// dotnet run -c Release --project tests/CampaignTracker.Benchmarks [-- units people]
// Runs on SQLite, and on PostgreSQL too when CAMPAIGN_POSTGRES is set.
var units = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 5_000;
var people = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 160_000;
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {units:N0} units, {people:N0} people");

var folder = Directory.CreateTempSubdirectory("campaign-bench");
try
{
    await using (var sqlite = await Province.MakeAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "bench.db")}", folder.FullName, units, people))
        await Figures.PrintAsync(sqlite);
    if (Environment.GetEnvironmentVariable("CAMPAIGN_POSTGRES") is { Length: > 0 } admin)
        await using (var postgres = await Province.MakeAsync(DatabaseProvider.Postgres, await FreshDatabase.MakeAsync(admin), folder.FullName, units, people))
            await Figures.PrintAsync(postgres);
}
finally
{
    folder.Delete(true);
}
