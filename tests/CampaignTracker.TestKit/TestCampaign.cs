using CampaignTracker.Domain.People;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.TestKit;

/// <summary>
/// The whole library on a database of its own, with a clock that stands still.
/// <code>
/// await using var campaign = await TestCampaign.StartAsync(on);
/// await campaign.As("chibo").Use&lt;BeginPlan&gt;().RunAsync(…);
/// </code>
/// </summary>
public sealed class TestCampaign : IAsyncDisposable
{
    /// <summary>The day on which tests happen unless they say otherwise: a Tuesday, this year's plans are being written.</summary>
    public static readonly DateOnly Tuesday = new(2026, 3, 3);

    private readonly ServiceProvider services;
    private readonly List<IServiceScope> scopes = [];

    private TestCampaign(DatabaseProvider provider, string connectionString, FakeClock clock)
    {
        (Provider, ConnectionString, Clock) = (provider, connectionString, clock);
        Files = Directory.CreateTempSubdirectory("campaign-files-").FullName;
        var collection = new ServiceCollection();
        collection.AddUseCases(_ => (provider, connectionString), _ => Files);
        collection.AddSingleton<TimeProvider>(clock);
        collection.Configure<BackupSettings>(settings => settings.Folder = settings.StateFolder = Backups);
        collection.ConfigureDbContext<CampaignDb>(options => options.AddInterceptors(Statements, Gate));
        services = collection.BuildServiceProvider(validateScopes: true);
        Given = new Given(this);
    }

    public DatabaseProvider Provider { get; }
    public string ConnectionString { get; }
    public FakeClock Clock { get; }
    /// <summary>Counts what is sent to the database.</summary>
    public Statements Statements { get; } = new();
    /// <summary>Lets several people save at the very same moment.</summary>
    public Gate Gate { get; } = new();
    /// <summary>The folder of uploaded files.</summary>
    public string Files { get; }
    /// <summary>The folder of backups, which the first of them makes.</summary>
    public string Backups => Files + "-backups";
    /// <summary>Builders of what a test starts from.</summary>
    public Given Given { get; }
    /// <summary>The host's side: schema, seed, demo, check.</summary>
    public PrepareDatabase Prepare => services.GetRequiredService<PrepareDatabase>();

    /// <summary>seed-data of the repository.</summary>
    public static string SeedFolder { get; } = FindSeedFolder();

    /// <summary>A small tree with an account of each role and this year open: see <see cref="TestKit.Given.SmallTreeAsync"/>.</summary>
    public static Task<TestCampaign> StartAsync(DatabaseProvider provider, DateOnly? today = null) =>
        FromTemplateAsync(provider, "small", today ?? Tuesday, async campaign =>
        {
            await campaign.Prepare.MigrateAsync(default);
            await campaign.Given.SmallTreeAsync();
        });

    /// <summary>Schema only.</summary>
    public static Task<TestCampaign> MigratedAsync(DatabaseProvider provider, DateOnly? today = null) =>
        FromTemplateAsync(provider, "migrated", today ?? Tuesday, campaign => campaign.Prepare.MigrateAsync(default));

    /// <summary>Schema and the real seed.</summary>
    public static Task<TestCampaign> SeededAsync(DatabaseProvider provider, DateOnly? today = null) =>
        FromTemplateAsync(provider, "seeded", today ?? Tuesday, async campaign =>
        {
            await campaign.Prepare.MigrateAsync(default);
            await campaign.Prepare.SeedAsync(SeedFolder, default);
        });

    /// <summary>Schema, seed and the demo told for a day.</summary>
    public static Task<TestCampaign> DemoAsync(DatabaseProvider provider, DateOnly today) =>
        FromTemplateAsync(provider, "demo", today, async campaign =>
        {
            await campaign.Prepare.MigrateAsync(default);
            await campaign.Prepare.SeedAsync(SeedFolder, default);
            await campaign.Prepare.DemoAsync(SeedFolder, new DemoSettings(), default);
        });

