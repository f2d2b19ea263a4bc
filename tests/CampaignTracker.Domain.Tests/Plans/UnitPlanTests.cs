using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Plans;

public class UnitPlanTests
{
    private readonly Actor writer = Person(Role.Secretary, Cell);

    private UnitPlan Begun() => UnitPlan.Begin(writer, null, Owed(), "basis", "recipients", Now);

    private UnitPlan WithItems(int n)
    {
        var plan = Begun();
        for (var i = 1; i <= n; i++) plan.Write(writer, plan.AddItem(writer, Now).Id, PlanField.Content, "item " + i, Now);
        return plan;
    }

    private static string Order(UnitPlan plan) => string.Join(", ", plan.Items.Select(item => $"{item.Ordinal}={item.Content}"));

    [Fact]
    public void A_plan_begins_as_a_draft_of_the_obligations_unit_and_year()
    {
        var owed = Owed();
        var plan = UnitPlan.Begin(writer, null, owed, "basis", "recipients", Now);

        Assert.Equal((PlanState.Draft, PlanAnswer.OwnPlan, Cell.Path, owed.Id, 2027), (plan.State, plan.Answer, plan.UnitPath, plan.ObligationId, plan.Year));
        Assert.Equal(("basis", "recipients", writer.Name, Now), (plan.Texts.Basis, plan.Texts.Recipients, plan.EditedByName, plan.EditedAt));
        Assert.False(plan.PublishedDownward);
    }

    [Fact]
    public void Only_the_unit_itself_begins_and_not_for_what_is_excused()
    {
        Assert.Equal(Because.NotAllowed, Refused(() => UnitPlan.Begin(Person(Role.Secretary, Commune), null, Owed(), "", "", Now)).Code);
        var excused = Owed();
        excused.Excuse(Actor.System, Today, "merged");
        Assert.Equal(Because.ObligationSettled, Refused(() => UnitPlan.Begin(writer, null, excused, "", "", Now)).Code);
    }

    // ---- what blocks sending

    [Fact]
    public void An_empty_plan_is_blocked_by_item_meeting_and_signer_in_this_order()
    {
        var plan = Begun();
        Assert.Equal([Because.PlanWithoutItem, Because.PlanWithoutMeeting, Because.PlanWithoutSigner], plan.BlocksSending());
        Assert.Equal(Because.PlanWithoutItem, Refused(() => plan.Send(writer, Owed(), Now, Today)).Code);
    }

    [Fact]
    public void Each_block_goes_with_what_settles_it()
    {
        var plan = WithItems(1);
        Assert.Equal([Because.PlanWithoutMeeting, Because.PlanWithoutSigner], plan.BlocksSending());
        plan.Issue(writer, Paper(), Now);
        Assert.Equal([Because.PlanWithoutMeeting], plan.BlocksSending());
        plan.RecordMeeting(writer, Meeting(), Now);
        Assert.Empty(plan.BlocksSending());
        plan.RemoveItem(writer, plan.Items[0].Id, Now);
        Assert.Equal([Because.PlanWithoutItem], plan.BlocksSending());
    }

    [Fact]
    public void What_is_unclear_number_and_scan_do_not_block()
    {
        var plan = Begun();
        plan.AddItem(writer, Now);
        plan.RecordMeeting(writer, Meeting(), Now);
        plan.Issue(writer, new PlanPaper(null, null, "A", "B", null, Today), Now);
        plan.Send(writer, Owed(), Now, Today);
        Assert.Equal(PlanState.Sent, plan.State);
    }

    [Theory]
    [InlineData(PlanAnswer.CoveredByPlan)]
    [InlineData(PlanAnswer.OutOfScope)]
    public void An_answer_without_a_plan_of_its_own_needs_only_its_text(PlanAnswer answer)
    {
        var plan = Begun();
        plan.AnswerWith(writer, answer, " 87-KH/ĐU ", Now);
        Assert.Equal("87-KH/ĐU", plan.AnswerText);
        Assert.Empty(plan.BlocksSending());
        plan.Send(writer, Owed(), Now, Today);
        Assert.Equal(PlanState.Sent, plan.State);
    }

