using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.People;

/// <summary>Requests on personal data and their clocks.</summary>
public class PersonalDataRequestTests
{
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly WorkCalendar Calendar = new([]);

    private static Participant Somebody(Guid? account) => Participant.Enter(Actor.System, null, "Nguyễn Văn An", ParticipantKind.Member, null, false, Cell, Today.AddYears(-1), null, account);

    private static PersonalDataRequest Asked(PersonalDataAsk ask = PersonalDataAsk.View) =>
        PersonalDataRequest.Make(Actor.Person(Account, "An", []), Somebody(Account), ask, "Xin xem dữ liệu", Today, Calendar);

    [Theory]
    [InlineData(PersonalDataAsk.View, 10)]
    [InlineData(PersonalDataAsk.Correct, 10)]
    [InlineData(PersonalDataAsk.Objection, 15)]
    public void Each_kind_has_its_clock_and_is_extended_once(PersonalDataAsk ask, int days)
    {
        var request = Asked(ask);
        Assert.Equal(Today.AddDays(days), request.AnswerBy);
        Assert.Equal(Calendar.AddWorkingDays(Today, 2), request.AcknowledgeBy);

        request.Extend(Actor.System, Today.AddDays(1));

        Assert.Equal((Today.AddDays(2 * days), Today.AddDays(1)), (request.AnswerBy, request.AcknowledgedOn!.Value));
        Assert.Equal(Because.RequestAnswered, Refused(() => request.Extend(Actor.System, Today)).Code);
    }

    [Fact]
    public void Only_the_person_asks_and_only_whoever_keeps_the_list_answers()
    {
        Assert.Equal(Because.NotAllowed, Refused(() => PersonalDataRequest.Make(Actor.Person(Guid.NewGuid(), "B", []), Somebody(Account), PersonalDataAsk.View, "x", Today, Calendar)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => PersonalDataRequest.Make(Actor.System, Somebody(null), PersonalDataAsk.View, "x", Today, Calendar)).Code);
        var request = Asked();
        Assert.Equal(Because.NotAllowed, Refused(() => request.Acknowledge(Person(Role.Secretary, Commune), Today)).Code);

        request.Reply(Person(Role.Officer, Cell), " Đã gửi bản sao ", Today.AddDays(3));

        Assert.Equal(("Đã gửi bản sao", Today.AddDays(3), Today.AddDays(3)), (request.Answer, request.AnsweredOn!.Value, request.AcknowledgedOn!.Value));
        Assert.Equal(Because.RequestAnswered, Refused(() => request.Reply(Actor.System, "x", Today)).Code);
    }

    [Fact]
    public void Words_are_needed_and_bounded()
    {
        Assert.Equal(Because.Required, Refused(() => PersonalDataRequest.Make(Actor.Person(Account, "An", []), Somebody(Account), PersonalDataAsk.View, " ", Today, Calendar)).Code);
        Assert.Equal(Because.TooLong, Refused(() => Asked().Reply(Actor.System, new string('a', PersonalDataRequest.TextLength + 1), Today)).Code);
    }
}
