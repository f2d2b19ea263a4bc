using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>What an uploaded cell holds.</summary>
internal enum ReadKind
{
    Text,
    Number,
    Date,
    YesNo,
    Error,
    FormulaWithoutValue,
}

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">Its text, clean; empty for a formula that was never worked out.</param>
/// <param name="Day">Its date.</param>
internal readonly record struct ReadCell(int Column, ReadKind Kind, string Text, DateOnly? Day = null);

/// <summary>An area of joined cells.</summary>
internal readonly record struct Merge(string Area, int Left, int Top, int Right, int Bottom);

/// <summary>
/// Reads an uploaded workbook forward only and within <see cref="ReadLimits"/>: values alone, no formula, link, picture or outside content.
/// Of four readers tried, the only kind that survives every hostile file.
/// </summary>
internal sealed class UntrustedWorkbook : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private readonly UntrustedZip zip;
    private readonly ReadLimits limits;
    private readonly char[] buffer = new char[4096];
    private readonly Lazy<IReadOnlyList<bool>> dateStyles;
    private readonly Lazy<IReadOnlyList<string>> sharedTexts;
    private bool from1904;

    /// <summary>Opens it.</summary>
    /// <param name="file">Has to seek; stays open.</param>
    /// <param name="limits">How much a sheet may hold.</param>
    /// <exception cref="Refusal">WorkbookUnreadable, WorkbookTooMuch.</exception>
    public UntrustedWorkbook(Stream file, ReadLimits limits)
    {
        zip = new UntrustedZip(file);
        this.limits = limits;
        dateStyles = new(() => zip.Has("xl/styles.xml") ? NumberStyle.DatesOf(zip.Open("xl/styles.xml")) : []);
        sharedTexts = new(() => zip.Has("xl/sharedStrings.xml") ? ReadSharedTexts() : []);
        try
        {
            RefuseMacroTypes();
            VisibleSheets = ReadSheets();
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>Names and parts of the sheets that are shown, in the order of their tabs.</summary>
    public IReadOnlyList<(string Name, string Part)> VisibleSheets { get; }

    /// <summary>Opens a sheet for one reading.</summary>
    public SheetReader Open(string part) => new(zip.Open(part), limits, dateStyles.Value, sharedTexts.Value, from1904, buffer);

    public void Dispose() => zip.Dispose();

    // A macro may lie under any name; the table of contents then tells its type.
    private void RefuseMacroTypes()
    {
        const string contents = "[Content_Types].xml";
        if (!zip.Has(contents)) return;
        using var part = zip.Open(contents);
        while (part.NextElement())
            if (part.Xml.GetAttribute("ContentType") is { } type && type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) throw UntrustedZip.Unreadable(WorkbookFault.Macro);
    }

    private List<(string, string)> ReadSheets()
    {
        var visible = new List<(string Name, string Relation)>();
        using (var part = zip.Open("xl/workbook.xml"))
            while (part.NextElement())
                if (part.Xml.LocalName == "workbookPr") from1904 = IsTrue(part.Xml.GetAttribute("date1904"));
                else if (part.Xml.LocalName == "sheet" && part.Xml.GetAttribute("state") is null or "visible" && visible.Count < ReadLimits.Sheets)
                    visible.Add((SearchKey.Clean(part.Xml.GetAttribute("name")) ?? "", part.Xml.GetAttribute("id", Relations) ?? part.Xml.GetAttribute("id", StrictRelations) ?? ""));
        var targets = new Dictionary<string, string>();
        if (zip.Has("xl/_rels/workbook.xml.rels"))
        {
            using var part = zip.Open("xl/_rels/workbook.xml.rels");
            while (part.NextElement())
                if (part.Xml.LocalName == "Relationship" && part.Xml.GetAttribute("TargetMode") != "External" && part.Xml.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true
                    && part.Xml.GetAttribute("Id") is { } id && part.Xml.GetAttribute("Target") is { } target && targets.Count < ReadLimits.Parts)
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        // Sheets of charts have other relations: they hold no cells.
        var sheets = visible.Where(sheet => targets.TryGetValue(sheet.Relation, out var target) && zip.Has(target)).Select(sheet => (sheet.Name, targets[sheet.Relation])).ToList();
        return sheets.Count > 0 ? sheets : throw UntrustedZip.Unreadable(WorkbookFault.NoSheet);
    }

    private List<string> ReadSharedTexts()
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        var characters = 0L;
        using var part = zip.Open("xl/sharedStrings.xml");
        while (part.NextElement())
        {
            if (part.Xml.LocalName != "si") continue;
            text.Clear();
            SheetReader.RichText(part, text, buffer);
            texts.Add(CellText.Clean(text));
            characters += text.Length;
            if (texts.Count > ReadLimits.SharedTexts || characters > ReadLimits.SharedCharacters) throw UntrustedZip.TooMuch(WorkbookMeasure.TextCharacters, ReadLimits.SharedCharacters);
        }
        return texts;
    }

    internal static bool IsTrue(string? value) => value is "1" or "true";
}
