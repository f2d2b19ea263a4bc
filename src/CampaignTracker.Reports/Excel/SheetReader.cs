using System.Globalization;
using System.Text;
using System.Xml;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>One sheet, row by row. What stands before the rows (hidden columns) is known from the first row on, what stands after them (merged areas) once there is no row left.</summary>
internal sealed class SheetReader(PartReader part, ReadLimits limits, IReadOnlyList<bool> dateStyles, IReadOnlyList<string> sharedTexts, bool from1904, char[] buffer) : IDisposable
{
    private const int MostColumns = 16_384, MostRows = 1_048_576, Days1904 = 1_462, LastDay = 2_958_466;
    private readonly List<ReadCell> cells = [];
    private readonly List<(int From, int To)> hiddenColumns = [];
    private readonly List<Merge> merges = [];
    private readonly StringBuilder text = new();
    private int rows;
    private long cellCount;

    /// <summary>Number of the row just read.</summary>
    public int Row { get; private set; }
    /// <summary>The row is hidden or filtered away.</summary>
    public bool Hidden { get; private set; }
    /// <summary>Its cells that hold something, in the order of their columns; the same list at every row.</summary>
    public IReadOnlyList<ReadCell> Cells => cells;
    /// <summary>Merged areas, known after the last row.</summary>
    public IReadOnlyList<Merge> Merges => merges;

    /// <summary>True for a hidden column.</summary>
    public bool IsHidden(int column) => hiddenColumns.Exists(range => range.From <= column && column <= range.To);

    /// <summary>Moves on to the next row that holds something.</summary>
    public bool Next()
    {
        while (part.NextElement())
            switch (part.Xml.LocalName)
            {
                case "col" when UntrustedWorkbook.IsTrue(part.Xml.GetAttribute("hidden")):
                    Keep(hiddenColumns, (Number("min") ?? 0, Number("max") ?? 0));
                    break;
                case "mergeCell" when Area(part.Xml.GetAttribute("ref")) is { } area:
                    Keep(merges, area);
                    break;
                case "row":
                    ReadRow();
                    if (cells.Count == 0) break; // formatted but empty
                    if (++rows > limits.Rows) throw UntrustedZip.TooMuch(WorkbookMeasure.Rows, limits.Rows);
                    return true;
            }
        return false;
    }

    /// <summary>The text of a shared or inline string: its pieces one after the other, without the readings of foreign scripts.</summary>
    public static void RichText(PartReader part, StringBuilder into, char[] buffer)
    {
        if (part.Xml.IsEmptyElement) return;
        var depth = part.Xml.Depth;
        while (part.Read() && part.Xml.Depth > depth)
            if (part.Xml.NodeType != XmlNodeType.Element) continue;
            else if (part.Xml.LocalName == "rPh") part.Skip();
            else if (part.Xml.LocalName == "t") part.Text(into, ReadLimits.CellCharacters, buffer);
    }

    public void Dispose() => part.Dispose();

    private void ReadRow()
    {
        var number = Number("r") ?? Row + 1;
        if (number <= Row || number > MostRows) throw UntrustedZip.Unreadable(WorkbookFault.Damaged);
        (Row, Hidden) = (number, UntrustedWorkbook.IsTrue(part.Xml.GetAttribute("hidden")));
        cells.Clear();
        if (part.Xml.IsEmptyElement) return;
        int depth = part.Xml.Depth, column = 0;
        while (part.Read() && part.Xml.Depth > depth)
        {
            if (part.Xml.NodeType != XmlNodeType.Element || part.Xml.LocalName != "c") continue;
            column = part.Xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            if (part.Xml.IsEmptyElement) continue;
            var cell = ReadCell(column);
            if (cell.Text.Length == 0 && cell.Kind != ReadKind.FormulaWithoutValue) continue;
            if (column > ReadLimits.Columns) throw UntrustedZip.TooMuch(WorkbookMeasure.Columns, ReadLimits.Columns);
            if (++cellCount > ReadLimits.Cells) throw UntrustedZip.TooMuch(WorkbookMeasure.Cells, ReadLimits.Cells);
            cells.Add(cell);
        }
    }

    private ReadCell ReadCell(int column)
    {
        var type = part.Xml.GetAttribute("t") ?? "n";
        var style = Number("s") ?? 0;
        var depth = part.Xml.Depth;
        bool formula = false, value = false;
        text.Clear();
        while (part.Read() && part.Xml.Depth > depth)
            if (part.Xml.NodeType == XmlNodeType.Element)
                switch (part.Xml.LocalName)
                {
                    case "f":
                        formula = true;
                        part.Skip();
                        break;
                    case "v":
                        value = true;
                        text.Clear();
                        part.Text(text, ReadLimits.CellCharacters, buffer);
                        break;
                    case "is":
                        value = true;
                        RichText(part, text, buffer);
                        break;
                }
        if (formula && (!value || (text.Length == 0 && type != "str"))) return new(column, ReadKind.FormulaWithoutValue, "");
        return type switch
        {
            "s" => new(column, ReadKind.Text, Shared()),
            "inlineStr" or "str" => new(column, ReadKind.Text, CellText.Clean(text)),
            "b" => new(column, ReadKind.YesNo, text.ToString()),
            "e" => new(column, ReadKind.Error, CellText.Clean(text)),
            "d" => Iso(column),
            _ => Numeric(column, style),
        };
    }

    private string Shared()
    {
        if (text.Length == 0) return "";
        return int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sharedTexts.Count ? sharedTexts[index] : throw UntrustedZip.Unreadable(WorkbookFault.Damaged);
    }

    private ReadCell Iso(int column)
    {
        var written = CellText.Clean(text);
        return written.Length >= 10 && DateOnly.TryParseExact(written.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(column, ReadKind.Date, written, day) : new(column, ReadKind.Text, written);
    }

    private ReadCell Numeric(int column, int style)
    {
        var written = CellText.Clean(text);
        var isDate = style < dateStyles.Count && dateStyles[style];
        if (!isDate || !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)) return new(column, ReadKind.Number, written);
        if (from1904) days += Days1904;
        return days is >= 1 and < LastDay ? new(column, ReadKind.Date, written, DateOnly.FromDateTime(DateTime.FromOADate(days))) : new(column, ReadKind.Number, written);
    }

    private static void Keep<T>(List<T> kept, T one)
    {
        if (kept.Count >= ReadLimits.Formats) throw UntrustedZip.TooMuch(WorkbookMeasure.Formats, ReadLimits.Formats);
        kept.Add(one);
    }

    private int? Number(string attribute) => int.TryParse(part.Xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Merge? Area(string? area)
    {
        if (area?.Split(':') is not [var first, var last]) return null;
        return new Merge(area, ColumnOf(first), RowOf(first), ColumnOf(last), RowOf(last));
    }

    private static int RowOf(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : throw UntrustedZip.Unreadable(WorkbookFault.Damaged);

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c)) break;
            column = column * 26 + char.ToUpperInvariant(c) - 'A' + 1;
            if (column > MostColumns) throw UntrustedZip.Unreadable(WorkbookFault.Damaged);
        }
        return column > 0 ? column : throw UntrustedZip.Unreadable(WorkbookFault.Damaged);
    }
}
