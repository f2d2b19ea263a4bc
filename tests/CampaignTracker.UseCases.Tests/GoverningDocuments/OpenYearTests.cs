using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CampaignTracker.UseCases.Tests.GoverningDocuments;

public class OpenYearTests(ITestOutputHelper output)
{
    [SkippableTheory, OnBoth]
    public async Task Every_unit_gets_what_it_owes_with_its_due_date(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        await using var db = campaign.Database();
        var owed = await db.Obligations.AsNoTracking().ToListAsync();

        Assert.Equal(2 * 9, owed.Count);
        Assert.DoesNotContain(owed, o => o.UnitId == Given.Unit("T"));
        Assert.All(owed, o => Assert.Equal(o.UnitPath, o.PathThen));
        Assert.All(owed.Where(o => o.Kind == RequirementKind.TermPlan), o => Assert.Equal((2026, 2030), (o.Year, o.ToYear)));
        Assert.All(owed.Where(o => o.Kind == RequirementKind.AnnualPlan), o => Assert.Equal((2026, 2026), (o.Year, o.ToYear)));
        // 28 February 2026 is a Saturday, 15 March a Sunday.
        Assert.Equal(new DateOnly(2026, 3, 2), owed.First(o => o.UnitId == Given.Unit("T-1")).DueOn);
        Assert.Equal(new DateOnly(2026, 3, 16), owed.First(o => o.UnitId == Given.Unit("T-1-1")).DueOn);
        var year = await db.Years.FirstAsync(y => y.Year == Given.Year);
        Assert.Equal("Holder of tinh", year.OpenedBy);
        Assert.Equal(1, await db.Audit.CountAsync(e => e.Act == nameof(OpenYear)));
    }

    [SkippableTheory, OnBoth]
    public async Task A_year_is_opened_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => campaign.As("tinh").Use<OpenYear>().OpenAsync(Given.Year, default));
        Assert.Equal(Because.YearAlreadyOpen, refusal.Code);
        Assert.Equal(0, await campaign.As("tinh").Use<OpenYear>().CompleteAsync(Given.Year, default));
    }

    [SkippableTheory, OnBoth]
    public async Task The_second_year_of_a_term_asks_no_second_term_plan(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on, new DateOnly(2026, 12, 15));
        Assert.Equal(9, await campaign.As("tinh").Use<OpenYear>().OpenAsync(2027, default));
        await using var db = campaign.Database();
        Assert.All(await db.Obligations.Where(o => o.Year == 2027).ToListAsync(), o => Assert.Equal(RequirementKind.AnnualPlan, o.Kind));
    }

    [SkippableTheory, OnBoth]
    public async Task A_unit_opened_since_gets_its_own_and_is_not_late_at_birth(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on, new DateOnly(2026, 6, 15));
        await using (var db = campaign.Database())
        {
            db.Acting = new Acting(Actor.System, "test", campaign.Clock.Now);
            var parent = await db.Units.FirstAsync(u => u.Code == "T-1");
            db.Units.Add(Unit.Open(Actor.System, Given.Unit("T-1-4"), "T-1-4", "Cell 1.4", "cell", parent, 9, 9, new DateOnly(2026, 6, 1)));
            var closed = Unit.Open(Actor.System, Given.Unit("T-1-5"), "T-1-5", "Cell 1.5", "cell", parent, 10, 10, new DateOnly(2026, 6, 1));
            closed.Close(Actor.System, new DateOnly(2026, 6, 10));
            db.Units.Add(closed);
            await db.SaveChangesAsync();
        }
        Assert.Equal(2, await campaign.As("tinh").Use<OpenYear>().CompleteAsync(Given.Year, default));
        await using var after = campaign.Database();
        var unit = Given.Unit("T-1-4");
        Assert.All(await after.Obligations.Where(o => o.UnitId == unit).ToListAsync(), o => Assert.Equal(new DateOnly(2026, 6, 29), o.DueOn));
    }

    [SkippableTheory, OnBoth]
    public async Task Sensitive_bodies_owe_at_bloc_level_only(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on, new DateOnly(2026, 12, 15));
        await using (var db = campaign.Database())
        {
            db.Acting = new Acting(Actor.System, "test", campaign.Clock.Now);
            (await db.Units.FirstAsync(u => u.Code == "T-2")).Cover(Actor.System, null, sensitive: true);
            (await db.Units.FirstAsync(u => u.Code == "T-1-2")).Cover(Actor.System, null, sensitive: true);
            await db.SaveChangesAsync();
        }
        await campaign.As("tinh").Use<OpenYear>().OpenAsync(2027, default);
        await using var after = campaign.Database();
        var owing = await after.Obligations.Where(o => o.Year == 2027).Join(after.Units, o => o.UnitId, u => u.Id, (_, u) => u.Code).OrderBy(code => code).ToListAsync();
        Assert.Equal(["T-1", "T-1-1", "T-1-3", "T-1-UB", "T-2"], owing.Order(StringComparer.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task Five_thousand_units_are_given_theirs_in_one_act(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on, new DateOnly(2026, 12, 15));
        await using (var db = campaign.Database())
        {
            db.Acting = new Acting(Actor.System, "test", campaign.Clock.Now, Trail: false);
            var parent = await db.Units.FirstAsync(u => u.Code == "T-2");
            db.Units.AddRange(Enumerable.Range(100, 5000).Select(n => Unit.Open(Actor.System, null, $"T-2-{n}", $"Cell {n}", "cell", parent, n, n, null)));
            await db.SaveChangesAsync();
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(5009 + 5000, await campaign.As("tinh").Use<OpenYear>().OpenAsync(2027, default));
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }

    [SkippableTheory, OnBoth]
    public async Task Only_who_manages_requirements_opens_a_year(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        foreach (var user in new[] { "quantri", "tinh.lanhdao", "kiemtra", "xa", "vanthu", "chibo", "thanhvien" })
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => campaign.As(user).Use<OpenYear>().OpenAsync(2027, default));
            Assert.Equal(Because.NotAllowed, refusal.Code);
        }
        var unknown = await Assert.ThrowsAsync<Refusal>(() => campaign.As("tinh").Use<OpenYear>().OpenAsync(2050, default));
        Assert.Equal(Because.NotFound, unknown.Code);
        await Assert.ThrowsAsync<Refusal>(() => campaign.AsNobody().Use<OpenYear>().OpenAsync(2027, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_plan_issued_before_the_year_was_opened_for_a_new_unit_dates_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on, new DateOnly(2026, 2, 5));
        await campaign.Given.AUnitPlan("T-1").Issued();
        await using (var db = campaign.Database())
        {
            db.Acting = new Acting(Actor.System, "test", campaign.Clock.Now);
            var parent = await db.Units.FirstAsync(u => u.Code == "T-1");
            db.Units.Add(Unit.Open(Actor.System, Given.Unit("T-1-4"), "T-1-4", "Cell 1.4", "cell", parent, 9, 9, null));
            await db.SaveChangesAsync();
        }
        await campaign.As("tinh").Use<OpenYear>().CompleteAsync(Given.Year, default);
        await using var after = campaign.Database();
        var unit = Given.Unit("T-1-4");
        // Ten working days after 5 February, with Tet in between.
        Assert.Equal(new DateOnly(2026, 2, 26), await after.Obligations.Where(o => o.UnitId == unit && o.Kind == RequirementKind.AnnualPlan).Select(o => o.DueOn).FirstAsync());
    }
}
