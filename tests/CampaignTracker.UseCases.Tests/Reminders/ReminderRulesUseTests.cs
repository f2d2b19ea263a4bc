using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Meetings;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>The page of rules: what is set, what it would come to, and what came of it.</summary>
public sealed class ReminderRulesUseTests
{
    private static DateOnly On(int month, int day) => new(2026, month, day);

    private static async Task<ViewReminderRules.Use> UseOfAsync(TestCampaign campaign, string rule) => (await campaign.As("tinh.cv").Use<ViewReminderRules>().UseAsync(default))[rule];

    private static async Task<IReadOnlyList<ViewSentReminders.Row>> SentAsync(TestCampaign campaign, string rule, SentSlice slice = SentSlice.All, string who = "tinh.cv") =>
        (await campaign.As(who).Use<ViewSentReminders>().RunAsync(new(rule, slice), default)).Rows;

    [SkippableTheory, OnBoth]
    public async Task What_came_of_each_rule_is_counted_and_every_number_opens_its_rows(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.RoundAsync(On(3, 9));
        await campaign.SetAsync(async db => (await db.Reminders.FirstAsync(r => r.AccountId == Town.Account("a2.bt"))).Read(Domain.People.Actor.Person(Town.Account("a2.bt"), "A", []), campaign.Clock.Now));
        campaign.Clock.Set(On(3, 12));
        var sent = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        campaign.Clock.Set(On(3, 13));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        // Three people of two cells and the body; both who were told in the first cell count, the second cell was a day too late.
        var use = await UseOfAsync(campaign, "FilingDue");
        Assert.Equal((4, 4, 1, 4, 2), (use.Sent, use.People, use.Read, use.Measured, use.Settled));
        var rows = await SentAsync(campaign, "FilingDue", SentSlice.Settled);
        Assert.Equal([("Đông Văn Bí", true), ("Đông Văn Thư", true)], rows.Select(r => (r.Person, r.Settled!.Value)).Order());
        Assert.All(rows, r => Assert.Equal((Town.CellA1, ReminderAudience.Writers, On(3, 9), -7), (r.UnitCode, r.Why, r.DecidedOn, r.Step)));
        Assert.Equal(["Đoài Văn Bí"], (await SentAsync(campaign, "FilingDue", SentSlice.Read)).Select(r => r.Person));
        Assert.Equal([null], (await SentAsync(campaign, "OpinionsWaiting")).Select(r => r.Settled).Distinct().Where(s => s is not null).DefaultIfEmpty());

        await campaign.RoundAsync(On(3, 23));
        await campaign.As("a.vp").Use<ForwardPlan>().OpenAsync(await campaign.ReviewOfAsync(sent), default);
        await campaign.As("a.vp").Use<ForwardPlan>().ProposeAsync(await campaign.ReviewOfAsync(sent), Domain.Reviews.OpinionKind.Agree, default);
        Assert.Equal([true], (await SentAsync(campaign, "OpinionsToPropose")).Select(r => r.Settled!.Value));
        Assert.Equal((1, 0), (await UseOfAsync(campaign, "OpinionsToPropose") is var waiting ? (waiting.Sent, waiting.Measured) : default));
    }

    [SkippableTheory, OnBoth]
    public async Task The_round_notes_what_came_of_reminders_whose_days_have_passed_and_the_numbers_stay_the_same(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.RoundAsync(On(3, 9));
        campaign.Clock.Set(On(3, 12));
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        // The third day after is still running: who sends in the afternoon counts.
        await campaign.RoundAsync(On(3, 12));
        Assert.Equal([(null, 4)], await NotedAsync(campaign));
        var before = await UseOfAsync(campaign, "FilingDue");

        await campaign.RoundAsync(On(3, 13));
        Assert.Equal([(false, 2), (true, 2)], await NotedAsync(campaign));
        var after = await UseOfAsync(campaign, "FilingDue");
        Assert.Equal(((4, 2), (4, 2)), ((before.Measured, before.Settled), (after.Measured, after.Settled)));
        // What is sent afterwards did not come of it.
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        await campaign.RoundAsync(On(3, 16));
        Assert.Equal([(false, 2), (true, 2)], await NotedAsync(campaign));
    }

    private static async Task<List<(bool?, int)>> NotedAsync(TestCampaign campaign)
    {
        await using var db = campaign.Database();
        return [.. (await db.Reminders.Where(r => r.Rule == "FilingDue" && r.DecidedOn == On(3, 9)).GroupBy(r => r.Came).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(g => (g.Key, g.Count)).Order()];
    }

    [SkippableTheory, OnBoth]
    public async Task What_a_meeting_adopted_or_people_reported_counts_and_no_participant_is_named(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.PromiseAsync(Town.CellB1, Promises.Member(Town.CellB1, 1));
        var own = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), adopted: true);
        await campaign.RoundAsync(On(3, 9));
        campaign.Clock.Set(On(3, 10));
        await campaign.As("b1.bt").Use<RecordMeeting>().RunAsync(new(On(3, 10), 3, 3, 3, new(Town.Year, Annual: true)), default);
        await campaign.RoundAsync(On(6, 1));
        await campaign.As("a1.tv").Use<RecordProgress>().RunAsync(new(ProgressSubject.CommitmentLine, own.Line, Outcome.PartlyDone, false, null, "Đã gặp", null, Guid.NewGuid()), default);
        campaign.Clock.Set(On(6, 5));

