using System.IO.Compression;
using System.Text;

namespace CampaignTracker.Reports.Tests.People;

/// <summary>Workbooks put together part by part, as hostile or careless programs do.</summary>
internal static class HandMade
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const string Workbook = $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    public const string Relations = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    // Style 1 is a date.
    public const string Styles = $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\/mm\/yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>""";

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="rows">What stands in sheetData.</param>
    /// <param name="before">What stands before it.</param>
    /// <param name="after">What stands after it.</param>
    /// <param name="more">Further parts, or others for the usual ones.</param>
    public static MemoryStream Of(string rows, string before = "", string after = "", params (string Part, string Content)[] more) =>
        Zip([("xl/worksheets/sheet1.xml", Sheet(rows, before, after)), .. more]);

    public static string Sheet(string rows, string before = "", string after = "") => $"""<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="{Main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>""";

    /// <summary>The usual parts with these in their place or besides.</summary>
    public static MemoryStream Zip(params (string Part, string Content)[] parts)
    {
        var all = new Dictionary<string, string> { ["xl/workbook.xml"] = Workbook, ["xl/_rels/workbook.xml.rels"] = Relations, ["xl/styles.xml"] = Styles };
        foreach (var (part, content) in parts) all[part] = content;
        return Packed(all.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))));
    }

    public static MemoryStream Packed(IEnumerable<(string Part, byte[] Content)> parts, CompressionLevel level = CompressionLevel.Fastest)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (part, content) in parts)
            {
                using var stream = zip.CreateEntry(part, level).Open();
                stream.Write(content);
            }
        file.Position = 0;
        return file;
    }

    /// <summary>A row of texts; null leaves the cell out.</summary>
    public static string Row(int number, params string?[] texts) => RowOf(number, "", [.. texts.Select((text, i) => text is null ? "" : Text($"{(char)('A' + i)}{number}", text))]);

    public static string RowOf(int number, string attributes, params string[] cells) => $"<row r=\"{number}\"{attributes}>{string.Concat(cells)}</row>";

    public static string Text(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    /// <summary>A day as Excel keeps it.</summary>
    public static string Day(string cell, int year, int month, int day) => $"<c r=\"{cell}\" s=\"1\"><v>{new DateTime(year, month, day).ToOADate()}</v></c>";

    /// <summary>The headings of the template in the first row, or another.</summary>
    public static string Header(int number = 1) => Row(number, "Họ và tên", "Đối tượng", "Chức vụ", "Người đứng đầu", "Ngày về đơn vị", "Miễn công tác và sinh hoạt", "Miễn từ ngày");
}
