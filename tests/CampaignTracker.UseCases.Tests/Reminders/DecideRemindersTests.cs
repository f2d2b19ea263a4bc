using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>Who is reminded of what on which day, and when nobody is.</summary>
public sealed class DecideRemindersTests
{
    private static readonly Guid Plan = Town.Owed(Town.CellA1);

    private static DateOnly On(int month, int day) => new(2026, month, day);

    [SkippableTheory, OnBoth]
    public async Task A_cells_year_the_ladder_runs_until_the_plan_is_sent_and_not_a_day_longer(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(2, 2));
        foreach (var day in new[] { On(2, 2), On(2, 13), On(2, 27) }) await campaign.RoundAsync(day);
        // Its date hangs on the plan above, which is not issued: the step before is open.
        Assert.Empty(await campaign.ToldAsync("a1.bt", Plan));
        await campaign.IssueAboveAsync();
        foreach (var day in new[] { 2, 3, 6, 9, 10, 12, 13, 15, 16, 17, 18, 23, 24, 31 }) await campaign.RoundAsync(On(3, day));
        string[] ladder = ["2/3 FilingDue -14", "9/3 FilingDue -7", "13/3 FilingDue -3", "16/3 FilingDue 0", "17/3 FilingOverdue 1", "24/3 FilingOverdue 8", "31/3 FilingOverdue 15"];
        Assert.Equal(ladder, await campaign.ToldAsync("a1.bt", Plan));
        Assert.Equal(ladder, await campaign.ToldAsync("a1.vp", Plan));
        Assert.Empty(await campaign.ToldAsync("a1.pbt"));

