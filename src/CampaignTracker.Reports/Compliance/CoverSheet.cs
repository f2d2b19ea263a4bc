using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>Whose figures, of when, the totals, how to read them.</summary>
internal static class CoverSheet
{
    private const int TodayRow = 8;

    /// <summary>Where the day of the figures stands: the data sheet judges what is overdue by it.</summary>
    public static string TodayCell => $"'{Text.CoverTab}'!$B${TodayRow}";

    public static PageSheet Of(ComplianceReport report, Tally tally, SummarySheet summary) =>
        new(Text.CoverTab, [36, 20, 28], () => Lines(report, tally, summary))
        {
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };

    private static IEnumerable<Cell[]> Lines(ComplianceReport report, Tally tally, SummarySheet summary)
    {
        yield return [new(Look.Letterhead, report.ReportingBody, Span: 3)];
        yield return [new(Look.Notice, ComplianceWorkbook.Notice(report), Span: 3)];
        yield return [new(Look.Title, ComplianceWorkbook.Title(report), Span: 3)];
        yield return [new(Look.Subtitle, Text.Subtitle, Span: 3)];
        yield return [];
        yield return [new(Look.Body, Text.UnitReported), new(Look.Body, $"{report.UnitName} ({report.UnitCode})", Span: 2)];
        yield return [new(Look.Body, ComplianceWorkbook.AsOf(report), Span: 3)];
        yield return [new(Look.Body, Text.Today), new(Look.BodyDate, DateOnly.FromDateTime(report.AsOf))];
        yield return [];
        yield return [new(Look.Header, Text.Figure), new(Look.Header, Text.HowMany), new(Look.Header, Text.ShareOfExpected)];
        foreach (var measure in Measure.All()) yield return Total(measure, tally[0], summary);
        yield return [];
        yield return [new(Look.Section, Text.HowToRead, Span: 3)];
        foreach (var sentence in Text.HowToReadLines.Split('\n')) yield return [new(Look.Body, sentence.Trim(), Span: 3)];
    }

    private static Cell[] Total(Measure measure, Counts total, SummarySheet summary) =>
    [
        new(Look.Text, measure.Title),
        new(Look.Number, measure.Of(total), summary.TotalOf(measure)),
        measure.RateTitle is null ? new(Look.Text) : new(Look.Percent, total.Rate(measure.Of(total)), SummarySheet.Share(summary.TotalOf(measure), summary.TotalOf(Measure.Expected))),
    ];
}
