using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Units;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Units;

public sealed class ViewUnitsTests
{
    [SkippableTheory, OnBoth]
    public async Task The_tree_opens_from_ones_own_unit_downwards(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        async Task<string> RootsAsync(string who) => string.Join(" ", (await campaign.As(who).Use<ViewUnits>().RootsAsync(default)).Select(n => n.Code));
        async Task<string> ChildrenAsync(string who, string code) => string.Join(" ", (await campaign.As(who).Use<ViewUnits>().ChildrenAsync(Town.Unit(code), default)).Select(n => n.Code));
        Assert.Equal(Town.Province, await RootsAsync("tinh.cv"));
        Assert.Equal(Town.CommuneA, await RootsAsync("a.vp"));
        Assert.Equal(Town.CellA1, await RootsAsync("a1.tv"));
        Assert.Equal($"{Town.CommuneA} {Town.CommuneB}", await ChildrenAsync("tinh.cv", Town.Province));
        Assert.Equal($"{Town.CellA1} {Town.CellA2} {Town.BodyA}", await ChildrenAsync("a.vp", Town.CommuneA));
        // Of what is above one sees the way, not those beside.
        Assert.Equal(Town.CommuneA, await ChildrenAsync("a1.bt", Town.Province));
        Assert.Equal(Town.CellA1, await ChildrenAsync("a1.bt", Town.CommuneA));
        Assert.Equal("", await ChildrenAsync("a1.bt", Town.CommuneB));
    }

    [SkippableTheory, OnBoth]
    public async Task A_unit_above_shows_its_name_and_none_of_its_filings(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var page = await campaign.As("a1.bt").Use<ViewUnit>().RunAsync(Town.CommuneA, default);
        Assert.Equal((Town.NameOf(Town.CommuneA), null, null, null), (page.Name, page.Rows, page.Below, page.Members));
        Assert.Empty(page.Posts);
        Assert.Equal([Town.Province], page.Above.Select(a => a.Code));
        Assert.Equal([("Chi bộ", 1)], page.Children.Select(c => (c.Name, c.Count)));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ViewUnit>().RunAsync(Town.CellA2, default));
    }
}
