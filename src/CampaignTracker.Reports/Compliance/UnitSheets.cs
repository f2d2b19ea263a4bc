using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>A sheet for each line of the summary, to be handed to that unit: a row a requirement, every figure a formula over the data sheet.</summary>
internal static class UnitSheets
{
    /// <summary>The sheets in the order of the summary.</summary>
    /// <param name="report">The report.</param>
    /// <param name="tally">Its counts.</param>
    /// <param name="data">Its data.</param>
    /// <param name="taken">Names of the other tabs.</param>
    public static IEnumerable<Sheet> Of(ComplianceReport report, Tally tally, DataSheet data, IEnumerable<string> taken)
    {
        var names = new SheetNames(taken);
        return report.Lines.Select((line, i) => Of(report, tally, data, line, i + 1, names.Take(line.Name.Length > 0 ? line.Name : line.Code)));
    }

    private static Sheet Of(ComplianceReport report, Tally tally, DataSheet data, ReportLine line, int number, string tab)
    {
        var counts = new CountColumns<RequirementLine>(row => tally[number, row.Number], () => tally[number],
            measure => data.Count(measure, (data.Line, number.ToString(CultureInfo.InvariantCulture)), (data.Requirement, "$A{r}")));
        return counts.On(new(tab,
        [
            new(Text.RequirementNumber, 9, Look.Number, row => row.Number),
            new(Text.Requirement, 34, Look.Text, row => ComplianceWorkbook.Name(row.Requirement)),
            .. counts.Columns,
        ], Rows(report))
        {
            Headings =
            [
                new(Look.ListTitle, $"{line.Name} ({line.Code}), {report.Year}"), new(Look.Body, ComplianceWorkbook.AsOf(report)),
                .. report.Demo ? new Cell[] { new(Look.Notice, Text.Demo) } : [],
            ],
            Landscape = true,
            FrozenColumns = 2,
            EmptyText = Text.NoRequirements,
            Totals = _ => [new(Look.TotalText), new(Look.TotalText, Text.Total), .. counts.Totals()],
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        });
    }

    private static async IAsyncEnumerable<RequirementLine> Rows(ComplianceReport report)
    {
        foreach (var (i, requirement) in report.Requirements.Index()) yield return new(i + 1, requirement);
        await Task.CompletedTask;
    }

    /// <summary>A row: a requirement with its number, from 1, by which the data rows name it.</summary>
    private readonly record struct RequirementLine(int Number, ReportRequirement Requirement);
}
