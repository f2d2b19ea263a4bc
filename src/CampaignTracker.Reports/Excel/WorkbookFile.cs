using System.IO.Compression;
using System.Xml.Linq;
using ClosedXML.Excel;
using SaveOptions = System.Xml.Linq.SaveOptions;

namespace CampaignTracker.Reports.Excel;

/// <summary>
/// Writes a workbook straight to a stream: ClosedXML makes a skeleton (styles, widths, paper), its zip is copied entry by entry, and the rows are streamed into the sheets.
/// Memory does not grow with the rows.
/// </summary>
public static class WorkbookFile
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes the sheets. The output stays open; when it fails or is cancelled, what was written so far is no workbook and opens nowhere.</summary>
    /// <param name="title">The workbook's title.</param>
    /// <param name="sheets">The sheets in the order of their tabs.</param>
    /// <param name="output">Where to; need not seek, is never written to synchronously.</param>
    /// <param name="ct">Stops the writing.</param>
    /// <param name="writtenFirst">Sheets that others need finished, in that order.</param>
    public static async Task WriteAsync(string title, IReadOnlyList<Sheet> sheets, Stream output, CancellationToken ct, params Sheet[] writtenFirst)
    {
        await using var guarded = new OutputStream(output);
        using var skeleton = new ZipArchive(Skeleton(title, sheets), ZipArchiveMode.Read);
        await using (var file = await ZipArchive.CreateAsync(guarded, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            try
            {
                await WriteEntriesAsync(skeleton, file, sheets, writtenFirst, ct);
            }
            catch
            {
                guarded.Abandon();
                throw;
            }
        }
        await guarded.FlushAsync(ct);
    }

    private static async Task WriteEntriesAsync(ZipArchive skeleton, ZipArchive file, IReadOnlyList<Sheet> sheets, Sheet[] writtenFirst, CancellationToken ct)
    {
        const string workbook = "xl/workbook.xml";
        var paths = sheets.Select((sheet, i) => (sheet, $"xl/worksheets/sheet{i + 1}.xml")).ToDictionary();
        var styles = Styles(skeleton.GetEntry(paths[sheets[0]])!);

        foreach (var entry in skeleton.Entries.Where(entry => entry.FullName != workbook && !paths.ContainsValue(entry.FullName)))
        {
            await using var to = await Create(entry.FullName);
            await using var from = await entry.OpenAsync(ct);
            await from.CopyToAsync(to, ct);
        }
        foreach (var sheet in writtenFirst.Concat(sheets.Except(writtenFirst)))
        {
            await using var to = await Create(paths[sheet]);
            await WriteSheetAsync(skeleton.GetEntry(paths[sheet])!, sheet, new RowWriter(to, styles), ct);
        }
        await using var last = await Create(workbook);
        await WithNames(Load(skeleton.GetEntry(workbook)!), sheets).SaveAsync(last, SaveOptions.DisableFormatting, ct);

        async Task<Stream> Create(string path) => await file.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
    }

    private static MemoryStream Skeleton(string title, IReadOnlyList<Sheet> sheets)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = title;
        workbook.Properties.Author = "";
        workbook.Style.Font.SetFontName(Looks.Font).Font.SetFontSize(12);
        foreach (var sheet in sheets) sheet.LayOut(workbook.AddWorksheet(sheet.Name));
        // The prototype row: one cell a look, whose style numbers the real rows take over.
        foreach (var look in Looks.All) Looks.Dress(workbook.Worksheet(1).Cell(1, (int)look + 1).Style, look);
        var stream = new MemoryStream();
        workbook.SaveAs(stream);
        stream.Position = 0;
        return stream;
    }

    private static int[] Styles(ZipArchiveEntry sheet) => [.. Load(sheet).Root!.Element(Main + "sheetData")!.Elements(Main + "row").First().Elements(Main + "c").Select(cell => (int?)cell.Attribute("s") ?? 0)];

    private static async Task WriteSheetAsync(ZipArchiveEntry skeleton, Sheet sheet, RowWriter writer, CancellationToken ct)
    {
        var root = Load(skeleton).Root!;
        // Without ClosedXML's prefix; its dimension speaks of the skeleton, its columns are not in order.
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == Main.NamespaceName).Remove();
        root.SetAttributeValue("xmlns", Main.NamespaceName);
        root.Element(Main + "dimension")?.Remove();
        if (root.Element(Main + "cols") is { } columns) columns.ReplaceNodes(columns.Elements().OrderBy(column => (int)column.Attribute("min")!).ToList());
        root.Element(Main + "sheetData")!.ReplaceNodes(new XProcessingInstruction("rows", ""));
        var halves = root.ToString(SaveOptions.DisableFormatting).Split("<?rows?></sheetData>");

        writer.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + halves[0]);
        await sheet.WriteAsync(writer, ct);
        writer.Raw("</sheetData>");
        if (sheet.FilterArea is { } filter) writer.Raw($"<autoFilter ref=\"{filter}\"/>");
        if (writer.Merges.Count > 0) writer.Raw($"<mergeCells count=\"{writer.Merges.Count}\">{string.Concat(writer.Merges.Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>");
        writer.Raw(halves[1]);
        await writer.FlushAsync(ct);
    }

    // Names that Excel keeps a sheet: known only now that the last rows are.
    private static XDocument WithNames(XDocument workbook, IReadOnlyList<Sheet> sheets)
    {
        var names = new List<XElement>();
        foreach (var (index, sheet) in sheets.Index())
        {
            if (sheet.FilterArea is { } filter) names.Add(Name("_xlnm._FilterDatabase", index, sheet.Reference + Fixed(filter), new XAttribute("hidden", 1)));
            if (sheet.PrintArea is { } area) names.Add(Name("_xlnm.Print_Area", index, sheet.Reference + Fixed(area)));
            if (sheet.RepeatedRow is > 0 and var row) names.Add(Name("_xlnm.Print_Titles", index, $"{sheet.Reference}${row}:${row}"));
        }
        var root = workbook.Root!;
        root.Element(Main + "definedNames")?.Remove();
        if (names.Count > 0) root.Element(Main + "sheets")!.AddAfterSelf(new XElement(Main + "definedNames", names.OrderBy(name => name.Attribute("name")!.Value, StringComparer.Ordinal)));
        return workbook;

        static XElement Name(string name, int sheet, string area, params XAttribute[] more) => new(Main + "definedName", new XAttribute("name", name), new XAttribute("localSheetId", sheet), more, area);

        // "A4:M90" as "$A$4:$M$90".
        static string Fixed(string area) => string.Join(':', area.Split(':').Select(corner => "$" + corner.TrimEnd("0123456789".ToCharArray()) + "$" + corner.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray())));
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
