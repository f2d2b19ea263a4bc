using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CampaignTracker.Reports.Tests.Commitments;

public sealed class RegisterAndPayBackTests
{
    [Fact]
    public async Task The_register_has_a_row_a_promise_and_counts_without_the_exempt()
    {
        var paper = await Written.RegisterAsync(Sample.Register());
        var rows = Rows(paper, 1);
        Assert.Equal(["TT", "Họ và tên, chức vụ", "Việc làm cụ thể", "Kết quả cần đạt", "Hoàn thành chậm nhất", "Minh chứng", "Chuẩn mực"], rows[0]);
        Assert.Equal(30 + 6, rows.Count - 1); // every fifth has two
        Assert.Equal(["1", "Người Thứ 1\nBí thư", "Hướng dẫn các hộ trong tổ làm thủ tục trực tuyến, buổi thứ 1", "12 hộ, mỗi hộ ít nhất một thủ tục", "30/11/2027", "Sổ ghi các buổi hướng dẫn", "4"], rows[1]);
        Assert.Equal(["4", "Người Thứ 4", "Miễn công tác, sinh hoạt đảng", "", "", "", ""], rows[4]);
        Assert.Equal(["", "", "Hướng dẫn các hộ trong tổ làm thủ tục trực tuyến, buổi thứ 2"], rows[6][..3]);
        Assert.Contains("Tổng số trong danh sách: 30; miễn công tác, sinh hoạt đảng: 1; đã đăng ký: 28/29.", paper.Lines);
        Assert.Contains("Chuẩn mực ghi theo số: 3. Cần, kiệm, liêm, chính, chí công vô tư; 4. Đoàn kết, kỷ cương, tình thương, trách nhiệm.", paper.Lines);
        Assert.Equal(PageOrientationValues.Landscape, Assert.Single(paper.Sections).GetFirstChild<PageSize>()!.Orient!.Value);
    }

    [Fact]
    public async Task No_number_is_made_up()
    {
        Assert.Contains("Số       -…/CB", (await Written.RegisterAsync(Sample.Register())).Lines);
        Assert.Contains("Số 07-DS/CB", (await Written.RegisterAsync(Sample.Register() with { Number = "07-DS/CB" })).Lines);
        var state = await Written.RegisterAsync(Sample.Register(Sample.Head(PaperRule.State)) with { Symbol = "", ShortName = "Ủy ban nhân dân" });
        Assert.Contains("Số:       /………", state.Lines);
        Assert.Contains("TM. ỦY BAN NHÂN DÂN", state.Lines);
        Assert.Contains("T/M CHI BỘ", (await Written.RegisterAsync(Sample.Register())).Lines);
    }

    [Fact]
    public async Task The_half_page_says_promise_result_and_proof()
    {
        var paper = await Written.ResultsAsync(Sample.Result());
        Assert.Contains("KẾT QUẢ THỰC HIỆN NỘI DUNG ĐÃ CAM KẾT NĂM 2027", paper.Lines);
        var rows = Rows(paper, 0);
        Assert.Equal("Đã thực hiện: 12/12 hộ\nMở tại nhà văn hóa, tối thứ Năm hằng tuần.", rows[1][2]);
        Assert.Equal("anh-buoi-1.jpg\nso-huong-dan.pdf", rows[1][3]);
        Assert.Equal("Chưa ghi kết quả", rows[3][2]);
        Assert.Contains("Thời hạn: 30/11/2027", rows[1][1]);
        Assert.Contains("Tự nhận xét: \t", paper.Lines);
        Assert.Contains("Số liệu tính đến ngày 22/11/2027.", paper.Lines);
        Assert.Contains("Tự nhận xét: Đã làm xong.", (await Written.ResultsAsync(Sample.Result(said: "Đã làm xong."))).Lines);
        Assert.Contains("Chưa có nội dung đăng ký, cam kết trong sổ.", (await Written.ResultsAsync(Sample.Result(lines: 0))).Lines);
    }

