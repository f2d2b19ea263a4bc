using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Commitments;

public sealed class ComposeManyPapersTests
{
    private static async Task<List<ComposeManyPapers.OfUnit>> ReadAsync(ComposeManyPapers use, ComposeManyPapers.Input input)
    {
        await using var answer = await use.RunAsync(input, default);
        var units = new List<ComposeManyPapers.OfUnit>();
        await foreach (var unit in answer.Units) units.Add(unit);
        Assert.Equal(answer.Count, units.Count);
        return units;
    }

    private static async Task<TestCampaign> PromisedAsync(DatabaseProvider on)
    {
        var campaign = await TestCampaign.TownAsync(on);
        foreach (var unit in new[] { Town.CellA1, Town.CellA2, Town.CellB1 }) await campaign.PromiseAsync(unit, Promises.Member(unit, 0));
        return campaign;
    }

    [SkippableTheory, OnBoth]
    public async Task A_keeper_prints_the_units_they_keep_and_nobody_names_people_above_them(DatabaseProvider on)
    {
        await using var campaign = await PromisedAsync(on);
        var mine = Assert.Single(await ReadAsync(campaign.As("a1.vp").Use<ComposeManyPapers>(), new(Town.Year)));
        Assert.Equal((Town.CellA1, 1), (mine.Code, mine.Papers.Count));
        Assert.Contains(mine.Papers[0].Sections.SelectMany(section => section.Promises), promise => promise.Action is { Length: > 0 });
        // The committee above keeps papers of its own, and has none; the province keeps nobody's.
        await RefusedAsync(Because.NotFound, () => ReadAsync(campaign.As("a.bt").Use<ComposeManyPapers>(), new(Town.Year, Reason: "vì")));
        await RefusedAsync(Because.NotAllowed, () => ReadAsync(campaign.As("a.bt").Use<ComposeManyPapers>(), new(Town.Year, Town.CellA1)));
        foreach (var who in new[] { "tinh.ld", "tinh.cv", "tinh.kt", "quantri" }) await RefusedAsync(Because.NotAllowed, () => ReadAsync(campaign.As(who).Use<ComposeManyPapers>(), new(Town.Year, Reason: "vì")));
    }

    [SkippableTheory, OnBoth]
    public async Task Who_has_the_machine_prints_them_all_and_every_unit_finds_it_in_its_trail(DatabaseProvider on)
    {
        await using var campaign = await PromisedAsync(on);
        await RefusedAsync(Because.OpeningWithoutReason, () => ReadAsync(campaign.AsSystem().Use<ComposeManyPapers>(), new(Town.Year, Town.CommuneA, Reason: "  ")));
        var units = await ReadAsync(campaign.AsSystem().Use<ComposeManyPapers>(), new(Town.Year, Town.CommuneA, Reason: "Nộp lưu trữ"));
        Assert.Equal([Town.CellA1, Town.CellA2], units.Select(unit => unit.Code));
        var left = await campaign.LookAsync(db => db.Audit.AsNoTracking().Where(e => e.Act == nameof(ComposeManyPapers)).ToListAsync());
        Assert.Equal(new[] { Town.CellA1, Town.CellA2, Town.CommuneA }.Select(Town.PathOf).Order(StringComparer.Ordinal), left.Select(e => e.UnitPath).Order(StringComparer.Ordinal));
        Assert.All(left, e => Assert.Equal("Nộp lưu trữ", AuditTrail.Read(e.Changes)["Reason"][1]));
    }
}
