using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>How the year went week by week: sums as they stood at each week's end, what the week brought, and rates, the last two as formulas over the first.</summary>
internal static class TrendSheet
{
    /// <summary>The sheet; null where nothing is known of past days.</summary>
    public static ListSheet<Week>? Of(ComplianceReport report)
    {
        if (report.Trend.Count == 0) return null;
        Column<Week>
            expected = new(Text.Expected, 11, Look.Number, week => week.Stood.Expected),
            sent = new(Text.Sent, 11, Look.Number, week => week.Stood.Sent),
            onTime = new(Text.OnTime, 11, Look.Number, week => week.Stood.OnTime),
            completed = new(Text.Completed, 11, Look.Number, week => week.Stood.Completed);
        ListSheet<Week>? sheet = null;
        return sheet = new(Text.TrendTab,
        [
            new(Text.Number, 6, Look.Number, week => week.Number),
            new(Text.WeekEnd, 14, Look.Date, week => week.Stood.EndsOn),
            expected, sent, onTime, completed,
            InWeek(Text.SentInWeek, sent, week => week.Stood.Sent - (week.Before?.Sent ?? 0)), InWeek(Text.CompletedInWeek, completed, week => week.Stood.Completed - (week.Before?.Completed ?? 0)),
            Rate(Text.SentRate, sent, week => week.Sent), Rate(Text.OnTimeRate, onTime, week => week.OnTime), Rate(Text.CompletedRate, completed, week => week.Completed),
        ], Weeks(report))
        {
            Headings = ComplianceWorkbook.Headings(report, Text.TrendTitle),
            Landscape = true,
            FrozenColumns = 2,
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };

        // N reads the heading above the first week as 0.
        Column<Week> InWeek(string title, Column<Week> of, Func<Week, int> value) =>
            new(title, 12, Look.Number, week => value(week)) { Formula = () => $"{At(of)}-N(INDEX({sheet!.Letter(of)}:{sheet.Letter(of)},ROW()-1))" };

        Column<Week> Rate(string title, Column<Week> of, Func<TrendWeek, int> value) =>
            new(title, 12, Look.Percent, week => week.Stood.Expected == 0 ? null : (double?)value(week.Stood) / week.Stood.Expected) { Formula = () => SummarySheet.Share(At(of), At(expected)) };

        string At(Column<Week> column) => sheet!.Letter(column) + "{r}";
    }

    private static async IAsyncEnumerable<Week> Weeks(ComplianceReport report)
    {
        foreach (var (i, week) in report.Trend.Index()) yield return new(i + 1, week, i == 0 ? null : report.Trend[i - 1]);
        await Task.CompletedTask;
    }
}

/// <summary>A week with the one before it, if any.</summary>
internal readonly record struct Week(int Number, TrendWeek Stood, TrendWeek? Before);
