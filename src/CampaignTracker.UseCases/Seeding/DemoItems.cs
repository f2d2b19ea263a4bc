using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>How far the items of adopted plans have come.</summary>
internal sealed class DemoItems(DemoWorld world, DemoTexts.PromiseTexts texts)
{
    private readonly DemoDays days = world.Days;

    /// <summary>Two units of three follow their plan; the term's plans only here and there.</summary>
    public void Tell(IReadOnlyList<UnitPlan> plans)
    {
        var units = world.Tree.Units.ToDictionary(u => u.Id);
        foreach (var plan in plans.Where(p => p is { Meeting: not null, Answer: PlanAnswer.OwnPlan } && p.Year <= days.Today.Year))
        {
            var chance = DemoChance.For("follow", $"{plan.Id:N}");
            if (chance.Percent(plan.ToYear > plan.Year ? 25 : 66) || plan.UnitId == world.SampleCell.Id) Follow(plan, world.People.WriterOf(units[plan.UnitId]), chance);
        }
    }

    private void Follow(UnitPlan plan, Actor writer, DemoChance chance)
    {
        foreach (var item in plan.Items)
        {
            var begun = item.StartsOn is { } start && start > plan.Meeting!.HeldOn ? start : plan.Meeting!.HeldOn;
            var first = days.Add(begun.AddDays(chance.Between(8, 40)), 0);
            if (first >= days.Today || chance.Percent(12)) continue;
            var (progress, hours) = (ItemProgress.Follow(writer, DerivedId.Beside(item.Id, "progress"), plan, item.Id), new DemoHours(chance));
            var lot = chance.Between(0, 99);
            var end = item.EndsOn is { } to ? days.Add(to, -chance.Between(0, 6)) : first.AddDays(90);
            Report(progress, writer, lot is >= 84 and < 92 ? null : lot >= 92 ? Outcome.NotDone : Outcome.PartlyDone, first, hours, chance);
            if (lot < 72 && end > first && end < days.Today) Report(progress, writer, Outcome.Done, days.Add(end, 0), hours, chance);
            world.Rows.Items.Add(progress);
        }
    }

    private void Report(ItemProgress progress, Actor writer, Outcome? outcome, DateOnly on, DemoHours hours, DemoChance chance)
    {
        var text = outcome switch { Outcome.Done => chance.Of(texts.ItemDone), Outcome.PartlyDone => chance.Of(texts.ItemPartly), Outcome.NotDone => chance.Of(texts.ItemNot), _ => null };
        progress.Report(writer, new ProgressFacts(outcome, outcome is null, null, text, on, on), hours.On(on), DerivedId.Beside(progress.Id, $"report:{progress.Reports.Count + 1}"));
    }
}
