using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Domain.Compliance;

/// <summary>
/// One page for the head of a unit: where things stand, what goes well, who is to be urged, what is asked for. A working note of the program, not a paper of the office: no rule gives it a form.
/// </summary>
/// <param name="UnitName">The unit it is about.</param>
/// <param name="Year">The campaign year.</param>
/// <param name="AsOf">Local moment to which the figures hold.</param>
/// <param name="Demo">True: it says that the data are invented.</param>
/// <param name="Total">Everything owed at and below the unit.</param>
/// <param name="Requirements">The same by requirement, in their order.</param>
/// <param name="Trend">The last weeks, oldest first.</param>
/// <param name="Lines">The units directly below with something owed, in official order.</param>
/// <param name="Waiting">Filings that await the unit's own opinion.</param>
/// <param name="WaitingSince">Local date on which the oldest of these was received, or null.</param>
public sealed record HeadNote(string UnitName, int Year, DateTime AsOf, bool Demo, Counts Total, IReadOnlyList<HeadNote.Row> Requirements, IReadOnlyList<TrendWeek> Trend, IReadOnlyList<HeadNote.Line> Lines, int Waiting, DateOnly? WaitingSince)
{
    /// <summary>Units named before the rest is only counted: more would not stay on one page.</summary>
    public const int Named = 6;

    /// <summary>A requirement.</summary>
    /// <param name="Kind">What it wants.</param>
    /// <param name="Number">As people say it; told where two want the same.</param>
    /// <param name="Counts">How it stands.</param>
    public sealed record Row(RequirementKind Kind, string Number, Counts Counts);

    /// <summary>A unit directly below.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Counts">How its part of the tree stands.</param>
    public sealed record Line(string Name, Counts Counts);

    /// <summary>Units that have sent all that was due so far, and everything in time.</summary>
    public IReadOnlyList<Line> InTime => [.. Lines.Where(line => line.Counts is { Overdue: 0, Sent: > 0, SupplementAsked: 0 } counts && counts.OnTime == counts.Sent)];

    /// <summary>Units with something overdue: the first of them by how much, told in official order, for nothing is called worst.</summary>
    public IReadOnlyList<Line> ToUrge
    {
        get
        {
            var most = Lines.Where(line => line.Counts.Overdue > 0).OrderByDescending(line => line.Counts.Overdue).Take(Named).ToHashSet();
            return [.. Lines.Where(most.Contains)];
        }
    }

    /// <summary>How many units have something overdue.</summary>
    public int Overdue => Lines.Count(line => line.Counts.Overdue > 0);
}
