using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Reminders;

public sealed class DeliverMessagesTests
{
    private const string Here = "node 1", There = "node 2";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // A Wednesday morning, a week before the cells' plans are due.
    private static readonly DateOnly Wednesday = Town.CellDue.AddDays(-7);

    private static Task<TestCampaign> TownAsync(DatabaseProvider on) => TestCampaign.TownAsync(on, Wednesday);

    private static DeliverMessages Clockwork(TestCampaign campaign) => campaign.AsSystem().Use<DeliverMessages>();

    private static async Task<IReadOnlyList<DeliverMessages.Handover>> TakeAsync(TestCampaign campaign, string node = Here, int most = 20) => await Clockwork(campaign).TakeAsync(node, most, Lease, default);

    private static async Task<OutgoingMessage> MessageAsync(TestCampaign campaign, Guid id) => await campaign.LookAsync(db => db.OutgoingMessages.AsNoTracking().SingleAsync(m => m.Id == id));

    // What a round stores for a person, line by line.
    private static async Task<Guid> StoreAsync(TestCampaign campaign, string who, int day = 0, params (string Rule, Guid Subject, string Unit, DateOnly DueOn)[] lines)
    {
        var id = Guid.Empty;
        await campaign.SetAsync(db =>
        {
            var message = new OutgoingMessage(Actor.System, MessageKind.Digest, Town.Account(who), Town.PathOf(Town.UnitOf(who)), $"{who}@so.example.vn", "vi", campaign.Clock.Today.AddDays(day), Guid.Empty, campaign.Clock.Now);
            db.OutgoingMessages.Add(message);
            foreach (var (rule, subject, unit, dueOn) in lines)
            {
                var reminder = new Reminder(Actor.System, rule, ReminderAudience.Writers, new UnopenedYear(subject, Town.Unit(unit), Town.PathOf(unit), Town.Year), Town.Account(who),
                    new ReminderCall(dueOn, 1, Domain.GoverningDocuments.RequirementKind.AnnualPlan, Town.Year, Town.Year), -7 + day, campaign.Clock.Today, campaign.Clock.Now);
                reminder.CarriedBy(Actor.System, message);
                db.Reminders.Add(reminder);
            }
            id = message.Id;
            return Task.CompletedTask;
        });
        return id;
    }

    private static Task<Guid> StoreDueAsync(TestCampaign campaign, string who, int day = 0) =>
        StoreAsync(campaign, who, day, ("FilingDue", Town.Owed(Town.UnitOf(who)), Town.UnitOf(who), Town.CellDue));

