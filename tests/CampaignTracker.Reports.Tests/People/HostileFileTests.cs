using System.IO.Compression;
using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.People;
using static CampaignTracker.Reports.Tests.People.HandMade;

namespace CampaignTracker.Reports.Tests.People;

/// <summary>Files that are no workbook, broken ones, and ones made to hurt: each is refused by its own reason, and cheaply.</summary>
public sealed class HostileFileTests
{
    private const string Letter = "<c r=\"A2\" t=\"inlineStr\"><is><t>";

    private static void Refused(WorkbookFault fault, Stream file) => Assert.Equal((Because.WorkbookUnreadable, fault), Said(file));

    private static void TooMuch(WorkbookMeasure measure, Stream file) => Assert.Equal((Because.WorkbookTooMuch, measure), Said(file));

    private static (Because, object) Said(Stream file)
    {
        var refusal = Assert.Throws<Refusal>(() => ParticipantSheet.Read(file));
        Assert.Equal("File", refusal.Field);
        Assert.DoesNotContain('{', Wording.Of(refusal));
        return (refusal.Code, refusal.Facts[0]);
    }

    private static MemoryStream Bytes(params byte[] bytes) => new(bytes);

    [Fact]
    public void Nothing_at_all() => Refused(WorkbookFault.Empty, Bytes());