        Assert.Equal((1, 1), (await UseOfAsync(campaign, "RegisterUnconfirmed")) is { } adopted ? (adopted.Measured / 2, adopted.Settled / 2) : default);
        Assert.Equal((2, 2), (await UseOfAsync(campaign, "NoProgress")) is { } silent ? (silent.Measured, silent.Settled) : default);
        Assert.Equal((1, 1), (await UseOfAsync(campaign, "OwnNoProgress")) is { } alone ? (alone.Measured, alone.Settled) : default);
        var row = Assert.Single(await SentAsync(campaign, "OwnNoProgress"));
        Assert.Equal((null, Town.CellA1, true), (row.Person, row.UnitCode, row.Settled));
    }

    [SkippableTheory, OnBoth]
    public async Task The_rest_of_the_effects_can_be_asked_of_the_database_at_all(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.SetAsync(db =>
        {
            foreach (var rule in ReminderRules.All)
                db.Reminders.Add(new Reminder(Domain.People.Actor.System, rule.Code, rule.Audience, new UnopenedYear(Town.Unit(Town.Province), Town.Unit(Town.Province), Town.PathOf(Town.Province), 2026), Town.Account("tinh.cv"), new(On(3, 1), 1, null, 2026, 2026), 1, On(3, 2), campaign.Clock.Now));
            return Task.CompletedTask;
        });
        campaign.Clock.Set(On(3, 4));
        await campaign.SetAsync(async db => (await db.Users.SingleAsync(a => a.Id == Town.Account("a1.bt"))).FirstSignInAt = campaign.Clock.Now);
        campaign.Clock.Set(On(3, 6));
        campaign.Statements.Take();
        var used = await campaign.As("tinh.cv").Use<ViewReminderRules>().UseAsync(default);
        Assert.InRange(campaign.Statements.Take().Count, 1, 15);
        Assert.Equal(ReminderRules.All.Count, used.Count);
        Assert.All(used, rule => Assert.Equal((1, 1, rule.Key == "AccountsUnused" ? 1 : 0), (rule.Value.Sent, rule.Value.Measured, rule.Value.Settled)));
    }

    [SkippableTheory, OnBoth]
    public async Task A_ladder_is_tried_before_it_is_set_and_what_is_set_stands_in_the_trail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        var set = campaign.As("tinh.cv").Use<SetReminderRule>();
        // The day after, 3 March, thirteen days before the cells' date: three people of two cells, and the body, whose paper asks something else.
        var preview = await set.PreviewAsync(new("FilingDue", Town.Requirement(Town.Annual), false, [13], null, null), default);
        Assert.Equal((On(3, 3), 4, 3), (preview.Day, preview.People, preview.Things));
        Assert.Equal(1, (await set.PreviewAsync(new("FilingDue", Town.Requirement(Town.Annual), true, [13], null, null), default)).Things);
        Assert.Empty(await campaign.RemindersAsync());
        await RefusedAsync(Because.LadderUnsound, () => set.RunAsync(new("FilingDue", null, false, [7, 7], null, null), default));
        await RefusedAsync(Because.NotFound, () => set.RunAsync(new("NoSuchRule", null, false, [7], null, null), default));
        await RefusedAsync(Because.NotFound, () => set.RunAsync(new("OpinionsToDecide", Town.Requirement(Town.Annual), false, [7], null, null), default));

        await set.RunAsync(new("FilingDue", Town.Requirement(Town.Annual), false, [13, 2], null, null), default);
        await set.RunAsync(new("FilingDue", Town.Requirement(Town.Annual), false, [2], null, null), default);
        var rule = (await campaign.As("quantri").Use<ViewReminderRules>().RunAsync(default)).Rules.Single(r => r.Code == "FilingDue");
        var own = Assert.Single(rule.Own);
        Assert.Equal((Town.Requirement(Town.Annual), "Chu Văn Viên", "2"), (own.RequirementId!.Value, own.SetBy, string.Join(' ', own.Ladder.Before)));
        Assert.Equal(rule.Usual, rule.Ladder);
        Assert.Contains((await campaign.As("tinh.kt").Use<ViewAudit>().RunAsync(new(), default)).Rows, e => e.Act == nameof(SetReminderRule) && e.Changes.Any(c => c.Field == "Before"));
        await set.ResetAsync("FilingDue", Town.Requirement(Town.Annual), default);
        Assert.Empty((await campaign.As("quantri").Use<ViewReminderRules>().RunAsync(default)).Rules.Single(r => r.Code == "FilingDue").Own);
    }

    [SkippableTheory, OnBoth]
    public async Task Who_sets_rules_sets_them_administrators_read_within_their_part_and_nobody_else_comes_in(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.RoundAsync(On(3, 9));
        Assert.True((await campaign.As("tinh.cv").Use<ViewReminderRules>().RunAsync(default)).MayEdit);
        Assert.False((await campaign.As("quantri").Use<ViewReminderRules>().RunAsync(default)).MayEdit);
        Assert.All(await SentAsync(campaign, "FilingOverdue", who: "a.qt"), r => Assert.StartsWith(Town.CommuneA, r.UnitCode, StringComparison.Ordinal));
        Assert.Contains(await SentAsync(campaign, "FilingOverdue", who: "quantri"), r => r.UnitCode == Town.CommuneB);
        foreach (var who in new[] { "tinh.ld", "tinh.kt", "a.bt", "a.vp", "a1.bt", "a1.tv" })
        {
            await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<ViewReminderRules>().RunAsync(default));
            await RefusedAsync(Because.NotAllowed, () => SentAsync(campaign, "FilingDue", who: who));
        }
        foreach (var who in new[] { "tinh.ld", "quantri", "a.qt", "a.bt" })
        {
            await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<SetReminderRule>().RunAsync(new("FilingDue", null, true, [7], null, null), default));
            await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<SetReminderRule>().ResetAsync("FilingDue", null, default));
            await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<SetReminderRule>().PreviewAsync(new("FilingDue", null, true, [7], null, null), default));
        }
    }
}
