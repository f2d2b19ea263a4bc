using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Reminders;

/// <summary>Urging by hand, announcements, calendar addresses: who may, and what is refused.</summary>
public class UrgingTests
{
    private static readonly HeldPost Post = Holds(Role.Secretary, Commune);
    private static readonly Actor Secretary = Person(Post);

    private static Urging Urge(string reason = "Sơ kết") => new(Secretary, Post, UrgingWay.Program, reason, Now);

    [Fact]
    public void An_urging_takes_open_filings_of_units_below_and_no_others()
    {
        var urging = Urge();
        urging.Add(Secretary, Owed(), null, Urging.RestDays, Today);

        Assert.Equal(Because.NotAllowed, Refused(() => urging.Add(Secretary, Owed(Commune), null, Urging.RestDays, Today)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => urging.Add(Secretary, Owed(CellElsewhere), null, Urging.RestDays, Today)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => urging.Add(Person(Role.Inspector, Commune), Owed(), null, Urging.RestDays, Today)).Code);
        var excused = Owed();
        excused.Excuse(Secretary, Today, "Sáp nhập");
        Assert.Equal(Because.NothingToUrge, Refused(() => urging.Add(Secretary, excused, null, Urging.RestDays, Today)).Code);
        Assert.Single(urging.Filings);
    }

    [Fact]
    public void The_same_filing_rests_and_the_refusal_says_from_when_on_again()
    {
        var refusal = Refused(() => Urge().Add(Secretary, Owed(), Today.AddDays(-2), 3, Today));

        Assert.Equal([Today.AddDays(-2), Today.AddDays(1)], refusal.Facts);
        Urge().Add(Secretary, Owed(), Today.AddDays(-3), 3, Today);
    }

    [Fact]
    public void An_urging_needs_a_reason_of_bounded_length()
    {
        Assert.Equal(Because.Required, Refused(() => Urge("  ")).Code);
        Assert.Equal(Because.TooLong, Refused(() => Urge(new string('x', Urging.ReasonLength + 1))).Code);
    }

    [Fact]
    public void A_supplement_is_urged_and_a_filing_with_the_superior_is_not()
    {
        var facts = new ObligationFacts(Due, Today, null, null, null);
        Assert.Equal(UrgingObstacle.NothingOpen, Urging.WhyNot(facts, null, 3, Today));
        Assert.Null(Urging.WhyNot(facts with { SupplementDueOn = Today.AddDays(5) }, null, 3, Today));
        Assert.Equal((Today.AddDays(5), Due), (Urging.DueOn(facts with { SupplementDueOn = Today.AddDays(5) }), Urging.DueOn(facts)));
    }

    [Fact]
    public void An_announcement_is_for_posts_at_or_below_of_its_kinds_and_gone_when_withdrawn()
    {
        var told = new Announcement(Secretary, Post, "Lịch họp", "Sáng thứ Sáu", ["cell"], Today, Now);

        Assert.True(told.IsFor(Cell.Path, "cell"));
        Assert.False(told.IsFor(Cell.Path, "body"));
        Assert.False(told.IsFor(CellElsewhere.Path, "cell"));
        Assert.False(told.IsFor(Province.Path, "cell"));
        Assert.Equal(Because.NotAllowed, Refused(() => new AnnouncementReceipt(Person(Role.Secretary, CellElsewhere), Holds(Role.Secretary, CellElsewhere), told, Now)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => told.Withdraw(Person(Role.Secretary, Cell), Today)).Code);
        told.Withdraw(Secretary, Today);
        Assert.False(told.PublishedDownward);
        Assert.Equal(Because.NotAllowed, Refused(() => new AnnouncementReceipt(Person(Role.Secretary, Cell), Holds(Role.Secretary, Cell), told, Now)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => new Announcement(Person(Role.Participant, Cell), Holds(Role.Participant, Cell), "a", "b", [], Today, Now)).Code);
    }

    [Fact]
    public void A_calendar_address_is_ended_by_its_owner_alone()
    {
        var feed = new CalendarFeed(Secretary, new string('a', 64), Now);

        Assert.Equal(Because.NotAllowed, Refused(() => feed.Revoke(Person(Role.Secretary, Commune), Now)).Code);
        feed.Revoke(Secretary, Now);
        feed.Revoke(Secretary, Now.AddDays(1));
        Assert.Equal(Now, feed.RevokedAt);
        Assert.Equal(Because.NotAllowed, Refused(() => new CalendarFeed(Actor.System, "", Now)).Code);
    }
}
