using System.Globalization;
using System.Runtime.CompilerServices;
using CampaignTracker.Domain;
using Text = CampaignTracker.Reports.Excel.ListWorkbookText;

namespace CampaignTracker.Reports.Excel;

/// <summary>What stands above an exported list.</summary>
/// <param name="Title">The list's name.</param>
/// <param name="Unit">Whose list, or null.</param>
/// <param name="Filter">What was left out, in words; null for the whole list.</param>
/// <param name="At">UTC: the moment it holds for.</param>
/// <param name="Demo">Invented figures: the sheet says so.</param>
public sealed record ListHead(string Title, string? Unit, string? Filter, DateTime At, bool Demo);

/// <summary>Any list of the program as a workbook of one sheet, in the reader's language (<see cref="CultureInfo.CurrentUICulture"/>): what it is, then its rows, numbered.</summary>
public static class ListWorkbook
{
    /// <summary>Rows a sheet can take beside its headings.</summary>
    public const int MostRows = RowWriter.MostRows - 10;

    /// <summary>Writes the list; memory does not grow with the rows. The output stays open. When it fails, what was written opens nowhere.</summary>
    /// <param name="head">What stands above it.</param>
    /// <param name="columns">Its columns; a number of the row stands before them.</param>
    /// <param name="rows">Its rows: read once, forward only.</param>
    /// <param name="totals">A cell a column for a last row of totals, or none.</param>
    /// <param name="output">Where to.</param>
    /// <param name="ct">Stops the writing.</param>
    public static Task WriteAsync<T>(ListHead head, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<Cell> totals, Stream output, CancellationToken ct)
    {
        var asOf = Say(Text.AsOf, LocalTime.Of(head.At).ToString("HH:mm", CultureInfo.InvariantCulture), Wording.Day(LocalTime.Today(head.At)));
        var sheet = new ListSheet<(int Number, T Row)>(Text.Tab,
        [
            new(Text.Number, 6, Look.Number, row => row.Number),
            .. columns.Select(column => new Column<(int, T Row)>(column.Title, column.Width, column.Look, row => column.Value(row.Row)) { Printed = column.Printed }),
        ], Numbered(rows, ct))
        {
            Headings =
            [
                new(Look.ListTitle, head.Title),
                .. head.Unit is { } unit ? new Cell[] { new(Look.Body, Say(Text.Unit, unit)) } : [],
                new(Look.Body, head.Filter is { } filter ? Say(Text.Filter, filter) : Text.NoFilter),
                new(Look.Body, asOf),
                .. head.Demo ? new Cell[] { new(Look.Notice, Text.Demo) } : [],
            ],
            Landscape = true,
            FrozenColumns = 2,
            EmptyText = Text.Empty,
            Totals = totals.Count == 0 ? null : _ => [new(Look.TotalText), .. totals],
            PageHeader = head.Demo ? Text.Demo : null,
            PageFooter = asOf,
            PageWord = Text.Page,
        };
        return WorkbookFile.WriteAsync(head.Title, [sheet], output, ct);
    }

    private static async IAsyncEnumerable<(int, T)> Numbered<T>(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        var number = 0;
        await foreach (var row in rows.WithCancellation(ct)) yield return (++number, row);
    }

    private static string Say(string sentence, params object[] facts) => string.Format(CultureInfo.CurrentUICulture, sentence, facts);
}
