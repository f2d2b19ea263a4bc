using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.UseCases.Tests.Database;

public class DatabaseStartTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=never-opened.db")]
    [InlineData(DatabaseProvider.Postgres, "Host=never-asked;Database=x")]
    public void The_migrations_follow_the_model(DatabaseProvider provider, string connectionString)
    {
        using var db = new CampaignDb((DbContextOptions<CampaignDb>)new DbContextOptionsBuilder<CampaignDb>().Use(provider, connectionString).Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [SkippableTheory, OnBoth]
    public async Task Two_nodes_migrate_an_empty_database_at_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.EmptyAsync(on);
        var other = campaign.AnotherNode();
        await Task.WhenAll(Task.Run(() => campaign.Prepare.MigrateAsync(default)), Task.Run(() => other.Prepare.MigrateAsync(default)));
        Assert.Empty(await campaign.Prepare.PendingMigrationsAsync(default));
    }

    [Fact]
    public async Task The_file_and_its_folder_are_made_and_written_ahead()
    {
        var folder = Path.Combine(Path.GetTempPath(), "campaign-" + Path.GetRandomFileName());
        try
        {
            await At($"Data Source={folder}/deep/campaign.db").MigrateAsync(default);
            await using var connection = new SqliteConnection($"Data Source={folder}/deep/campaign.db");
            await connection.OpenAsync();
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode";
            Assert.Equal("wal", await command.ExecuteScalarAsync());
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 4096));
        var problem = await Assert.ThrowsAsync<StartProblem>(() => At($"Data Source={file}").MigrateAsync(default));
        Assert.Contains(file, problem.Message);
        Assert.Contains("backup", problem.Message);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        var problem = await Assert.ThrowsAsync<StartProblem>(() => At($"Data Source={Path.GetTempPath()}").MigrateAsync(default));
        Assert.Contains("Database:ConnectionString", problem.Message);
    }

    [Fact]
    public async Task A_locked_file_says_so()
    {
        await using var campaign = await TestCampaign.MigratedAsync(DatabaseProvider.Sqlite);
        await using var other = new SqliteConnection(campaign.ConnectionString);
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction();
        var preparing = At(campaign.ConnectionString + ";Default Timeout=1");
        var problem = await Assert.ThrowsAsync<StartProblem>(() => preparing.SeedAsync(TestCampaign.SeedFolder, default));
        Assert.Contains("locked", problem.Message);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=x;Password=x;Timeout=3", "127.0.0.1:1")]
    [InlineData("Host=no-such-host.invalid;Database=x;Timeout=3", "cannot be reached")]
    [InlineData("Hots=127.0.0.1", "Database:Provider")]
    public async Task An_unreachable_server_or_a_wrong_setting_is_one_line(string connectionString, string names)
    {
        var problem = await Assert.ThrowsAsync<StartProblem>(() => At(connectionString, DatabaseProvider.Postgres).MigrateAsync(default));
        Assert.Contains(names, problem.Message);
        Assert.Contains("Database:ConnectionString", problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Database=x")]
    [InlineData("")]
    public async Task A_setting_of_the_other_database_is_one_line(string connectionString)
    {
        var problem = await Assert.ThrowsAsync<StartProblem>(() => At(connectionString).MigrateAsync(default));
        Assert.Contains("Database:ConnectionString", problem.Message);
    }

    [SkippableTheory, OnBoth]
    public async Task The_check_finds_a_changed_sending_and_a_missing_file(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var plan = await campaign.Given.AUnitPlan().Issued();
        await campaign.As("chibo").Use<KeepScan>().AttachAsync(plan.PlanId, "page.pdf", new MemoryStream("%PDF-1.7 page"u8.ToArray()), default);
        await campaign.Given.AUnitPlan("T-1-2").Sent();
        Assert.DoesNotContain(await campaign.Prepare.CheckAsync(default), line => !line.Good && !line.Text.StartsWith("seed"));

        await using (var db = campaign.Database()) await db.Set<Domain.Plans.Sending>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Frozen, s => s.Frozen + " "));
        foreach (var file in Directory.EnumerateFiles(campaign.Files, "*", SearchOption.AllDirectories)) File.Delete(file);
        var lines = await campaign.Prepare.CheckAsync(default);
        Assert.Contains(lines, line => !line.Good && line.Text.StartsWith("seal"));
        Assert.Contains(lines, line => !line.Good && line.Text.StartsWith("file"));
    }

    private static PrepareDatabase At(string connectionString, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var services = new ServiceCollection();
        services.AddUseCases(_ => (provider, connectionString), _ => Path.GetTempPath());
        return services.BuildServiceProvider().GetRequiredService<PrepareDatabase>();
    }
}
