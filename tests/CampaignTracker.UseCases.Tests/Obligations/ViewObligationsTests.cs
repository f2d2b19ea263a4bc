using System.Globalization;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Units;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Obligations;

public sealed class ViewObligationsTests
{
    // As a Vietnamese dictionary lists them: a letter with another hook is another letter, tones come last.
    private static readonly string[] InOrder =
        ["Chi bộ 2", "Chi bộ 10", "Chi bộ An", "Chi bộ Án", "Chi bộ Ăn", "Chi bộ Ấn", "Chi bộ Bình", "Chi bộ Dương", "Chi bộ Đào", "Chi bộ Em", "Chi bộ Êm", "Chi bộ Ô", "Chi bộ Ơn", "Chi bộ Tùng", "Chi bộ Tường", "Chi bộ Ý"];

    private static async Task NameAsync(TestCampaign campaign, IEnumerable<string> names) => await campaign.SetAsync(async db =>
    {
        var above = await db.Units.SingleAsync(u => u.Code == Town.CommuneA);
        var annual = await db.Requirements.AsNoTracking().SingleAsync(r => r.Code == Town.Annual);
        var n = 100;
        foreach (var name in names)
        {
            var unit = Domain.Units.Unit.Open(Actor.System, null, $"P-A-{++n}", name, "cell", above, n, n, null);
            db.Units.Add(unit);
            db.Obligations.Add(Domain.Obligations.Obligation.Make(Actor.System, null, unit, annual, Town.Year, Town.Year, Town.CellDue));
        }
    });

    private static Task<ViewObligations.Answer> AskAsync(TestCampaign campaign, ViewObligations.Input input, string who = "a.vp") => campaign.As(who).Use<ViewObligations>().RunAsync(input, default);

    [SkippableTheory, OnBoth]
    public async Task Names_stand_in_Vietnamese_order_alike_on_both_databases(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await NameAsync(campaign, InOrder.Reverse());
        var rows = (await AskAsync(campaign, new(Town.CommuneA, Town.Year, Order: ObligationOrder.Name, Take: 200))).Page.Rows.Select(r => r.UnitName).Where(InOrder.Contains).ToList();
        var expected = InOrder.Order(StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), false)).ToList();
        Assert.Equal(expected, rows);
        Assert.Equal(["Chi bộ An", "Chi bộ Án", "Chi bộ Ăn", "Chi bộ Ấn", "Chi bộ Bình", "Chi bộ Dương", "Chi bộ Đào", "Chi bộ Em", "Chi bộ Êm", "Chi bộ Ô", "Chi bộ Ơn", "Chi bộ Tùng", "Chi bộ Tường", "Chi bộ Ý"], rows.Where(r => !r.Any(char.IsDigit)));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, ObligationOrder.Official)]
    [InlineData(DatabaseProvider.Postgres, ObligationOrder.Official)]
    [InlineData(DatabaseProvider.Sqlite, ObligationOrder.DueDate)]
    [InlineData(DatabaseProvider.Postgres, ObligationOrder.DueDate)]
    [InlineData(DatabaseProvider.Sqlite, ObligationOrder.Name)]
    [InlineData(DatabaseProvider.Postgres, ObligationOrder.Name)]
    [InlineData(DatabaseProvider.Sqlite, ObligationOrder.Newest)]
    [InlineData(DatabaseProvider.Postgres, ObligationOrder.Newest)]
    public async Task Pages_hold_every_row_once_in_order(DatabaseProvider on, ObligationOrder order)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        // Many of the same name, so that only a full order keeps the pages apart.
        await NameAsync(campaign, Enumerable.Repeat("Chi bộ Trùng", 30));
        var paged = new List<ViewObligations.Row>();
        int count;
        do
        {
            var page = (await AskAsync(campaign, new(Town.CommuneA, null, Order: order, Skip: paged.Count, Take: 7))).Page;
            paged.AddRange(page.Rows);
            count = page.Count;
        }
        while (paged.Count < count);
        Assert.Equal(count, paged.Select(r => r.Id).Distinct().Count());
        Assert.Equal((await AskAsync(campaign, new(Town.CommuneA, null, Order: order, Take: 200))).Page.Rows.Select(r => r.Id), paged.Select(r => r.Id));
        if (order == ObligationOrder.DueDate) Assert.Equal(paged.Select(r => r.Facts.DueOn).Order(), paged.Select(r => r.Facts.DueOn));
        if (order == ObligationOrder.Newest) Assert.Equal(paged.Select(r => r.Year).OrderDescending(), paged.Select(r => r.Year));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "xom doai")]
    [InlineData(DatabaseProvider.Postgres, "xom doai")]
    [InlineData(DatabaseProvider.Sqlite, "XÓM ĐOÀI")]
    [InlineData(DatabaseProvider.Postgres, "XÓM ĐOÀI")]
    [InlineData(DatabaseProvider.Sqlite, "xo\u0301m  đoa\u0300i ")]
    [InlineData(DatabaseProvider.Postgres, "xo\u0301m  đoa\u0300i ")]
    [InlineData(DatabaseProvider.Sqlite, "p-a-2")]
    [InlineData(DatabaseProvider.Postgres, "p-a-2")]
    public async Task Search_is_blind_to_marks_and_case_in_every_list_of_units(DatabaseProvider on, string typed)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Assert.Equal([Town.CellA2], (await AskAsync(campaign, new(Town.Province, Town.Year, Search: typed), "tinh.cv")).Page.Rows.Select(r => r.UnitCode).Distinct());
        Assert.Equal([Town.CellA2], (await campaign.As("tinh.cv").Use<ViewUnits>().SearchAsync(new(typed), default)).Rows.Select(r => r.Code));
    }

    [SkippableTheory, OnBoth]
    public async Task Signs_of_the_database_in_a_search_are_letters_like_others(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        foreach (var typed in new[] { "%", "_", "\\", "'", "%x_", "\0" }) Assert.Empty((await AskAsync(campaign, new(Town.CommuneA, Town.Year, Search: typed + "z"))).Page.Rows);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_the_units_own_or_one_requirement_can_be_asked_for(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var own = await AskAsync(campaign, new(Town.CommuneA, Town.Year, OwnOnly: true));
        Assert.All(own.Page.Rows, r => Assert.Equal(Town.CommuneA, r.UnitCode));
        Assert.Equal(2, own.Page.Count);
        Assert.Equal(3, (await AskAsync(campaign, new(Town.CommuneA, Town.Year, RequirementId: Town.Requirement(Town.Term)))).Page.Count);
        var cell = Assert.Single((await AskAsync(campaign, new(Town.CellA1, Town.Year, RequirementId: Town.Requirement(Town.Annual)))).Page.Rows);
        Assert.Equal((Town.NameOf(Town.CommuneA), false), (cell.ParentName, cell.MayAdjust));
        Assert.True((await AskAsync(campaign, new(Town.CellA1, Town.Year), "a.bt")).Page.Rows[0].MayAdjust);
        await RefusedAsync(Because.NotFound, () => AskAsync(campaign, new(Town.CommuneB, Town.Year)));
        await RefusedAsync(Because.NotAllowed, () => AskAsync(campaign, new(Town.Province, Town.Year)));
    }
}
