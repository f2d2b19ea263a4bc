using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.People;

/// <summary>A person through the years: entered, corrected, moved, merged, gone, forgotten.</summary>
public class ParticipantTests
{
    private static Participant An() => Participant.Enter(Person(Role.Officer, Cell), null, " Nguyễn  Văn An ", ParticipantKind.Member, "Chi ủy viên", true, Cell, Today.AddYears(-2), null, null);

    [Theory]
    [InlineData("Nguyễn Văn An", "An Nguyễn Văn")]
    [InlineData("Y Ban", "Ban Y")]
    [InlineData("Lan", "Lan")]
    public void Lists_are_sorted_by_the_given_name(string name, string key) => Assert.Equal(key, Participant.GivenNameFirst(name));

    [Fact]
    public void A_transfer_keeps_the_stay_before_and_takes_off_post_and_headship()
    {
        var an = An();
        an.Transfer(Actor.System, OtherCell, Today);

        var before = Assert.Single(an.Memberships);
        Assert.Equal((Cell.Id, Today.AddYears(-2), Today.AddDays(-1)), (before.UnitId, before.From, before.To));
        Assert.Equal((OtherCell.Path, Today, false, null), (an.UnitPath, an.From, an.UnitHead, an.PostTitle));
        Assert.Null(an.To);
    }

    [Fact]
    public void A_leaver_stays_as_a_row_and_cannot_be_written_to_any_more()
    {
        var an = An();
        an.Leave(Actor.System, Today, LeaveReason.MovedAway);

        Assert.Equal((Today, LeaveReason.MovedAway), (an.To!.Value, an.Left!.Value));
        Assert.Equal(Because.ParticipantLeft, Refused(() => an.Correct(Actor.System, "B", ParticipantKind.Member, null, false, Today)).Code);
        Assert.Equal(Because.ParticipantLeft, Refused(() => an.Transfer(Actor.System, OtherCell, Today)).Code);
        Assert.Equal(Because.BeforeArrival, Refused(() => An().Leave(Actor.System, Today.AddYears(-3), LeaveReason.Died)).Code);
    }

    [Fact]
    public void Merging_hands_the_account_on_and_only_whoever_keeps_both_lists_may()
    {
        var (an, twice) = (An(), Participant.Enter(Actor.System, null, "Nguyễn Văn An", ParticipantKind.Member, null, false, OtherCell, Today, null, Guid.NewGuid()));
        var account = twice.AccountId;
        Assert.Equal(Because.NotAllowed, Refused(() => twice.MergeInto(Person(Role.Secretary, OtherCell), an, Today)).Code);

        twice.MergeInto(Actor.System, an, Today);

        Assert.Equal((account, null, an.Id, Today), (an.AccountId, twice.AccountId, twice.MergedIntoId!.Value, twice.To!.Value));
        Assert.Equal(Because.ParticipantLeft, Refused(() => An().MergeInto(Actor.System, twice, Today)).Code);
    }

    [Fact]
    public void Forgetting_erases_the_name_of_a_leaver_only_and_only_the_clock_forgets()
    {
        var an = An();
        an.Forget(Actor.System, Today);
        Assert.Equal("Nguyễn Văn An", an.Name);
        an.Leave(Actor.System, Today, LeaveReason.NoLongerTakesPart);
        Assert.Equal(Because.NotAllowed, Refused(() => an.Forget(Person(Role.Secretary, Cell), Today)).Code);

        an.Forget(Actor.System, Today.AddYears(5));

        Assert.Equal(("", "", "", null), (an.Name, an.SortName, an.SearchKey, an.PostTitle));
        Assert.Equal(Today.AddYears(5), an.ForgottenOn);
    }

    [Fact]
    public void Names_are_needed_and_bounded_and_the_list_is_its_keepers()
    {
        Assert.Equal(Because.Required, Refused(() => An().Correct(Actor.System, "  ", ParticipantKind.Member, null, false, Today)).Code);
        Assert.Equal(Because.TooLong, Refused(() => An().Correct(Actor.System, new string('a', Participant.NameLength + 1), ParticipantKind.Member, null, false, Today)).Code);
        foreach (var role in new[] { Role.Participant, Role.Inspector, Role.Administrator, Role.ProvincialOfficer })
            Assert.Equal(Because.NotAllowed, Refused(() => An().Exempt(Person(role, Cell), Today)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => An().Exempt(Person(Role.Secretary, Commune), Today)).Code);
    }
}
