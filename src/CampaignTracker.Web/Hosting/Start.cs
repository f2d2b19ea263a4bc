using System.Net.Sockets;
using CampaignTracker.Domain;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.UseCases.Seeding;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>The start: prepares the database, says where everything is, and turns what goes wrong into one clear line.</summary>
public static class Start
{
    /// <summary>Runs; a known problem becomes one line on standard error and exit code 1.</summary>
    public static async Task<int> OrExplainAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception problem) when (Line(problem) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }

    /// <summary>Migrates, seeds, loads the demo in Development; outside it refuses while a demo account is open.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var (prepare, ct) = (app.Services.GetRequiredService<PrepareDatabase>(), app.Lifetime.ApplicationStopping);
        var (seed, demo) = (CampaignSetup.SeedFolder(app.Services), app.Services.GetRequiredService<Demo>());
        Assets.Check(app.Environment);
        await prepare.MigrateAsync(ct);
        await prepare.SeedAsync(seed, ct);
        if (app.Environment.IsDevelopment())
        {
            if (await prepare.DemoAsync(seed, app.Services.GetRequiredService<IOptions<DemoSettings>>().Value, ct)) await RemindAsync(app.Services, ct);
        }
        else if (await prepare.HasDemoAccountsAsync(ct))
            throw new StartProblem("This database holds demo accounts with a public password. Use another database (Database:ConnectionString, Data:Folder), or start with ASPNETCORE_ENVIRONMENT=Development.");
        demo.Tell(await prepare.IsDemoAsync(ct));
    }

    // Whoever looks at a fresh demo at night would find every bell silent until the morning's round.
    private static async Task RemindAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        await scope.ServiceProvider.GetRequiredService<DecideReminders>().RunAsync(ct);
    }

    /// <summary>Starts listening, prints where everything is, waits for the end.</summary>
    public static async Task RunUntilStoppedAsync(this WebApplication app)
    {
        using var serving = app.Services.GetRequiredService<RestoreBackup>().Serving();
        await app.StartAsync();
        var demo = app.Services.GetRequiredService<Demo>();
        var (provider, connection) = CampaignSetup.Database(app.Services.GetRequiredService<IOptions<DatabaseSettings>>().Value, CampaignSetup.DataFolder(app.Services));
        if (demo.Mark.IsDemo) Console.WriteLine($"Demo accounts: {string.Join(", ", Demo.UserNames)}; password: {demo.Password}");
        Console.WriteLine($"Database: {(provider == DatabaseProvider.Sqlite ? Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection).DataSource) : "PostgreSQL (Database:ConnectionString)")}");
        Console.WriteLine($"Data:     {CampaignSetup.DataFolder(app.Services)}");
        Console.WriteLine($"Seed:     {CampaignSetup.SeedFolder(app.Services)}");
        Console.WriteLine($"CampaignTracker is ready: {string.Join(", ", app.Urls)}");
        await app.WaitForShutdownAsync();
    }

    private static string? Line(Exception problem) => problem switch
    {
        StartProblem or SeedProblem => problem.Message,
        Refusal refusal => Wording.Of(refusal),
        OptionsValidationException wrong => $"A setting is wrong: {wrong.Message}",
        InvalidOperationException { Message: var message } when message.Contains("configuration value", StringComparison.OrdinalIgnoreCase) => $"A setting cannot be read: {message.ReplaceLineEndings(" ")}",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken => $"{taken.Message.TrimEnd('.')}. Stop the other program, or choose another port with --urls http://localhost:5081.",
        IOException or UnauthorizedAccessException => $"A file cannot be used: {problem.Message.ReplaceLineEndings(" ")}",
        SocketException socket => $"The address cannot be listened on ({socket.Message}). Choose another with --urls http://localhost:5081.",
        _ => null,
    };
}