    [SkippableTheory, OnBoth]
    public async Task A_message_comes_with_all_that_is_needed_to_word_it(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        var id = await StoreDueAsync(campaign, "a1.bt");
        var taken = Assert.Single(await TakeAsync(campaign));
        Assert.Equal((id, $"{id:N}@campaign-tracker", "a1.bt@so.example.vn", "vi", Wednesday), (taken.Id, taken.MessageIdentity, taken.Address, taken.Language, taken.Today));
        Assert.Equal(new DeliverMessages.Reader(Town.PersonOf("a1.bt"), "Secretary " + Town.CellA1, Town.NameOf(Town.CellA1)), taken.Reader);
        Assert.Equal(("FilingDue", Town.CellDue, Town.NameOf(Town.CellA1)), Assert.Single(taken.Lines) is var line ? (line.Rule, line.DueOn, line.UnitName) : default);
        await Clockwork(campaign).SentAsync(id, default);
        Assert.Equal((MessageState.Sent, 1, campaign.Clock.Now), (await MessageAsync(campaign, id)) is var sent ? (sent.State, sent.Tries, sent.SentAt) : default);
        Assert.Empty(await TakeAsync(campaign, There));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_nodes_never_take_one(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        for (var day = 0; day < 60; day++) await StoreDueAsync(campaign, day % 2 == 0 ? "a1.bt" : "a2.bt", day);
        var (one, other) = (new List<Guid>(), new List<Guid>());
        async Task AllAsync(string node, List<Guid> mine)
        {
            while (await TakeAsync(campaign, node, 7) is { Count: > 0 } batch) mine.AddRange(batch.Select(message => message.Id));
        }
        Assert.All(await campaign.TogetherAsync(() => AllAsync(Here, one), () => AllAsync(There, other)), Assert.Null);
        Assert.Empty(one.Intersect(other));
        Assert.Equal(60, one.Concat(other).Distinct().Count());
    }

    [SkippableTheory, OnBoth]
    public async Task A_lease_that_ran_out_is_taken_again_under_the_same_id(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        var id = await StoreDueAsync(campaign, "a1.bt");
        var first = Assert.Single(await TakeAsync(campaign));
        campaign.Clock.Advance(Lease);
        Assert.Empty(await TakeAsync(campaign, There));
        campaign.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = Assert.Single(await TakeAsync(campaign, There));
        Assert.Equal(first.MessageIdentity, again.MessageIdentity);

        // The first one wakes up: it no longer holds it, and what it says of a failure does not count.
        await Clockwork(campaign).FailedAsync(id, Here, MessageFault.Unreachable, "gone", default);
        Assert.Equal((MessageState.Taken, There), (await MessageAsync(campaign, id)) is var held ? (held.State, held.TakenBy) : default);
        // But what has gone has gone.
        await Clockwork(campaign).SentAsync(id, default);
        await Clockwork(campaign).FailedAsync(id, There, MessageFault.Unreachable, "late", default);
        Assert.Equal(MessageState.Sent, (await MessageAsync(campaign, id)).State);
    }

    [SkippableTheory, OnBoth]
    public async Task Tries_grow_apart_until_it_is_given_up_and_a_person_sends_it_again(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        var id = await StoreDueAsync(campaign, "a1.bt");
        var pauses = new List<double>();
        for (var n = 1; n <= OutgoingMessage.MostTries; n++)
        {
            Assert.Single(await TakeAsync(campaign));
            await Clockwork(campaign).FailedAsync(id, Here, MessageFault.Refused, "451 later", default);
            var failed = await MessageAsync(campaign, id);
            pauses.Add((failed.NextTryAt - campaign.Clock.Now).TotalMinutes);
            Assert.Empty(await TakeAsync(campaign));
            campaign.Clock.Advance(failed.NextTryAt - campaign.Clock.Now);
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 64], pauses[..7]);
        Assert.Equal((MessageState.Dead, MessageFault.Refused, "451 later"), (await MessageAsync(campaign, id)) is var dead ? (dead.State, dead.Fault, dead.FaultText) : default);

        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<ResendMessage>().RunAsync(id, default));
        await RefusedAsync(Because.NoAddress, () => campaign.As("a.qt").Use<ResendMessage>().RunAsync(id, default));
        await campaign.SetAsync(async db => (await db.Users.SingleAsync(a => a.Id == Town.Account("a1.bt"))).Email = "moi@so.example.vn");
        await campaign.As("a.qt").Use<ResendMessage>().RunAsync(id, default);
        Assert.Equal(Town.PersonOf("a.qt"), await campaign.LookAsync(db => db.Audit.Where(e => e.Act == nameof(ResendMessage) && e.SubjectId == id).Select(e => e.ActorName).SingleAsync()));
        Assert.Equal("moi@so.example.vn", Assert.Single(await TakeAsync(campaign)).Address);
        await RefusedAsync(Because.MessageNotDead, () => campaign.As("a.qt").Use<ResendMessage>().RunAsync(id, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_wrong_address_is_given_up_at_once_and_a_barred_way_costs_no_try(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        var (wrong, barred) = (await StoreDueAsync(campaign, "a1.bt"), await StoreDueAsync(campaign, "a2.bt"));
        Assert.Equal(2, (await TakeAsync(campaign)).Count);
        await Clockwork(campaign).FailedAsync(wrong, Here, MessageFault.WrongAddress, "550 no such user", default);
        await Clockwork(campaign).PutBackAsync([barred], Here, MessageFault.Unreachable, "connection refused", default);
        Assert.Equal(MessageState.Dead, (await MessageAsync(campaign, wrong)).State);
        Assert.Equal((MessageState.Waiting, 0, MessageFault.Unreachable), (await MessageAsync(campaign, barred)) is var waiting ? (waiting.State, waiting.Tries, waiting.Fault) : default);
        Assert.Equal(barred, Assert.Single(await TakeAsync(campaign, There)).Id);

        var shown = await campaign.As("a.qt").Use<ViewMessages>().RunAsync(new(MessageState.Dead, "DONG VAN BI"), default);
        Assert.Equal((wrong, Town.PersonOf("a1.bt"), "550 no such user"), Assert.Single(shown.Page.Rows) is var row ? (row.Id, row.Person, row.FaultText) : default);
        Assert.Empty((await campaign.As("a.qt").Use<ViewMessages>().RunAsync(new(MessageState.Sent), default)).Page.Rows);
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<ViewMessages>().RunAsync(new(), default));
        Assert.Equal((1, 1), (await campaign.As("a.qt").Use<ViewMailHealth>().RunAsync(default)) is var health ? (health.Waiting, health.Dead) : default);
    }

    [SkippableTheory, OnBoth]
    public async Task What_was_sent_meanwhile_is_left_out_and_nothing_left_is_not_said(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        await StoreAsync(campaign, "a1.bt", 0, ("FilingDue", Town.Owed(Town.CellA1), Town.CellA1, Town.CellDue), ("FilingDue", Town.Owed(Town.CellA1, Town.Term), Town.CellA1, new DateOnly(2026, 6, 30)));
        var alone = await StoreDueAsync(campaign, "a2.bt");
        var moved = await StoreAsync(campaign, "b1.bt", 0, ("FilingDue", Town.Owed(Town.CellB1), Town.CellB1, Town.CellDue.AddDays(-1)));
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));

