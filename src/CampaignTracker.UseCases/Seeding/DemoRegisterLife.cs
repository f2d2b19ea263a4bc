using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Commitments;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>One register from the first draft to its settlement.</summary>
internal sealed class DemoRegisterLife(DemoWorld world, DemoPromises promises, Unit unit, CommitmentRegister register, Obligation obligation, CellMeeting? meeting, RegisterStory story,
    Actor writer, bool sample, DemoChance chance)
{
    private enum Part { Whole, Nothing, Draft, Asked }

    private readonly DemoDays days = world.Days;
    private readonly DemoTexts.PromiseTexts texts = promises.Texts;
    private readonly bool adopted = story.Adopt < world.Days.Today, paper = !sample && chance.Percent(45);
    private readonly string suits = DemoPromises.SuitsOf(world, unit);

    /// <summary>Lives it up to today.</summary>
    public void Live(IReadOnlyList<Participant> people)
    {
        var entered = new List<(RoleModelCommitment Commitment, Participant Person)>();
        for (var i = 0; i < people.Count; i++)
        {
            var part = PartOf(people[i], i, people.Count);
            if (part == Part.Nothing) continue;
            var commitment = Write(people[i], part);
            if (part == Part.Whole) entered.Add((commitment, people[i]));
        }
        if (adopted) Adopt(entered);
        else if (meeting is not null)
            foreach (var (commitment, person) in entered.Where(e => register.Confirms(e.Person.Kind))) Discuss(commitment, person);
        if (adopted) new DemoOutcomes(world, promises, unit, register, writer, sample, chance).Live(entered);
        RegisterCounts.Count(Actor.System, register, people, entered.Where(e => e.Commitment.Registered).Select(e => e.Person.Id).ToHashSet());
    }

    // The sample cell always has two who have not registered, one still writing and one asked to be more concrete; its member writes.
    private Part PartOf(Participant person, int place, int count)
    {
        if (register.Scope == CommitmentScope.Term && world.Shape.Large && !person.UnitHead) return Part.Nothing;
        if (person.UnitHead) return Part.Whole;
        if (sample && register.Year >= days.Today.Year && register.Scope == CommitmentScope.Year)
            return (count - place) switch { 1 => Part.Whole, 2 or 3 => Part.Nothing, 4 => Part.Draft, 5 => Part.Asked, _ => Part.Whole };
        if (obligation.Year < days.Today.Year) return chance.Percent(97) ? Part.Whole : Part.Nothing;
        var lot = chance.Between(1, 100);
        return lot <= 91 ? Part.Whole : lot <= 95 ? Part.Nothing : lot <= 98 ? Part.Draft : Part.Asked;
    }

    private RoleModelCommitment Write(Participant person, Part part)
    {
        var hours = new DemoHours(chance);
        var until = story.Adopt ?? story.Discuss ?? days.Today;
        var day = story.Begin.AddDays(chance.Between(0, Math.Max(0, Math.Min(until.DayNumber, days.Today.DayNumber) - story.Begin.DayNumber - 1)));
        var at = hours.On(days.Add(day, 0) is var working && working >= story.Begin ? working : story.Begin);
        var hand = HandOf(person);
        var commitment = RoleModelCommitment.Begin(hand, DerivedId.Beside(register.Id, $"commitment:{person.Id:N}"), person, register, at);
        promises.Write(commitment, hand, suits, story.Adopt ?? days.Today, world.Shape.Large ? 2 : register.Scope == CommitmentScope.Term ? 1 : chance.Percent(70) ? 2 : 1, chance, at);
        if (hand == writer && paper) commitment.TypedFrom(writer, DemoPromises.Format(texts.Paper, Wording.Day(meeting?.HeldOn ?? day)), meeting?.Id, at);
        if (sample && register.Scope == CommitmentScope.Year && chance.Percent(60)) commitment.WriteShortcoming(hand, chance.Of(texts.Shortcomings), at);
        var asking = part == Part.Asked ? meeting?.HeldOn : hand != writer && sample && !adopted && story.Discuss < days.Today ? story.Discuss : null;
        if (asking is { } on) commitment.AskConcrete(writer, chance.Of(texts.Asks), hours.On(on));
        world.Rows.Commitments.Add(commitment);
        return commitment;
    }

    private Actor HandOf(Participant person) => person.AccountId is { } account && account != writer.AccountId ? Actor.Person(account, person.Name, []) : writer;

    private void Discuss(RoleModelCommitment commitment, Participant person)
    {
        // What was asked to be more concrete is with its author again.
        if (commitment.ConcreteAsk is null && HandOf(person) == writer) commitment.Discuss(writer);
    }

    private void Adopt(List<(RoleModelCommitment Commitment, Participant Person)> entered)
    {
        var on = story.Adopt!.Value;
        var own = entered.Where(e => register.Confirms(e.Person.Kind)).ToList();
        register.TopicStudied(writer, on);
        if (own.Count > 0) register.Adopt(writer, meeting!, own, obligation, on);
        foreach (var (commitment, _) in entered.Where(e => !register.Confirms(e.Person.Kind)))
        {
            var day = days.Add(on, chance.Between(0, 4));
            if (day >= days.Today) continue;
            commitment.ConfirmOutside(writer, suits == "enterprise" ? Confirmation.Association : Confirmation.Office, promises.BodyOf(unit), day, day);
        }
    }
}
