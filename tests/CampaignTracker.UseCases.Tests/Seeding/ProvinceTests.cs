using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Seeding;

/// <summary>The province-size demo, told smaller; its full size is measured by the benchmarks.</summary>
public class ProvinceTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static readonly ProvinceSize Small = new(500, 6_000, 40);

    [SkippableTheory, OnBoth]
    public async Task Cells_and_people_are_as_many_as_asked_and_two_years_stand_behind_them(DatabaseProvider on)
    {
        await using var campaign = await LoadedAsync(on);
        await using var db = campaign.Database();
        Assert.Equal(Small.Cells, await db.Units.CountAsync(u => u.KindCode == "cell" || u.KindCode == "grassroots-cell"));
        Assert.Equal(Small.People, await db.Participants.CountAsync());
        var cell = await db.Posts.Where(p => p.AccountId == DemoPeople.AccountId("chibo")).Select(p => p.UnitId).SingleAsync();
        Assert.Equal(Small.LargestCell, await db.Participants.CountAsync(p => p.UnitId == cell));
        Assert.Equal([2025, 2026], await db.Registers.Where(r => r.Scope == CommitmentScope.Year).Select(r => r.Year).Distinct().OrderBy(y => y).ToListAsync());
        var registered = await db.Commitments.Where(c => c.Scope == CommitmentScope.Year).GroupBy(c => c.Year).Select(g => g.Count()).ToListAsync();
        Assert.All(registered, count => Assert.InRange(count, 0.8 * Small.People, Small.People));
        Assert.Equal(2 * registered.Sum(), await db.Set<CommitmentLine>().CountAsync(l => db.Commitments.Any(c => c.Id == l.CommitmentId && c.Scope == CommitmentScope.Year)));
        Assert.True(await db.ItemProgress.AnyAsync() && await db.Set<LineProgress>().AnyAsync());
        Assert.True(await campaign.Prepare.IsDemoAsync(default));
        Assert.True(await db.Obligations.Where(o => o.Year == 2025 && o.Kind == RequirementKind.AnnualCommitments).AllAsync(o => o.CompletedOn == null || o.CompletedOn < Day));
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_day_gives_the_same_province_in_every_database(DatabaseProvider on)
    {
        await using var one = await LoadedAsync(DatabaseProvider.Sqlite);
        await using var two = await LoadedAsync(on);
        await using var a = one.Database();
        await using var b = two.Database();
        foreach (var type in a.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            var (left, right) = (await DemoTests.RowsAsync(a, type.ClrType), await DemoTests.RowsAsync(b, type.ClrType));
            Assert.True(left.SequenceEqual(right), $"{type.ClrType.Name}: {left.Except(right).FirstOrDefault()} against {right.Except(left).FirstOrDefault()}");
        }
    }

    [SkippableTheory, OnBoth]
    public async Task A_database_with_filings_or_the_demo_is_refused(DatabaseProvider on)
    {
        await using var real = await TestCampaign.StartAsync(on);
        var problem = await Assert.ThrowsAsync<StartProblem>(() => LoadAsync(real));
        Assert.Contains("Database:ConnectionString", problem.Message);
        await using var demo = await TestCampaign.DemoAsync(on, Day);
        Assert.Contains("the demo already", (await Assert.ThrowsAsync<StartProblem>(() => LoadAsync(demo))).Message);
    }

    [Fact]
    public async Task Progress_is_told_and_a_failure_leaves_nothing_behind()
    {
        await using var campaign = await TestCampaign.SeededAsync(DatabaseProvider.Sqlite, Day);
        var told = new List<string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => campaign.Prepare.ProvinceAsync(TestCampaign.SeedFolder, new DemoSettings(), Small, line =>
        {
            told.Add(line);
            if (told.Count > 4) throw new InvalidOperationException("cut");
        }, default));
        Assert.Equal(5, told.Count);
        await using var db = campaign.Database();
        Assert.Equal(0, await db.Participants.CountAsync() + await db.Plans.CountAsync() + await db.Users.CountAsync());
    }

    private static async Task<TestCampaign> LoadedAsync(DatabaseProvider on)
    {
        var campaign = await TestCampaign.SeededAsync(on, Day);
        await LoadAsync(campaign);
        return campaign;
    }

    private static Task LoadAsync(TestCampaign campaign) => campaign.Prepare.ProvinceAsync(TestCampaign.SeedFolder, new DemoSettings(), Small, _ => { }, default);
}