    [Theory]
    [InlineData(PlanAnswer.CoveredByPlan, FieldName.CoveringPlan)]
    [InlineData(PlanAnswer.OutOfScope, FieldName.Reason)]
    public void Such_an_answer_without_text_or_with_too_much_is_refused_by_its_field(PlanAnswer answer, FieldName field)
    {
        var empty = Refused(() => Begun().AnswerWith(writer, answer, " ", Now));
        Assert.Equal(Because.Required, empty.Code);
        Assert.Equal([field], empty.Facts);
        var tooLong = Refused(() => Begun().AnswerWith(writer, answer, new string('a', PlanLimits.Answer + 1), Now));
        Assert.Equal(Because.TooLong, tooLong.Code);
        Assert.Equal([field, PlanLimits.Answer], tooLong.Facts);
    }

    [Fact]
    public void Back_to_an_own_plan_the_text_goes_and_the_blocks_return()
    {
        var plan = Begun();
        plan.AnswerWith(writer, PlanAnswer.OutOfScope, "why", Now);
        plan.AnswerWith(writer, PlanAnswer.OwnPlan, "ignored", Now);
        Assert.Null(plan.AnswerText);
        Assert.NotEmpty(plan.BlocksSending());
    }

    // ---- sending

    [Fact]
    public void Sending_freezes_seals_and_settles_the_obligation()
    {
        var filing = Filing.In(PlanState.Issued);
        var sending = filing.Plan.Send(filing.Writer, filing.Owed, Now, Today);

        Assert.Equal((1, Now, filing.Writer.AccountId, filing.Writer.Name), (sending.Round, sending.SentAt, sending.SentBy, sending.SentByName));
        Assert.Equal(PlanSeal.Hash(sending.Frozen), sending.Seal);
        Assert.Contains("Trồng 50 cây", sending.Frozen);
        Assert.Equal((Today, Today), (filing.Owed.FirstSentOn!.Value, filing.Owed.LastSentOn!.Value));
        Assert.True(filing.Plan.PublishedDownward);
    }

    [Fact]
    public void A_second_round_is_sealed_anew_and_does_not_change_timeliness()
    {
        var filing = Filing.In(PlanState.SupplementAsked);
        filing.Plan.Write(filing.Writer, filing.Plan.Items[0].Id, PlanField.Product, "45 trees alive", Now);
        var second = filing.Send(Due.AddDays(30));

        Assert.Equal([1, 2], filing.Plan.Sendings.Select(s => s.Round));
        Assert.NotEqual(filing.Plan.Sendings[0].Seal, second.Seal);
        Assert.Equal((Today, Due.AddDays(30), (DateOnly?)null), (filing.Owed.FirstSentOn!.Value, filing.Owed.LastSentOn!.Value, filing.Owed.SupplementDueOn));
        Assert.Equal(Standing.SentOnTime, ObligationStatus.Judge(filing.Owed.Facts, Due.AddDays(31)));
    }

    [Fact]
    public void The_first_sending_keeps_what_it_froze_when_the_plan_changes_later()
    {
        var filing = Filing.In(PlanState.SupplementAsked);
        var frozen = filing.Plan.Sendings[0].Frozen;
        filing.Plan.Write(filing.Writer, filing.Plan.Items[0].Id, PlanField.Content, "other", Now);
        Assert.Equal(frozen, filing.Plan.Sendings[0].Frozen);
        Assert.NotEqual(frozen, PlanSeal.Freeze(filing.Plan));
    }

    // ---- taking back

