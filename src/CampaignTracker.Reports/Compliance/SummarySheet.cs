using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>One row a unit in official order, every figure a formula over the data sheet, and a row of totals.</summary>
internal sealed class SummarySheet
{
    private readonly DataSheet data;
    private readonly Tally tally;
    private readonly CountColumns<SummaryLine> counts;
    private readonly List<(Column<SummaryLine> Column, int Requirement)> byRequirement;

    public SummarySheet(ComplianceReport report, Tally tally, DataSheet data)
    {
        this.data = data;
        this.tally = tally;
        counts = new(line => tally[line.Number], () => tally[0], measure => data.Count(measure, (data.Line, "$A{r}")));
        byRequirement = [.. report.Requirements.Select((requirement, i) => (new Column<SummaryLine>(ComplianceWorkbook.Say(Text.CompletedRateOf, ComplianceWorkbook.Name(requirement)), 13, Look.Percent,
            line => Rate(Measure.Completed, line.Number, i + 1)) { Formula = () => RequirementShare(i + 1, (data.Line, "$A{r}")) }, i + 1))];

        Sheet = counts.On(new(Text.SummaryTab,
        [
            new(Text.Number, 6, Look.Number, line => line.Number),
            new(Text.Unit, 34, Look.Text, line => line.Unit.Name),
            .. counts.Columns, .. byRequirement.Select(item => item.Column),
        ], Lines(report))
        {
            Headings = ComplianceWorkbook.Headings(report, Text.SummaryTitle),
            Landscape = true,
            FrozenColumns = 2,
            EmptyText = Text.NoLines,
            Totals = Totals,
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        });
    }

    public ListSheet<SummaryLine> Sheet { get; }

    /// <summary>The cell of the totals row that holds a count.</summary>
    public string TotalOf(Measure measure) => $"{Sheet.Reference}${counts.Letter(measure)}${Sheet.LastListRow + 1}";

    /// <summary>A share, empty where nothing is owed.</summary>
    public static string Share(string part, string whole) => $"IF({whole}=0,\"\",{part}/{whole})";

    private IReadOnlyList<Cell> Totals(ListSheet<SummaryLine> sheet) =>
    [
        new(Look.TotalText), new(Look.TotalText, Text.Total),
        .. counts.Totals(),
        .. byRequirement.Select(item => new Cell(Look.TotalPercent, Rate(Measure.Completed, 0, item.Requirement), RequirementShare(item.Requirement))),
    ];

    private string RequirementShare(int requirement, params (Column<TalliedRow>, string)[] conditions)
    {
        (Column<TalliedRow>, string)[] all = [.. conditions, (data.Requirement, requirement.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return Share(data.Count(Measure.Completed, all), data.Count(Measure.Expected, all));
    }

    private double? Rate(Measure measure, int line, int requirement) => tally[line, requirement].Rate(measure.Of(tally[line, requirement]));

    private static async IAsyncEnumerable<SummaryLine> Lines(ComplianceReport report)
    {
        foreach (var (i, line) in report.Lines.Index()) yield return new SummaryLine(i + 1, line);
        await Task.CompletedTask;
    }
}

/// <summary>A row of the summary.</summary>
/// <param name="Number">Its number, from 1: the data rows name it.</param>
/// <param name="Unit">Its unit.</param>
internal readonly record struct SummaryLine(int Number, ReportLine Unit);
