using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;

namespace CampaignTracker.Reports.Compliance;

/// <summary>
/// The yearly compliance workbook: cover, summary, trend where it is known, data, commitments, progress, exclusions, definitions, and on request a sheet a unit. Every figure is a live formula over its data sheet, and carries its value for readers that do not calculate.
/// In the reader's language (<see cref="CultureInfo.CurrentUICulture"/>).
/// </summary>
public static class ComplianceWorkbook
{
    /// <summary>Writes the workbook; memory does not grow with the rows. The output stays open. When cancelled, what was written opens nowhere.</summary>
    public static Task WriteAsync(ComplianceReport report, Stream output, CancellationToken ct)
    {
        var tally = new Tally(report);
        var data = new DataSheet(report, tally);
        var summary = new SummarySheet(report, tally, data);
        var exclusions = ExclusionsSheet.Of(report, tally);
        var (commitments, progress) = (CommitmentSheets.Of(report), ProgressSheets.Of(report));
        Sheet[] trend = TrendSheet.Of(report) is { } weeks ? [weeks] : [];
        Sheet[] tabs = [CoverSheet.Of(report, tally, summary), summary.Sheet, .. trend, data.Sheet, .. commitments.Tabs, .. progress.Tabs, exclusions, DefinitionsSheet.Of(report)];
        Sheet[] units = report.UnitSheets ? [.. UnitSheets.Of(report, tally, data, tabs.Select(tab => tab.Name))] : [];
        // The data is written first: it is read once, and the others count it.
        return WorkbookFile.WriteAsync(Title(report), [.. tabs, .. units], output, ct, [data.Sheet, summary.Sheet, .. commitments.Written, .. progress.Written]);
    }

    internal static string Title(ComplianceReport report) => Say(ComplianceWorkbookText.Title, report.Year);

    internal static string AsOf(ComplianceReport report) =>
        Say(ComplianceWorkbookText.AsOf, report.AsOf.ToString("HH:mm", CultureInfo.InvariantCulture), Wording.Day(DateOnly.FromDateTime(report.AsOf)));

    internal static string? Notice(ComplianceReport report) => report.Demo ? ComplianceWorkbookText.Demo : null;

    /// <summary>A requirement as every sheet calls it.</summary>
    internal static string Name(ReportRequirement requirement) => Say(ComplianceWorkbookText.RequirementName, requirement.Number, Wording.Of(requirement.Kind));

    /// <summary>The lines above each list.</summary>
    internal static Cell[] Headings(ComplianceReport report, string title) =>
    [
        new(Look.ListTitle, $"{title}: {report.UnitName}, {report.Year}"),
        new(Look.Body, AsOf(report)),
        .. report.Demo ? new Cell[] { new(Look.Notice, ComplianceWorkbookText.Demo) } : [],
    ];

    internal static string Say(string sentence, params object[] facts) => string.Format(CultureInfo.CurrentUICulture, sentence, facts);
}
