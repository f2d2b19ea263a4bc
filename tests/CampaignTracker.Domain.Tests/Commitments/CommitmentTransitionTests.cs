using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Commitments;

public sealed class CommitmentTransitionTests
{
    private static void Do(Promise promise, CommitmentAct act, Actor actor)
    {
        var commitment = promise.Commitment;
        switch (act)
        {
            case CommitmentAct.Write: commitment.Write(actor, commitment.Lines[0].Id, CommitmentField.Action, "Thăm 7 hộ", Now); break;
            case CommitmentAct.Discuss: commitment.Discuss(actor); break;
            case CommitmentAct.AskConcrete: commitment.AskConcrete(actor, "Ghi rõ", Now); break;
            case CommitmentAct.Adopt: promise.Adopt(actor); break;
            case CommitmentAct.Reopen: commitment.Reopen(actor, Now); break;
            case CommitmentAct.Report: commitment.Report(actor, commitment.Lines[0].Id, new ProgressFacts(Outcome.Done, false, 6, null, Today, Today), Now); break;
            case CommitmentAct.AssessSelf: commitment.AssessSelf(actor, "Đã làm", Now); break;
            case CommitmentAct.Comment: commitment.Comment(actor, "Tốt", false, Now); break;
            case CommitmentAct.Close: commitment.Close(actor); break;
        }
    }

    public static TheoryData<CommitmentState, CommitmentAct> Every()
    {
        var data = new TheoryData<CommitmentState, CommitmentAct>();
        foreach (var state in Enum.GetValues<CommitmentState>())
            foreach (var act in Enum.GetValues<CommitmentAct>()) data.Add(state, act);
        return data;
    }

    [Theory, MemberData(nameof(Every))]
    public void Every_act_in_every_state_does_what_the_table_says(CommitmentState state, CommitmentAct act)
    {
        var promise = Promise.In(state);
        var found = CommitmentTransitions.Find(state, act);
        Assert.Equal(found is not null, promise.Commitment.May(Promise.Secretary, act));
        if (found is null)
        {
            var refusal = Refused(() => Do(promise, act, Promise.Secretary));
            Assert.Equal((Because.CommitmentNotInState, state), (refusal.Code, promise.Commitment.State));
            return;
        }
        Do(promise, act, Promise.Secretary);
        Assert.Equal(found.Value.To, promise.Commitment.State);
    }

    [Theory, MemberData(nameof(Every))]
    public void Whose_hand_an_act_is_decides_who_may_do_it(CommitmentState state, CommitmentAct act)
    {
        if (CommitmentTransitions.Find(state, act) is not { } found) return;
        foreach (var (actor, collective) in new[] { (Promise.Deputy, true), (Promise.Officer, false), ((Actor?)null, false) })
        {
            var promise = Promise.In(state);
            var who = actor ?? promise.Author;
            if (collective || found.Hand == CommitmentHand.AuthorOrKeeper) Do(promise, act, who);
            else Assert.Contains(Refused(() => Do(promise, act, who)).Code, new[] { Because.NotAllowed, Because.OwnCommitment });
        }
        foreach (var stranger in new[] { Person(Role.Participant, Cell), Person(Role.Secretary, OtherCell), Person(Role.Secretary, Commune), Person(Role.Administrator, Cell), Person(Role.Inspector, Cell) })
            Assert.Equal(Because.NotAllowed, Refused(() => Do(Promise.In(state), act, stranger)).Code);
    }

    [Fact]
    public void Writing_answers_what_was_asked_and_takes_a_discussed_one_back_to_the_draft()
    {
        var promise = Promise.In(CommitmentState.Discussed);
        promise.Commitment.AskConcrete(Promise.Secretary, "Ghi rõ", Now);
        Assert.Equal("Ghi rõ", promise.Commitment.ConcreteAsk);
        Do(promise, CommitmentAct.Write, promise.Author);
        Assert.Equal((null, CommitmentState.Draft), (promise.Commitment.ConcreteAsk, promise.Commitment.State));
    }

    [Fact]
    public void Nothing_goes_on_without_an_action()
    {
        var promise = Promise.In(CommitmentState.Draft);
        promise.Commitment.Write(promise.Author, promise.Commitment.Lines[0].Id, CommitmentField.Action, "", Now);
        Assert.Equal(Because.CommitmentEmpty, Refused(() => promise.Commitment.Discuss(Promise.Secretary)).Code);
        Assert.Equal(Because.CommitmentEmpty, Refused(() => promise.Adopt()).Code);
        Assert.Equal(Because.CommitmentEmpty, Refused(() => promise.Commitment.ConfirmOutside(Promise.Secretary, Confirmation.Office, "UBND", Today, Today)).Code);
    }

    [Fact]
    public void Nobody_comments_on_their_own_but_from_the_minutes()
    {
        var promise = Promise.In(CommitmentState.SelfAssessed);
        var own = Actor.Person(promise.Author.AccountId!.Value, "An", [Holds(Role.Secretary, Cell)]);
        Assert.Equal(Because.OwnCommitment, Refused(() => promise.Commitment.Comment(own, "Tốt", false, Now)).Code);
        promise.Commitment.Comment(own, "Tốt", true, Now);
        Assert.Equal(CommitmentState.Commented, promise.Commitment.State);
    }

    [Fact]
    public void The_shortcoming_is_for_the_author_and_the_secretary()
    {
        var promise = Promise.In(CommitmentState.Adopted);
        promise.Commitment.WriteShortcoming(promise.Author, "Nể nang", Now);
        promise.Commitment.WriteShortcoming(Promise.Secretary, "Còn nể nang", Now);
        foreach (var other in new[] { Promise.Deputy, Promise.Officer, Person(Role.Secretary, Commune), Person(Role.Participant, Cell) })
            Assert.Equal(Because.NotAllowed, Refused(() => promise.Commitment.WriteShortcoming(other, "Lạ", Now)).Code);
        Assert.Equal("Còn nể nang", promise.Commitment.Shortcoming!.Text);
        promise.Commitment.WriteShortcoming(promise.Author, " ", Now);
        Assert.Null(promise.Commitment.Shortcoming);
    }
}
