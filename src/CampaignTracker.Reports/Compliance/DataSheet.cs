using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>
/// One row an obligation. The flags at its right are live formulas from the row's dates, so that a corrected date corrects every figure.
/// Summary and requirement are tied by number, not by code: COUNTIFS reads codes such as "01", "=x" or "a*" as something else.
/// </summary>
internal sealed class DataSheet
{
    public DataSheet(ComplianceReport report, Tally tally)
    {
        var requirements = report.Requirements.ToDictionary(requirement => requirement.Id, ComplianceWorkbook.Name);
        Column<TalliedRow>
            due = new(Text.DueOn, 11, Look.Date, row => row.Row.Facts.DueOn),
            sent = new(Text.FirstSentOn, 11, Look.Date, row => row.Row.Facts.FirstSentOn),
            supplement = new(Text.SupplementDueOn, 11, Look.Date, row => row.Row.Facts.SupplementDueOn),
            completed = new(Text.CompletedOn, 11, Look.Date, row => row.Row.Facts.CompletedOn),
            excused = new(Text.ExcusedOn, 11, Look.Date, row => row.Row.Facts.ExcusedOn);
        Line = new(Text.LineNumber, 10, Look.Number, row => row.Line) { Printed = false };
        Requirement = new(Text.RequirementNumber, 10, Look.Number, row => row.Requirement) { Printed = false };
        Flags = [.. Measure.All().Select(measure => (measure, new Column<TalliedRow>(measure.Title, 9, Look.Number, row => measure.Of(row.Counts)) { Printed = false, Formula = () => Dates(measure.Flag) }))];

        Sheet = new(Text.DataTab,
        [
            new(Text.LineCode, 12, Look.Text, row => row.Row.LineCode),
            new(Text.LineName, 24, Look.Text, row => row.Row.LineName),
            new(Text.UnitCode, 16, Look.Text, row => row.Row.UnitCode),
            new(Text.UnitName, 30, Look.Text, row => row.Row.UnitName),
            new(Text.UnitKind, 16, Look.Text, row => row.Row.UnitKind),
            new(Text.Requirement, 20, Look.Text, row => requirements[row.Row.RequirementId]),
            due, sent, supplement, completed,
            new(Text.CompletionMode, 15, Look.Text, row => row.Row.CompletionMode is { } mode ? Wording.Of(mode) : null),
            excused,
            new(Text.Standing, 16, Look.Text, row => Wording.Of(row.Row.Standing)),
            Line, Requirement, .. Flags.Select(flag => flag.Column),
        ], tally.Rows())
        {
            Headings = ComplianceWorkbook.Headings(report, Text.DataTitle),
            Landscape = true,
            FrozenColumns = 1,
            EmptyText = Text.NoData,
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };

        string Dates(string flag) => flag.Replace("{due}", At(due)).Replace("{sent}", At(sent)).Replace("{supplement}", At(supplement))
            .Replace("{completed}", At(completed)).Replace("{excused}", At(excused)).Replace("{today}", CoverSheet.TodayCell);

        string At(Column<TalliedRow> column) => "$" + Sheet!.Letter(column) + "{r}";
    }

    public ListSheet<TalliedRow> Sheet { get; }

    /// <summary>Number of the summary row.</summary>
    public Column<TalliedRow> Line { get; }

    /// <summary>Number of the requirement.</summary>
    public Column<TalliedRow> Requirement { get; }

    /// <summary>One 0/1 column a count.</summary>
    public IReadOnlyList<(Measure Measure, Column<TalliedRow> Column)> Flags { get; }

    /// <summary>Formula that counts the rows whose flag is set and that satisfy the conditions (column, what it equals).</summary>
    public string Count(Measure measure, params (Column<TalliedRow> Column, string EqualTo)[] conditions) =>
        $"COUNTIFS({string.Concat(conditions.Select(condition => $"{Sheet.Cells(condition.Column)},{condition.EqualTo},"))}{Sheet.Cells(Flags.First(flag => flag.Measure == measure).Column)},1)";
}
