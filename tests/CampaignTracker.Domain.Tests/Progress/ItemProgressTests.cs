using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Progress;

public sealed class ItemProgressTests
{
    private static readonly Actor Secretary = Person(Role.Secretary, Cell);

    [Fact]
    public void A_draft_is_not_followed_an_adopted_plan_is()
    {
        var plan = Plan(out var item);
        Assert.Equal(Because.PlanWithoutMeeting, Refused(() => ItemProgress.Follow(Secretary, null, plan, item)).Code);
        plan.RecordMeeting(Secretary, Meeting(), Now);
        var followed = ItemProgress.Follow(Secretary, null, plan, item);
        Assert.Equal((plan.Id, item, Cell.Path, 2027), (followed.PlanId, followed.ItemId, followed.UnitPath, followed.Year));
        Assert.Null(followed.Outcome);
    }

    [Fact]
    public void Another_plan_s_item_is_not_there()
    {
        var plan = Plan(out _);
        plan.RecordMeeting(Secretary, Meeting(), Now);
        Assert.Equal(Because.NotFound, Refused(() => ItemProgress.Follow(Secretary, null, plan, Guid.NewGuid())).Code);
    }

    [Theory]
    [InlineData(Role.Secretary, true)]
    [InlineData(Role.DeputySecretary, true)]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Participant, false)]
    [InlineData(Role.Inspector, false)]
    [InlineData(Role.Administrator, false)]
    public void The_unit_s_own_keepers_report(Role role, bool may)
    {
        var progress = Followed();
        Assert.Equal(may, Reported(() => progress.Report(Person(role, Cell), Facts(Outcome.Done), Now)));
        Assert.False(Reported(() => progress.Report(Person(role, Commune), Facts(Outcome.Done), Now)));
        Assert.False(Reported(() => progress.Report(Person(role, OtherCell), Facts(Outcome.Done), Now)));
    }

    [Fact]
    public void The_latest_report_stands_and_nothing_new_leaves_it_standing()
    {
        var progress = Followed();
        progress.Report(Secretary, Facts(Outcome.PartlyDone, 2, Today.AddDays(-9)), Now.AddDays(-9));
        progress.Report(Secretary, Facts(null, null, Today), Now);
        Assert.Equal((Outcome.PartlyDone, 2, Today), (progress.Outcome!.Value, progress.Figure!.Value, progress.ReportedOn!.Value));
        progress.Report(Secretary, Facts(Outcome.NotDone, null, Today.AddDays(-20)), Now.AddMinutes(1));
        Assert.Equal((Outcome.NotDone, 2), (progress.Outcome!.Value, progress.Figure!.Value));
        Assert.Equal([Today.AddDays(-9), Today, Today.AddDays(-20)], progress.Reports.Select(r => r.On));
        Assert.All(progress.Reports, r => Assert.Equal(Secretary.Name, r.RecordedByName));
    }

    private static ProgressFacts Facts(Outcome? outcome, int? figure = null, DateOnly? on = null) => new(outcome, outcome is null, figure, null, on ?? Today, Today);

    private static ItemProgress Followed()
    {
        var plan = Plan(out var item);
        plan.RecordMeeting(Secretary, Meeting(), Now);
        return ItemProgress.Follow(Secretary, null, plan, item);
    }

    private static UnitPlan Plan(out Guid item)
    {
        var plan = UnitPlan.Begin(Secretary, null, Owed(), "", "", Now);
        item = plan.AddItem(Secretary, Now).Id;
        return plan;
    }

    private static bool Reported(Action report)
    {
        try
        {
            report();
            return true;
        }
        catch (Refusal refusal) when (refusal.Code == Because.NotAllowed)
        {
            return false;
        }
    }
}
