using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Progress.ProgressWorkbookText;

namespace CampaignTracker.Reports.Progress;

/// <summary>The progress list as one sheet, in the order and with the filter of the screen. In the reader's language (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
public static class ProgressWorkbook
{
    /// <summary>Writes the workbook. The output stays open.</summary>
    public static Task WriteAsync(ProgressReport report, Stream output, CancellationToken ct) => WorkbookFile.WriteAsync(Say(Text.Title, report.Year), [Sheet(report)], output, ct);

    private static ListSheet<ProgressReportRow> Sheet(ProgressReport report)
    {
        var asOf = Say(Text.AsOf, report.AsOf.ToString("HH:mm", CultureInfo.InvariantCulture), Wording.Day(DateOnly.FromDateTime(report.AsOf)));
        return new(Text.Tab,
        [
            new(Text.Subject, 12, Look.Text, row => row.Subject == ProgressSubject.PlanItem ? Text.OfPlan : Text.OfCommitment),
            new(Text.Number, 7, Look.Number, row => (double?)row.Number),
            new(Text.What, 44, Look.Text, row => row.Text),
            new(Text.Owner, 22, Look.Text, row => row.Owner),
            new(Text.Result, 26, Look.Text, row => row.Result),
            new(Text.DueOn, 12, Look.Date, row => row.DueOn),
            new(Text.Standing, 14, Look.Text, row => Wording.Of(row.Standing)),
            new(Text.Outcome, 16, Look.Text, row => row.Outcome is { } outcome ? Wording.Of(outcome) : row.ReportedOn is null ? Text.NotReported : Text.NothingNew),
            new(Text.Figure, 10, Look.Number, row => (double?)row.Figure),
            new(Text.ToReach, 10, Look.Number, row => (double?)row.Measure),
            new(Text.Counted, 12, Look.Text, row => row.Counted),
            new(Text.ReportedOn, 12, Look.Date, row => row.ReportedOn),
            new(Text.LastText, 36, Look.Text, row => row.LastText),
            new(Text.Reports, 9, Look.Number, row => (double?)row.Reports),
            new(Text.Proofs, 9, Look.Number, row => (double?)row.Proofs),
        ], Rows(report))
        {
            Headings =
            [
                new(Look.ListTitle, $"{Say(Text.Title, report.Year)}: {report.UnitName}"), new(Look.Body, asOf),
                .. report.Filter is { } filter ? new Cell[] { new(Look.Body, Say(Text.Filter, filter)) } : [],
                .. report.Demo ? new Cell[] { new(Look.Notice, Text.Demo) } : [],
            ],
            Landscape = true,
            FrozenColumns = 3,
            EmptyText = Text.Empty,
            PageHeader = report.Demo ? Text.Demo : null,
            PageFooter = asOf,
            PageWord = Text.Page,
        };
    }

    private static async IAsyncEnumerable<ProgressReportRow> Rows(ProgressReport report)
    {
        foreach (var row in report.Rows) yield return row;
        await Task.CompletedTask;
    }

    private static string Say(string sentence, params object[] facts) => string.Format(CultureInfo.CurrentUICulture, sentence, facts);
}
