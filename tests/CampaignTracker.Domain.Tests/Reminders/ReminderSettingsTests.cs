using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;

namespace CampaignTracker.Domain.Tests.Reminders;

public class ReminderSettingsTests
{
    private static readonly ReminderRule Rule = ReminderRules.Of("FilingDue")!;
    private static readonly Guid Requirement = Guid.NewGuid();
    private static readonly DateTime Now = new(2026, 3, 3, 2, 0, 0, DateTimeKind.Utc);

    private static ReminderRuleSetting Set(Guid? requirement, bool off, params int[] before)
    {
        var setting = new ReminderRuleSetting(Rule.Code, requirement);
        setting.Set(Actor.System, "0001/", off, ReminderLadder.Ahead(before), Now);
        return setting;
    }

    [Fact]
    public void A_requirements_own_ladder_comes_before_the_rules_and_the_rules_before_its_default()
    {
        Assert.Equal(Rule.Ladder, new ReminderSettings([]).LadderOf(Rule, Requirement));
        var all = Set(null, false, 5, 0);
        Assert.Equal(ReminderLadder.Ahead(5, 0), new ReminderSettings([all]).LadderOf(Rule, Requirement));
        Assert.Equal(ReminderLadder.Ahead(2), new ReminderSettings([all, Set(Requirement, false, 2)]).LadderOf(Rule, Requirement));
        Assert.Equal(ReminderLadder.Ahead(5, 0), new ReminderSettings([all, Set(Requirement, false, 2)]).LadderOf(Rule, Guid.NewGuid()));
        Assert.Null(new ReminderSettings([all, Set(Requirement, true, 2)]).LadderOf(Rule, Requirement));
        Assert.Equal(ReminderLadder.Ahead(2), new ReminderSettings([Set(null, true, 5), Set(Requirement, false, 2)]).LadderOf(Rule, Requirement));
        Assert.Equal(ReminderRules.Of("FilingOverdue")!.Ladder, new ReminderSettings([all]).LadderOf(ReminderRules.Of("FilingOverdue")!, Requirement));
    }

    [Fact]
    public void Only_who_may_sets_a_ladder_and_only_a_sound_one()
    {
        var setting = new ReminderRuleSetting(Rule.Code, null);
        var secretary = Actor.Person(Guid.NewGuid(), "A", [new HeldPost(Role.Secretary, Guid.NewGuid(), "0001/", "", "")]);
        Assert.Equal(Because.NotAllowed, Assert.Throws<Refusal>(() => setting.Set(secretary, "0001/", false, ReminderLadder.Ahead(3), Now)).Code);
        foreach (var unsound in new ReminderLadder[] { new([]), new([3, 3]), new([-1]), new([366]), new([], -1), new([], 1, 0), new([3], null, 7), new([.. Enumerable.Range(0, 11)]) })
            Assert.Equal(Because.LadderUnsound, Assert.Throws<Refusal>(() => setting.Set(Actor.System, "0001/", false, unsound, Now)).Code);
        setting.Set(Actor.System, "0001/", false, new([1, 14, 7], 1, 7), Now);
        Assert.Equal(new ReminderLadder([14, 7, 1], 1, 7), setting.Ladder);
    }

    [Fact]
    public void Whoever_missed_steps_speaks_once_about_where_things_stand()
    {
        var due = new DateOnly(2026, 4, 15);
        var ladder = new ReminderLadder([30, 7, 0], 2, 7);
        Assert.Equal([-30, -7, 0, null, 2, 9, 44], new int?[] { -8, -1, 0, 1, 8, 15, 50 }.Select(day => ladder.StepOn(due, due.AddDays(day!.Value))));
        Assert.Null(ladder.StepOn(due, due.AddDays(-31)));
        Assert.Equal(5, new ReminderLadder([], 5).StepOn(due, due.AddDays(100)));
        // Nothing was said after the due date: the last word stays the one before it, decided once.
        Assert.Equal(0, ReminderLadder.Ahead(7, 0).StepOn(due, due.AddDays(3)));
    }

    [Fact]
    public void Nobody_is_disturbed_at_night_on_weekends_and_at_Tet()
    {
        var calendar = new WorkCalendar([new CalendarPeriod(Guid.NewGuid(), new(2026, 2, 16), new(2026, 2, 20), CalendarPeriodKind.DayOff, "Tet")]);
        DateTime First(int month, int day, int hour, int minute = 0) => LocalTime.Of(QuietHours.Usual.FirstFrom(LocalTime.StartOf(new DateOnly(2026, month, day)).AddHours(hour).AddMinutes(minute), calendar));
        DateTime At(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0);
        Assert.Equal(At(3, 3, 7), First(3, 3, 6, 30));
        Assert.Equal(At(3, 3, 7), First(3, 3, 7));
        Assert.Equal(At(3, 3, 18, 59), First(3, 3, 18, 59));
        Assert.Equal(At(3, 4, 7), First(3, 3, 19));
        Assert.Equal(At(3, 9, 7), First(3, 6, 22));
        Assert.Equal(At(3, 9, 7), First(3, 7, 10));
        Assert.Equal(At(2, 23, 7), First(2, 13, 20));
    }
}
