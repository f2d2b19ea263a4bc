using CampaignTracker.Domain.Progress;

namespace CampaignTracker.Domain.Commitments.Papers;

/// <summary>How far a promise or a task got.</summary>
/// <param name="Promise">What was promised.</param>
/// <param name="Outcome">Done, partly, not; null while nothing was reported.</param>
/// <param name="Figure">The figure reached, in words, or null.</param>
/// <param name="Account">What happened, or null.</param>
/// <param name="Evidence">Names of what proves it.</param>
public sealed record PromiseResult(Promise Promise, Outcome? Outcome, string? Figure, string? Account, IReadOnlyList<string> Evidence);

/// <summary>A person's half page for the self-criticism form.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Period">Year or term.</param>
/// <param name="Results">Line by line.</param>
/// <param name="SelfAssessment">What the person says of it, or null: dotted.</param>
/// <param name="AsOf">Local day to which it holds.</param>
/// <param name="Demo">True: every page says "Dữ liệu minh họa".</param>
public sealed record MemberResult(PaperPerson Person, PaperPeriod Period, IReadOnlyList<PromiseResult> Results, string? SelfAssessment, DateOnly AsOf, bool Demo);

/// <summary>How many of something got how far. Numerator and denominator, never a percentage.</summary>
/// <param name="Total">Of how many.</param>
/// <param name="Done">Done.</param>
/// <param name="Partly">In part.</param>
/// <param name="NotDone">Not.</param>
public sealed record OutcomeCount(int Total, int Done, int Partly, int NotDone)
{
    /// <summary>Nothing reported yet.</summary>
    public int Silent => Total - Done - Partly - NotDone;

    /// <summary>Counts outcomes.</summary>
    public static OutcomeCount Of(IEnumerable<Outcome?> outcomes)
    {
        var all = outcomes.ToList();
        return new(all.Count, all.Count(o => o == Outcome.Done), all.Count(o => o == Outcome.PartlyDone), all.Count(o => o == Outcome.NotDone));
    }
}

/// <summary>The figures of a unit's paragraph for its own review.</summary>
/// <param name="UnitName">The unit.</param>
/// <param name="Period">Year or term.</param>
/// <param name="People">Who are to register, the exempt left out.</param>
/// <param name="Exempt">The exempt, counted apart.</param>
/// <param name="Registered">Who registered.</param>
/// <param name="Meeting">The meeting that adopted the list, or null.</param>
/// <param name="Promises">The promised lines.</param>
/// <param name="WithEvidence">Lines with evidence.</param>
/// <param name="Plan">The unit's plan, or null where none was adopted.</param>
/// <param name="Items">Items of that plan.</param>
/// <param name="Meetings">Meetings entered.</param>
/// <param name="AsOf">Local day to which the figures hold.</param>
/// <param name="Demo">True: every page says "Dữ liệu minh họa".</param>
public sealed record CellResult(string UnitName, PaperPeriod Period, int People, int Exempt, int Registered, PaperMeeting? Meeting, OutcomeCount Promises, int WithEvidence, PlanName? Plan, OutcomeCount Items, int Meetings, DateOnly AsOf, bool Demo);
