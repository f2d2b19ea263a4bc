using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Tests.Obligations;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Compliance;

public sealed class ViewTrendsTests
{
    private static Task<ViewTrends.Answer> TrendsAsync(TestCampaign campaign, string who, string? unit = null) => campaign.As(who).Use<ViewTrends>().RunAsync(new(Town.Year, unit), default);

    [SkippableTheory, OnBoth]
    public async Task The_last_week_is_what_the_board_counts(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300);
        foreach (var (who, code) in new[] { ("tinh.cv", Town.Province), ("a.bt", Town.CommuneA) })
        {
            var total = (await campaign.As(who).Use<ViewCompliance>().RunAsync(new(Town.Year, code), default)).Board.Total;
            var trends = await TrendsAsync(campaign, who, code);
            foreach (var last in new[] { trends.Recent[^1], trends.Whole[^1], (await campaign.As(who).Use<ViewTrends>().RecentAsync(new(Town.Year, code), default))[^1] })
                Assert.Equal((campaign.Clock.Today, total.Expected, total.Sent, total.OnTime, total.Completed), (last.EndsOn, last.Expected, last.Sent, last.OnTime, last.Completed));
        }
    }

    [SkippableTheory, OnBoth]
    public async Task A_sending_stands_from_its_week_on(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        campaign.Clock.Advance(TimeSpan.FromDays(14));
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var weeks = (await TrendsAsync(campaign, "a.bt")).Recent;
        Assert.Equal([0, 1], weeks.TakeLast(2).Select(w => w.Sent));
        Assert.Equal(weeks, await campaign.As("a.bt").Use<ViewTrends>().RecentAsync(new(), default));
    }

    [SkippableTheory, OnBoth]
    public async Task Lines_are_the_units_below_and_committees_without_a_territory_stand_as_blocs_at_the_province(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (province, commune) = (await TrendsAsync(campaign, "tinh.ld"), await TrendsAsync(campaign, "tinh.ld", Town.CommuneA));
        Assert.Equal([Town.CommuneA, Town.CommuneB], province.Lines.Select(l => l.Code));
        Assert.Equal([Town.CommuneA, Town.CommuneB], province.Blocs.Select(b => b.Code));
        Assert.Equal([Town.CellA1, Town.CellA2, Town.BodyA], commune.Lines.Select(l => l.Code));
        Assert.Empty(commune.Blocs);
        Assert.Equal(commune.Recent[^1], province.Blocs[0].Weeks[^1]);
    }

    [SkippableTheory, OnBoth]
    public async Task Opinion_times_are_for_those_who_give_them_and_not_above(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        campaign.Clock.Advance(TimeSpan.FromDays(7));
        await campaign.AskAsync("a.vp", "a.bt", plan);
        foreach (var who in new[] { "a.bt", "a.vp" })
            Assert.Equal((1, 5d), (await TrendsAsync(campaign, who)).Opinions is { } times ? (times.Given, times.Median) : default);
        foreach (var (who, unit) in new[] { ("tinh.ld", Town.CommuneA), ("tinh.cv", Town.CommuneA), ("tinh.kt", Town.CommuneA), ("a.pbt", Town.CommuneA), ("a.kt", Town.CommuneA) })
            Assert.Null((await TrendsAsync(campaign, who, unit)).Opinions);
        Assert.Equal(0, (await TrendsAsync(campaign, "tinh.ld")).Opinions!.Given);
    }

    [SkippableTheory, OnBoth]
    public async Task Units_with_something_overdue_stand_with_the_most_first(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        campaign.Clock.Advance(Town.CellDue.AddDays(1).ToDateTime(TimeOnly.MinValue) - campaign.Clock.Today.ToDateTime(TimeOnly.MinValue));
        var (board, pressing) = ((await campaign.As("a.bt").Use<ViewCompliance>().RunAsync(new(Town.Year, Town.CommuneA), default)).Board, await campaign.As("a.bt").Use<ViewMyWork>().RunAsync(default));
        Assert.Equal(board.Lines.Where(l => l.Unit.Code != Town.CommuneA && l.Total.Overdue > 0).OrderByDescending(l => l.Total.Overdue).Select(l => (l.Unit.Code, l.Total.Overdue)), pressing.Pressing.Select(l => (l.Code, l.Counts.Overdue)));
        Assert.Equal((board.Total, pressing.Pressing.Count), (pressing.Below, pressing.PressingCount));
        Assert.NotEmpty(pressing.Pressing);
        Assert.Equal(board.Total.Sent, pressing.Trend[^1].Sent);
        Assert.True(pressing.MayUrge);
    }

    [SkippableTheory, OnBoth]
    public async Task A_trend_above_or_beside_is_refused(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.NotAllowed, () => TrendsAsync(campaign, "a.bt", Town.Province));
        await RefusedAsync(Because.NotFound, () => TrendsAsync(campaign, "a.bt", Town.CommuneB));
        await RefusedAsync(Because.NotAllowed, () => TrendsAsync(campaign, "a1.tv"));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("quantri").Use<ViewTrends>().RecentAsync(new(), default));
    }
}
