using System.Globalization;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Plans;

public sealed class BeginPlanTests
{
    [SkippableTheory, OnBoth]
    public async Task Beginning_twice_gives_the_same_plan(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var first = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        var again = await campaign.As("a1.vp").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        Assert.Equal(first, again);
        Assert.Equal(1, await campaign.LookAsync(db => db.Plans.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_begin_at_once_write_on_one_plan(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var begun = new Guid[2];
        var met = await campaign.TogetherAsync(
            async () => begun[0] = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default),
            async () => begun[1] = await campaign.As("a1.vp").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default));
        Assert.All(met, Assert.Null);
        Assert.Equal(begun[0], begun[1]);
        Assert.Equal(1, await campaign.LookAsync(db => db.Plans.CountAsync()));
        Assert.Equal(1, await campaign.LookAsync(db => db.Audit.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task The_basis_cites_the_superiors_issued_plan_in_Vietnamese_whatever_the_screen_speaks(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var above = await campaign.DraftAsync("a.bt", Town.Owed(Town.CommuneA));
        await campaign.MeetAsync("a.bt", above, new DateOnly(2026, 2, 25));
        await campaign.IssueAsync("a.bt", above, "05-KH/ĐU", new DateOnly(2026, 2, 26));

        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Guid plan;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal("Thực hiện Kế hoạch số 05-KH/ĐU, ngày 26/02/2026 của Đảng ủy xã An Bình, Chi bộ xóm Đông xây dựng kế hoạch như sau:", page.Basis);
        Assert.StartsWith("- Đảng ủy xã An Bình (để báo cáo);", page.Recipients, StringComparison.Ordinal);
        Assert.Equal(above, page.Superior?.Id);
    }

    [SkippableTheory, OnBoth]
    public async Task A_superiors_draft_is_neither_cited_nor_shown(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.DraftAsync("a.bt", Town.Owed(Town.CommuneA));
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal("", page.Basis);
        Assert.Null(page.Superior);
        Assert.Equal(PlanState.Draft, page.State);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_who_writes_for_the_unit_begins(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        foreach (var who in new[] { "a.bt", "tinh.cv", "tinh.kt", "a1.tv", "quantri" })
            Assert.Contains((await Assert.ThrowsAsync<Refusal>(() => campaign.As(who).Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default))).Code, new[] { Because.NotAllowed, Because.NotFound });
        await RefusedAsync(Because.NotFound, () => campaign.As("b1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default));
        Assert.Equal(0, await campaign.LookAsync(db => db.Plans.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_excused_is_not_begun(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.As("a.bt").Use<UseCases.Obligations.AdjustObligation>().ExcuseAsync(new(Town.Owed(Town.CellA1), "Chi bộ mới giải thể"), default);
        await RefusedAsync(Because.ObligationSettled, () => campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default));
    }
}
