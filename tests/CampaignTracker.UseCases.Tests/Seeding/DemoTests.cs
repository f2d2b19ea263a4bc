using System.Diagnostics;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CampaignTracker.UseCases.Tests.Seeding;

public class DemoTests(ITestOutputHelper output)
{
    [SkippableTheory, OnBoth]
    public async Task First_start_with_the_demo(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.EmptyAsync(on, new DateOnly(2026, 11, 22));
        var watch = Stopwatch.StartNew();
        await campaign.Prepare.MigrateAsync(default);
        output.WriteLine($"migrate {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var seeded = await campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default);
        output.WriteLine($"seed {watch.ElapsedMilliseconds} ms {seeded}");
        watch.Restart();
        var again = await campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default);
        output.WriteLine($"again {watch.ElapsedMilliseconds} ms {again}");
        watch.Restart();
        await campaign.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default);
        output.WriteLine($"demo {watch.ElapsedMilliseconds} ms");
        await Print(campaign);
        foreach (var line in await campaign.Prepare.CheckAsync(default)) output.WriteLine($"{line}");
        Assert.True(await campaign.Prepare.HasDemoAccountsAsync(default));
    }

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-06-15")]
    [InlineData("2026-12-31")]
    [InlineData("2027-01-02")]
    [InlineData("2027-02-03")]
    [InlineData("2027-03-10")]
    public async Task Figures(string day)
    {
        await using var campaign = await TestCampaign.DemoAsync(DatabaseProvider.Sqlite, DateOnly.Parse(day));
        await Print(campaign);
    }

    private async Task Print(TestCampaign campaign)
    {
        var today = campaign.Clock.Today;
        await using var db = campaign.Database();
        var all = await db.Obligations.AsNoTracking().ToListAsync();
        foreach (var group in all.GroupBy(o => (o.Year, o.Kind)).OrderBy(g => g.Key))
            output.WriteLine($"{group.Key} {group.Count()}: " + string.Join(", ", group.GroupBy(o => ObligationStatus.Judge(o.Facts, today)).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")) + $"; extended {group.Count(o => o.ExtensionReason != null)}");
        var plans = await db.Plans.AsNoTracking().ToListAsync();
        output.WriteLine("plans " + string.Join(", ", plans.GroupBy(p => (p.State, p.Answer)).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")));
        output.WriteLine($"participants {await db.Participants.CountAsync()} units {await db.Units.CountAsync()} items {await db.Set<Domain.Plans.PlanItem>().CountAsync()} sendings {await db.Set<Domain.Plans.Sending>().CountAsync()} reviews {await db.Reviews.CountAsync()} remarks {await db.Set<Domain.Reviews.Remark>().CountAsync()}");
        var cell = await db.Posts.Where(p => p.AccountId == DemoPeople.AccountId("chibo")).Select(p => p.UnitId).FirstAsync();
        foreach (var o in all.Where(o => o.UnitId == cell).OrderBy(o => o.Year))
        {
            var p = plans.FirstOrDefault(p => p.ObligationId == o.Id);
            output.WriteLine($"  chibo {o.Year} {o.Kind} due {o.DueOn:dd/MM/yyyy} ({o.FirstDueOn:dd/MM/yyyy}) {ObligationStatus.Judge(o.Facts, today)} {p?.State} sent {o.FirstSentOn} {o.ExtensionReason} suppl {o.SupplementDueOn}");
        }
    }
}
