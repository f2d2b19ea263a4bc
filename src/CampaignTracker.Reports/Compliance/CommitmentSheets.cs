using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>Commitments: a row a register, and its sums by unit for the year and for the term. Counts only, no name of anybody.</summary>
internal static class CommitmentSheets
{
    /// <summary>The sheets in the order of their tabs, and in the order in which they are written: sums after what they add up.</summary>
    public static (IReadOnlyList<Sheet> Tabs, IReadOnlyList<Sheet> Written) Of(ComplianceReport report)
    {
        var scope = new Column<Numbered<RegisterRow>>(Text.ScopeNumber, 10, Look.Number, row => (int)row.Row.Scope + 1) { Printed = false };
        var sheets = new FigureSheets<RegisterRow>(report, Text.CommitmentTab, Text.CommitmentTitle, report.Registers, row => row.LineCode,
        [
            (null, new(Text.UnitCode, 16, Look.Text, row => row.Row.UnitCode)),
            (null, new(Text.UnitName, 30, Look.Text, row => row.Row.UnitName)),
            (null, new(Text.UnitKind, 16, Look.Text, row => row.Row.UnitKind)),
            (null, new(Text.LineName, 24, Look.Text, row => row.Row.LineName)),
            (null, new(Text.Scope, 11, Look.Text, row => Wording.Of(row.Row.Scope))),
            ("adopted", new(Text.AdoptedOn, 11, Look.Date, row => row.Row.AdoptedOn)),
            ("excused", new(Text.ExcusedOn, 11, Look.Date, row => row.Row.ExcusedOn)),
        ], Figures(), [scope]);
        var year = sheets.Summary(Text.CommitmentYearTab, Text.CommitmentYearTitle, row => row.Scope == CommitmentScope.Year, (scope, (int)CommitmentScope.Year + 1));
        var term = sheets.Summary(Text.CommitmentTermTab, Text.CommitmentTermTitle, row => row.Scope == CommitmentScope.Term, (scope, (int)CommitmentScope.Term + 1));
        return ([year, term, sheets.Data], [sheets.Data, year, term]);
    }

    /// <summary>The figures in the order of their columns: the numbers in the formulas are their places.</summary>
    public static IReadOnlyList<Figure<RegisterRow>> Figures()
    {
        var owed = new Figure<RegisterRow>(Text.RegisterOwed, Text.RegisterOwedMeaning, row => row.ExcusedOn is null ? 1 : 0) { Formula = "IF({excused}=\"\",1,0)" };
        var people = new Figure<RegisterRow>(Text.People, Text.PeopleMeaning, row => row.People);
        var heads = new Figure<RegisterRow>(Text.Heads, Text.HeadsMeaning, row => row.Heads);
        var lines = new Figure<RegisterRow>(Text.PromiseLines, Text.PromiseLinesMeaning, row => All(row.Lines.Outcomes)) { Formula = "{14}+{15}+{16}+{17}" };
        return
        [
            owed,
            new(Text.RegisterAdopted, Text.RegisterAdoptedMeaning, row => row.ExcusedOn is null && row.AdoptedOn is not null ? 1 : 0) { Formula = "IF(AND({excused}=\"\",{adopted}<>\"\"),1,0)", Share = (Text.RegisterAdoptedRate, owed) },
            people,
            new(Text.Registered, Text.RegisteredMeaning, row => row.Registered) { Share = (Text.RegisteredRate, people) },
            heads,
            new(Text.HeadsRegistered, Text.HeadsRegisteredMeaning, row => row.HeadsRegistered) { Share = (Text.HeadsRegisteredRate, heads) },
            new(Text.Exempt, Text.ExemptMeaning, row => row.Exempt),
            lines,
            .. Enum.GetValues<RoleModelStandard>().Select(standard => new Figure<RegisterRow>(Wording.Of(standard), Text.StandardMeaning, row => row.Lines.Under(standard))),
            new(Text.WithoutStandard, Text.WithoutStandardMeaning, row => row.Lines.WithoutStandard),
            .. ProgressSheets.Outcomes<RegisterRow>(row => row.Lines.Outcomes, lines),
        ];
    }

    internal static int All(OutcomeCounts counts) => counts.Done + counts.PartlyDone + counts.NotDone + counts.NotReported;
}
