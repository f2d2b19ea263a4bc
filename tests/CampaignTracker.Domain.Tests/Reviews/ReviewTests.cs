using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Reviews;

public class ReviewTests
{
    [Fact]
    public void A_sending_is_received_with_its_round_and_dates()
    {
        var filing = Filing.In(PlanState.Sent);
        Assert.Equal((filing.Plan.Id, Cell.Path, 1, Today, Today.AddDays(14)), (filing.Review.PlanId, filing.Review.UnitPath, filing.Review.Round, filing.Review.ReceivedOn, filing.Review.ExpectedBy));
        Assert.True(filing.Review.Waiting);
        Assert.Equal(Because.NotAllowed, Refused(() => Review.Receive(Person(Role.Officer, Cell), null, filing.Plan, Today, Today)).Code);
    }

    [Fact]
    public void Opening_notes_who_and_when_and_happens_once()
    {
        var filing = Filing.In(PlanState.Sent);
        filing.Review.Open(filing.Reader, filing.Plan, Now);
        Assert.Equal((Now, filing.Reader.Name), (filing.Review.OpenedAt!.Value, filing.Review.OpenedByName));
        Assert.Equal(Because.PlanNotInState, Refused(() => filing.Review.Open(filing.Leader, filing.Plan, Now.AddHours(1))).Code);
        Assert.Equal(Now, filing.Review.OpenedAt);
    }

    // ---- remarks

    [Fact]
    public void A_remark_carries_item_author_and_advisory_body()
    {
        var filing = Filing.In(PlanState.UnderReview);
        var item = filing.Plan.Items[0].Id;
        var remark = filing.Review.AddRemark(filing.Reader, filing.Plan, item, " Ghi rõ  số cây ", Now);

        Assert.Equal((item, "Ghi rõ  số cây", filing.Reader.AccountId, filing.Reader.Name, "Ban Xây dựng Đảng", Now), (remark.ItemId!.Value, remark.Text, remark.AuthorId, remark.AuthorName, remark.Body, remark.At));
        Assert.Null(filing.Review.AddRemark(filing.Leader, filing.Plan, null, "whole plan", Now).Body);
        Assert.Equal(2, filing.Review.Remarks.Count);
    }

    [Fact]
    public void A_remark_is_rewritten_or_removed_when_emptied()
    {
        var filing = Filing.In(PlanState.UnderReview);
        var remark = filing.Review.AddRemark(filing.Reader, filing.Plan, null, "one", Now);
        filing.Review.ChangeRemark(filing.Reader, filing.Plan, remark.Id, "two", Now.AddHours(1));
        Assert.Equal(("two", Now.AddHours(1)), (remark.Text, remark.At));
        filing.Review.ChangeRemark(filing.Reader, filing.Plan, remark.Id, "  ", Now);
        Assert.Empty(filing.Review.Remarks);
        Assert.Equal(Because.NotFound, Refused(() => filing.Review.ChangeRemark(filing.Reader, filing.Plan, remark.Id, "x", Now)).Code);
    }

    [Fact]
    public void A_remark_has_a_text_within_its_limit()
    {
        var filing = Filing.In(PlanState.UnderReview);
        var empty = Refused(() => filing.Review.AddRemark(filing.Reader, filing.Plan, null, " ", Now));
        Assert.Equal(Because.Required, empty.Code);
        Assert.Equal([FieldName.Remark], empty.Facts);
        filing.Review.AddRemark(filing.Reader, filing.Plan, null, new string('a', PlanLimits.Remark), Now);
        Assert.Equal([FieldName.Remark, PlanLimits.Remark], Refused(() => filing.Review.AddRemark(filing.Reader, filing.Plan, null, new string('a', PlanLimits.Remark + 1), Now)).Facts);
        Assert.Single(filing.Review.Remarks);
    }

    [Fact]
    public void Who_wrote_the_plan_does_not_remark_on_it()
    {
        var filing = Filing.In(PlanState.UnderReview);
        var remark = filing.Review.AddRemark(filing.Reader, filing.Plan, null, "one", Now);
        var both = Actor.Person(filing.Writer.AccountId!.Value, "both", [Holds(Role.Secretary, Cell), Holds(Role.Officer, Commune)]);
        Assert.Equal(Because.OwnFiling, Refused(() => filing.Review.AddRemark(both, filing.Plan, null, "mine", Now)).Code);
        Assert.Equal(Because.OwnFiling, Refused(() => filing.Review.ChangeRemark(both, filing.Plan, remark.Id, "mine", Now)).Code);
        Assert.Equal("one", remark.Text);
    }

    [Fact]
    public void After_the_decision_remarks_stand()
    {
        var filing = Filing.In(PlanState.SupplementAsked);
        Assert.Equal(Because.PlanNotInState, Refused(() => filing.Review.AddRemark(filing.Reader, filing.Plan, null, "late", Now)).Code);
        Assert.Equal(Because.PlanNotInState, Refused(() => filing.Review.ChangeRemark(filing.Reader, filing.Plan, filing.Review.Remarks[0].Id, "", Now)).Code);
        Assert.Single(filing.Review.Remarks);
    }

    // ---- propose, decide

    [Fact]
    public void A_supplement_is_neither_proposed_nor_asked_without_a_remark()
    {
        var filing = Filing.In(PlanState.UnderReview);
        Assert.Equal(Because.SupplementWithoutRemark, Refused(() => filing.Review.Propose(filing.Reader, filing.Plan, OpinionKind.AskSupplement, Now)).Code);
        Assert.Equal(Because.SupplementWithoutRemark, Refused(() => filing.Review.AskSupplement(filing.Leader, filing.Plan, filing.Owed, Due, Now)).Code);
        Assert.Equal((PlanState.UnderReview, (OpinionKind?)null, (OpinionKind?)null), (filing.Plan.State, filing.Review.Proposal, filing.Review.Decision));
        Assert.Null(filing.Owed.SupplementDueOn);
    }

