using System.Diagnostics;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.Benchmarks;

/// <summary>The province of the verb "seed province" in a database of its own, told for one day in June.</summary>
internal sealed class Province : IAsyncDisposable
{
    public const int Year = 2026;

    private static readonly DateOnly Today = new(2026, 6, 15);

    private readonly ServiceProvider services;

    private Province(ServiceProvider services, Statements statements) => (this.services, Statements) = (services, statements);

    public Statements Statements { get; }
    public TimeProvider Clock => services.GetRequiredService<TimeProvider>();
    public IReadOnlyList<string> Cells { get; private set; } = [];
    public string CellCode { get; private set; } = "";
    public string CommuneCode { get; private set; } = "";
    public string MemberName { get; private set; } = "";

    public static Guid CellSecretary => DerivedId.Of("account", "chibo");
    public static Guid CommuneSecretary => DerivedId.Of("account", "xa");
    public static Guid ProvincialOfficer => DerivedId.Of("account", "tinh");
    public static Guid Inspector => DerivedId.Of("account", "kiemtra");

    /// <summary>Migrates, reads the seed and loads the province; says how long each took.</summary>
    public static async Task<Province> MakeAsync(DatabaseProvider provider, string connectionString, string folder, ProvinceSize? size = null)
    {
        var made = Open(provider, connectionString, folder);
        var prepare = made.services.GetRequiredService<PrepareDatabase>();
        var watch = Stopwatch.StartNew();
        await prepare.MigrateAsync(default);
        await prepare.SeedAsync(SeedFolder, default);
        Console.WriteLine($"\n{provider}: schema and seed {watch.Elapsed.TotalSeconds:F1} s");
        watch.Restart();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        await prepare.ProvinceAsync(SeedFolder, new DemoSettings { Today = Today }, size ?? ProvinceSize.Full, _ => { }, default);
        Console.WriteLine($"{provider}: province {watch.Elapsed.TotalSeconds:F1} s (bar {(provider == DatabaseProvider.Sqlite ? 120 : 180)}), {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:F1} s of processor time here");
        await made.LookAsync();
        return made;
    }

    /// <summary>A province that was loaded before, by the verb or by an earlier run: its figures of memory are not those of the loading.</summary>
    public static async Task<Province> AtAsync(DatabaseProvider provider, string connectionString, string folder)
    {
        var found = Open(provider, connectionString, folder);
        var prepare = found.services.GetRequiredService<PrepareDatabase>();
        await prepare.MigrateAsync(default);
        await prepare.SeedAsync(SeedFolder, default);
        await found.LookAsync();
        return found;
    }

    /// <summary>A first start with the usual demo, and a start that finds everything there, without the web server.</summary>
    public static async Task StartsAsync(DatabaseProvider provider, string connectionString, string folder)
    {
        foreach (var (what, bar) in new[] { ("first start with the demo", 20), ("start again", 4) })
        {
            await using var start = Open(provider, connectionString, folder);
            var prepare = start.services.GetRequiredService<PrepareDatabase>();
            var watch = Stopwatch.StartNew();
            await prepare.MigrateAsync(default);
            await prepare.SeedAsync(SeedFolder, default);
            await prepare.DemoAsync(SeedFolder, new DemoSettings { Today = Today }, default);
            Console.WriteLine($"{provider}: {what} {watch.Elapsed.TotalSeconds:F1} s (bar {bar}; the web server's own start is measured by the end-to-end tests)");
        }
    }

    /// <summary>Runs a use case as an account, in a scope of its own.</summary>
    public async Task<TAnswer> AsAsync<TUseCase, TAnswer>(Guid account, Func<TUseCase, Task<TAnswer>> run) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WhoIsAsking>().Is(account, null);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Runs a use case as the clock-work does.</summary>
    public async Task<TAnswer> AsSystemAsync<TUseCase, TAnswer>(Func<TUseCase, Task<TAnswer>> run) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WhoIsAsking>().IsTheSystem();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Asks the database as the program itself would.</summary>
    public async Task<T> AskAsync<T>(Func<CampaignDb, Task<T>> ask)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CampaignDb>>().CreateDbContextAsync();
        db.ShowOnly(Scope.Everything());
        return await ask(db);
    }

    private static Province Open(DatabaseProvider provider, string connectionString, string folder)
    {
        var collection = new ServiceCollection();
        collection.AddUseCases(_ => (provider, connectionString), _ => Path.Combine(folder, "files"));
        collection.AddSingleton<TimeProvider>(new StandingClock(LocalTime.StartOf(Today).AddHours(9)));
        var counter = new Statements();
        collection.ConfigureDbContext<CampaignDb>(options => options.AddInterceptors(counter));
        return new Province(collection.BuildServiceProvider(), counter);
    }

    private Task<bool> LookAsync() => AskAsync(async db =>
    {
        var unit = await db.Posts.Where(p => p.AccountId == CellSecretary).Join(db.Units, p => p.UnitId, u => u.Id, (_, u) => u).SingleAsync();
        CellCode = unit.Code;
        CommuneCode = await db.Units.Where(u => u.Id == unit.ParentId).Select(u => u.Code).SingleAsync();
        Cells = await db.Units.Where(u => u.ParentId == unit.ParentId && u.KindCode == "cell").OrderBy(u => u.OfficialOrder).Select(u => u.Code).ToListAsync();
        MemberName = await db.Commitments.Where(c => c.UnitId == unit.Id && c.Year == Year).OrderBy(c => c.Id).Join(db.Participants.Where(p => p.AccountId == null), c => c.ParticipantId, p => p.Id, (_, p) => p.Name).FirstAsync();
        return true;
    });

    private static string SeedFolder { get; } = FindSeedFolder();

    private static string FindSeedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "seed-data"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Run this from within the repository: seed-data is not above the program."), "seed-data");
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class StandingClock(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
    }
}
