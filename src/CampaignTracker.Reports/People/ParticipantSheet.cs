using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.Excel;

namespace CampaignTracker.Reports.People;

/// <summary>Reads a list of participants out of an uploaded workbook, whatever stands above the list and in whatever order its columns are.</summary>
public static class ParticipantSheet
{
    /// <summary>The headings stand within so many rows of a sheet that hold something.</summary>
    public const int HeaderWithin = 50;

    // Titles above and remarks below a full list.
    private static readonly ReadLimits Limits = new(ParticipantFile.MostPeople + 500);
    private static readonly ParticipantColumn[] Columns = Enum.GetValues<ParticipantColumn>();

    /// <summary>Reads the first visible sheet that has the headings.</summary>
    /// <param name="file">The upload: has to seek; stays open.</param>
    /// <param name="rowsRead">Told the number of rows from time to time.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="Refusal">WorkbookUnreadable, WorkbookTooMuch.</exception>
    public static ParticipantFile Read(Stream file, IProgress<int>? rowsRead = null, CancellationToken ct = default)
    {
        using var workbook = new UntrustedWorkbook(file, Limits);
        foreach (var (name, part) in workbook.VisibleSheets)
        {
            using var sheet = workbook.Open(part);
            if (FindHeader(sheet, ct) is { } header) return ReadList(sheet, name, header, rowsRead, ct);
        }
        throw new Refusal(Because.WorkbookUnreadable, "File", WorkbookFault.NoHeader);
    }

    private sealed record Header(int Row, IReadOnlyDictionary<int, ParticipantColumn> Columns, IReadOnlyDictionary<int, string> Others, IReadOnlyList<(int Column, ParticipantColumn As, string Title)> Doubled, IReadOnlyList<(int Number, bool Hidden, ReadCell[] Cells)> After);

    // The row with the most known headings among the first, the name among them; what was read after it is kept.
    private static Header? FindHeader(SheetReader sheet, CancellationToken ct)
    {
        var first = new List<(int Number, bool Hidden, ReadCell[] Cells)>();
        while (first.Count < HeaderWithin && sheet.Next())
        {
            ct.ThrowIfCancellationRequested();
            first.Add((sheet.Row, sheet.Hidden, [.. sheet.Cells]));
        }
        var best = first.Select((row, index) => (index, known: Known(row.Cells))).Where(row => row.known.Any(cell => cell.As == ParticipantColumn.Name)).OrderByDescending(row => row.known.Select(cell => cell.As).Distinct().Count()).FirstOrDefault();
        if (best.known is null) return null;
        var cells = first[best.index].Cells;
        var columns = new Dictionary<int, ParticipantColumn>();
        var doubled = new List<(int, ParticipantColumn, string)>();
        foreach (var (column, known) in best.known)
            if (columns.ContainsValue(known)) doubled.Add((column, known, cells.First(cell => cell.Column == column).Text));
            else columns.Add(column, known);
        var others = cells.Where(cell => best.known.TrueForAll(known => known.Column != cell.Column) && !Headings.IsSilent(cell.Text)).ToDictionary(cell => cell.Column, cell => cell.Text);
        return new Header(first[best.index].Number, columns, others, doubled, first[(best.index + 1)..]);
    }

    private static List<(int Column, ParticipantColumn As)> Known(ReadCell[] cells) =>
        [.. cells.Where(cell => cell.Kind == ReadKind.Text).Select(cell => (cell.Column, As: Headings.Of(cell.Text))).Where(cell => cell.As is not null).Select(cell => (cell.Column, cell.As!.Value))];

    private static ParticipantFile ReadList(SheetReader sheet, string name, Header header, IProgress<int>? rowsRead, CancellationToken ct)
    {
        var rows = new List<ParticipantRow>();
        foreach (var (number, hidden, cells) in header.After) Take(number, hidden, cells);
        while (sheet.Next())
        {
            ct.ThrowIfCancellationRequested();
            Take(sheet.Row, sheet.Hidden, sheet.Cells);
            if (rows.Count % 500 == 0) rowsRead?.Report(rows.Count);
        }
        // A heading of two lines reaches into the rows below it.
        var bottom = sheet.Merges.Where(merge => merge.Top <= header.Row && merge.Bottom > header.Row && header.Columns.Keys.Any(column => merge.Left <= column && column <= merge.Right)).Select(merge => merge.Bottom).DefaultIfEmpty(header.Row).Max();
        rows.RemoveAll(row => row.Number <= bottom);
        var letters = header.Columns.ToDictionary(column => column.Value, column => Letters(column.Key));
        return new ParticipantFile(name, letters, rows, [.. Problems(sheet, name, header, bottom, rows)]);

        void Take(int number, bool hidden, IReadOnlyList<ReadCell> cells)
        {
            var row = new ImportCell[Columns.Length];
            var filled = false;
            foreach (var cell in cells)
                if (header.Columns.TryGetValue(cell.Column, out var column)) (row[(int)column], filled) = (Plain(cell), true);
            if (filled && !IsFurniture(row)) rows.Add(new ParticipantRow(number, hidden, row));
        }
    }

    // The headings once more on a later page, and the line "(1) (2) (3)" below them.
    private static bool IsFurniture(ImportCell[] row)
    {
        if (row[(int)ParticipantColumn.Name].Text is not { } name) return false;
        if (Headings.Of(name) == ParticipantColumn.Name) return true;
        var filled = row.Where(cell => cell.Text is not null).ToList();
        return filled.Count > 1 && filled.TrueForAll(cell => cell.Day is null && cell.Text is { Length: <= 4 } text && text.Trim('(', ')', '[', ']', ' ').All(char.IsAsciiDigit));
    }

    private static ImportCell Plain(ReadCell cell) => cell.Kind switch
    {
        ReadKind.FormulaWithoutValue => new(null, null, ImportFault.FormulaWithoutValue),
        ReadKind.Error => new(cell.Text, null, ImportFault.ErrorValue),
        _ => new(cell.Text, cell.Day),
    };

    private static IEnumerable<ImportProblem> Problems(SheetReader sheet, string name, Header header, int bottom, List<ParticipantRow> rows)
    {
        foreach (var (column, _, title) in header.Doubled) yield return new(name, Letters(column) + header.Row, ImportFault.DoubledColumn, title);
        foreach (var (column, known) in header.Columns)
            if (sheet.IsHidden(column)) yield return new(name, Letters(column), ImportFault.HiddenColumn, known);
        var numbers = rows.ConvertAll(row => row.Number);
        foreach (var merge in sheet.Merges.Where(merge => merge.Top > bottom && header.Columns.Keys.Any(column => merge.Left <= column && column <= merge.Right) && Holds(merge)))
            yield return new(name, merge.Area, ImportFault.MergedCells);
        foreach (var (column, title) in header.Others) yield return new(name, Letters(column), ImportFault.ColumnIgnored, title);

        bool Holds(Merge merge)
        {
            var at = numbers.BinarySearch(merge.Top);
            return at >= 0 || (~at < numbers.Count && numbers[~at] <= merge.Bottom);
        }
    }

    private static string Letters(int column) => RowWriter.Letters(column - 1);
}
