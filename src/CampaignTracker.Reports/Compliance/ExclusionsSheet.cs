using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>Who does not owe, who was given more time: why, by whom.</summary>
internal static class ExclusionsSheet
{
    public static ListSheet<Exclusion> Of(ComplianceReport report, Tally tally)
    {
        var requirements = report.Requirements.ToDictionary(requirement => requirement.Id, ComplianceWorkbook.Name);
        return new(Text.ExclusionsTab,
        [
            new(Text.UnitCode, 16, Look.Text, item => item.Row.UnitCode),
            new(Text.UnitName, 30, Look.Text, item => item.Row.UnitName),
            new(Text.LineName, 24, Look.Text, item => item.Row.LineName),
            new(Text.Requirement, 20, Look.Text, item => requirements[item.Row.RequirementId]),
            new(Text.WhichExclusion, 15, Look.Text, item => item.Excuse ? Text.Excused : Text.Extended),
            new(Text.Reason, 44, Look.Text, item => item.Excuse ? item.Row.ExcuseReason : item.Row.ExtensionReason),
            new(Text.DecidedBy, 24, Look.Text, DecidedBy),
            new(Text.ExcusedOn, 12, Look.Date, item => item.Excuse ? item.Row.Facts.ExcusedOn : null),
            new(Text.DueOnInForce, 12, Look.Date, item => item.Row.Facts.DueOn),
        ], Rows(tally))
        {
            Headings = ComplianceWorkbook.Headings(report, Text.ExclusionsTitle),
            Landscape = true,
            FrozenColumns = 2,
            EmptyText = Text.NoExclusions,
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };
    }

    // The report names one decider a row; where a row was first extended and then excused, that is who excused it.
    private static CellValue DecidedBy(Exclusion item) =>
        item.Row.DecidedByName is { } name && (item.Excuse || item.Row.Facts.ExcusedOn is null) ? name : Text.NotInFigures;

    private static async IAsyncEnumerable<Exclusion> Rows(Tally tally)
    {
        foreach (var item in tally.Exclusions) yield return item;
        await Task.CompletedTask;
    }
}
