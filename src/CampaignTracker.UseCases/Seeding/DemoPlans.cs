using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>Tells the story of every obligation by the acts of the people concerned: what the rules forbid cannot come about here either.</summary>
internal sealed class DemoPlans(DemoWorld world, DemoSample sample, IReadOnlyDictionary<Guid, Requirement> requirements)
{
    private readonly DemoDays days = world.Days;
    private readonly Dictionary<(Guid UnitId, RequirementKind Kind, int Year), UnitPlan> issued = [];

    /// <summary>Tells a year, superiors first.</summary>
    public void Tell(int year, DateOnly opened, IReadOnlyList<Obligation> obligations)
    {
        var owed = obligations.ToLookup(o => o.UnitId);
        foreach (var unit in world.Tree.Units)
            foreach (var obligation in owed[unit.Id].OrderBy(o => o.Kind)) TellOne(unit, obligation, opened, year < days.Today.Year);
    }

    private void TellOne(Unit unit, Obligation obligation, DateOnly opened, bool lastYear)
    {
        var requirement = requirements[obligation.RequirementId];
        var parent = world.Tree.ParentOf(unit)!;
        var superior = issued.GetValueOrDefault((parent.Id, obligation.Kind, obligation.Year));
        if (superior is not null && requirement.DeadlineFor(unit.KindCode) is { WorkingDaysAfterSuperior: not null } rule)
            obligation.DateFromSuperior(world.People.WriterOf(parent), days.Calendar.DueDate(rule, obligation.Year, superior.Paper!.IssuedOn));

        var chance = DemoChance.For("plan", $"{unit.Code}:{requirement.Code}:{obligation.Year}");
        var part = sample.PartOf(unit, obligation);
        var fate = part?.Fate ?? FateOf(unit, obligation, lastYear, chance);
        // Few write before their superior has: only the eager.
        if (part is null && superior is null && unit.ParentId != world.Tree.Root.Id && DemoFates.Recent(fate) && days.Today < days.Add(obligation.DueOn, -10) && chance.Percent(75)) fate = DemoFate.Nothing;
        if (fate == DemoFate.Excused)
        {
            var on = days.Add(obligation.DueOn, -chance.Between(3, 15));
            if (on > opened && on < days.Today) obligation.Excuse(world.People.LeaderOf(parent), on, world.Writing.Excuse(chance));
            return;
        }
        if ((part?.ExtendTo ?? (fate == DemoFate.Extended ? Extension(obligation, chance) : null)) is { } later && later > obligation.DueOn) obligation.Extend(world.People.LeaderOf(parent), later, world.Writing.Reason(chance));
        if (fate == DemoFate.Nothing || (fate == DemoFate.Extended && chance.Percent(50))) return;

        // Those who wait in a queue on purpose may have been quicker than their superior.
        var earliest = days.Add(opened, 3);
        if (part is null && superior?.Paper?.IssuedOn is { } known && known >= earliest) earliest = days.Add(known, 1);
        var story = part?.Story ?? DemoStory.Tell(fate, days, chance, earliest, SendingOf(unit, obligation, fate, part, earliest, chance));
        if (story.Begin >= days.Today) return;
        var plan = new DemoLife(world, unit, parent, obligation, requirement, superior, chance).Live(story, fate, part);
        if (plan is { Meeting: not null, Paper.IssuedOn: not null }) issued[(unit.Id, obligation.Kind, obligation.Year)] = plan;
    }

    private DemoFate FateOf(Unit unit, Obligation obligation, bool lastYear, DemoChance chance)
    {
        var committee = unit.KindCode is "commune-committee" or "bloc-committee" or "grassroots-organisation";
        var fate = DemoFates.Choose(chance, lastYear, committee);
        // Long after the due date few are still filing.
        var longAgo = days.Today > days.Add(obligation.DueOn, 25);
        if (!lastYear && longAgo && DemoFates.Recent(fate) && chance.Percent(55)) fate = DemoFate.SettledLate;
        return fate;
    }

    private DateOnly? Extension(Obligation obligation, DemoChance chance)
    {
        if (obligation.DueOn > days.Add(days.Today, 8)) return null;
        var from = obligation.DueOn > days.Today ? obligation.DueOn : days.Today;
        return days.Calendar.DeadlineOnOrAfter(days.Add(from, chance.Between(3, 12)));
    }

    private DateOnly SendingOf(Unit unit, Obligation obligation, DemoFate fate, DemoPart? part, DateOnly earliest, DemoChance chance)
    {
        var least = days.Add(earliest, 1);
        var committee = unit.KindCode is "commune-committee" or "bloc-committee";
        var day = part?.Send ?? fate switch
        {
            DemoFate.Waiting => days.Ago(chance.Between(1, 6)),
            DemoFate.Reading => days.Ago(chance.Between(2, 7)),
            DemoFate.Proposed => days.Ago(chance.Between(3, 7)),
            DemoFate.Supplement => days.Ago(chance.Between(4, 8)),
            DemoFate.SupplementLate => days.Ago(chance.Between(12, 18)),
            DemoFate.SettledLate => days.Add(obligation.DueOn, chance.Between(1, 14)),
            DemoFate.Extended => days.Ago(-chance.Between(2, 4)),
            // Committees spread over the winter, the eager ones before the year begins.
            _ when committee => days.Add(obligation.DueOn, -(chance.Percent(20) ? chance.Between(42, 58) : chance.Percent(50) ? chance.Between(14, 36) : chance.Between(0, 14))),
            _ => days.Add(obligation.DueOn, -chance.Between(0, 7)),
        };
        return day >= least ? day : least;
    }
}
