using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What came of adopted commitments: reports on their lines, self-assessment, the collective's comment, settlement.</summary>
internal sealed class DemoOutcomes(DemoWorld world, DemoPromises promises, Unit unit, CommitmentRegister register, Actor writer, bool sample, DemoChance chance)
{
    private readonly DemoDays days = world.Days;
    private readonly DemoTexts.PromiseTexts texts = promises.Texts;

    /// <summary>Tells it up to today.</summary>
    public void Live(IReadOnlyList<(RoleModelCommitment Commitment, Participant Person)> entered)
    {
        var registered = entered.Where(e => e.Commitment.State == CommitmentState.Adopted).ToList();
        var yearly = register.Scope == CommitmentScope.Year;
        var assessing = days.Add(new DateOnly(register.Year, 11, 18), chance.Between(0, 6));
        foreach (var (commitment, person) in registered)
        {
            var stepLeft = sample && yearly && register.Year == days.Today.Year && person.AccountId is not null && person.AccountId != writer.AccountId;
            var hand = person.AccountId is { } account && account != writer.AccountId ? Actor.Person(account, person.Name, []) : writer;
            foreach (var line in commitment.Lines) Report(commitment, line, hand, yearly ? assessing : days.Today, stepLeft ? line.Ordinal == 1 ? 70 : 99 : chance.Between(0, 99));
            if (yearly && !stepLeft && Past(days.Add(assessing, chance.Between(0, 5))) is { } on && chance.Percent(88)) commitment.AssessSelf(hand, chance.Of(texts.SelfAssessments), new DemoHours(chance).On(on));
        }
        if (yearly) Settle(registered);
    }

    // The story of one line by its lot: done, part of it, nothing, no word at all.
    private void Report(RoleModelCommitment commitment, CommitmentLine line, Actor hand, DateOnly before, int lot)
    {
        var hours = new DemoHours(chance);
        var limit = before < days.Today ? before : days.Today;
        var first = days.Add(commitment.AdoptedOn!.Value.AddDays(chance.Between(35, 80)), 0);
        var due = line.DueOn is { Year: var year } day && year == register.Year ? day : new DateOnly(register.Year, 11, 10);
        var last = days.Add(due, -chance.Between(0, 8));
        if (register.Scope == CommitmentScope.Term) lot = lot < 40 ? 70 : 99;
        if (lot < 82 && first < limit)
        {
            var early = chance.Percent(12) ? null : (Outcome?)(lot is >= 75 and < 82 ? Outcome.NotDone : Outcome.PartlyDone);
            Add(commitment, line, hand, early, first, hours);
        }
        if (lot < 64 && last > first && last < limit) Add(commitment, line, hand, Outcome.Done, last, hours);
        else if (lot is >= 64 and < 75 && days.Add(first, 40) is var later && later < limit) Add(commitment, line, hand, Outcome.PartlyDone, later, hours);
    }

    private void Add(RoleModelCommitment commitment, CommitmentLine line, Actor hand, Outcome? outcome, DateOnly on, DemoHours hours)
    {
        var goal = promises.MeasureOf(line.Result);
        int? figure = goal is null ? null : outcome switch { Outcome.Done => goal, Outcome.PartlyDone => goal / 2, Outcome.NotDone => 0, _ => null };
        var text = outcome switch { Outcome.Done => chance.Of(texts.Done), Outcome.PartlyDone => chance.Of(texts.Partly), Outcome.NotDone => chance.Of(texts.Not), _ => null };
        commitment.Report(hand, line.Id, new ProgressFacts(outcome, outcome is null, figure, text, on, on), hours.On(on), DerivedId.Beside(line.Id, $"report:{on.DayNumber}"));
    }

    private void Settle(List<(RoleModelCommitment Commitment, Participant Person)> registered)
    {
        var commenting = days.Add(new DateOnly(register.Year, 12, 3), chance.Between(0, 5));
        var closing = days.Add(new DateOnly(register.Year, 12, 14), chance.Between(0, 6));
        if (Past(commenting) is null || !chance.Percent(90)) return;
        var hours = new DemoHours(chance);
        var total = registered.Count;
        if (total == 0) return;
        var meeting = CellMeeting.Record(writer, DerivedId.Of("meeting", $"{unit.Code}:{register.Year}:end"), unit, commenting, total, total, total, commenting, hours.On(commenting));
        if (total > 3) meeting.Adopts(writer, MeetingItem.Commendation, null, DemoPromises.Format(texts.Commendation, chance.Between(1, 2)));
        world.Rows.Meetings.Add(meeting);
        foreach (var (commitment, _) in registered.Where(e => e.Commitment.State == CommitmentState.SelfAssessed && chance.Percent(92))) commitment.Comment(writer, chance.Of(texts.Comments), fromMinutes: true, hours.On(commenting));
        // The sample cell still has this year's work before it.
        if (Past(closing) is not { } closed || (sample ? register.Year == days.Today.Year : !chance.Percent(80))) return;
        foreach (var (commitment, _) in registered) commitment.Close(writer);
        register.Close(writer, closed);
    }

    private DateOnly? Past(DateOnly day) => day < days.Today ? day : null;
}