        await campaign.SentAsync("a1.bt", Plan);
        foreach (var day in new[] { On(4, 2), On(4, 7), On(5, 4) }) await campaign.RoundAsync(day);
        Assert.Equal(ladder, await campaign.ToldAsync("a1.bt", Plan));
        Assert.All(await campaign.RemindersAsync(), r => Assert.True(r.UnitPath == Town.PathOf(Town.UnitOf(Town.People.First(p => Town.Account(p.UserName) == r.AccountId).UserName))));
    }

    [SkippableTheory, OnBoth]
    public async Task The_step_before_is_open_only_where_the_date_hangs_on_it_and_the_superior_still_owes_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(4, 9));
        await campaign.RoundAsync(On(4, 9));
        // The term plan and the commune's own plan have dates of their own.
        Assert.Empty(await campaign.ToldAsync("b1.bt", Town.Owed(Town.CellB1)));
        Assert.NotEmpty(await campaign.ToldAsync("b.bt", Town.Owed(Town.CommuneB)));
        // A superior that has been excused will issue nothing; one that gave more time has set the date itself.
        await campaign.As("tinh.cv").Use<AdjustObligation>().ExcuseAsync(new(Town.Owed(Town.CommuneB), "Mới thành lập"), default);
        await campaign.As("a.bt").Use<AdjustObligation>().ExtendAsync(new(Plan, On(4, 17), "Bí thư đi học"), default);
        await campaign.RoundAsync(On(4, 10));
        Assert.Equal(["10/4 FilingDue -7"], await campaign.ToldAsync("b1.bt", Town.Owed(Town.CellB1)));
        Assert.Equal(["10/4 FilingDue -7"], await campaign.ToldAsync("a1.bt", Plan));
        Assert.Empty(await campaign.ToldAsync("a2.bt", Town.Owed(Town.CellA2)));
    }

    [SkippableTheory, OnBoth]
    public async Task More_time_moves_the_ladder_an_excuse_ends_it_and_a_supplement_has_its_own(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.RoundAsync(On(3, 9));
        await campaign.As("a.bt").Use<AdjustObligation>().ExtendAsync(new(Plan, On(3, 30), "Bí thư ốm"), default);
        await campaign.As("a.bt").Use<AdjustObligation>().ExcuseAsync(new(Town.Owed(Town.BodyA, Town.OfBodies), "Sáp nhập"), default);
        await campaign.AskAsync("a.vp", "a.bt", await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2)));
        var by = (await campaign.ObligationAsync(Town.Owed(Town.CellA2))).SupplementDueOn!.Value;
        Assert.Equal(On(3, 18), by);
        foreach (var day in new[] { 10, 11, 13, 16, 17, 18, 19, 23, 26, 27 }) await campaign.RoundAsync(On(3, day));
        Assert.Equal(["9/3 FilingDue -7", "10/3 FilingDue -30", "16/3 FilingDue -14", "23/3 FilingDue -7", "27/3 FilingDue -3"], await campaign.ToldAsync("a1.bt", Plan));
        Assert.Equal(["9/3 FilingDue -1"], await campaign.ToldAsync("ub.bt"));
        Assert.Equal(["9/3 FilingDue -7", "11/3 SupplementDue -7", "16/3 SupplementDue -3", "17/3 SupplementDue -1", "18/3 SupplementDue 0", "19/3 SupplementOverdue 1", "26/3 SupplementOverdue 8"], await campaign.ToldAsync("a2.bt", Town.Owed(Town.CellA2)));
    }

    [SkippableTheory, OnBoth]
    public async Task After_a_weekend_and_after_Tet_the_round_says_where_things_stand_then(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(2, 13));
        foreach (var day in new[] { 12, 13, 14, 15, 20, 23, 24, 26, 27, 28 }) await campaign.RoundAsync(On(2, day));
        // Off from 14 to 22 February, a weekend on the 28th: the week before, on the 20th, is told on the 23rd; nothing is told twice.
        Assert.Equal(["12/2 FilingDue -30", "13/2 FilingDue -14", "23/2 FilingDue -7", "24/2 FilingDue -3", "26/2 FilingDue -1", "27/2 FilingDue 0"], await campaign.ToldAsync("b.bt", Town.Owed(Town.CommuneB)));
        Assert.True((await campaign.RoundAsync(On(2, 18))).DayOff);
        Assert.True((await campaign.RoundAsync(On(3, 1))).DayOff);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_who_can_act_the_deputy_in_the_secretarys_place_and_nobody_of_a_sensitive_body(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.EndPostAsync("a1.bt", "a1.vp", "a2.bt");
        await campaign.SetAsync(async db => (await db.Users.SingleAsync(a => a.Id == Town.Account("ub.bt"))).Closed = true);
        var outcome = await campaign.RoundAsync(Rounds.Issued);
        Assert.Equal(["2/3 FilingDue -14"], await campaign.ToldAsync("a1.pbt", Plan));
        Assert.Empty(await campaign.ToldAsync("a1.bt"));
        Assert.Empty(await campaign.ToldAsync("ub.bt"));
        // The second cell has nobody at all, the body an account that is closed.
        Assert.Equal(2, outcome.WithoutRecipient);

        await campaign.SetAsync(async db => (await db.Units.SingleAsync(u => u.Code == Town.CommuneA)).Cover(Actor.System, null, sensitive: true));
        var before = (await campaign.RemindersAsync()).Count;
        await campaign.RoundAsync(On(3, 9));
        Assert.All((await campaign.RemindersAsync()).Skip(before), r => Assert.False(r.UnitPath.StartsWith(Town.PathOf(Town.CommuneA), StringComparison.Ordinal)));
    }

    [SkippableTheory, OnBoth]
    public async Task Commitments_are_the_registers_business_by_number_and_each_authors_own(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        var written = await campaign.PromiseAsync(Town.CellB1, Promises.Member(Town.CellB1, 1));
        var own = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), adopted: true);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true, happened: "Gặp 3 hộ");
        foreach (var day in new[] { On(3, 6), On(3, 9), On(3, 10), On(5, 29), On(6, 1), On(7, 31), On(12, 4), On(12, 7) }) await campaign.RoundAsync(day);
        Assert.Equal(["9/3 RegisterUnconfirmed 7", "29/5 RegisterUnconfirmed 77", "31/7 RegisterUnconfirmed 147"], (await campaign.ToldAsync("b1.bt", written.Register)).Take(3));
        Assert.Equal(["1/6 NoProgress 90", "31/7 NoProgress 150", "4/12 NoProgress 270", "7/12 PromisesPast 7"], await campaign.ToldAsync("a1.bt", own.Register));
        Assert.Equal(["1/6 OwnNoProgress 90", "31/7 OwnNoProgress 150", "4/12 OwnNoProgress 270", "4/12 OwnPromisesPast 3"], await campaign.ToldAsync("a1.tv", own.Commitment));
        var numbers = (await campaign.RemindersAsync()).Where(r => r.SubjectId == own.Register && r.AccountId == Town.Account("a1.bt")).Select(r => (r.Rule, r.Count)).Distinct();
        Assert.Equal([("NoProgress", 1), ("PromisesPast", 2)], numbers.OrderBy(n => n.Rule, StringComparer.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task Opinions_are_asked_in_the_same_house_and_years_and_accounts_of_who_keeps_them(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.AddressAsync("a.bt", "a.qt");
        await campaign.SentAsync("a1.bt", Plan);
        var by = await campaign.LookAsync(db => db.Reviews.Select(r => r.ExpectedBy).SingleAsync());
        await campaign.RoundAsync(by.AddDays(-3));
        var house = Town.Unit(Town.CommuneA);
        Assert.Equal([$"{by.AddDays(-3):d/M} OpinionsToPropose -3"], await campaign.ToldAsync("a.vp", house));
        Assert.Equal([$"{by.AddDays(-3):d/M} OpinionsWaiting 0"], await campaign.ToldAsync("a.bt", house));
        Assert.Empty(await campaign.ToldAsync("tinh.cv", house));
        // Nobody has ever signed in; each administrator hears of their own part of the tree, quietly: no message is made of it alone.
        var unused = (await campaign.RemindersAsync()).Where(r => r.Rule == "AccountsUnused").ToDictionary(r => r.AccountId, r => r.Count);
        Assert.Equal(Town.People.Count, unused[Town.Account("a.qt")] + unused[Town.Account("quantri")]);
        Assert.Equal(Town.People.Count(p => p.Unit.StartsWith(Town.CommuneA, StringComparison.Ordinal)), unused[Town.Account("a.qt")]);
        Assert.DoesNotContain(await campaign.MessagesAsync(), m => m.AccountId == Town.Account("a.qt"));

        await campaign.RoundAsync(On(12, 15));
        await campaign.RoundAsync(On(12, 16));
        Assert.Equal(["16/12 YearUnopened 1"], (await campaign.ToldAsync("tinh.cv")).Where(told => told.Contains("Year", StringComparison.Ordinal)));
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_set_for_a_rule_or_a_requirement_holds_from_the_next_round_on(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        var set = campaign.As("tinh.cv").Use<SetReminderRule>();
        await set.RunAsync(new("FilingDue", Town.Requirement(Town.Annual), false, [6], null, null), default);
        await set.RunAsync(new("FilingDue", null, true, [0], null, null), default);
        await campaign.RoundsAsync(On(3, 9), On(3, 10));
        Assert.Equal(["10/3 FilingDue -6"], await campaign.ToldAsync("a1.bt", Plan));
        Assert.Empty(await campaign.ToldAsync("ub.bt"));
        await set.ResetAsync("FilingDue", null, default);
        await campaign.RoundAsync(On(3, 10));
        Assert.Equal(["10/3 FilingDue 0"], await campaign.ToldAsync("ub.bt"));
    }

    [SkippableTheory, OnBoth]
    public async Task Only_the_clockwork_runs_rounds(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.cv").Use<DecideReminders>().RunAsync(default));
        await RefusedAsync(Because.SignedOut, () => campaign.AsNobody().Use<DecideReminders>().RunAsync(default));
        Assert.Empty(await campaign.RemindersAsync());
    }
}
