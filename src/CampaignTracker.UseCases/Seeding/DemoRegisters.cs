using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Commitments;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What becomes of a unit's registers of a year.</summary>
internal enum RegisterFate { InTime, Late, Discussed, Drafts, Nothing, Excused }

/// <summary>Tells every unit's registers of commitments by the acts of its people and its meeting.</summary>
internal sealed class DemoRegisters(DemoWorld world, DemoPromises promises, IReadOnlyDictionary<string, UnitKind> kinds)
{
    private readonly DemoDays days = world.Days;
    private readonly DemoTexts.PromiseTexts texts = promises.Texts;

    /// <summary>Tells a year; <paramref name="full"/> is called whenever many rows wait to be stored.</summary>
    public async Task TellAsync(int year, DateOnly opened, IEnumerable<Obligation> obligations, Func<Task> full)
    {
        var owed = obligations.Where(o => o.Kind.IsCommitments()).ToLookup(o => o.UnitId);
        foreach (var unit in world.Tree.Units)
        {
            Tell(unit, year, opened, [.. owed[unit.Id].OrderBy(o => o.Kind)]);
            if (world.Shape.Large && world.Rows.Commitments.Count > DemoRows.Many) await full();
        }
    }

    /// <summary>One who moved to another cell of the sample commune with their commitments, and one who left.</summary>
    public void Part(DateOnly moving, DateOnly leaving)
    {
        var cells = world.Tree.Units.Where(u => u.ParentId == world.SampleCommune.Id && u.Id != world.SampleCell.Id && world.People.Of(u).Count > 5).ToList();
        var mover = world.People.Of(cells[0])[^1];
        mover.Transfer(Actor.System, cells[1], moving, DerivedId.Of("stay", $"{mover.Id:N}:1"));
        foreach (var commitment in world.Rows.Commitments.Where(c => c.ParticipantId == mover.Id)) commitment.Follow(Actor.System, mover);
        world.People.Of(cells[2])[^1].Leave(Actor.System, leaving, LeaveReason.MovedAway);
        foreach (var cell in cells.Take(3)) Recount(cell);
    }

    // The same count as the tasks make, over the registers that are still open.
    private void Recount(Unit unit)
    {
        var people = world.Tree.Units.Where(u => u.ParentId == unit.ParentId).SelectMany(world.People.Of).Where(p => p.UnitId == unit.Id && p is { To: null, ExemptSince: null }).ToList();
        foreach (var register in world.Rows.Registers.Where(r => r.UnitId == unit.Id && r.ClosedOn is null))
            RegisterCounts.Count(Actor.System, register, people, world.Rows.Commitments.Where(c => c.UnitId == unit.Id && c.Scope == register.Scope && c.Year == register.Year && c.Registered).Select(c => c.ParticipantId).ToHashSet());
    }

    private void Tell(Unit unit, int year, DateOnly opened, List<Obligation> owed)
    {
        var people = world.People.Of(unit).Where(p => p is { To: null, ExemptSince: null }).ToList();
        if (owed.Count == 0 || people.Count == 0) return;
        var chance = DemoChance.For("register", $"{unit.Code}:{year}");
        var sample = unit.Id == world.SampleCell.Id;
        var fate = sample ? RegisterFate.InTime : FateOf(year, chance);
        if (fate == RegisterFate.Excused)
        {
            Excuse(unit, owed, opened, chance);
            return;
        }
        var story = StoryOf(fate, year, opened, owed[0].DueOn, sample, chance);
        if (story.Begin >= days.Today) return;
        var writer = world.People.WriterOf(unit);
        var held = story.Adopt is { } day && day < days.Today ? day : story.Discuss is { } talked && talked < days.Today ? talked : (DateOnly?)null;
        var meeting = held is { } on ? Meet(unit, writer, people, on, $"{unit.Code}:{year}", chance) : null;
        foreach (var obligation in owed)
        {
            var scope = obligation.Kind == RequirementKind.TermCommitments ? CommitmentScope.Term : CommitmentScope.Year;
            var register = CommitmentRegister.Open(writer, DerivedId.Of("commitments", $"{unit.Code}:{scope}:{obligation.Year}"), unit, RegisterReads.KeeperOf(kinds[unit.KindCode]), scope, obligation.Year, obligation.ToYear, obligation.Id);
            world.Rows.Registers.Add(register);
            new DemoRegisterLife(world, promises, unit, register, obligation, meeting, story, writer, sample, DemoChance.For("promises", $"{unit.Code}:{scope}:{year}")).Live(people);
        }
    }