    [Fact]
    public async Task The_cells_paragraph_gives_every_figure_with_its_denominator()
    {
        var said = (await Written.CellAsync(Sample.Cell())).Lines[1];
        Assert.Equal("Chi bộ tổ dân phố 5 có 21 người thuộc diện đăng ký, cam kết năm 2027; 20/21 người đã đăng ký (1 người được miễn công tác, sinh hoạt đảng, không tính vào tổng số), được thông qua tại cuộc họp ngày 05/01/2027, có mặt 19/22, nhất trí 19/19. "
            + "Trong 34 việc đã cam kết, đã thực hiện 28/34, thực hiện một phần 3/34, chưa thực hiện 1/34, chưa ghi kết quả 2/34; có minh chứng 30/34 việc. "
            + "Thực hiện Kế hoạch số 03-KH/CB, ngày 05/02/2027: trong 6 đầu việc, đã thực hiện 4/6, thực hiện một phần 1/6, chưa thực hiện 0/6, chưa ghi kết quả 1/6. Số cuộc họp đã ghi: 3. Số liệu tính đến ngày 22/11/2027.", said);
        Assert.DoesNotContain("%", said);
        var quiet = (await Written.CellAsync(Sample.Cell() with { Exempt = 0, Meeting = null, Promises = new(0, 0, 0, 0), Plan = null, Meetings = 0 })).Lines[1];
        Assert.Equal("Chi bộ tổ dân phố 5 có 21 người thuộc diện đăng ký, cam kết năm 2027; 20/21 người đã đăng ký. Số liệu tính đến ngày 22/11/2027.", quiet);
    }

    [Fact]
    public async Task An_inspection_gets_cover_contents_and_six_parts_counted_on()
    {
        var paper = await Written.InspectionAsync(Sample.Dossier());
        Assert.Contains("HỒ SƠ PHỤC VỤ KIỂM TRA, GIÁM SÁT", paper.Lines);
        Assert.Equal([["TT", "Nội dung", "Số lượng"], ["I", "Danh sách đăng ký, cam kết", "12"], ["II", "Các cuộc họp", "2"], ["III", "Kế hoạch và tiến độ các đầu việc", "6"], ["IV", "Cam kết và kết quả thực hiện", "12"], ["V", "Danh mục minh chứng", "2"], ["VI", "Các lần mở xem cam kết có tên", "1"]], Rows(paper, 1));
        Assert.Equal(7, paper.Sections.Count);
        Assert.Single(paper.Sections, section => section.GetFirstChild<PageNumberType>() is not null);
        Assert.Contains(new string('a', 64), paper.All);
        Assert.Contains("09:15 02/06/2027", paper.All);
        Assert.Contains("Số liệu tính đến 14:32 ngày 22/11/2027.", paper.Lines);
        Assert.DoesNotContain("BÊN GIAO", paper.All);
    }

    [Fact]
    public async Task A_handover_adds_what_is_open_and_two_signatures()
    {
        var paper = await Written.HandoverAsync(Sample.Dossier(people: 3));
        Assert.Contains("HỒ SƠ BÀN GIAO", paper.Lines);
        Assert.Contains("BÊN GIAO", paper.Lines);
        Assert.Contains("BÊN NHẬN", paper.Lines);
        var open = Rows(paper, paper.Body.Elements<Table>().Count() - 1);
        // Two items (not done, silent), and of three people with 1, 2, 3 lines those partly done or silent.
        Assert.Equal(2 + 0 + 1 + 2, open.Count - 1);
        Assert.Contains(open, row => row[2] == "Người Thứ 3" && row[4] == "Chưa ghi kết quả");
    }

    [Fact]
    public async Task Empty_parts_say_that_they_are_empty()
    {
        var dossier = Sample.Dossier() with { Registers = [], Meetings = [], Plans = [], People = [], Evidence = [], Openings = [] };
        foreach (var paper in (Written[])[await Written.InspectionAsync(dossier), await Written.HandoverAsync(dossier)])
        {
            Assert.Empty(paper.Problems);
            foreach (var words in (string[])["Chưa lập danh sách", "Chưa ghi cuộc họp", "Chưa có kế hoạch", "Chưa có cam kết", "Chưa có minh chứng", "Chưa có lần mở xem"]) Assert.Contains(words, paper.All);
        }
    }

    [Fact]
    public void No_paper_has_a_place_for_a_shortcoming()
    {
        var words = typeof(Promise).Assembly.GetTypes().Where(type => type.Namespace == typeof(Promise).Namespace).SelectMany(type => type.GetProperties()).Select(property => property.Name);
        Assert.DoesNotContain(words, name => name.Contains("Shortcoming", StringComparison.OrdinalIgnoreCase) || name.Contains("Weak", StringComparison.OrdinalIgnoreCase));
    }

    private static List<string[]> Rows(Written paper, int table) => [.. paper.Body.Elements<Table>().ElementAt(table).Elements<TableRow>()
        .Select(row => row.Elements<TableCell>().Select(cell => string.Join("\n", cell.Descendants<Paragraph>().Select(p => string.Concat(p.Descendants().Select(e => e switch { Text text => text.Text, Break => "\n", _ => "" }))))).ToArray())];
}