        var taken = (await TakeAsync(campaign)).ToDictionary(message => message.Id);
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(taken.Values.Single(message => !message.NothingToSay).Lines).DueOn);
        Assert.True(taken[alone].NothingToSay);
        // Another date is in force: the round speaks of that one.
        Assert.True(taken[moved].NothingToSay);
        await Clockwork(campaign).DropAsync(alone, Here, default);
        Assert.Equal(MessageState.Dropped, (await MessageAsync(campaign, alone)).State);
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_is_written_to_who_has_left_or_wants_no_mail_and_nobody_at_night(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        await StoreDueAsync(campaign, "a1.bt");
        await StoreDueAsync(campaign, "a2.bt");
        await campaign.SetAsync(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == Town.Account("a1.bt"))).NoEmail = true;
            (await db.Users.SingleAsync(a => a.Id == Town.Account("a2.bt"))).Closed = true;
        });
        campaign.Clock.Set(Wednesday, 21);
        Assert.Empty(await TakeAsync(campaign));
        campaign.Clock.Set(Wednesday.AddDays(3), 10);
        Assert.Empty(await TakeAsync(campaign));
        campaign.Clock.Set(Wednesday.AddDays(1), 7);
        Assert.All(await TakeAsync(campaign), message => Assert.Null(message.Reader));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("quantri").Use<DeliverMessages>().TakeAsync(Here, 1, Lease, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_reminder_opens_for_its_addressee_and_leads_to_its_thing(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        await StoreDueAsync(campaign, "a1.bt");
        var reminder = await campaign.LookAsync(db => db.Reminders.Select(r => r.Id).SingleAsync());
        Assert.Null((await campaign.As("a1.bt").Use<OpenReminder>().RunAsync(reminder, default)).PlanId);
        Assert.Equal(campaign.Clock.Now, await campaign.LookAsync(db => db.Reminders.Select(r => r.ReadAt).SingleAsync()));
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        Assert.Equal(plan, (await campaign.As("a1.bt").Use<OpenReminder>().RunAsync(reminder, default)).PlanId);
        foreach (var other in new[] { "a1.vp", "a.bt", "quantri" }) await RefusedAsync(Because.NotFound, () => campaign.As(other).Use<OpenReminder>().RunAsync(reminder, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_wording_names_only_words_that_exist_and_those_it_needs_and_a_broken_one_is_seen(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        Task SetAsync(string who, string opening, MessageKind kind = MessageKind.Digest) => campaign.As(who).Use<ChangeTemplates>().SetAsync(new(kind, "vi", "Ngày {Ngay}", opening, "Trân trọng."), default);
        var unknown = await RefusedAsync(Because.TemplateUnknownWord, () => SetAsync("quantri", "Kính gửi {DongChi}, {Hoten}"));
        Assert.Equal(("Opening", "{Hoten}"), (unknown.Field, unknown.Facts[0]));
        await RefusedAsync(Because.TemplateUnknownWord, () => SetAsync("quantri", "Kính gửi {DongChi}, {"));
        await RefusedAsync(Because.TemplateLacksWord, () => SetAsync("quantri", "Kính gửi đồng chí"));
        await RefusedAsync(Because.TemplateLacksWord, () => SetAsync("quantri", "Kính gửi {DongChi}", MessageKind.Urging));
        await RefusedAsync(Because.NotAllowed, () => SetAsync("tinh.cv", "Kính gửi {DongChi}"));
        // A commune's administrator does not set the wording of all.
        await RefusedAsync(Because.NotAllowed, () => SetAsync("a.qt", "Kính gửi {DongChi}"));

        await SetAsync("quantri", "Kính gửi {DongChi}");
        await StoreDueAsync(campaign, "a1.bt");
        Assert.Equal("Kính gửi {DongChi}", Assert.Single(await TakeAsync(campaign)).Template!.Opening);
        Assert.Empty((await campaign.As("quantri").Use<ViewMailHealth>().RunAsync(default)).BrokenTemplates);
        await campaign.SetAsync(async db => db.Entry(await db.MessageTemplates.SingleAsync()).Property(t => t.Opening).CurrentValue = "Kính gửi {");
        Assert.Equal([(MessageKind.Digest, "vi")], (await campaign.As("quantri").Use<ViewMailHealth>().RunAsync(default)).BrokenTemplates);
        await campaign.As("quantri").Use<ChangeTemplates>().ResetAsync(MessageKind.Digest, "vi", default);
        Assert.Empty(await campaign.As("quantri").Use<ChangeTemplates>().ViewAsync(default));
    }
}
