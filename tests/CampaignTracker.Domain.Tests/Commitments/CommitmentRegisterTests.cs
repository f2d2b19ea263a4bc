using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Commitments;

public sealed class CommitmentRegisterTests
{
    [Fact]
    public void One_act_of_the_meeting_adopts_the_list_and_fulfils_the_obligation()
    {
        var (promise, owed) = (Promise.In(CommitmentState.Draft), Owed());
        var meeting = promise.Adopt(obligation: owed);
        Assert.Equal((meeting.HeldOn, meeting.Id), (promise.Register.AdoptedOn!.Value, promise.Register.MeetingId!.Value));
        Assert.Equal((CommitmentState.Adopted, Confirmation.Meeting, meeting.HeldOn), (promise.Commitment.State, promise.Commitment.Confirmation!.Value, promise.Commitment.AdoptedOn!.Value));
        Assert.Equal((Today, CompletionMode.AdoptedByUnit), (owed.CompletedOn!.Value, owed.CompletionMode!.Value));
        Assert.Equal((MeetingItem.AnnualRegistrations, promise.Register.Id), (meeting.Decisions[0].Item, meeting.Decisions[0].SubjectId!.Value));
    }

    [Fact]
    public void A_later_act_keeps_the_first_day_and_settles_an_obligation_made_since()
    {
        var promise = Promise.In(CommitmentState.Adopted);
        var (first, late) = (promise.Register.AdoptedOn, Owed());
        promise.Commitment.Reopen(Promise.Secretary, Now);
        promise.Register.Adopt(Promise.Secretary, Promise.Met(on: Today), [(promise.Commitment, promise.Member)], late, Today);
        Assert.Equal((first, Today, Today), (promise.Register.AdoptedOn, promise.Commitment.AdoptedOn, late.CompletedOn!.Value));
    }

    [Fact]
    public void The_act_needs_somebody_to_adopt_a_meeting_of_this_unit_and_who_speaks_for_it()
    {
        var promise = Promise.In(CommitmentState.Draft);
        List<(RoleModelCommitment, Participant)> all = [(promise.Commitment, promise.Member)];
        Assert.Equal(Because.RegisterEmpty, Refused(() => promise.Register.Adopt(Promise.Secretary, Promise.Met(), [], null, Today)).Code);
        Assert.Equal(Because.MeetingElsewhere, Refused(() => promise.Register.Adopt(Promise.Secretary, Promise.Met(OtherCell), all, null, Today)).Code);
        Assert.Equal(Because.MeetingElsewhere, Refused(() => promise.Register.Adopt(Promise.Secretary, Promise.Met(on: Today.AddDays(1)), all, null, Today)).Code);
        foreach (var other in new[] { Promise.Officer, Person(Role.Participant, Cell), Person(Role.Secretary, Commune) })
            Assert.Equal(Because.NotAllowed, Refused(() => promise.Register.Adopt(other, Promise.Met(), all, null, Today)).Code);
        Assert.Equal(CommitmentState.Draft, promise.Commitment.State);
    }

    [Theory]
    [InlineData(RegisterKeeper.Cell, ParticipantKind.Member, true)]
    [InlineData(RegisterKeeper.Cell, ParticipantKind.ProbationaryMember, true)]
    [InlineData(RegisterKeeper.Cell, ParticipantKind.CivilServant, false)]
    [InlineData(RegisterKeeper.Cell, ParticipantKind.AssociationMember, false)]
    [InlineData(RegisterKeeper.Office, ParticipantKind.CivilServant, true)]
    [InlineData(RegisterKeeper.Association, ParticipantKind.AssociationMember, true)]
    public void A_cell_confirms_members_alone(RegisterKeeper keeper, ParticipantKind kind, bool here)
    {
        var promise = Promise.In(CommitmentState.Draft, kind, keeper: keeper);
        Assert.Equal(here, promise.Register.Confirms(kind));
        if (here) promise.Adopt();
        else Assert.Equal((Because.ConfirmedElsewhere, "Nguyễn Văn An"), (Refused(() => promise.Adopt()) is var refusal ? refusal.Code : default, Refused(() => promise.Adopt()).Facts[0]));
    }

    [Fact]
    public void A_heads_own_is_the_deputys_or_stands_by_the_minutes()
    {
        var head = Promise.In(CommitmentState.Draft, head: true);
        head.Adopt(Promise.Deputy);
        Assert.Equal(Confirmation.Deputy, head.Commitment.Confirmation);
        var own = Promise.In(CommitmentState.Draft, head: true);
        own.Adopt(Actor.Person(own.Author.AccountId!.Value, "An", [Holds(Role.Secretary, Cell)]));
        Assert.Equal(Confirmation.Minutes, own.Commitment.Confirmation);
        var member = Promise.In(CommitmentState.Draft);
        member.Adopt(Promise.Deputy);
        Assert.Equal(Confirmation.Meeting, member.Commitment.Confirmation);
    }

    [Fact]
    public void A_meeting_is_no_office_and_an_office_needs_a_name_and_a_day_that_has_come()
    {
        var promise = Promise.In(CommitmentState.Draft, ParticipantKind.CivilServant);
        void By(Confirmation by, string body, DateOnly on) => promise.Commitment.ConfirmOutside(Promise.Secretary, by, body, on, Today);
        foreach (var by in new[] { Confirmation.Meeting, Confirmation.Deputy, Confirmation.Minutes }) Assert.Equal(Because.NotAllowed, Refused(() => By(by, "Chi bộ", Today)).Code);
        Assert.Equal(Because.Required, Refused(() => By(Confirmation.Office, " ", Today)).Code);
        Assert.Equal(Because.MeetingInFuture, Refused(() => By(Confirmation.Office, "UBND", Today.AddDays(1))).Code);
        By(Confirmation.Association, "Công đoàn", Today);
        Assert.Equal((CommitmentState.Adopted, "Công đoàn"), (promise.Commitment.State, promise.Commitment.ConfirmedBy));
    }

    [Fact]
    public void A_meeting_recorded_with_a_wrong_day_takes_along_what_it_adopted_and_nothing_else()
    {
        var promise = Promise.In(CommitmentState.Draft);
        var meeting = promise.Adopt();
        var (recorded, held) = (meeting.HeldOn, meeting.HeldOn.AddDays(-2));
        meeting.Correct(Promise.Officer, held, 19, 22, 19, Today);
        promise.Register.Redate(Promise.Officer, meeting);
        promise.Commitment.Redate(Promise.Officer, recorded, held);
        Assert.Equal((held, held), (promise.Register.AdoptedOn!.Value, promise.Commitment.AdoptedOn!.Value));
        promise.Register.Redate(Promise.Officer, Promise.Met(on: Today));
        promise.Commitment.Redate(Promise.Officer, recorded, Today);
        Assert.Equal((held, held), (promise.Register.AdoptedOn!.Value, promise.Commitment.AdoptedOn!.Value));
        Assert.Equal(Because.NotAllowed, Refused(() => promise.Register.Redate(Person(Role.Participant, Cell), meeting)).Code);
    }

    [Fact]
    public void The_register_is_settled_once_by_who_speaks_for_the_collective()
    {
        var promise = Promise.In(CommitmentState.Adopted);
        Assert.Equal(Because.NotAllowed, Refused(() => promise.Register.Close(Promise.Officer, Today)).Code);
        promise.Register.Close(Promise.Secretary, Today);
        promise.Register.Close(Promise.Secretary, Today.AddDays(1));
        Assert.Equal(Today, promise.Register.ClosedOn);
    }
}
