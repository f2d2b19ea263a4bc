using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Obligations;

public class ObligationTests
{
    private readonly Actor superior = Person(Role.Secretary, Commune);

    [Fact]
    public void An_extension_moves_the_due_date_and_keeps_the_first_one_the_reason_and_the_name()
    {
        var owed = Owed();
        owed.Extend(superior, Due.AddDays(5), " flood ");

        Assert.Equal((Due, Due.AddDays(5), "flood", superior.Name), (owed.FirstDueOn, owed.DueOn, owed.ExtensionReason, owed.ExtendedBy));
        Assert.Equal(Standing.DueSoon, ObligationStatus.Judge(owed.Facts, Due.AddDays(5)));
        Assert.Equal(Standing.Overdue, ObligationStatus.Judge(owed.Facts, Due.AddDays(6)));
    }

    [Fact]
    public void A_sending_within_the_extension_is_on_time()
    {
        var filing = Filing.In(PlanState.Issued);
        filing.Owed.Extend(superior, Due.AddDays(5), "flood");
        filing.Send(Due.AddDays(5));
        Assert.Equal(Standing.SentOnTime, ObligationStatus.Judge(filing.Owed.Facts, Due.AddDays(20)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_extension_lies_after_the_due_date(int days)
    {
        var refusal = Refused(() => Owed().Extend(superior, Due.AddDays(days), "flood"));
        Assert.Equal(Because.ExtensionNotLater, refusal.Code);
        Assert.Equal([Due], refusal.Facts);
    }

    [Fact]
    public void What_is_sent_or_excused_is_not_extended()
    {
        Assert.Equal(Because.ObligationSettled, Refused(() => Filing.In(PlanState.Sent).Owed.Extend(superior, Due.AddDays(5), "flood")).Code);
        var excused = Owed();
        excused.Excuse(superior, Today, "merged");
        Assert.Equal(Because.ObligationSettled, Refused(() => excused.Extend(superior, Due.AddDays(5), "flood")).Code);
    }

    [Fact]
    public void An_excuse_has_a_day_a_reason_and_a_name_and_happens_once()
    {
        var owed = Owed();
        owed.Excuse(superior, Today, "merged");

        Assert.Equal((Today, "merged", superior.Name), (owed.ExcusedOn!.Value, owed.ExcuseReason, owed.ExcusedBy));
        Assert.Equal(Because.ObligationSettled, Refused(() => owed.Excuse(superior, Today, "again")).Code);
    }

    [Fact]
    public void What_is_completed_is_not_excused() =>
        Assert.Equal(Because.ObligationSettled, Refused(() => Filing.In(PlanState.Completed).Owed.Excuse(superior, Today, "merged")).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0 ")]
    public void A_reason_is_required(string reason)
    {
        Assert.Equal(Because.Required, Refused(() => Owed().Extend(superior, Due.AddDays(1), reason)).Code);
        Assert.Equal(Because.Required, Refused(() => Owed().Excuse(superior, Today, reason)).Code);
    }

    [Fact]
    public void A_reason_has_a_limit()
    {
        Owed().Excuse(superior, Today, new string('a', Obligation.ReasonLength));
        var refusal = Refused(() => Owed().Excuse(superior, Today, new string('a', Obligation.ReasonLength + 1)));
        Assert.Equal(Because.TooLong, refusal.Code);
        Assert.Equal([FieldName.Reason, Obligation.ReasonLength], refusal.Facts);
    }

    [Fact]
    public void Only_the_superior_adjusts()
    {
        foreach (var other in new[] { Person(Role.Secretary, Cell), Person(Role.Officer, Commune), Person(Role.Secretary, OtherCommune), Person(Role.DeputySecretary, Commune), Person(Role.Inspector, Province) })
        {
            Assert.Equal(Because.NotAllowed, Refused(() => Owed().Extend(other, Due.AddDays(5), "x")).Code);
            Assert.Equal(Because.NotAllowed, Refused(() => Owed().Excuse(other, Today, "x")).Code);
        }
        Owed().Extend(Person(Role.DeputySecretary, Commune, acting: true), Due.AddDays(5), "x");
        Owed().Extend(Person(Role.ProvincialOfficer, Province), Due.AddDays(5), "x");
    }

    [Fact]
    public void The_issue_of_the_superiors_paper_dates_what_is_neither_sent_nor_extended()
    {
        var open = Owed();
        open.DateFromSuperior(superior, Due.AddDays(-9));
        Assert.Equal((Due.AddDays(-9), Due.AddDays(-9)), (open.FirstDueOn, open.DueOn));

        var extended = Owed();
        extended.Extend(superior, Due.AddDays(5), "flood");
        extended.DateFromSuperior(superior, Due.AddDays(-9));
        Assert.Equal(Due.AddDays(5), extended.DueOn);

        var sent = Filing.In(PlanState.Sent).Owed;
        sent.DateFromSuperior(superior, Today.AddDays(-9));
        Assert.Equal(Due, sent.DueOn);
    }

    [Fact]
    public void Only_the_superior_or_the_clock_dates_it()
    {
        Assert.Equal(Because.NotAllowed, Refused(() => Owed().DateFromSuperior(Person(Role.Secretary, Cell), Due)).Code);
        Owed().DateFromSuperior(Actor.System, Due);
    }

    [Fact]
    public void It_remembers_the_place_in_the_tree_it_was_made_under() => Assert.Equal((Cell.Path, Cell.Path), (Owed().UnitPath, Owed().PathThen));
}
