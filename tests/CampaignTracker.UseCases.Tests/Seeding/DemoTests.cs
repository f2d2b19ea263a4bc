using System.Diagnostics;
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
        await using var db = campaign.Database();
        foreach (var row in await db.Obligations.GroupBy(o => new { o.Year, o.Kind, o.DueOn }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()) output.WriteLine($"{row}");
        output.WriteLine($"participants {await db.Participants.CountAsync()} units {await db.Units.CountAsync()} posts {await db.Posts.CountAsync()}");
        foreach (var line in await campaign.Prepare.CheckAsync(default)) output.WriteLine($"{line}");
        Assert.True(await campaign.Prepare.HasDemoAccountsAsync(default));
    }
}
