using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Meetings;

public sealed class CellMeetingTests
{
    private static CellMeeting Held(Role role = Role.Officer, int present = 19, int total = 22, int inFavour = 19, DateOnly? on = null) =>
        CellMeeting.Record(Person(role, Cell), null, Cell, on ?? Today, present, total, inFavour, Today, Now);

    [Fact]
    public void Its_numbers_are_checked_as_a_plans()
    {
        Assert.Equal(Because.MeetingInFuture, Refused(() => Held(on: Today.AddDays(1))).Code);
        Assert.Equal(Because.MeetingCounts, Refused(() => Held(present: 23)).Code);
        Assert.Equal(Because.MeetingCounts, Refused(() => Held(inFavour: 20)).Code);
        Assert.Equal(Because.OutOfRange, Refused(() => Held(total: 0)).Code);
        var meeting = Held();
        Assert.Equal(Because.MeetingCounts, Refused(() => meeting.Correct(Person(Role.Secretary, Cell), Today, 5, 4, 4, Today)).Code);
        var numbers = meeting.AsPlanMeeting(Today);
        Assert.Equal((Today, 19, 22, 19), (numbers.HeldOn, numbers.Present, numbers.Total, numbers.InFavour));
    }

    [Fact]
    public void Only_who_keeps_the_units_papers_records_corrects_and_ticks()
    {
        foreach (var role in new[] { Role.Participant, Role.Inspector, Role.Administrator, Role.ProvincialHead }) Assert.Equal(Because.NotAllowed, Refused(() => Held(role)).Code);
        var (meeting, above) = (Held(Role.DeputySecretary), Person(Role.Secretary, Commune));
        Assert.Equal(Because.NotAllowed, Refused(() => meeting.Correct(above, Today, 1, 1, 1, Today)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => meeting.Adopts(above, MeetingItem.Topic, null, null)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => meeting.AttachMinutes(above, Guid.NewGuid())).Code);
    }

    [Fact]
    public void The_same_thing_is_ticked_once_and_a_note_has_its_length()
    {
        var (meeting, secretary, plan) = (Held(), Person(Role.Secretary, Cell), Guid.NewGuid());
        meeting.Adopts(secretary, MeetingItem.Plan, plan, null);
        meeting.Adopts(secretary, MeetingItem.Plan, plan, null);
        meeting.Adopts(secretary, MeetingItem.Plan, Guid.NewGuid(), null);
        meeting.Adopts(secretary, MeetingItem.Topic, null, " Chuyên đề 2027 ");
        Assert.Equal([MeetingItem.Plan, MeetingItem.Plan, MeetingItem.Topic], meeting.Decisions.Select(d => d.Item));
        Assert.Equal("Chuyên đề 2027", meeting.Decisions[2].Note);
        Assert.Equal(Because.TooLong, Refused(() => meeting.Adopts(secretary, MeetingItem.Commendation, null, new string('a', CellMeeting.NoteLength + 1))).Code);
    }
}
