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
    public async Task Every_filter_narrows_lines_totals_and_rows_alike(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.ScatterAsync(300);
        await campaign.SetAsync(async db =>
        {
            foreach (var owed in await db.Obligations.Where(o => o.Year == Town.Year).OrderBy(o => o.Id).ToListAsync())
                if (owed.Id.ToByteArray()[15] % 2 == 0) db.Entry(owed).Property(o => o.ToYear).CurrentValue = Town.TermEnd;
            foreach (var commune in await db.Units.Where(u => u.Code == Town.CommuneA || u.Code == Town.CellA2).ToListAsync()) db.Entry(commune).Property(u => u.TerritoryCode).CurrentValue = "05";
        });
        var (today, rows) = (campaign.Clock.Today, await campaign.LookAsync(db => db.Obligations.AsNoTracking().Where(o => o.Year == Town.Year).ToListAsync()));
        var requirement = Town.Requirement(Town.Annual);
        foreach (var (who, code) in new[] { ("tinh.cv", Town.Province), ("a.bt", Town.CommuneA) })
        {
            var (path, any) = (Town.PathOf(code), new ViewCompliance.Input(Town.Year, code));
            string LineOf(string below) => below == path ? path : below[..(path.Length + UnitPath.Segment)];
            foreach (var (asked, fits) in new (ViewCompliance.Input, Func<Domain.Obligations.Obligation, bool>)[]
            {
                (any with { KindCode = "cell" }, o => LineOf(o.UnitPath) is var line && (line == Town.PathOf(Town.CellA1) || line == Town.PathOf(Town.CellA2))),
                (any with { TerritoryCode = "05" }, o => LineOf(o.UnitPath) is var line && (line == Town.PathOf(Town.CommuneA) || line == Town.PathOf(Town.CellA2))),
                (any with { Search = "XOM dong" }, o => LineOf(o.UnitPath) == Town.PathOf(Town.CellA1)),
                (any with { Search = "%" }, _ => false),
                (any with { RequirementId = requirement }, o => o.RequirementId == requirement),
                (any with { Period = BoardPeriod.Year }, o => o.ToYear == o.Year),
                (any with { Period = BoardPeriod.Term }, o => o.ToYear > o.Year),
                (any with { Reviewed = true }, o => UnitPath.Parent(o.UnitPath) == path),
                (any with { Reviewed = true, Period = BoardPeriod.Term, RequirementId = requirement, Search = "binh" }, o => UnitPath.Parent(o.UnitPath) == path && o.ToYear > o.Year && o.RequirementId == requirement && path == Town.PathOf(Town.Province)),
            })
            {
                var board = (await campaign.As(who).Use<ViewCompliance>().RunAsync(asked, default)).Board;
                Counts Sum(Func<Domain.Obligations.Obligation, bool> which) => rows.Where(o => UnitPath.IsAtOrBelow(o.UnitPath, path) && fits(o) && which(o)).Aggregate(default(Counts), (sum, o) => sum + Counts.Of(o.Facts, today));
                Assert.Equal((asked, Sum(_ => true)), (asked, board.Total));
                foreach (var line in board.Lines) Assert.Equal((asked, Sum(o => LineOf(o.UnitPath) == Town.PathOf(line.Unit.Code))), (asked, line.Total));
                foreach (var (slice, number) in Numbers.Where(n => n.Slice is ObligationSlice.Expected or ObligationSlice.Overdue or ObligationSlice.Waiting))
                {
                    var open = new ViewObligations.Input(code, Town.Year, false, asked.RequirementId, slice, Take: 1, LineKindCode: asked.KindCode, LineTerritory: asked.TerritoryCode, LineSearch: asked.Search, Period: asked.Period, Reviewed: asked.Reviewed);
                    Assert.Equal((open, number(board.Total)), (open, (await campaign.As(who).Use<ViewObligations>().RunAsync(open, default)).Page.Count));
                }
            }
        }
    }

    [SkippableTheory, OnBoth]
    public async Task A_past_day_stands_as_it_stood_whatever_came_after(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var then = campaign.Clock.Today;
        async Task<List<(string, Counts, Waits?)>> LinesAsync(bool reviewed, DateOnly? asOf) =>
            [.. (await campaign.As("tinh.cv").Use<ViewCompliance>().RunAsync(new(Town.Year, Town.CommuneA, Reviewed: reviewed, AsOf: asOf), default)).Board.Lines.Select(l => (l.Unit.Code, l.Total, l.Waits))];
        var (all, reviewed) = (await LinesAsync(false, null), await LinesAsync(true, null));
        campaign.Clock.Advance(TimeSpan.FromDays(3));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        await campaign.AskAsync("a.vp", "a.bt", await campaign.LookAsync(db => db.Plans.Where(p => p.ObligationId == Town.Owed(Town.CellA1)).Select(p => p.Id).SingleAsync()));
        await campaign.AsSystem().Use<CarryLedgerForward>().RunAsync(default);

        Assert.Equal(all, await LinesAsync(false, then));
        Assert.Equal(reviewed, await LinesAsync(true, then));
        Assert.NotEqual(all, await LinesAsync(false, null));
        var past = await campaign.As("tinh.cv").Use<ViewCompliance>().RunAsync(new(Town.Year, Town.Province, AsOf: then), default);
        Assert.Equal((then, false), (past.AsOf, past.MayUrge));
        Assert.Null((await campaign.As("tinh.cv").Use<ViewCompliance>().RunAsync(new(Town.Year, Town.Province, AsOf: campaign.Clock.Today), default)).AsOf);
    }

    [SkippableTheory, OnBoth]
    public async Task What_waits_is_told_in_working_days_line_by_line(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var first = campaign.Clock.Today;
        campaign.Clock.Advance(TimeSpan.FromDays(7));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        var second = campaign.Clock.Today;
        campaign.Clock.Advance(TimeSpan.FromDays(1));
        var calendar = await campaign.LookAsync(db => UseCases.Plans.PlanReads.CalendarAsync(db, default));
        var (longest, shortest) = (calendar.WorkingDaysBetween(first, campaign.Clock.Today), calendar.WorkingDaysBetween(second, campaign.Clock.Today));

        Task<ViewCompliance.Answer> AskAsync(ViewCompliance.Input input) => campaign.As("tinh.cv").Use<ViewCompliance>().RunAsync(input, default);
        var board = (await AskAsync(new(Town.Year))).Board;
        Assert.Equal(new Waits(longest, shortest), board.Lines.Single(l => l.Unit.Code == Town.CommuneA).Waits);
        Assert.Null(board.Lines.Single(l => l.Unit.Code == Town.CommuneB).Waits);
        Assert.Equal(board.Waits, board.Lines.Single(l => l.Unit.Code == Town.CommuneA).Waits);
        Assert.Null((await AskAsync(new(Town.Year, Reviewed: true))).Board.Waits);
        Assert.Null((await AskAsync(new(Town.Year, Period: BoardPeriod.Term))).Board.Waits);
        Assert.Equal([new Waits(longest, longest), new Waits(shortest, shortest)], (await AskAsync(new(Town.Year, Town.CommuneA, new(BoardOrder.LongestWait), "cell"))).Board.Lines.Select(l => l.Waits!.Value));
    }

    [SkippableTheory, OnBoth]
    public async Task The_year_before_stands_beside_a_line_as_it_was_on_the_same_day(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var day = campaign.Clock.Today;
        async Task OweAsync(string requirement, DateOnly? sent)
        {
            await campaign.SetAsync(async db =>
            {
                var (unit, rule) = (await db.Units.SingleAsync(u => u.Code == Town.CellA1), await db.Requirements.SingleAsync(r => r.Code == requirement));
                var owed = Domain.Obligations.Obligation.Make(Domain.People.Actor.System, null, unit, rule, Town.Year - 1, Town.Year - 1, day.AddYears(-1).AddDays(5));
                db.Obligations.Add(owed);
                db.Entry(owed).Property(o => o.FirstSentOn).CurrentValue = sent;
            });
        }
        campaign.Clock.Set(day.AddYears(-1).AddDays(1));
        await OweAsync(Town.Task, campaign.Clock.Today);
        campaign.Clock.Set(day);
        await OweAsync(Town.OfBodies, null);

        async Task<Counts?> OfA1Async(ViewCompliance.Input input) => (await campaign.As("a.bt").Use<ViewCompliance>().RunAsync(input, default)).Board.Lines.Single(l => l.Unit.Code == Town.CellA1).Before;
        Assert.Null(await OfA1Async(new(Town.Year, Compare: true)));
        campaign.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new Counts { Expected = 1, Sent = 1, OnTime = 1, Waiting = 1 }, await OfA1Async(new(Town.Year, Compare: true)));
        Assert.Null(await OfA1Async(new(Town.Year)));
        Assert.Null(await OfA1Async(new(Town.Year, Compare: true, Period: BoardPeriod.Term)));
        Assert.Null(await OfA1Async(new(Town.Year, Compare: true, AsOf: day)));
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