    [Fact]
    public void An_old_xls_and_a_password_look_alike() => Refused(WorkbookFault.OldOrLocked, Bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]]));

    [Theory]
    [InlineData("Họ và tên;Đối tượng\nNguyễn Văn An;Đảng viên\n")]
    [InlineData("\uFEFFHọ và tên,Đối tượng\r\n")]
    [InlineData("x")]
    public void A_csv_renamed(string text) => Refused(WorkbookFault.PlainText, Bytes(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_text_in_sixteen_bits() => Refused(WorkbookFault.PlainText, Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Họ và tên\tĐối tượng")]));

    [Theory]
    [InlineData("<html><table><tr><td>Họ và tên</td></tr></table></html>")]
    [InlineData("\uFEFF\r\n<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")]
    public void A_web_page_renamed(string text) => Refused(WorkbookFault.WebPage, Bytes(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_picture_a_pdf_a_word_document()
    {
        Refused(WorkbookFault.NotAWorkbook, Bytes(0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0));
        Refused(WorkbookFault.NotAWorkbook, Bytes("%PDF-1.7\n"u8.ToArray()));
        Refused(WorkbookFault.NotAWorkbook, Packed([("word/document.xml", "<w/>"u8.ToArray())]));
    }

    [Fact]
    public void An_ods_and_an_xlsb_renamed()
    {
        Refused(WorkbookFault.OtherSpreadsheet, Packed([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", "<x/>"u8.ToArray())]));
        Refused(WorkbookFault.OtherSpreadsheet, Packed([("xl/workbook.bin", [1, 2])]));
    }

    [Fact]
    public void Macros_under_any_name()
    {
        Refused(WorkbookFault.Macro, Of(Header(), more: ("xl/vbaProject.bin", "x")));
        Refused(WorkbookFault.Macro, Of(Header(), more: ("xl/macrosheets/sheet1.xml", "<x/>")));
        Refused(WorkbookFault.Macro, Of(Header(), more: ("[Content_Types].xml", """<Types><Override PartName="/xl/quiet.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>""")));
    }

    [Fact]
    public void A_file_larger_than_the_limit() => TooMuch(WorkbookMeasure.Megabytes, new Huge());

    [Fact]
    public void A_bomb_is_refused_before_it_is_opened()
    {
        var sheet = Encoding.UTF8.GetBytes(Sheet(Header() + $"<row r=\"2\">{Letter}{new string('a', 64 << 20)}</t></is></c></row>"));
        var file = Packed([("xl/workbook.xml", Encoding.UTF8.GetBytes(Workbook)), ("xl/worksheets/sheet1.xml", sheet)], CompressionLevel.SmallestSize);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(WorkbookFault.Bomb, file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks()
    {
        var file = Of(Header() + $"<row r=\"2\">{Letter}{new string('a', 64 << 20)}</t></is></c></row>");
        Understate(file, 64 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<Refusal>(() => ParticipantSheet.Read(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Two_parts_of_the_same_name() => Refused(WorkbookFault.Damaged, Packed([("xl/workbook.xml", Encoding.UTF8.GetBytes(Workbook)), ("XL/workbook.xml", "<x/>"u8.ToArray())]));

    [Fact]
    public void More_parts_than_a_workbook_has() => TooMuch(WorkbookMeasure.Parts, Packed(Enumerable.Range(0, 2_100).Select(n => ($"x{n}", Array.Empty<byte>()))));

    [Fact]
    public void An_outside_entity_and_a_billion_laughs()
    {
        Refused(WorkbookFault.OutsideContent, Of("", more: ("xl/worksheets/sheet1.xml", """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>""")));
        Refused(WorkbookFault.OutsideContent, Of("", more: ("xl/workbook.xml", """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>""")));
    }

    [Fact]
    public void As_many_rows_as_a_sheet_can_have()
    {
        var rows = new StringBuilder(Header());
        for (var row = 2; row <= 1_048_576; row++) rows.Append("<row r=\"").Append(row).Append("\"><c r=\"A").Append(row).Append("\"><v>7</v></c></row>");
        TooMuch(WorkbookMeasure.Rows, Of(rows.ToString()));
    }

    [Fact]
    public void As_many_empty_rows_as_a_sheet_can_have_cost_nothing()
    {
        var rows = new StringBuilder(Header()).Append(Row(2, "Nguyễn Văn An"));
        for (var row = 3; row <= 1_048_576; row++) rows.Append("<row r=\"").Append(row).Append("\" s=\"1\"><c r=\"A").Append(row).Append("\" s=\"1\"/></row>");
        Assert.Equal("Nguyễn Văn An", Assert.Single(ParticipantSheet.Read(Of(rows.ToString())).Rows)[ParticipantColumn.Name].Text);
    }

    [Fact]
    public void A_cell_in_the_last_corner() => TooMuch(WorkbookMeasure.Columns, Of(Header() + RowOf(1_048_576, "", Text("XFD1048576", "x"))));

    [Fact]
    public void A_text_longer_than_Excel_s_own() => TooMuch(WorkbookMeasure.CellCharacters, Of(Header() + Row(2, string.Concat(Enumerable.Range(0, 40_000).Select(n => (char)('a' + n % 25))))));

    [Fact]
    public void An_attribute_of_megabytes()
    {
        var chance = new Random(5);
        var value = string.Concat(Enumerable.Range(0, 3 << 20).Select(_ => (char)('a' + chance.Next(26))));
        TooMuch(WorkbookMeasure.CellCharacters, Of($"<row r=\"1\"><c r=\"A1\" x=\"{value}\"><v>1</v></c></row>"));
    }

    [Fact]
    public void A_million_names_of_elements() => Refused(WorkbookFault.Damaged, Of("<row r=\"1\">" + string.Concat(Enumerable.Range(0, 30_000).Select(n => $"<n{n}/>")) + "</row>"));

    [Fact]
    public void Merged_areas_without_end() => TooMuch(WorkbookMeasure.Formats, Of(Header() + Row(2, "An Thị Bí"), after: "<mergeCells>" + string.Concat(Enumerable.Range(2, 80_000).Select(n => $"<mergeCell ref=\"A{n}:B{n}\"/>")) + "</mergeCells>"));

    [Fact]
    public void Broken_inside()
    {
        Refused(WorkbookFault.Damaged, Of(Header() + "<row r=\"2\"><c"));
        Refused(WorkbookFault.Damaged, Of(Row(3, "Họ và tên") + Row(2, "x")));
        Refused(WorkbookFault.Damaged, Of(Header() + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>9</v></c></row>"));
        Refused(WorkbookFault.Damaged, Of(Header() + "<row r=\"2\"><c r=\"ZZZZ2\"><v>9</v></c></row>"));
        var whole = Of(Header() + Row(2, "x")).ToArray();
        Refused(WorkbookFault.Damaged, Bytes(whole[..(whole.Length / 2)]));
        whole[whole.Length / 3] ^= 0xFF;
        whole[60] ^= 0xFF;
        Assert.Equal(Because.WorkbookUnreadable, Said(Bytes(whole)).Item1);
    }

    [Fact]
    public void No_sheet_that_is_shown() => Refused(WorkbookFault.NoSheet, Of(Header(), more: ("xl/workbook.xml", Workbook.Replace("sheetId", "state=\"veryHidden\" sheetId", StringComparison.Ordinal))));

    [Fact]
    public void No_heading_for_the_name() => Refused(WorkbookFault.NoHeader, Of(Row(1, "Đơn vị", "Số lượng") + Row(2, "Chi bộ 1", "7")));

    // The directory at the end then says that the part is small.
    private static void Understate(MemoryStream file, int atLeast)
    {
        var bytes = file.GetBuffer();
        for (var at = 0; at < file.Length - 30; at++)
            if (bytes.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8) && BitConverter.ToUInt32(bytes, at + 24) >= atLeast) BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 1000u);
    }

    private sealed class Huge : MemoryStream
    {
        public override long Length => (32L << 20) + 1;
    }
}
