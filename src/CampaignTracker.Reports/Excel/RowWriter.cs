using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace CampaignTracker.Reports.Excel;

/// <summary>Writes rows as sheet XML into a buffer that goes to the stream whenever it is full: no object a cell.</summary>
/// <param name="output">The sheet's entry in the zip.</param>
/// <param name="styles">Style number of each <see cref="Look"/>.</param>
internal sealed partial class RowWriter(Stream output, int[] styles)
{
    /// <summary>Longest text of a cell.</summary>
    public const int LongestText = 32_767;
    /// <summary>Most rows of a sheet.</summary>
    public const int MostRows = 1_048_576;
    private const int FlushAt = 1 << 16;

    // What XML does not allow is dropped; line ends become one line feed.
    private static readonly SearchValues<char> Special =
        SearchValues.Create(string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)) + "&<>\uFFFE\uFFFF");

    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private readonly List<byte[]> letters = [];
    private readonly List<string> merges = [];
    private int column;

    /// <summary>Number of the row being written, or last written.</summary>
    public int Row { get; private set; }

    /// <summary>Areas of cells that span columns, as "A1:F1".</summary>
    public IReadOnlyList<string> Merges => merges;

    public void BeginRow(double height)
    {
        if (++Row > MostRows) throw new InvalidOperationException("More rows than a sheet can hold: " + MostRows);
        column = 0;
        Raw("<row r=\""u8);
        Number(Row);
        Raw("\" ht=\""u8);
        Number(height);
        Raw("\" customHeight=\"1\">"u8);
    }

    public ValueTask EndRowAsync(CancellationToken ct)
    {
        Raw("</row>"u8);
        return buffer.WrittenCount < FlushAt ? ValueTask.CompletedTask : FlushAsync(ct);
    }

    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await output.WriteAsync(buffer.WrittenMemory, ct);
        buffer.ResetWrittenCount();
    }

    public void Cell(Cell cell)
    {
        if (cell.Formula is { } formula) Formula(cell.Look, new RowFormula(formula), cell.Value);
        else Value(cell.Look, cell.Value);
        if (cell.Span == 1) return;
        var first = Letters(column - 1);
        for (var i = 1; i < cell.Span; i++) Value(cell.Look, default);
        merges.Add($"{first}{Row}:{Letters(column - 1)}{Row}");
    }

    public void Value(Look look, CellValue value)
    {
        Begin(look);
        if (value.Text is { Length: > 0 } text) InlineText(text);
        else if (value.Number is { } number && double.IsFinite(number))
        {
            Raw("\"><v>"u8);
            Number(number);
            Raw("</v></c>"u8);
        }
        else Raw("\"/>"u8);
    }

    /// <summary>A formula with the value it gives, so that readers that do not calculate show it too.</summary>
    public void Formula(Look look, RowFormula formula, CellValue gives)
    {
        Begin(look);
        Raw(gives.Number is null ? "\" t=\"str\"><f>"u8 : "\"><f>"u8);
        foreach (var (index, piece) in formula.Pieces.Index())
        {
            if (index > 0) Number(Row);
            Raw(piece);
        }
        Raw("</f><v>"u8);
        if (gives.Number is { } number) Number(number);
        else Escaped(gives.Text);
        Raw("</v></c>"u8);
    }

    public void Raw(string xml) => Encoding.UTF8.GetBytes(xml, buffer);

    /// <summary>0 is A, 26 is AA.</summary>
    public static string Letters(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letters(index / 26 - 1) + (char)('A' + index % 26);

    /// <summary>A text as a cell can hold it, not yet escaped for XML.</summary>
    public static string Fitting(string text)
    {
        // A literal "_x0041_" would be read back as the letter A.
        if (text.Contains("_x", StringComparison.Ordinal)) text = EscapeLookAlike().Replace(text, "_x005F_");
        if (text.Length <= LongestText) return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private void InlineText(string given)
    {
        var text = Fitting(given);
        var keepBlanks = char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny('\n', '\t', '\r');
        Raw(keepBlanks ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
        Escaped(text);
        Raw("</t></is></c>"u8);
    }

    private void Begin(Look look)
    {
        if (letters.Count == column) letters.Add(Encoding.ASCII.GetBytes(Letters(column)));
        Raw("<c r=\""u8);
        Raw(letters[column++]);
        Number(Row);
        Raw("\" s=\""u8);
        Number(styles[(int)look]);
    }

    private void Escaped(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var at = text.IndexOfAny(Special);
            Encoding.UTF8.GetBytes(at < 0 ? text : text[..at], buffer);
            if (at < 0) return;
            Raw(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '\t' => "\t"u8,
                '\n' => "\n"u8,
                '\r' when at + 1 == text.Length || text[at + 1] != '\n' => "\n"u8,
                _ => default,
            });
            text = text[(at + 1)..];
        }
    }

    private void Raw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private void Number(double number)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(32), out var written);
        buffer.Advance(written);
    }

    private void Number(int number)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(16), out var written);
        buffer.Advance(written);
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLookAlike();
}

/// <summary>A formula cut at its <c>{r}</c> and escaped once, then written for every row.</summary>
internal sealed class RowFormula(string formula)
{
    public byte[][] Pieces { get; } =
    [
        .. formula.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Split("{r}").Select(Encoding.UTF8.GetBytes),
    ];
}