    [Fact]
    public void Taken_back_before_it_was_opened_nothing_was_sent()
    {
        var filing = Filing.In(PlanState.Sent);
        filing.Plan.TakeBack(filing.Writer, filing.Owed, null);

        Assert.Equal(PlanState.Issued, filing.Plan.State);
        Assert.Empty(filing.Plan.Sendings);
        Assert.Equal(((DateOnly?)null, (DateOnly?)null), (filing.Owed.FirstSentOn, filing.Owed.LastSentOn));
        Assert.Equal(Standing.Overdue, ObligationStatus.Judge(filing.Owed.Facts, Due.AddDays(1)));
    }

    [Fact]
    public void A_second_round_taken_back_leaves_the_first_sent_and_the_supplement_open()
    {
        var filing = Filing.In(PlanState.SupplementAsked);
        var supplementDue = filing.Owed.SupplementDueOn;
        filing.Send(Today.AddDays(3));
        filing.Plan.TakeBack(filing.Writer, filing.Owed, supplementDue);

        Assert.Equal(PlanState.SupplementAsked, filing.Plan.State);
        Assert.Equal(1, Assert.Single(filing.Plan.Sendings).Round);
        Assert.Equal((Today, Today, supplementDue), (filing.Owed.FirstSentOn!.Value, filing.Owed.LastSentOn!.Value, filing.Owed.SupplementDueOn));
        Assert.Equal(2, filing.Send(Today.AddDays(4)).Round);
    }

    [Fact]
    public void Once_opened_it_is_not_taken_back()
    {
        var filing = Filing.In(PlanState.UnderReview);
        var refusal = Refused(() => filing.Plan.TakeBack(filing.Writer, filing.Owed, null));
        Assert.Equal(Because.PlanNotInState, refusal.Code);
        Assert.Equal([PlanAct.TakeBack, PlanState.UnderReview], refusal.Facts);
        Assert.Equal(Today, filing.Owed.FirstSentOn);
    }

    [Fact]
    public void What_was_taken_back_before_its_issue_is_not_published_downward()
    {
        var filing = Filing.In(PlanState.Draft, outOfScope: true);
        filing.Send();
        filing.Plan.TakeBack(filing.Writer, filing.Owed, null);
        Assert.False(filing.Plan.PublishedDownward);
    }

    [Theory]
    [InlineData(PlanState.Draft)]
    [InlineData(PlanState.Adopted)]
    [InlineData(PlanState.Issued)]
    [InlineData(PlanState.SupplementAsked)]
    public void Taken_back_it_is_again_where_it_was_sent_from(PlanState state)
    {
        var filing = Filing.In(state, outOfScope: true);
        filing.Send();
        filing.Plan.TakeBack(filing.Writer, filing.Owed, Due);
        Assert.Equal(state, filing.Plan.State);
    }

    [Fact]
    public void An_issued_plan_stays_published_when_its_sending_is_taken_back()
    {
        var filing = Filing.In(PlanState.Sent);
        filing.Plan.TakeBack(filing.Writer, filing.Owed, null);
        Assert.True(filing.Plan.PublishedDownward);
    }

    [Fact]
    public void A_plan_is_published_downward_once_it_is_adopted_and_issued_with_a_date()
    {
        var plan = WithItems(1);
        plan.RecordMeeting(writer, Meeting(), Now);
        plan.Issue(writer, new PlanPaper(null, null, "A", "B", null, Today), Now);
        Assert.False(plan.PublishedDownward);
        plan.Issue(writer, Paper(), Now);
        Assert.True(plan.PublishedDownward);
    }

    // ---- hands never decide

