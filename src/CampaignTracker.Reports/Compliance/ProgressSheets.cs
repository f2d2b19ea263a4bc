using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>Progress of plans: a row a plan, and its sums by unit.</summary>
internal static class ProgressSheets
{
    /// <summary>The sheets in the order of their tabs, and in the order in which they are written.</summary>
    public static (IReadOnlyList<Sheet> Tabs, IReadOnlyList<Sheet> Written) Of(ComplianceReport report)
    {
        var sheets = new FigureSheets<PlanRow>(report, Text.ProgressTab, Text.ProgressTitle, report.Plans, row => row.LineCode,
        [
            (null, new(Text.UnitCode, 16, Look.Text, row => row.Row.UnitCode)),
            (null, new(Text.UnitName, 30, Look.Text, row => row.Row.UnitName)),
            (null, new(Text.UnitKind, 16, Look.Text, row => row.Row.UnitKind)),
            (null, new(Text.LineName, 24, Look.Text, row => row.Row.LineName)),
            (null, new(Text.PlanKind, 16, Look.Text, row => Wording.Of(row.Row.Kind))),
        ], Figures(), []);
        var summary = sheets.Summary(Text.ProgressSummaryTab, Text.ProgressSummaryTitle);
        return ([summary, sheets.Data], [sheets.Data, summary]);
    }

    /// <summary>The figures in the order of their columns.</summary>
    public static IReadOnlyList<Figure<PlanRow>> Figures()
    {
        var items = new Figure<PlanRow>(Text.PlanItems, Text.PlanItemsMeaning, row => CommitmentSheets.All(row.Items)) { Formula = "{1}+{2}+{3}+{4}" };
        return [items, .. Outcomes<PlanRow>(row => row.Items, items)];
    }

    /// <summary>Done, partly, not, no word yet, overdue: the same for lines and for items.</summary>
    public static IEnumerable<Figure<T>> Outcomes<T>(Func<T, OutcomeCounts> of, Figure<T> whole) =>
    [
        new(Text.Done, Text.DoneMeaning, row => of(row).Done) { Share = (Text.DoneRate, whole) },
        new(Text.PartlyDone, Text.PartlyDoneMeaning, row => of(row).PartlyDone),
        new(Text.NotDone, Text.NotDoneMeaning, row => of(row).NotDone),
        new(Text.NotReported, Text.NotReportedMeaning, row => of(row).NotReported),
        new(Text.PromiseOverdue, Text.PromiseOverdueMeaning, row => of(row).Overdue),
    ];
}
