using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CampaignTracker.Reports.Word;

/// <summary>
/// A Word file with one or many papers: each begins on a page of its own, counts its pages from 1 and shows the number from page 2.
/// With the few types beside it, the only place that knows the Word library.
/// </summary>
public sealed class Letter : IDisposable
{
    // A longer row may break: a reader that may not break a row taller than a page cuts its text off.
    private const int LongRow = 900;

    private readonly MemoryStream stream = new(32 * 1024);
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;
    private readonly Body body = new();
    private readonly string numbered, blank, footer;
    private PageLook page;
    private bool begun, continued;
    private uint drawings;

    /// <summary>Begins a file.</summary>
    /// <param name="title">The file's title.</param>
    /// <param name="mark">Said at the foot of every page, or null.</param>
    /// <param name="page">The paper of the first paper.</param>
    public Letter(string title, string? mark, PageLook page)
    {
        this.page = page;
        document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        document.PackageProperties.Title = title;
        main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
        numbered = Header(WordText.PageNumber(13));
        blank = Header(new Paragraph());
        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(mark is null ? new Paragraph() : WordText.Paragraph(new Line(mark, italic: true) { Place = Place.Centre, Size = 12 }, page.TextWidth));
        footer = main.GetIdOfPart(foot);
    }

    /// <summary>Width of the text on the present page, in millimetres.</summary>
    public double Width => page.TextWidth;

    /// <summary>The next paper of the file: a new page, counted from 1. The first needs no call.</summary>
    public void NextPaper(PageLook? next = null) => Turn(next, false);

    /// <summary>The next part of the same paper: a new page, counted on.</summary>
    public void NextPart(PageLook? next = null) => Turn(next, true);

    /// <summary>Adds lines.</summary>
    public void Add(params IEnumerable<Line> lines)
    {
        foreach (var line in lines) Append(WordText.Paragraph(line, Width));
    }

    /// <summary>Two columns without borders that stay on one page, such as the head of a paper or its signatures.</summary>
    /// <param name="leftShare">Share of the width that the left column takes, 0 to 1.</param>
    /// <param name="left">Lines of the left column.</param>
    /// <param name="right">Lines of the right column.</param>
    public void TwoColumns(double leftShare, IReadOnlyList<Line> left, IReadOnlyList<Line> right)
    {
        double[] widths = [Width * leftShare, Width * (1 - leftShare)];
        var table = new Table(new TableProperties(new TableWidth { Width = WordText.Twips(Width).ToString(), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = WordText.Twips(width).ToString() })));
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(Cell(widths[0], left), Cell(widths[1], right));
        table.Append(row);
        Append(table);
        Append(Gap());
    }

    /// <summary>A table whose heading is repeated on every page and whose rows do not break across pages.</summary>
    /// <param name="columns">The columns; wider or narrower together than the page, they are fitted to it.</param>
    /// <param name="rows">One text a column; null or empty leaves the cell free for writing.</param>
    /// <param name="size">Height of the letters, in points.</param>
    /// <param name="together">The whole table stays on one page, with the line after it.</param>
    public void Table(IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<string?>> rows, double size = 13, bool together = false)
    {
        var fit = Width / columns.Sum(column => column.Width);
        var widths = columns.Select(column => column.Width * fit).ToList();
        var table = new Table(new TableProperties(new TableWidth { Width = WordText.Twips(Width).ToString(), Type = TableWidthUnitValues.Dxa },
                new TableBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = WordText.Twips(width).ToString() })));
        table.Append(Row(columns.Select((column, i) => Cell(widths[i], [new Line(column.Title, bold: true) { Place = Place.Centre, Size = size, Before = 2, After = 2, WithNext = true }], TableVerticalAlignmentValues.Center)), new CantSplit(), new TableHeader()));
        foreach (var row in rows)
        {
            var cells = row.Select((text, i) => Cell(widths[i], [new Line(text) { Place = columns[i].Place, Size = size, Before = 2, After = 2, WithNext = together }]));
            table.Append(Row(cells, row.Sum(text => text?.Length ?? 0) > LongRow ? null : new CantSplit(), new TableRowHeight { Val = (uint)WordText.Twips(8), HeightType = HeightRuleValues.AtLeast }));
        }
        Append(table);
        Append(Gap());
    }

    /// <summary>A chart as wide as the text.</summary>
    /// <param name="chart">What it draws.</param>
    /// <param name="height">Its height in millimetres.</param>
    public void Chart(LineChart chart, double height)
    {
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = chart.Draw();
        Append(new Paragraph(new ParagraphProperties(new KeepNext()), new Run(chart.Frame(main.GetIdOfPart(part), ++drawings, Width, height))));
    }

    /// <summary>The finished file. Nothing can be added afterwards.</summary>
    public byte[] ToBytes()
    {
        if (!begun) Append(Gap());
        body.Append(Section());
        main.Document = new Document(body);
        document.Dispose();
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();

    private void Turn(PageLook? next, bool countOn)
    {
        if (begun)
        {
            body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, Section())));
            continued = countOn;
        }
        page = next ?? page;
        begun = false;
    }

    private void Append(OpenXmlElement element)
    {
        body.Append(element);
        begun = true;
    }

    // Word wants a paragraph after a table.
    private static Paragraph Gap() => new(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "80", LineRule = LineSpacingRuleValues.Exact }));

    private static TableRow Row(IEnumerable<TableCell> cells, params OpenXmlElement?[] looks)
    {
        var row = new TableRow(new TableRowProperties(looks.OfType<OpenXmlElement>()));
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(double width, IReadOnlyList<Line> lines, TableVerticalAlignmentValues? vertical = null)
    {
        var look = new TableCellProperties(new TableCellWidth { Width = WordText.Twips(width).ToString(), Type = TableWidthUnitValues.Dxa });
        if (vertical is { } place) look.Append(new TableCellVerticalAlignment { Val = place });
        var cell = new TableCell(look);
        foreach (var line in lines.DefaultIfEmpty(new Line(""))) cell.Append(WordText.Paragraph(line, width));
        return cell;
    }

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private string Header(Paragraph content)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(content);
        return main.GetIdOfPart(part);
    }

    private SectionProperties Section()
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = numbered }, new HeaderReference { Type = HeaderFooterValues.First, Id = blank },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer }, new FooterReference { Type = HeaderFooterValues.First, Id = footer },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize { Width = (uint)WordText.Twips(page.Width), Height = (uint)WordText.Twips(page.Height), Orient = page.Lying ? PageOrientationValues.Landscape : null },
            new PageMargin
            {
                Top = WordText.Twips(page.Top),
                Bottom = WordText.Twips(page.Bottom),
                Left = (uint)WordText.Twips(page.Left),
                Right = (uint)WordText.Twips(page.Right),
                Header = (uint)WordText.Twips(10),
                Footer = (uint)WordText.Twips(8),
                Gutter = 0,
            });
        if (!continued) section.Append(new PageNumberType { Start = 1 }, new TitlePage());
        return section;
    }

    private static Styles Styles()
    {
        var styles = new Styles(new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = WordText.Font, HighAnsi = WordText.Font, EastAsia = WordText.Font, ComplexScript = WordText.Font },
                    new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }, new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        // For the outline only: what they look like stands in each line.
        for (var level = 1; level <= 2; level++)
            styles.Append(new Style(new StyleName { Val = "heading " + level }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" },
                new StyleParagraphProperties(new KeepNext(), new OutlineLevel { Val = level - 1 })) { Type = StyleValues.Paragraph, StyleId = "Heading" + level });
        return styles;
    }
}