    /// <summary>Schema and the small town of <see cref="Town"/>: every role, every due date and every account known by name.</summary>
    public static Task<TestCampaign> TownAsync(DatabaseProvider provider, DateOnly? today = null) =>
        FromTemplateAsync(provider, "town", today ?? Tuesday, async campaign =>
        {
            await campaign.Prepare.MigrateAsync(default);
            await Town.BuildAsync(campaign);
        });

    /// <summary>No schema, no file.</summary>
    public static async Task<TestCampaign> EmptyAsync(DatabaseProvider provider, DateOnly? today = null)
    {
        TestDatabases.NeedOrSkip(provider);
        return new TestCampaign(provider, await TestDatabases.EmptyAsync(provider), new FakeClock(today ?? Tuesday));
    }

    /// <summary>A second program on the same database: another node, or a restart.</summary>
    public TestCampaign AnotherNode() => new(Provider, ConnectionString, new FakeClock(Clock.Today));

    private static async Task<TestCampaign> FromTemplateAsync(DatabaseProvider provider, string template, DateOnly today, Func<TestCampaign, Task> make)
    {
        TestDatabases.NeedOrSkip(provider);
        var copy = await TestDatabases.CopyAsync(provider, $"{template}-{today:yyyyMMdd}", async connectionString =>
        {
            var maker = new TestCampaign(provider, connectionString, new FakeClock(today));
            await make(maker);
            await maker.CloseAsync();
        });
        return new TestCampaign(provider, copy, new FakeClock(today));
    }

    /// <summary>Acts as an account, by user name.</summary>
    public Session As(string userName)
    {
        using var db = Database();
        var normalized = UseCases.People.Accounts.Normalize(userName);
        var account = db.Users.AsNoTracking().First(a => a.NormalizedUserName == normalized);
        return Open(who => who.Is(account.Id, account.SecurityStamp));
    }

    /// <summary>Acts as the first account that holds a role in a unit.</summary>
    public Session As(Role role, Guid unitId)
    {
        using var db = Database();
        var post = db.Posts.AsNoTracking().Where(p => p.Role == role && p.UnitId == unitId).OrderBy(p => p.Id).First();
        return Open(who => who.Is(post.AccountId, null));
    }

    /// <summary>Acts as the program itself: jobs, seed.</summary>
    public Session AsSystem() => Open(who => who.IsTheSystem());

    /// <summary>Before sign-in.</summary>
    public Session AsNobody() => Open(_ => { });

    /// <summary>A context that sees every row: to look at what came of it, never to act.</summary>
    internal CampaignDb Database()
    {
        var db = services.GetRequiredService<IDbContextFactory<CampaignDb>>().CreateDbContext();
        db.ShowOnly(Scope.Everything());
        return db;
    }

    private Session Open(Action<WhoIsAsking> who)
    {
        var scope = services.CreateScope();
        scopes.Add(scope);
        who(scope.ServiceProvider.GetRequiredService<WhoIsAsking>());
        return new Session(scope.ServiceProvider);
    }

    private async Task CloseAsync()
    {
        foreach (var scope in scopes) scope.Dispose();
        await services.DisposeAsync();
        Directory.Delete(Files, recursive: true);
        if (Directory.Exists(Backups)) Directory.Delete(Backups, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await TestDatabases.DropAsync(Provider, ConnectionString);
    }

    private static string FindSeedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CampaignTracker.sln"))) return Path.Combine(folder.FullName, "seed-data");
        throw new InvalidOperationException("CampaignTracker.sln was not found above " + AppContext.BaseDirectory);
    }
}

/// <summary>One person at work: gives the use cases that act as that person.</summary>
public sealed class Session(IServiceProvider services)
{
    /// <summary>A use case.</summary>
    public T Use<T>() where T : notnull => services.GetRequiredService<T>();
}
