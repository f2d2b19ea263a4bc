using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Tests.Obligations;
using CampaignTracker.UseCases.Units;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Compliance;

public sealed class ViewComplianceTests
{
    private static readonly (ObligationSlice Slice, Func<Counts, int> Number)[] Numbers =
    [
        (ObligationSlice.Expected, c => c.Expected), (ObligationSlice.Sent, c => c.Sent), (ObligationSlice.OnTime, c => c.OnTime), (ObligationSlice.Completed, c => c.Completed),
        (ObligationSlice.SupplementAsked, c => c.SupplementAsked), (ObligationSlice.Waiting, c => c.Waiting), (ObligationSlice.Overdue, c => c.Overdue), (ObligationSlice.DueSoon, c => c.DueSoon),
        (ObligationSlice.Excused, c => c.Excused), (ObligationSlice.WaitingLate, c => c.WaitingLate), (ObligationSlice.NotSent, c => c.Expected - c.Sent),
    ];

    private static Task<ViewCompliance.Answer> BoardAsync(TestCampaign campaign, string who, string? unit = null, string? kind = null) =>
        campaign.As(who).Use<ViewCompliance>().RunAsync(new(Town.Year, unit, KindCode: kind), default);

    [SkippableTheory, OnBoth]
    public async Task Every_number_opens_to_as_many_rows(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300);
        foreach (var (who, code) in new[] { ("tinh.cv", Town.Province), ("a.bt", Town.CommuneA), ("tinh.kt", Town.CellB1) })
        {
            var board = await BoardAsync(campaign, who, code);
            async Task EqualAsync(Counts counts, string unit, bool own, Guid? requirement)
            {
                foreach (var (slice, number) in Numbers)
                    Assert.Equal((unit, slice, number(counts)), (unit, slice, (await campaign.As(who).Use<ViewObligations>().RunAsync(new(unit, Town.Year, own, requirement, slice, Take: 1), default)).Page.Count));
            }
            await EqualAsync(board.Board.Total, code, false, null);
            foreach (var line in board.Board.Lines)
            {
                await EqualAsync(line.Total, line.Unit.Code, line.Unit.Code == code, null);
                foreach (var (requirement, counts) in line.ByRequirement) await EqualAsync(counts, line.Unit.Code, line.Unit.Code == code, requirement);
            }
        }
    }

    [SkippableTheory, OnBoth]
    public async Task The_board_equals_a_slow_recount(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300, seed: 11);
        var (today, rows) = (campaign.Clock.Today, await campaign.LookAsync(db => db.Obligations.AsNoTracking().Where(o => o.Year == Town.Year).ToListAsync()));
        foreach (var code in new[] { Town.Province, Town.CommuneA, Town.CellA1 })
        {
            var board = (await BoardAsync(campaign, "tinh.ld", code)).Board;
            Counts Sum(Func<Domain.Obligations.Obligation, bool> which) => rows.Where(which).Aggregate(default(Counts), (sum, o) => sum + Counts.Of(o.Facts, today));
            var path = Town.PathOf(code);
            Assert.Equal(Sum(o => UnitPath.IsAtOrBelow(o.UnitPath, path)), board.Total);
            foreach (var line in board.Lines)
            {
                var below = Town.PathOf(line.Unit.Code);
                bool In(Domain.Obligations.Obligation o) => line.Unit.Code == code ? o.UnitPath == path : UnitPath.IsAtOrBelow(o.UnitPath, below);
                Assert.Equal(Sum(In), line.Total);
                foreach (var (requirement, counts) in line.ByRequirement) Assert.Equal(Sum(o => In(o) && o.RequirementId == requirement), counts);
            }
            foreach (var (requirement, counts) in board.TotalByRequirement) Assert.Equal(Sum(o => UnitPath.IsAtOrBelow(o.UnitPath, path) && o.RequirementId == requirement), counts);
            Assert.Equal(board.Total, (await campaign.As("tinh.ld").Use<ViewUnit>().RunAsync(code, default)).Below);
        }
    }

    [SkippableTheory, OnBoth]
    public async Task The_board_follows_every_act_at_the_next_look(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        async Task<Counts> OfA1Async() => (await BoardAsync(campaign, "a.bt")).Board.Lines.Single(l => l.Unit.Code == Town.CellA1).ByRequirement[Town.Requirement(Town.Annual)];
        Assert.Equal(new Counts { Expected = 1 }, await OfA1Async());
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        Assert.Equal(new Counts { Expected = 1, Sent = 1, OnTime = 1, Waiting = 1 }, await OfA1Async());
        await campaign.AskAsync("a.vp", "a.bt", plan);
        Assert.Equal(new Counts { Expected = 1, Sent = 1, OnTime = 1, SupplementAsked = 1 }, await OfA1Async());
        await campaign.SendAsync("a1.bt", plan);
        await campaign.As("a.bt").Use<UseCases.Reviews.ForwardPlan>().AgreeAsync(await campaign.ReadAsync("a.vp", plan, null), default);
        Assert.Equal(new Counts { Expected = 1, Sent = 1, OnTime = 1, Completed = 1 }, await OfA1Async());
        await campaign.As("a.bt").Use<AdjustObligation>().ExcuseAsync(new(Town.Owed(Town.CellA2), "Giải thể"), default);
        Assert.Equal(new Counts { Excused = 1 }, (await BoardAsync(campaign, "a.bt")).Board.Lines.Single(l => l.Unit.Code == Town.CellA2).ByRequirement[Town.Requirement(Town.Annual)]);
    }

    [SkippableTheory, OnBoth]
    public async Task A_kind_narrows_lines_totals_and_rows_alike(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300);
        var board = (await BoardAsync(campaign, "a.bt", Town.CommuneA, "cell")).Board;
        Assert.Equal([Town.CellA1, Town.CellA2], board.Lines.Select(l => l.Unit.Code));
        Assert.Equal(board.Lines.Sum(l => l.Total.Expected), board.Total.Expected);
        Assert.Equal(board.Total.Overdue, (await campaign.As("a.bt").Use<ViewObligations>().RunAsync(new(Town.CommuneA, Town.Year, LineKindCode: "cell", Slice: ObligationSlice.Overdue), default)).Page.Count);
    }

    [SkippableTheory, OnBoth]
    public async Task A_board_of_a_unit_above_or_beside_is_refused(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.NotAllowed, () => BoardAsync(campaign, "a.bt", Town.Province));
        await RefusedAsync(Because.NotFound, () => BoardAsync(campaign, "a.bt", Town.CommuneB));
        await RefusedAsync(Because.NotAllowed, () => BoardAsync(campaign, "quantri"));
        await RefusedAsync(Because.NotAllowed, () => BoardAsync(campaign, "a1.tv"));
    }

    [SkippableTheory, OnBoth]
    public async Task The_report_holds_the_rows_that_the_board_counts(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300);
        await using var answer = await campaign.As("a.bt").Use<ComposeComplianceReport>().RunAsync(new(Town.Year, null), default);
        var sum = default(Counts);
        var count = 0;
        await foreach (var row in answer.Report.Rows)
        {
            count++;
            sum += Counts.Of(row.Facts, campaign.Clock.Today);
            Assert.Contains(answer.Report.Lines, l => l.Code == row.LineCode);
        }
        Assert.Equal(answer.Report.RowCount, count);
        Assert.Equal((await BoardAsync(campaign, "a.bt")).Board.Total, sum);
    }
}
