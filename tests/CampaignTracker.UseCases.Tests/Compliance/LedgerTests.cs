using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Tests.Obligations;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Compliance;

public sealed class LedgerTests
{
    private static Task<List<Obligation>> AllAsync(TestCampaign campaign) => campaign.LookAsync(db => db.Obligations.AsNoTracking().ToListAsync());

    private static Task<Counts> TotalAsync(TestCampaign campaign, string path, DateOnly? asOf = null) => campaign.LookAsync(async db =>
    {
        var op = new Operation(db, Domain.People.Actor.System, campaign.Clock.Now, campaign.Clock.Today);
        return (await LedgerSums.RowsAsync(op, path, Town.Year, asOf, default)).Aggregate(default(Counts), (sum, row) => sum + row.Counts);
    });

    private static Counts Recount(IEnumerable<Obligation> all, string path, DateOnly today) =>
        all.Where(o => o.Year <= Town.Year && o.ToYear >= Town.Year && UnitPath.IsAtOrBelow(o.UnitPath, path)).Aggregate(default(Counts), (sum, o) => sum + Counts.Of(o.Facts, today));

    [SkippableTheory, OnBoth]
    public async Task Days_of_random_events_stand_in_the_ledger_before_and_after_it_is_carried_forward(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(200);
        var (random, days, paths) = (new Random(3), new List<(DateOnly On, Dictionary<string, Counts> Told)>(), new[] { Town.Province, Town.CommuneA, Town.CellA1 }.Select(Town.PathOf).ToArray());
        for (var day = 0; day < 12; day++)
        {
            campaign.Clock.Advance(TimeSpan.FromDays(1));
            await campaign.SetAsync(async db =>
            {
                foreach (var owed in await db.Obligations.ToListAsync()) if (random.Next(4) == 0) Happen(db, owed, random, campaign.Clock.Today);
            });
            if (day is 5 or 10) await campaign.AsSystem().Use<CarryLedgerForward>().RunAsync(default);
            var all = await AllAsync(campaign);
            days.Add((campaign.Clock.Today, paths.ToDictionary(p => p, p => Recount(all, p, campaign.Clock.Today))));
            foreach (var path in paths) Assert.Equal(days[^1].Told[path], await TotalAsync(campaign, path));
        }

        foreach (var (past, told) in days)
            foreach (var path in paths) Assert.Equal((past, told[path]), (past, await TotalAsync(campaign, path, past)));
        Assert.Equal(0, (await campaign.AsSystem().Use<CompareLedger>().RunAsync(default)).Differences);
    }

    [SkippableTheory, OnBoth]
    public async Task A_demo_begins_with_a_ledger_that_matches_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.DemoAsync(on, new DateOnly(2026, 6, 15));

        var (compared, different) = await campaign.LookAsync(db => CompareLedger.DifferencesAsync(db, default));

        Assert.True(compared > 1000);
        Assert.Empty(different);
    }

    [SkippableTheory, OnBoth]
    public async Task A_difference_is_told_and_a_correction_mends_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.LookAsync(db => db.Obligations.Where(o => o.Id == Town.Owed(Town.CellA1)).ExecuteUpdateAsync(o => o.SetProperty(x => x.FirstSentOn, campaign.Clock.Today)));

        var told = await campaign.AsSystem().Use<CompareLedger>().RunAsync(default);
        var seen = await campaign.As("quantri").Use<CompareLedger>().LastAsync(default);
        var check = await campaign.Prepare.CheckAsync(default);
        var mended = await campaign.Prepare.CorrectLedgerAsync(default);

        Assert.Equal(UnitPath.Level(Town.PathOf(Town.CellA1)), told.Differences);
        Assert.Equal(told, seen);
        Assert.Contains(Town.Province, told.Examples, StringComparison.Ordinal);
        Assert.Contains(check, line => !line.Good && line.Text.StartsWith("ledger:", StringComparison.Ordinal));
        Assert.Equal(told.Differences, mended);
        Assert.Equal(0, (await campaign.AsSystem().Use<CompareLedger>().RunAsync(default)).Differences);
        Assert.Equal(Recount(await AllAsync(campaign), Town.PathOf(Town.Province), campaign.Clock.Today), await TotalAsync(campaign, Town.PathOf(Town.Province)));
    }

    [SkippableTheory, OnBoth]
    public async Task A_database_from_before_the_ledger_gets_one_at_the_next_start(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(100);
        await campaign.LookAsync(db => db.ComplianceEntries.ExecuteDeleteAsync());

        await campaign.Prepare.SeedAsync(TestCampaign.SeedFolder, default);

        Assert.Empty((await campaign.LookAsync(db => CompareLedger.DifferencesAsync(db, default))).Different);
    }

    private static void Happen(CampaignDb db, Obligation owed, Random random, DateOnly today)
    {
        var entry = db.Entry(owed);
        switch (random.Next(6))
        {
            case 0 when owed.FirstSentOn is null:
                entry.Property(o => o.DueOn).CurrentValue = owed.DueOn.AddDays(3);
                break;
            case 1:
                entry.Property(o => o.ExcusedOn).CurrentValue = owed.ExcusedOn is null ? today : null;
                break;
            case 2 when owed.FirstSentOn is not null:
                entry.Property(o => o.SupplementDueOn).CurrentValue = today.AddDays(5);
                break;
            case 3 when owed.FirstSentOn is not null:
                entry.Property(o => o.SupplementDueOn).CurrentValue = null;
                entry.Property(o => o.CompletedOn).CurrentValue = today;
                break;
            case 4 when owed is { FirstSentOn: not null, CompletedOn: null }:
                entry.Property(o => o.FirstSentOn).CurrentValue = null;
                entry.Property(o => o.SupplementDueOn).CurrentValue = null;
                break;
            default:
                entry.Property(o => o.FirstSentOn).CurrentValue = owed.FirstSentOn ?? today;
                break;
        }
    }
}