    [Fact]
    public void Who_created_edited_or_sent_never_decides_whatever_post_they_hold()
    {
        HeldPost[] both = [Holds(Role.Secretary, Cell), Holds(Role.Secretary, Commune)];
        var (creator, editor, sender) = (Person(both), Person(both), Person(both));
        var filing = Filing.In(PlanState.Issued, creator);
        filing.Plan.Write(editor, filing.Plan.Items[0].Id, PlanField.Method, "m", Now);
        filing.Plan.Send(sender, filing.Owed, Now, Today);
        filing.Plan.Open(Person(Role.Officer, Commune));

        foreach (var hand in new[] { creator, editor, sender })
        {
            Assert.Equal(Because.OwnFiling, Refused(() => filing.Plan.Agree(hand, filing.Owed, CompletionMode.Agreed, Today)).Code);
            Assert.Equal(Because.OwnFiling, Refused(() => filing.Plan.AskSupplement(hand, filing.Owed, Today)).Code);
            Assert.Equal(Because.OwnFiling, Refused(() => filing.Plan.Propose(hand)).Code);
            Assert.False(filing.Plan.May(hand, PlanAct.Agree));
            Assert.False(filing.Plan.May(hand, PlanAct.AskSupplement));
        }
        filing.Plan.Agree(Person(both), filing.Owed, CompletionMode.Agreed, Today);
    }

    [Fact]
    public void What_may_be_done_by_a_hand_is_said_and_done_alike()
    {
        foreach (var state in new[] { PlanState.Sent, PlanState.UnderReview, PlanState.Proposed })
            foreach (var act in new[] { PlanAct.Open, PlanAct.Remark, PlanAct.Propose, PlanAct.Agree, PlanAct.AskSupplement })
            {
                var filing = Filing.In(state);
                var both = Actor.Person(filing.Writer.AccountId!.Value, "both", [Holds(Role.Secretary, Cell), Holds(Role.Secretary, Commune)]);
                Assert.False(filing.Plan.May(both, act), $"{act} in {state}");
            }
    }

    [Fact]
    public void A_hand_is_remembered_once_and_the_clock_is_none()
    {
        var filing = Filing.In(PlanState.Sent);
        Assert.Equal([filing.Writer.AccountId!.Value], filing.Plan.Hands);
        Assert.False(filing.Plan.IsHand(Actor.System));
        Assert.Empty(Filing.In(PlanState.Issued, Actor.System).Plan.Hands);
    }

    // ---- items

    [Fact]
    public void Items_are_numbered_from_1_and_the_numbers_close_up()
    {
        var plan = WithItems(4);
        Assert.Equal("1=item 1, 2=item 2, 3=item 3, 4=item 4", Order(plan));
        plan.RemoveItem(writer, plan.Items[1].Id, Now);
        Assert.Equal("1=item 1, 2=item 3, 3=item 4", Order(plan));
        Assert.Equal(4, plan.AddItem(writer, Now).Ordinal);
    }

    [Theory]
    [InlineData(0, 3, "1=item 2, 2=item 3, 3=item 1, 4=item 4")]
    [InlineData(3, 1, "1=item 4, 2=item 1, 3=item 2, 4=item 3")]
    [InlineData(1, 2, "1=item 1, 2=item 2, 3=item 3, 4=item 4")]
    [InlineData(0, 99, "1=item 2, 2=item 3, 3=item 4, 4=item 1")]
    [InlineData(3, -5, "1=item 4, 2=item 1, 3=item 2, 4=item 3")]
    public void A_moved_item_takes_its_number_and_the_others_make_room(int which, int to, string expected)
    {
        var plan = WithItems(4);
        plan.MoveItem(writer, plan.Items[which].Id, to, Now);
        Assert.Equal(expected, Order(plan));
    }

    [Fact]
    public void An_unknown_item_is_not_found()
    {
        var plan = WithItems(1);
        Assert.Equal(Because.NotFound, Refused(() => plan.RemoveItem(writer, Guid.NewGuid(), Now)).Code);
        Assert.Equal(Because.NotFound, Refused(() => plan.MoveItem(writer, Guid.NewGuid(), 1, Now)).Code);
        Assert.Equal(Because.NotFound, Refused(() => plan.Write(writer, Guid.NewGuid(), PlanField.Content, "x", Now)).Code);
        Assert.Equal(Because.NotFound, Refused(() => plan.Write(writer, null, PlanField.Content, "x", Now)).Code);
        Assert.Equal(Because.NotFound, Refused(() => plan.Read(null, PlanField.Content)).Code);
    }

