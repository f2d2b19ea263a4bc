using CampaignTracker.Domain.Compliance;
using ClosedXML.Excel;

namespace CampaignTracker.Reports.Tests.Compliance;

/// <summary>Compares a summary sheet with the board.</summary>
internal static class Figures
{
    /// <summary>The value a cell carries, null where it shows nothing.</summary>
    public static double? Cached(IXLCell cell) => cell.CachedValue switch
    {
        null or "" => null,
        string text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        var number => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture),
    };

    public static void AreThoseOfTheBoard(Given given, IXLWorksheet summary, int headerRow)
    {
        var board = given.Board();
        Assert.Equal(given.Lines.Count, board.Lines.Count);
        foreach (var (i, line) in board.Lines.Index()) AreThoseOf(line.Total, line.ByRequirement, i + 1);
        AreThoseOf(board.Total, board.TotalByRequirement, board.Lines.Count + 1);

        void AreThoseOf(Counts total, IReadOnlyDictionary<Guid, Counts> byRequirement, int row)
        {
            double?[] wanted =
            [
                total.Expected, total.Sent, total.OnTime, total.Completed, total.SupplementAsked, total.Waiting, total.Overdue, total.Excused,
                total.Rate(total.Sent), total.Rate(total.OnTime), total.Rate(total.Completed),
                .. given.Requirements.Select(requirement => byRequirement.TryGetValue(requirement.Id, out var counts) ? counts.Rate(counts.Completed) : null),
            ];
            var found = wanted.Select((_, column) => Cached(summary.Cell(headerRow + row, 3 + column)));
            Assert.Equal(wanted.Select(Rounded), found.Select(Rounded));
        }
    }

    public static double? Rounded(double? value) => value is { } number ? Math.Round(number, 10) : null;
}