    private CellMeeting Meet(Unit unit, Actor writer, List<Participant> people, DateOnly on, string code, DemoChance chance)
    {
        var total = people.Count;
        var present = Math.Max(1, total - chance.Between(0, Math.Min(2, total - 1)));
        var meeting = CellMeeting.Record(writer, DerivedId.Of("meeting", code), unit, on, present, total, present, on, new DemoHours(chance).On(on));
        meeting.Adopts(writer, MeetingItem.Topic, null, DemoPromises.Format(texts.Topic, on.Year));
        world.Rows.Meetings.Add(meeting);
        return meeting;
    }

    private void Excuse(Unit unit, List<Obligation> owed, DateOnly opened, DemoChance chance)
    {
        var on = days.Add(owed[0].DueOn, -chance.Between(3, 15));
        if (on <= opened || on >= days.Today) return;
        var reason = chance.Of(texts.Excuses);
        foreach (var obligation in owed) obligation.Excuse(world.People.LeaderOf(world.Tree.ParentOf(unit)!), on, reason);
    }

    private RegisterFate FateOf(int year, DemoChance chance)
    {
        var lot = chance.Between(1, 100);
        if (year > days.Today.Year) return lot <= 8 ? RegisterFate.Drafts : RegisterFate.Nothing;
        if (year < days.Today.Year) return lot <= 87 ? RegisterFate.InTime : lot <= 97 ? RegisterFate.Late : lot <= 99 ? RegisterFate.Excused : RegisterFate.Nothing;
        return lot <= 76 ? RegisterFate.InTime : lot <= 87 ? RegisterFate.Late : lot <= 90 ? RegisterFate.Discussed : lot <= 94 ? RegisterFate.Drafts : lot <= 98 ? RegisterFate.Nothing : RegisterFate.Excused;
    }

    private RegisterStory StoryOf(RegisterFate fate, int year, DateOnly opened, DateOnly due, bool sample, DemoChance chance)
    {
        var earliest = days.Add(opened, 2);
        if (fate == RegisterFate.Nothing) return new RegisterStory(DateOnly.MaxValue, null, null);
        if (fate is RegisterFate.Discussed or RegisterFate.Drafts)
        {
            var lately = days.Ago(chance.Between(3, 9));
            return new RegisterStory(Later(days.Add(lately, -chance.Between(3, 8)), earliest), fate == RegisterFate.Discussed ? Later(lately, days.Add(earliest, 2)) : null, null);
        }
        // The sample cell writes before the year begins, so that there is something to do whenever the demo is told.
        var adopt = sample ? Later(days.Add(new DateOnly(year, 1, 18), 0), days.Add(opened, 12))
            : Later(days.Add(due, fate == RegisterFate.Late ? chance.Between(1, 14) : -chance.Between(1, 42)), days.Add(opened, 6));
        var begin = sample ? days.Add(opened, 4) : Later(days.Add(adopt, -chance.Between(4, 11)), earliest);
        return new RegisterStory(begin, sample ? days.Add(begin, 4) : null, adopt);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>The days of a unit's registers: writing begins, the meeting talks them over, the meeting adopts; null for what never happens.</summary>
internal sealed record RegisterStory(DateOnly Begin, DateOnly? Discuss, DateOnly? Adopt);