    [Fact]
    public void The_sixtieth_item_is_the_last()
    {
        var plan = WithItems(PlanLimits.Items);
        var refusal = Refused(() => plan.AddItem(writer, Now));
        Assert.Equal(Because.TooManyItems, refusal.Code);
        Assert.Equal([PlanLimits.Items], refusal.Facts);
    }

    // ---- after the meeting

    [Fact]
    public void A_text_changed_after_the_meeting_is_told_until_the_next_meeting()
    {
        var filing = Filing.In(PlanState.Adopted);
        Assert.False(filing.Plan.EditedAfterMeeting);
        filing.Plan.Write(filing.Writer, filing.Plan.Items[0].Id, PlanField.Method, "m", Now);
        Assert.True(filing.Plan.EditedAfterMeeting);
        filing.Plan.RecordMeeting(filing.Writer, Meeting(), Now);
        Assert.False(filing.Plan.EditedAfterMeeting);
    }

    [Fact]
    public void An_item_removed_or_an_answer_changed_after_the_meeting_is_told_too()
    {
        foreach (var change in new Action<UnitPlan, Actor>[]
                 {
                     (plan, actor) => plan.RemoveItem(actor, plan.Items[0].Id, Now),
                     (plan, actor) => plan.AnswerRequirement(actor, Guid.NewGuid(), RequirementAnswerKind.OutOfScope, Now),
                     (plan, actor) => plan.AnswerWith(actor, PlanAnswer.OutOfScope, "why", Now),
                 })
        {
            var filing = Filing.In(PlanState.Adopted);
            change(filing.Plan, filing.Writer);
            Assert.True(filing.Plan.EditedAfterMeeting);
        }
    }

    [Fact]
    public void Before_the_meeting_or_for_a_dismissed_hint_nothing_is_told()
    {
        Assert.False(WithItems(2).EditedAfterMeeting);
        var filing = Filing.In(PlanState.Adopted);
        filing.Plan.Write(filing.Writer, filing.Plan.Items[0].Id, PlanField.HintDismissed, "true", Now);
        filing.Plan.AttachScan(filing.Writer, Guid.NewGuid(), Now);
        filing.Plan.Issue(filing.Writer, Paper(), Now);
        Assert.False(filing.Plan.EditedAfterMeeting);
    }

    // ---- answers to single requirements

    [Fact]
    public void A_requirement_has_one_answer_which_can_be_changed_and_taken_back()
    {
        var plan = Begun();
        var requirement = Guid.NewGuid();
        plan.AnswerRequirement(writer, requirement, RequirementAnswerKind.OutOfScope, Now);
        plan.AnswerRequirement(writer, requirement, RequirementAnswerKind.AsCommitteeRules, Now);
        Assert.Equal((requirement, RequirementAnswerKind.AsCommitteeRules), (Assert.Single(plan.RequirementAnswers).RequirementId, plan.RequirementAnswers[0].Kind));
        plan.AnswerRequirement(writer, requirement, null, Now);
        Assert.Empty(plan.RequirementAnswers);
    }

    // ---- closing

    [Fact]
    public void The_clock_closes_as_received_without_opinion()
    {
        var filing = Filing.In(PlanState.UnderReview);
        filing.Plan.CloseWithoutOpinion(Actor.System, filing.Owed, Today.AddDays(20));
        Assert.Equal((PlanState.Completed, CompletionMode.ReceivedWithoutOpinion, Today.AddDays(20)), (filing.Plan.State, filing.Owed.CompletionMode!.Value, filing.Owed.CompletedOn!.Value));
        Assert.True(ObligationStatus.OnTime(filing.Owed.Facts));
    }
}
