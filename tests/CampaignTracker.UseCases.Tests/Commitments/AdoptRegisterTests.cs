using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Meetings;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Commitments.Registrations;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Commitments;

public sealed class AdoptRegisterTests
{
    private static (int, int, int, int) Counts(CommitmentRegister r) => (r.People, r.Registered, r.Heads, r.HeadsRegistered);

    [SkippableTheory, OnBoth]
    public async Task One_act_adopts_whoever_wrote_names_who_is_left_out_and_fulfils_the_obligation(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var owed = await campaign.OwesRegisterAsync(Town.CellA1);
        var mine = await campaign.PromisedAsync("a1.tv");
        await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 0));
        await campaign.As("a1.bt").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year, Member(Town.CellA1, 1)), default);
        await campaign.PromisedAsync("a1.bt", await campaign.WorkerAsync(Town.CellA1));

        var outcome = await campaign.AdoptAsync();
        Assert.Equal(2, outcome.Adopted);
        Assert.Equal([("Công Văn Chức", LeftOutReason.ConfirmedElsewhere), ("Đảng viên 2 P-A-1", LeftOutReason.NotWritten), ("Đảng viên 3 P-A-1", LeftOutReason.NotWritten)], outcome.LeftOut.Select(l => (l.Name, l.Reason)).OrderBy(l => l.Name, StringComparer.Ordinal));
        Assert.Equal((5, 2, 1, 1), Counts(await campaign.RegisterAsync()));
        var obligation = await campaign.ObligationAsync(owed);
        Assert.Equal((campaign.Clock.Today, campaign.Clock.Today, CompletionMode.AdoptedByUnit), (obligation.FirstSentOn, obligation.CompletedOn, obligation.CompletionMode));
        var page = await campaign.CommitmentAsync("a1.tv", mine);
        Assert.Equal((CommitmentState.Adopted, Confirmation.Meeting, campaign.Clock.Today), (page.State, page.Confirmation!.Value, page.AdoptedOn!.Value));
        var step = page.Steps.Single(s => s.Kind == ViewCommitment.StepKind.Adopted);
        Assert.Equal((true, campaign.Clock.Today, "Đông Văn Bí"), (step.Done, step.On, step.Name));
        Assert.False(page.Steps.Single(s => s.Kind == ViewCommitment.StepKind.Discussed).Done);
        await RefusedAsync(Because.CommitmentNotInState, () => campaign.WriteAsync("a1.tv", mine, CommitmentField.Action, "Khác"));
    }

    [SkippableTheory, OnBoth]
    public async Task A_later_meeting_adds_those_who_wrote_later_and_leaves_the_first_day(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var owed = await campaign.OwesRegisterAsync(Town.CellA1);
        await campaign.PromisedAsync("a1.tv");
        await campaign.AdoptAsync();
        var first = campaign.Clock.Today;
        campaign.Clock.Advance(TimeSpan.FromDays(30));
        await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 1));
        Assert.Equal(1, (await campaign.AdoptAsync("a1.pbt")).Adopted);
        var register = await campaign.RegisterAsync();
        Assert.Equal(((4, 2, 1, 0), first), (Counts(register), register.AdoptedOn!.Value));
        Assert.Equal(first, (await campaign.ObligationAsync(owed)).CompletedOn);
        await RefusedAsync(Because.RegisterEmpty, () => campaign.AdoptAsync());
    }

    [SkippableTheory, OnBoth]
    public async Task An_obligation_made_after_the_adoption_is_fulfilled_by_the_next_meeting(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.PromisedAsync("a1.tv");
        await campaign.AdoptAsync();
        var owed = await campaign.OwesRegisterAsync(Town.CellA1);
        await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 1));
        await campaign.AdoptAsync();
        Assert.Equal(campaign.Clock.Today, (await campaign.ObligationAsync(owed)).CompletedOn);
    }

    [SkippableTheory, OnBoth]
    public async Task One_meeting_serves_plan_registrations_topic_and_commendation(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.PromisedAsync("a1.tv");
        await campaign.PromisedAsync("a1.tv", scope: CommitmentScope.Term);
        var form = await campaign.As("a1.bt").Use<ViewMeetings>().FormAsync(Town.Year, default);
        Assert.Equal((plan, 1, 1, 3, 4), (form.Plans.Single().Id, form.Annual.Ready, form.Term.Ready, form.Annual.LeftOut.Count, form.Members));

        var outcome = await campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(campaign.Passing(new(Town.Year, [plan], true, true, "Chuyên đề 2026", "Đồng chí Viên")), default);
        Assert.Equal(2, outcome.Adopted);
        var meeting = Assert.Single((await campaign.As("a1.bt").Use<ViewMeetings>().RunAsync(new(), default)).Page.Rows);
        Assert.Equal([MeetingItem.Plan, MeetingItem.AnnualRegistrations, MeetingItem.TermRegistrations, MeetingItem.Topic, MeetingItem.Commendation], meeting.Decisions.Select(d => d.Item).Order());
        var stored = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal((PlanState.Adopted, new ViewPlan.MeetingFacts(campaign.Clock.Today, 4, 4, 4)), (stored.State, stored.Meeting));
        Assert.Equal(campaign.Clock.Today, (await campaign.RegisterAsync()).TopicStudiedOn);
        Assert.Equal((Town.Year, Town.TermEnd), ((await campaign.RegisterAsync(scope: CommitmentScope.Term)).Year, (await campaign.RegisterAsync(scope: CommitmentScope.Term)).ToYear));
    }

    [SkippableTheory, OnBoth]
    public async Task When_one_part_is_refused_nothing_is_stored(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await RefusedAsync(Because.RegisterEmpty, () => campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(campaign.Passing(new(Town.Year, [plan], Annual: true)), default));
        await RefusedAsync(Because.RegisterEmpty, () => campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(campaign.Passing(new(Town.Year, [plan])), default));
        await campaign.PromisedAsync("a1.tv");
        await RefusedAsync(Because.MeetingCounts, () => campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(new(null, campaign.Clock.Today, 5, 4, 4, new(Town.Year, Annual: true)), default));
        await RefusedAsync(Because.MeetingInFuture, () => campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(new(null, campaign.Clock.Today.AddDays(1), 4, 4, 4, new(Town.Year, Annual: true)), default));
        await RefusedAsync(Because.Required, () => campaign.As("a1.bt").Use<AdoptRegister>().RunAsync(new(null, campaign.Clock.Today, null, 4, 4, new(Town.Year, Annual: true)), default));
        // Who drafts does not speak for the collective.
        await RefusedAsync(Because.NotAllowed, () => campaign.AdoptAsync("a1.vp"));
        Assert.Equal((0, 0), await campaign.LookAsync(async db => (await db.Meetings.CountAsync(), await db.Plans.CountAsync(p => p.Meeting != null))));
    }

    [SkippableTheory, OnBoth]
    public async Task A_head_is_confirmed_by_the_deputy_or_the_minutes_and_a_meeting_can_be_picked(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SetAsync(async db => db.Entry(await db.Participants.SingleAsync(p => p.Id == Member(Town.CellA1, 0))).Property(p => p.AccountId).CurrentValue = Town.Account("a1.bt"));
        var own = await campaign.PromisedAsync("a1.bt");
        await campaign.AdoptAsync();
        Assert.Equal(Confirmation.Minutes, (await campaign.CommitmentAsync("a1.bt", own)).Confirmation);
        await campaign.As("a1.bt").Use<ReopenCommitment>().RunAsync(own, default);
        var meeting = await campaign.LookAsync(db => db.Meetings.Select(m => m.Id).SingleAsync());
        await campaign.As("a1.pbt").Use<AdoptRegister>().RunAsync(new(meeting, null, null, null, null, new(Town.Year, Annual: true)), default);
        Assert.Equal(Confirmation.Deputy, (await campaign.CommitmentAsync("a1.bt", own)).Confirmation);
        Assert.Equal(1, await campaign.LookAsync(db => db.Meetings.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_non_members_is_confirmed_by_their_office_and_never_by_the_cell(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (worker, member) = (await campaign.PromisedAsync("a1.bt", await campaign.WorkerAsync(Town.CellA1)), await campaign.PromisedAsync("a1.tv"));
        ConfirmOutside.Input By(Guid id, Confirmation by = Confirmation.Office, string body = "UBND xã") => new(id, by, body, campaign.Clock.Today);
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.bt").Use<ConfirmOutside>().RunAsync(By(member), default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.bt").Use<ConfirmOutside>().RunAsync(By(worker, Confirmation.Meeting), default));
        await RefusedAsync(Because.Required, () => campaign.As("a1.bt").Use<ConfirmOutside>().RunAsync(By(worker, body: " "), default));
        await campaign.As("a1.bt").Use<ConfirmOutside>().RunAsync(By(worker), default);
        Assert.Equal((5, 1, 1, 0), Counts(await campaign.RegisterAsync()));
        var page = await campaign.CommitmentAsync("a1.bt", worker);
        Assert.Equal((CommitmentState.Adopted, Confirmation.Office, "UBND xã", false), (page.State, page.Confirmation, page.ConfirmedBy, page.ConfirmedHere));
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_asked_to_be_concrete_goes_back_and_a_discussion_is_noted(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.tv").Use<AskConcrete>().DiscussedAsync(id, default));
        await campaign.As("a1.bt").Use<AskConcrete>().DiscussedAsync(id, default);
        Assert.Equal(CommitmentState.Discussed, (await campaign.CommitmentAsync("a1.tv", id)).State);
        await campaign.As("a1.bt").Use<AskConcrete>().RunAsync(new(id, "Ghi rõ thăm hộ nào"), default);
        var page = await campaign.CommitmentAsync("a1.tv", id);
        Assert.Equal((CommitmentState.Draft, "Ghi rõ thăm hộ nào"), (page.State, page.ConcreteAsk));
        Assert.True((await campaign.As("a1.bt").Use<ViewRegister>().RunAsync(new(), default)).Page.Rows.Single(r => r.Own || r.Name == "Đông Thị Viên").Asked);
        await RefusedAsync(Because.Required, () => campaign.As("a1.bt").Use<AskConcrete>().RunAsync(new(id, " "), default));
    }

    [SkippableTheory, OnBoth]
    public async Task Taken_up_again_it_is_no_longer_counted_until_adopted_anew(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var owed = await campaign.OwesRegisterAsync(Town.CellA1);
        var id = await campaign.PromisedAsync("a1.tv");
        await campaign.AdoptAsync();
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.tv").Use<ReopenCommitment>().RunAsync(id, default));
        await campaign.As("a1.bt").Use<ReopenCommitment>().RunAsync(id, default);
        Assert.Equal((4, 0, 1, 0), Counts(await campaign.RegisterAsync()));
        Assert.Null((await campaign.CommitmentAsync("a1.tv", id)).AdoptedOn);
        Assert.NotNull((await campaign.ObligationAsync(owed)).CompletedOn);
        await campaign.WriteAsync("a1.tv", id, CommitmentField.Action, "Thăm 10 hộ");
        await campaign.AdoptAsync();
        Assert.Equal((4, 1, 1, 0), Counts(await campaign.RegisterAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task At_the_end_the_person_the_collective_and_the_register_settle_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        var other = await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 0));
        await campaign.AdoptAsync();
        var draft = await campaign.PromisedAsync("a1.bt", Member(Town.CellA1, 1));
        await campaign.As("a1.tv").Use<AssessCommitment>().SelfAsync(new(id, "Đã thăm 6 hộ"), default);
        await RefusedAsync(Because.OwnCommitment, () => campaign.As("a1.tv").Use<AssessCommitment>().CommentAsync(new(id, "Tốt"), default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.vp").Use<AssessCommitment>().CommentAsync(new(id, "Tốt"), default));
        await campaign.As("a1.bt").Use<AssessCommitment>().CommentAsync(new(id, "Chi bộ ghi nhận"), default);
        await campaign.As("a1.bt").Use<AssessCommitment>().CloseAsync(other, default);
        Assert.Equal(1, await campaign.As("a1.bt").Use<AssessCommitment>().CloseRegisterAsync(new(Town.Unit(Town.CellA1), CommitmentScope.Year, Town.Year), default));
        var page = await campaign.CommitmentAsync("a1.tv", id);
        Assert.Equal((CommitmentState.Closed, "Đã thăm 6 hộ", "Chi bộ ghi nhận"), (page.State, page.SelfAssessment, page.CollectiveComment));
        Assert.Equal([true, true, true, true], page.Steps.Where(s => s.Kind >= ViewCommitment.StepKind.Adopted).Select(s => s.Done));
        Assert.Equal(CommitmentState.Draft, (await campaign.CommitmentAsync("a1.bt", draft)).State);
        var register = await campaign.RegisterAsync();
        Assert.Equal(((4, 2, 1, 1), campaign.Clock.Today), (Counts(register), register.ClosedOn!.Value));
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_comments_on_their_own_but_from_the_minutes(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SetAsync(async db => db.Entry(await db.Participants.SingleAsync(p => p.Id == Member(Town.CellA1, 0))).Property(p => p.AccountId).CurrentValue = Town.Account("a1.bt"));
        var own = await campaign.PromisedAsync("a1.bt");
        await campaign.AdoptAsync();
        await campaign.As("a1.bt").Use<AssessCommitment>().SelfAsync(new(own, "Đã làm"), default);
        await RefusedAsync(Because.OwnCommitment, () => campaign.As("a1.bt").Use<AssessCommitment>().CommentAsync(new(own, "Tốt"), default));
        await campaign.As("a1.bt").Use<AssessCommitment>().CommentAsync(new(own, "Tốt", FromMinutes: true), default);
        Assert.Equal(CommitmentState.Commented, (await campaign.CommitmentAsync("a1.bt", own)).State);
    }

    [SkippableTheory, OnBoth]
    public async Task After_many_acts_the_counts_are_those_of_a_slow_count(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var chance = new Random(7);
        var workers = new[] { await campaign.WorkerAsync(Town.CellA1, "Một Văn Chức"), await campaign.WorkerAsync(Town.CellA1, "Hai Văn Chức") };
        Guid[] people = [Author, .. Enumerable.Range(0, 3).Select(n => Member(Town.CellA1, n)), .. workers];
        for (var n = 0; n < 25; n++)
        {
            var person = people[chance.Next(people.Length)];
            var id = await campaign.As("a1.bt").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year, person), default);
            try
            {
                await (chance.Next(4) switch
                {
                    0 => campaign.WriteAsync("a1.bt", id, CommitmentField.Action, "Việc " + n),
                    1 => campaign.AdoptAsync(),
                    2 => campaign.As("a1.bt").Use<ReopenCommitment>().RunAsync(id, default),
                    _ => (Task)campaign.As("a1.bt").Use<ConfirmOutside>().RunAsync(new(id, Confirmation.Association, "Công đoàn", campaign.Clock.Today), default),
                });
            }
            catch (Refusal)
            {
                // Does not fit what stands there now: the counts must not have moved either.
            }
            var slow = await campaign.LookAsync(async db => (await db.Participants.Where(p => p.UnitId == Town.Unit(Town.CellA1)).ToListAsync(), (await db.Commitments.ToListAsync()).Where(c => c.State >= CommitmentState.Adopted).Select(c => c.ParticipantId).ToHashSet()));
            Assert.Equal((slow.Item1.Count, slow.Item1.Count(p => slow.Item2.Contains(p.Id)), 1, slow.Item1.Count(p => p.UnitHead && slow.Item2.Contains(p.Id))), Counts(await campaign.RegisterAsync()));
        }
    }

    [SkippableTheory, OnBoth]
    public async Task Home_says_how_many_have_written_of_how_many(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var owed = await campaign.OwesRegisterAsync(Town.CellA1);
        await campaign.PromisedAsync("a1.tv");
        await campaign.As("a1.bt").Use<BeginCommitment>().RunAsync(new(CommitmentScope.Year, Town.Year, Member(Town.CellA1, 1)), default);
        var duty = (await campaign.As("a1.bt").Use<ViewMyWork>().RunAsync(default)).ToDo.Single(d => d.ObligationId == owed);
        Assert.Equal((1, 4, (Guid?)null), (duty.Entered, duty.People, duty.PlanId));
        await campaign.AdoptAsync();
        Assert.DoesNotContain((await campaign.As("a1.bt").Use<ViewMyWork>().RunAsync(default)).ToDo, d => d.ObligationId == owed);
    }
}
