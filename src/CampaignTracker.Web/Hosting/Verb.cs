using System.Diagnostics;
using System.Globalization;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.UseCases.Seeding;
using CampaignTracker.Web.Reminders;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>A task done from the command line instead of serving.</summary>
/// <param name="Name">Which.</param>
/// <param name="Options">What stands behind it.</param>
public sealed record Verb(string Name, string[] Options)
{
    private static readonly string[] Known = ["create-admin", "migrate", "seed", "check", "import", "backup", "backups", "restore", "print", "remind"];

    /// <summary>The verb of that name, or null.</summary>
    public static string? Named(string name) => Array.Find(Known, known => known == name);

    /// <summary>Does it; the exit code.</summary>
    public async Task<int> RunAsync(IServiceProvider services)
    {
        var prepare = services.GetRequiredService<PrepareDatabase>();
        switch (Name)
        {
            case "migrate":
                await prepare.MigrateAsync(CancellationToken.None);
                Console.WriteLine("The database is up to date.");
                return 0;
            case "seed":
                return await SeedAsync(services, prepare);
            case "check":
                return await CheckAsync(prepare, Options.Contains("--correct"));
            case "import":
                return await new ImportVerb(Options).RunAsync(services);
            case "backup" or "backups" or "restore":
                return await new BackupVerb(Name, Options).RunAsync(services);
            case "print":
                return await new PrintVerb(Options).RunAsync(services);
            case "remind":
                return await RemindAsync(services);
            default:
                return await CreateAdminAsync(services, prepare);
        }
    }

    private async Task<int> SeedAsync(IServiceProvider services, PrepareDatabase prepare)
    {
        var folder = CampaignSetup.SeedFolder(services);
        await prepare.MigrateAsync(CancellationToken.None);
        var result = await prepare.SeedAsync(folder, CancellationToken.None);
        Console.WriteLine($"Seed: {result.Added} added, {result.Updated} updated.");
        var province = Options.Contains("province");
        if (!province && !Options.Contains("demo")) return 0;
        var settings = services.GetRequiredService<IOptions<DemoSettings>>().Value;
        if (Options.After("--today") is { } today)
        {
            if (!DateOnly.TryParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw new StartProblem($"--today {today} is no date. Write it as yyyy-MM-dd.");
            settings.Today = day;
        }
        if (province)
        {
            var watch = Stopwatch.StartNew();
            await prepare.ProvinceAsync(folder, settings, line => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:F1} s  {line}"), CancellationToken.None);
            Console.WriteLine($"The province is loaded: {watch.Elapsed.TotalSeconds:F1} s.");
            return 0;
        }
        Console.WriteLine(await prepare.DemoAsync(folder, settings, CancellationToken.None) ? "The demo is loaded." : "The demo was loaded before.");
        return 0;
    }

    private static async Task<int> CheckAsync(PrepareDatabase prepare, bool correct)
    {
        if (correct) Console.WriteLine($"Ledger: {await prepare.CorrectLedgerAsync(CancellationToken.None)} sums corrected.");
        var lines = await prepare.CheckAsync(CancellationToken.None);
        foreach (var line in lines) Console.WriteLine($"{(line.Good ? "ok " : "BAD")} {line.Text}");
        return lines.All(line => line.Good) ? 0 : 1;
    }

    // What the schedule does by itself: for a round that was missed, and for trying out.
    private static async Task<int> RemindAsync(IServiceProvider services)
    {
        await using var scope = services.CreateSystemScope();
        var decided = await scope.ServiceProvider.GetRequiredService<DecideReminders>().RunAsync(CancellationToken.None);
        Console.WriteLine(decided.DayOff ? "A day off: nobody is reminded." : $"Decided: {decided.Reminders} reminders for {decided.People} people, {decided.Digests} messages.");
        Console.WriteLine($"Handed over: {await scope.ServiceProvider.GetRequiredService<DeliveryRound>().RunAsync(CancellationToken.None)} messages.");
        return 0;
    }

    private async Task<int> CreateAdminAsync(IServiceProvider services, PrepareDatabase prepare)
    {
        if (Options.FirstOrDefault(o => !o.StartsWith('-')) is not { } userName) throw new StartProblem("create-admin needs a user name: create-admin NAME [--full-name \"…\"], with the password on standard input.");
        await prepare.MigrateAsync(CancellationToken.None);
        await prepare.SeedAsync(CampaignSetup.SeedFolder(services), CancellationToken.None);
        if (!Console.IsInputRedirected) Console.Write("Password: ");
        var password = await Console.In.ReadLineAsync() ?? "";
        await using var scope = services.CreateSystemScope();
        await scope.ServiceProvider.GetRequiredService<CreateAdministrator>().RunAsync(new(userName, Options.After("--full-name") ?? userName, password), CancellationToken.None);
        Console.WriteLine($"Administrator {userName} is made.");
        return 0;
    }
}
