using CampaignTracker.Domain.Compliance;
using ClosedXML.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Tests.Compliance;

/// <summary>Compares the sheets of single units with the board, and the trend with its weeks.</summary>
internal static class UnitFigures
{
    /// <summary>The sheets of units: the last ones, in the order of the lines.</summary>
    public static IEnumerable<IXLWorksheet> Sheets(Given given, XLWorkbook book) => book.Worksheets.OrderBy(sheet => sheet.Position).Skip(book.Worksheets.Count - (given.UnitSheets ? given.Lines.Count : 0));

    public static void AreThoseOfTheBoard(Given given, XLWorkbook book, int headerRow)
    {
        foreach (var (line, sheet) in given.Board().Lines.Zip(Sheets(given, book)))
        {
            foreach (var (i, requirement) in given.Requirements.Index()) AreThoseOf(sheet, headerRow + 1 + i, line.ByRequirement.GetValueOrDefault(requirement.Id));
            AreThoseOf(sheet, headerRow + 1 + given.Requirements.Count, line.Total);
        }
        foreach (var (i, week) in given.Trend.Index())
        {
            var (before, sheet) = (i == 0 ? default : given.Trend[i - 1], book.Worksheet(Text.TrendTab));
            double?[] wanted = [week.Expected, week.Sent, week.OnTime, week.Completed, week.Sent - before.Sent, week.Completed - before.Completed, Share(week.Sent), Share(week.OnTime), Share(week.Completed)];
            Assert.Equal(wanted.Select(Figures.Rounded), wanted.Select((_, column) => Figures.Rounded(Number(sheet.Cell(headerRow + 1 + i, 3 + column)))));

            double? Share(int part) => week.Expected == 0 ? null : (double)part / week.Expected;
        }

        // A number typed in, or the value a formula carries.
        static double? Number(IXLCell cell) => cell.HasFormula ? Figures.Cached(cell) : cell.GetDouble();
    }

    private static void AreThoseOf(IXLWorksheet sheet, int row, Counts counts)
    {
        double?[] wanted =
        [
            counts.Expected, counts.Sent, counts.OnTime, counts.Completed, counts.SupplementAsked, counts.Waiting, counts.Overdue, counts.Excused,
            counts.Rate(counts.Sent), counts.Rate(counts.OnTime), counts.Rate(counts.Completed),
        ];
        Assert.Equal(wanted.Select(Figures.Rounded), wanted.Select((_, column) => Figures.Rounded(Figures.Cached(sheet.Cell(row, 3 + column)))));
    }
}
