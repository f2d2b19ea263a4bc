using System.Globalization;
using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.People;
using static CampaignTracker.Reports.Tests.People.HandMade;

namespace CampaignTracker.Reports.Tests.People;

/// <summary>Lists as people make them.</summary>
public sealed class ParticipantSheetTests
{
    private static readonly DateOnly Today = new(2027, 1, 18);

    private static ParticipantCheck Check(ParticipantFile file) => ImportRules.Check(file, [], new Dictionary<int, DuplicateAnswer>(), Today);

    private static ParticipantCheck Check(string rows, string before = "", string after = "") => Check(ParticipantSheet.Read(Of(rows, before, after)));

    private static (string, ImportFault)[] Problems(ParticipantCheck check) => [.. check.Problems.Select(problem => (problem.Cell, problem.Fault))];

    [Fact]
    public void Decomposed_letters_come_in_composed_and_blanks_go()
    {
        var name = "\u00A0Đặng  Thị\u200B Hoà ".Normalize(NormalizationForm.FormD);
        var person = Assert.Single(Check(Header() + Row(2, name, "ĐẢNG VIÊN".Normalize(NormalizationForm.FormD))).People);
        Assert.Equal(("Đặng Thị Hoà", ParticipantKind.Member), (person.Name, person.Kind));
        Assert.True(person.Name.IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public void A_day_typed_as_text_is_the_day_that_Excel_keeps()
    {
        var check = Check(Header() + RowOf(2, "", Text("A2", "Nguyễn Văn An"), Text("E2", "05/03/2020")) + RowOf(3, "", Text("A3", "Lê Thị Bình"), Day("E3", 2020, 3, 5)) + RowOf(4, "", Text("A4", "Trần Văn Ca"), "<c r=\"E4\" t=\"d\"><v>2020-03-05T00:00:00Z</v></c>"));
        Assert.Empty(check.Problems);
        Assert.All(check.People, person => Assert.Equal(new DateOnly(2020, 3, 5), person.From));
    }

    [Theory]
    [InlineData("31/02/2020"), InlineData("5/2020"), InlineData("02/13/2020"), InlineData("năm 2020"), InlineData("43895")]
    public void What_is_no_day_is_refused_by_its_cell(string text)
    {
        var problem = Assert.Single(Check(Header() + Row(2, "Nguyễn Văn An") + Row(3, "Lê Thị Bình", null, null, null, text)).Problems);
        Assert.Equal(("Danh sách", "E3", ImportFault.NotADate), (problem.Sheet, problem.Cell, problem.Fault));
        Assert.Contains(text, Wording.Of(problem), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_without_a_date_s_style_is_no_day() => Assert.Equal([("E2", ImportFault.NotADate)], Problems(Check(Header() + RowOf(2, "", Text("A2", "Nguyễn Văn An"), "<c r=\"E2\"><v>29000</v></c>"))));

    [Fact]
    public void Days_counted_from_1904()
    {
        var file = Of(Header() + RowOf(2, "", Text("A2", "Nguyễn Văn An"), "<c r=\"E2\" s=\"1\"><v>42432</v></c>"), more: ("xl/workbook.xml", Workbook.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal)));
        Assert.Equal(new DateOnly(2020, 3, 4), Assert.Single(Check(ParticipantSheet.Read(file)).People).From);
    }

    [Fact]
    public void The_headings_may_stand_further_down_and_in_another_order()
    {
        var rows = Row(1, "ĐẢNG BỘ XÃ AN BÌNH") + Row(3, "DANH SÁCH ĐẢNG VIÊN", null, "Họ và tên người lập: A") + Row(7, "STT", "Chức vụ (nếu có)", "NGÀY VỀ ĐƠN VỊ *", "Họ Và Tên", "Ngày sinh", "đối tượng")
            + Row(8, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)") + Row(9, "1", "Bí thư", "5/3/2020", "Nguyễn Văn An", "01/01/1970", "Đảng viên dự bị")
            + Row(10, "STT", "Chức vụ", "Ngày về đơn vị", "Họ và tên") + Row(11, "2", null, null, "Lê Thị Bình") + Row(20, "Tổng số: 2");
        var file = ParticipantSheet.Read(Of(rows));
        var check = Check(file);
        Assert.Empty(check.Problems);
        Assert.Equal([("Nguyễn Văn An", ParticipantKind.ProbationaryMember, "Bí thư", new DateOnly(2020, 3, 5)), ("Lê Thị Bình", ParticipantKind.Member, null, Today)], check.People.Select(p => (p.Name, p.Kind, p.PostTitle, p.From)));
        Assert.Equal(("D9", "B9", "D9"), (file.Cell(ParticipantColumn.Name, 9), file.Cell(ParticipantColumn.PostTitle, 9), file.Cell(ParticipantColumn.UnitHead, 9)));
        // The birth date is told not to be kept; a running number is nobody's loss.
        Assert.Equal([("E", "Ngày sinh")], check.Notes.Where(note => note.Fault == ImportFault.ColumnIgnored).Select(note => (note.Cell, (string)note.Facts[0])));
    }

    [Fact]
    public void English_headings_and_words_are_known() =>
        Assert.Equal([("An Thị Bí", ParticipantKind.CivilServant, true)], Check(Row(1, "Full name", "Kind", "Head of the unit") + Row(2, "An Thị Bí", "Civil servant", "yes")).People.Select(p => (p.Name, p.Kind, p.UnitHead)));

    [Fact]
    public void The_list_may_stand_on_another_sheet()
    {
        var file = Of("", more: [("xl/workbook.xml", Workbook.Replace("</sheets>", "<sheet name=\"Trang 2\" sheetId=\"2\" r:id=\"rId2\"/></sheets>", StringComparison.Ordinal)),
            ("xl/_rels/workbook.xml.rels", Relations.Replace("</Relationships>", "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"/xl/worksheets/other.xml\"/></Relationships>", StringComparison.Ordinal)),
            ("xl/worksheets/sheet1.xml", Sheet(Row(1, "Hướng dẫn"))), ("xl/worksheets/other.xml", Sheet(Header(4) + Row(5, "Lê Thị Bình")))]);
        var read = ParticipantSheet.Read(file);
        Assert.Equal(("Trang 2", "A5"), (read.Sheet, read.Cell(ParticipantColumn.Name, Assert.Single(read.Rows).Number)));
    }

    [Fact]
    public void Hidden_rows_and_columns_are_never_taken_in_silence()
    {
        var check = Check(Header() + Row(2, "Nguyễn Văn An") + RowOf(3, " hidden=\"1\"", Text("A3", "Lê Thị Bình")), before: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>");
        Assert.Equal([("C", ImportFault.HiddenColumn), ("A3", ImportFault.HiddenRow)], Problems(check));
        Assert.All(check.Problems, problem => Assert.True(problem.Blocks));
    }

    [Fact]
    public void Merged_cells_are_named_and_merged_titles_are_not()
    {
        var check = Check(Row(1, "DANH SÁCH") + Header(2) + Row(3, "Nguyễn Văn An", "Đảng viên") + Row(4, "Lê Thị Bình"), after: "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"A9:B9\"/></mergeCells>");
        Assert.Equal([("B3:B4", ImportFault.MergedCells)], Problems(check));
    }

    [Fact]
    public void A_heading_of_two_lines()
    {
        var check = Check(Row(1, "Họ và tên", "Đối tượng") + Row(2, null, "(ghi rõ)") + Row(3, "Nguyễn Văn An", "Viên chức"), after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>");
        Assert.Empty(check.Problems);
        Assert.Equal(ParticipantKind.PublicEmployee, Assert.Single(check.People).Kind);
    }

    [Fact]
    public void A_formula_gives_its_value_and_without_one_is_named()
    {
        var check = Check(Header() + RowOf(2, "", "<c r=\"A2\" t=\"str\"><f>B9&amp;C9</f><v>Nguyễn Văn An</v></c>") + RowOf(3, "", "<c r=\"A3\"><f>B9&amp;C9</f></c>") + RowOf(4, "", Text("A4", "Lê Thị Bình"), "<c r=\"E4\"><f>NOW()</f><v></v></c>"));
        Assert.Equal([("A3", ImportFault.FormulaWithoutValue), ("E4", ImportFault.FormulaWithoutValue)], Problems(check));
        Assert.Equal("Nguyễn Văn An", Assert.Single(check.People).Name);
    }

    [Fact]
    public void An_error_is_named()
    {
        var problem = Assert.Single(Check(Header() + RowOf(2, "", Text("A2", "Nguyễn Văn An"), "<c r=\"C2\" t=\"e\"><f>X</f><v>#REF!</v></c>")).Problems);
        Assert.Equal(("C2", ImportFault.ErrorValue), (problem.Cell, problem.Fault));
        Assert.Contains("#REF!", Wording.Of(problem), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_of_one_heading() => Assert.Equal([("C1", ImportFault.DoubledColumn)], Problems(Check(Row(1, "Họ và tên", "Chức vụ", "Họ tên") + Row(2, "An Thị Bí"))));

    [Fact]
    public void Shared_texts_in_pieces_and_Excel_s_escapes()
    {
        var file = Of(Header() + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>",
            more: ("xl/sharedStrings.xml", "<sst><si><r><t>Nguyễn </t></r><r><t>Văn An</t></r><rPh><t>x</t></rPh></si><si><t>Bí thư_x000D_</t></si></sst>"));
        var person = Assert.Single(Check(ParticipantSheet.Read(file)).People);
        Assert.Equal(("Nguyễn Văn An", "Bí thư"), (person.Name, person.PostTitle));
    }

    [Fact]
    public void Reading_tells_how_far_it_is_and_can_be_stopped()
    {
        var rows = Header() + string.Concat(Enumerable.Range(2, 3000).Select(n => Row(n, "Người " + n)));
        var told = new List<int>();
        ParticipantSheet.Read(Of(rows), new Told(told));
        Assert.NotEmpty(told);
        Assert.Equal(told.Order(), told);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ParticipantSheet.Read(Of(rows), ct: stop.Token));
    }

    [Theory]
    [InlineData("vi"), InlineData("en")]
    public async Task The_template_comes_back_as_it_went_out(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var list = new ParticipantList("P-1", "Chi bộ 1", Today, true, [new("Lê Thị An", ParticipantKind.Member, "Bí thư", true, new DateOnly(2020, 3, 5), null, null, null), new("Vũ Văn Bình", ParticipantKind.UnionMember, null, false, new DateOnly(2021, 1, 1), null, new DateOnly(2026, 5, 1), null)]);
            using var stream = new MemoryStream();
            await ParticipantTemplate.WriteAsync(list, stream, default);
            stream.Position = 0;
            var check = Check(ParticipantSheet.Read(stream));
            Assert.Empty(check.Problems);
            Assert.Equal(list.People.Select(p => (p.Name, p.Kind, p.PostTitle, p.UnitHead, p.From, p.ExemptSince)), check.People.Select(p => (p.Name, p.Kind, p.PostTitle, p.UnitHead, p.From, p.ExemptSince)));
            stream.Position = 0;
            using var book = new ClosedXML.Excel.XLWorkbook(stream);
            var sheet = book.Worksheet(1);
            Assert.Equal(Enum.GetValues<ParticipantKind>().Select(kind => Wording.Of(kind)), sheet.Cell(7, 2).DataValidation.Value.Trim('"').Split(','));
            Assert.Contains(sheet.CellsUsed(), cell => cell.GetString() == (language == "vi" ? "Dữ liệu minh họa" : "Demonstration data"));
            Assert.Equal("dd/MM/yyyy", sheet.Cell(30, 5).Style.DateFormat.Format);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [NeedsLibreOffice]
    public async Task LibreOffice_opens_the_template()
    {
        using var folder = new TemporaryFolder();
        var list = new ParticipantList("P-1", "Chi bộ 1", Today, false, [new("Lê Thị An", ParticipantKind.Member, null, true, new DateOnly(2020, 3, 5), null, null, null)]);
        var path = Path.Combine(folder.Path, "mau.xlsx");
        await using (var file = File.Create(path)) await ParticipantTemplate.WriteAsync(list, file, default);
        await OutsideTools.RunAsync("soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.Path, path);
        Assert.Contains("Lê Thị An", await File.ReadAllTextAsync(Path.ChangeExtension(path, ".csv")), StringComparison.Ordinal);
    }

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
