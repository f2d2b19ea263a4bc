using System.Diagnostics;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Seeding;
using Xunit.Abstractions;

namespace CampaignTracker.UseCases.Tests.Seeding;

/// <summary>Tells how long a first start takes; asserts nothing about time.</summary>
public class FirstStart(ITestOutputHelper output)
{
    [SkippableTheory, OnBoth]
    public async Task With_the_demo(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.EmptyAsync(on, new DateOnly(2026, 11, 22));
        await Tell("migrate", () => campaign.Prepare.MigrateAsync(default));
        await Tell("seed", () => campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default));
        await Tell("demo", () => campaign.Prepare.DemoAsync(TestCampaign.SeedFolder, new DemoSettings(), default));
        await Tell("migrate again", () => campaign.Prepare.MigrateAsync(default));
        await Tell("seed again", () => campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default));
        foreach (var line in await campaign.Prepare.CheckAsync(default))
        {
            output.WriteLine(line.Text);
            Assert.True(line.Good, line.Text);
        }
    }

    private async Task Tell(string what, Func<Task> work)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await work();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms, processor {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds:0} ms");
    }
}
