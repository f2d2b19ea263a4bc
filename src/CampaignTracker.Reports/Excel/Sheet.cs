using ClosedXML.Excel;

namespace CampaignTracker.Reports.Excel;

/// <summary>
/// A sheet of a workbook. ClosedXML lays out what stands around the rows (widths, frozen panes, paper); the rows themselves are streamed.
/// </summary>
/// <param name="name">What stands on its tab.</param>
public abstract class Sheet(string name)
{
    /// <summary>What stands on its tab.</summary>
    public string Name { get; } = name;

    /// <summary>A4 across.</summary>
    public bool Landscape { get; init; }

    /// <summary>Top right of every printed page, or null.</summary>
    public string? PageHeader { get; init; }

    /// <summary>Bottom left of every printed page, or null; page numbers stand at the right.</summary>
    public string? PageFooter { get; init; }

    /// <summary>Words before the page number.</summary>
    public string PageWord { get; init; } = "";

    /// <summary>The last row, known once the rows are written.</summary>
    public int LastRow { get; private set; }

    /// <summary>The name as formulas call it.</summary>
    public string Reference => "'" + Name.Replace("'", "''", StringComparison.Ordinal) + "'!";

    internal abstract IReadOnlyList<double> Widths { get; }
    internal virtual (int Rows, int Columns) Frozen => default;

    /// <summary>Area with filter buttons ("A4:M90"), asked after the rows.</summary>
    internal virtual string? FilterArea => null;

    /// <summary>Area that is printed, asked after the rows; null for everything.</summary>
    internal virtual string? PrintArea => null;

    /// <summary>Row repeated on every printed page, or 0.</summary>
    internal virtual int RepeatedRow => 0;

    internal async Task WriteAsync(RowWriter writer, CancellationToken ct)
    {
        await WriteRowsAsync(writer, ct);
        LastRow = writer.Row;
    }

    internal void LayOut(IXLWorksheet sheet)
    {
        for (var i = 0; i < Widths.Count; i++) sheet.Column(i + 1).Width = Widths[i];
        if (Frozen != default) sheet.SheetView.Freeze(Frozen.Rows, Frozen.Columns);
        sheet.ShowGridLines = false;
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = Landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.Margins.SetLeft(0.6).SetRight(0.5).SetTop(0.7).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        if (PageHeader is not null) page.Header.Right.AddText(Dressed(PageHeader));
        if (PageFooter is not null) page.Footer.Left.AddText(Dressed(PageFooter));
        page.Footer.Right.AddText(Dressed(PageWord) + " &P/&N");
        Furnish(sheet);

        // In the codes of page headers: said outright, for ClosedXML leaves out the workbook's own font and Excel then takes another.
        static string Dressed(string text) => $"&10&\"{Looks.Font},Regular\"" + text.Replace("&", "&&", StringComparison.Ordinal);
    }

    /// <summary>What else stands around the rows.</summary>
    private protected virtual void Furnish(IXLWorksheet sheet) { }

    private protected abstract Task WriteRowsAsync(RowWriter writer, CancellationToken ct);

    /// <summary>Height of a row, in points, from an estimate of the lines its texts need: readers do not agree on it otherwise.</summary>
    private protected static double Height(IEnumerable<(string? Text, double Width, Look Look)> texts)
    {
        double height = 15;
        foreach (var (text, width, look) in texts) height = Math.Max(height, Height(text, width, look));
        return height;
    }

    private protected static double Height(string? text, double width, Look look)
    {
        const double highest = 409; // points
        const double inset = 1.5; // blank at both sides, in characters
        const double narrowness = 1.35; // letters of running text in the width of a digit
        const double wrapping = 3; // letters a line loses because words stay whole
        var size = Looks.Size(look);
        var fitting = Math.Max(1, (width - inset) * narrowness * 11 / size - wrapping);
        double lines = 0;
        foreach (var paragraph in (text ?? "").AsSpan().EnumerateLines()) lines += Math.Max(1, Math.Ceiling(paragraph.Length / fitting));
        return Math.Min(highest, Math.Max(1, lines) * Math.Ceiling(size * 1.3) + 1);
    }
}