    [Fact]
    public void A_proposal_is_the_advisory_bodys_and_decides_nothing()
    {
        var filing = Filing.In(PlanState.UnderReview);
        filing.Review.Propose(filing.Reader, filing.Plan, OpinionKind.Agree, Now);
        Assert.Equal((OpinionKind.Agree, Now, filing.Reader.Name, "Ban Xây dựng Đảng"), (filing.Review.Proposal!.Value, filing.Review.ProposedAt!.Value, filing.Review.ProposedByName, filing.Review.ProposedByBody));
        Assert.True(filing.Review.Waiting);
        Assert.Equal(Standing.SentOnTime, ObligationStatus.Judge(filing.Owed.Facts, Due.AddDays(9)));
        Assert.Equal(Because.NotAllowed, Refused(() => filing.Review.Agree(filing.Reader, filing.Plan, filing.Owed, CompletionMode.Agreed, Now, Today)).Code);
    }

    [Fact]
    public void The_leader_may_decide_otherwise_than_proposed()
    {
        var filing = Filing.In(PlanState.Proposed);
        filing.Review.Agree(filing.Leader, filing.Plan, filing.Owed, CompletionMode.Approved, Now, Today);
        Assert.Equal((OpinionKind.AskSupplement, OpinionKind.Agree), (filing.Review.Proposal!.Value, filing.Review.Decision!.Value));
        Assert.Equal((CompletionMode.Approved, Today), (filing.Owed.CompletionMode!.Value, filing.Owed.CompletedOn!.Value));
    }

    [Fact]
    public void Agreeing_settles_the_filing_under_the_leaders_name()
    {
        var filing = Filing.In(PlanState.Completed);
        Assert.Equal((OpinionKind.Agree, Now, filing.Leader.Name, false), (filing.Review.Decision!.Value, filing.Review.DecidedAt!.Value, filing.Review.DecidedByName, filing.Review.Waiting));
        Assert.Equal(Standing.Completed, ObligationStatus.Judge(filing.Owed.Facts, Due.AddDays(99)));
        Assert.Equal(Because.PlanNotInState, Refused(() => filing.Review.Agree(filing.Leader, filing.Plan, filing.Owed, CompletionMode.Agreed, Now, Today)).Code);
    }

    [Fact]
    public void A_supplement_goes_round_again_until_agreed()
    {
        var filing = Filing.In(PlanState.SupplementAsked);
        var first = filing.Review;
        Assert.Equal((OpinionKind.AskSupplement, Today.AddDays(9), false), (first.Decision!.Value, first.SupplementBy!.Value, first.Waiting));
        Assert.Equal((1, Today.AddDays(9)), (filing.Owed.SupplementsAsked, filing.Owed.SupplementDueOn!.Value));
        Assert.Equal(Standing.SupplementAsked, ObligationStatus.Judge(filing.Owed.Facts, Today));

        filing.Send(Today.AddDays(5));
        Assert.Equal(2, filing.Review.Round);
        Assert.Equal(Standing.SentOnTime, ObligationStatus.Judge(filing.Owed.Facts, Today.AddDays(5)));

        filing.Review.Open(filing.Reader, filing.Plan, Now);
        filing.Review.AddRemark(filing.Reader, filing.Plan, null, "once more", Now);
        filing.Review.AskSupplement(filing.Leader, filing.Plan, filing.Owed, Today.AddDays(20), Now);
        Assert.Equal(2, filing.Owed.SupplementsAsked);

        filing.Send(Today.AddDays(8));
        filing.Review.Open(filing.Reader, filing.Plan, Now);
        filing.Review.Agree(filing.Leader, filing.Plan, filing.Owed, CompletionMode.Agreed, Now, Today.AddDays(9));
        Assert.Equal((Today, Today.AddDays(8), Today.AddDays(9)), (filing.Owed.FirstSentOn!.Value, filing.Owed.LastSentOn!.Value, filing.Owed.CompletedOn!.Value));
        Assert.Null(filing.Owed.SupplementDueOn);
    }

    [Fact]
    public void The_clock_closes_without_a_name()
    {
        var filing = Filing.In(PlanState.Sent);
        filing.Review.CloseWithoutOpinion(Actor.System, filing.Plan, filing.Owed, Now, Today);
        Assert.Equal((OpinionKind.NoOpinion, Now, (string?)null, false), (filing.Review.Decision!.Value, filing.Review.DecidedAt!.Value, filing.Review.DecidedByName, filing.Review.Waiting));
        Assert.Equal(CompletionMode.ReceivedWithoutOpinion, filing.Owed.CompletionMode);
    }

    // ---- withdraw

    [Fact]
    public void Before_it_is_opened_its_author_withdraws_it()
    {
        var filing = Filing.In(PlanState.Sent);
        Assert.Equal(Because.NotAllowed, Refused(() => filing.Review.Withdraw(Person(Role.Officer, Cell))).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => filing.Review.Withdraw(filing.Leader)).Code);
        filing.Review.Withdraw(filing.Writer);
        Assert.True(filing.Review.Withdrawn);
        Assert.False(filing.Review.Waiting);
    }

    [Fact]
    public void Once_opened_it_says_who_opened_it_and_when()
    {
        var filing = Filing.In(PlanState.UnderReview);
        var refusal = Refused(() => filing.Review.Withdraw(filing.Writer));
        Assert.Equal(Because.AlreadyOpened, refusal.Code);
        Assert.Equal([filing.Reader.Name, Now], refusal.Facts);
        Assert.False(filing.Review.Withdrawn);
    }
}
