using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What the demo promises to show whenever it is told, in place of chance.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Send">The day of sending, or of beginning where nothing is sent; null leaves it to chance.</param>
/// <param name="ExtendTo">More time was given, to this day.</param>
/// <param name="Story">The days themselves, where they matter.</param>
/// <param name="Clear">Clear items, where the number matters.</param>
/// <param name="Unclear">Unclear items, where the number matters.</param>
internal sealed record DemoPart(DemoFate Fate, DateOnly? Send = null, DateOnly? ExtendTo = null, DemoStory? Story = null, int? Clear = null, int? Unclear = null);

/// <summary>
/// The sample cell always has one plan to send within ten working days, one asked to be supplemented and one agreed;
/// its commune and the province always have filings waiting in each step.
/// </summary>
internal sealed class DemoSample
{
    // Positions in the commune's list of cells, resp. official order of communes, that wait for the reader.
    private const int FirstWaitingCommune = 10;

    private static readonly DemoFate[] InTheQueue =
    [
        DemoFate.Waiting, DemoFate.Reading, DemoFate.Proposed, DemoFate.Supplement, DemoFate.Waiting, DemoFate.Reading, DemoFate.Proposed,
        DemoFate.Waiting, DemoFate.Reading, DemoFate.Proposed, DemoFate.Waiting, DemoFate.Supplement, DemoFate.Draft,
    ];

    private readonly DemoDays days;
    private readonly Unit commune, cell;
    private readonly List<Guid> cells;
    private readonly Func<int, DateOnly> openingOf;

    public DemoSample(DemoTree tree, Unit commune, Unit cell, DemoDays days, DeadlineRule cellRule, Func<int, DateOnly> openingOf)
    {
        (this.days, this.commune, this.cell, this.openingOf) = (days, commune, cell, openingOf);
        cells = [.. tree.Units.Where(u => u.ParentId == commune.Id && u.KindCode == cell.KindCode && u.Id != cell.Id).OrderBy(u => u.OfficialOrder).Select(u => u.Id)];
        var today = days.Today;
        SeasonYear = today >= days.Add(openingOf(today.Year + 1), 10) ? today.Year + 1 : today.Year;
        InSeason = SeasonYear > today.Year || today <= new DateOnly(today.Year, 2, 25);
        (Due, CommuneIssue) = FindDue(cellRule);
    }

    /// <summary>The year whose plans are being written now, or were written last.</summary>
    public int SeasonYear { get; }

    /// <summary>True from November to February, when plans of the season's year are written.</summary>
    public bool InSeason { get; }

    /// <summary>When the sample cell's plan is due: within ten working days.</summary>
    public DateOnly Due { get; }

    /// <summary>When the sample commune issued its plan so that the due date follows; null out of season: then the cell was given more time.</summary>
    public DateOnly? CommuneIssue { get; }

    /// <summary>What is promised for an obligation, or null.</summary>
    public DemoPart? PartOf(Unit unit, Obligation obligation) =>
        unit.Id == cell.Id ? OfCell(obligation)
        : unit.Id == commune.Id ? OfCommune(obligation)
        : obligation.Kind != RequirementKind.AnnualPlan || obligation.Year != SeasonYear ? null
        : cells.IndexOf(unit.Id) is >= 0 and var place && place < InTheQueue.Length ? InQueue(obligation, place)
        : unit.ParentId == commune.ParentId && unit.KindCode == commune.KindCode && unit.OfficialOrder - FirstWaitingCommune is >= 0 and var order && order < InTheQueue.Length ? InQueue(obligation, order)
        : null;

    private DemoPart? OfCell(Obligation obligation)
    {
        if (obligation.Kind == RequirementKind.TermPlan)
        {
            var send = days.Ago(8);
            var story = new DemoStory { Begin = days.Ago(14), Meeting = days.Ago(10), Issue = days.Ago(9), Send = send, Open = days.Ago(7), Propose = days.Ago(6), AskSupplement = days.Ago(3) };
            return new DemoPart(DemoFate.Supplement, send, obligation.DueOn < send ? days.Calendar.DeadlineOnOrAfter(send) : null, story, 4, 3);
        }
        if (obligation.Year != SeasonYear) return new DemoPart(DemoFate.Settled);
        return new DemoPart(DemoFate.Draft, Story: new DemoStory { Begin = days.Ago(1) }, ExtendTo: CommuneIssue is null ? Due : null, Clear: 4, Unclear: 2);
    }

    private DemoPart? OfCommune(Obligation obligation)
    {
        if (obligation.Kind == RequirementKind.TermPlan)
        {
            var early = days.Ago(25);
            var usual = days.Add(obligation.DueOn, -12);
            return new DemoPart(DemoFate.Settled, early < usual ? early : usual);
        }
        if (obligation.Year != SeasonYear || CommuneIssue is not { } issue) return new DemoPart(DemoFate.Settled, days.Add(obligation.DueOn, -14));
        var opened = days.Add(issue, 1);
        return new DemoPart(DemoFate.Reading, Story: new DemoStory { Begin = days.Add(issue, -6), Meeting = days.Add(issue, -1), Issue = issue, Send = issue, Open = opened });
    }

    // Out of season half of those who file now had been given more time: nobody is late for no reason.
    private DemoPart InQueue(Obligation obligation, int place)
    {
        var fate = InTheQueue[place];
        var send = days.Ago(fate switch { DemoFate.Waiting => 1 + place % 3, DemoFate.Reading => 2 + place % 3, DemoFate.Proposed => 3 + place % 3, DemoFate.Supplement => 5, _ => 1 });
        return new DemoPart(fate, send, !InSeason && place % 2 == 0 && obligation.DueOn < send ? days.Calendar.DeadlineOnOrAfter(days.Add(send, 2)) : null);
    }

    private (DateOnly Due, DateOnly? Issue) FindDue(DeadlineRule rule)
    {
        int[] preferred = [5, 6, 7, 4, 8, 3, 9, 2, 10];
        var possible = preferred.Select(n => days.Add(days.Today, n)).Where(day => days.Calendar.DeadlineOnOrAfter(day) == day).ToList();
        if (InSeason)
            foreach (var due in possible)
                for (var ago = 2; ago <= 15; ago++)
                {
                    var issue = days.Ago(ago);
                    if (issue >= days.Add(openingOf(SeasonYear), 7) && days.Calendar.DueDate(rule, SeasonYear, issue) == due) return (due, issue);
                }
        return (possible[0], null);
    }
}
