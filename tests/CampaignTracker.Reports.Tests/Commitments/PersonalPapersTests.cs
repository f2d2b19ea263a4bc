using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CampaignTracker.Reports.Tests.Commitments;

public sealed class PersonalPapersTests
{
    [Fact]
    public async Task A_commitment_reads_line_by_line_as_given()
    {
        var paper = await Written.SelfTrainingAsync(Sample.Paper() with { Sections = [new("Về tư tưởng chính trị", [Sample.Promise(1)]), new("Về tác phong", [])] });
        Assert.Equal(
        [
            "ĐẢNG BỘ PHƯỜNG A1", "CHI BỘ TỔ DÂN PHỐ 5", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "", "A1, ngày 05 tháng 01 năm 2027", "",
            "BẢN CAM KẾT", "tu dưỡng, rèn luyện, phấn đấu năm 2027", "-----",
            "Họ và tên: Hoàng Thị D", "Ngày, tháng, năm sinh: \t", "Đơn vị công tác: \t", "Chức vụ Đảng: Chi ủy viên", "Chức vụ chính quyền: \t", "Chức vụ đoàn thể: \t", "Sinh hoạt tại: Chi bộ tổ dân phố 5",
            "- Căn cứ Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị;", "Tôi cam kết thực hiện tốt các nội dung sau đây:",
            "1. Về tư tưởng chính trị", "Hướng dẫn các hộ trong tổ làm thủ tục trực tuyến, buổi thứ 1", "- Kết quả cần đạt: 12 hộ, mỗi hộ ít nhất một thủ tục", "- Hoàn thành chậm nhất: 30/11/2027",
            "- Minh chứng: Sổ ghi các buổi hướng dẫn", "- Chuẩn mực: Đoàn kết, kỷ cương, tình thương, trách nhiệm", "2. Về tác phong", "\t", "\t", "\t",
            "Bản cam kết này đồng thời là kế hoạch hành động của cá nhân và là một căn cứ để kiểm điểm, đánh giá cuối năm.", "Chi bộ thông qua tại cuộc họp ngày 05/01/2027, có mặt 19/22, nhất trí 19/19.", "",
            "XÁC NHẬN CỦA CHI BỘ", "BÍ THƯ", "", "", "", "Nguyễn Văn B", "NGƯỜI CAM KẾT", "", "", "", "", "Hoàng Thị D", "",
        ], paper.Lines.Select(line => line.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task A_document_not_confirmed_is_not_cited()
    {
        foreach (var paper in (Written[])[await Written.RegistrationAsync(Sample.Paper()), await Written.SelfTrainingAsync(Sample.Paper()), await Written.PlanAsync(Sample.Paper())])
        {
            Assert.Contains("05-CT/TW", paper.All);
            Assert.DoesNotContain("07-CT/TW", paper.All);
        }
    }

    [Fact]
    public async Task Blank_paper_has_dotted_lines_to_the_edge_for_everything()
    {
        var paper = await Written.RegistrationAsync(Sample.Paper(Sample.Head(dated: false), blank: true));
        Assert.Equal(2, paper.Lines.Count(line => line.EndsWith("Việc làm cụ thể: \t", StringComparison.Ordinal)));
        Assert.Contains("A1, ngày …… tháng …… năm 2027", paper.Lines);
        var dotted = paper.Body.Descendants<Paragraph>().Where(p => p.Descendants<TabChar>().Any()).ToList();
        Assert.True(dotted.Count >= 10);
        Assert.All(dotted, p =>
        {
            var stop = p.ParagraphProperties!.Tabs!.GetFirstChild<TabStop>()!;
            Assert.Equal(TabStopLeaderCharValues.Dot, stop.Leader!.Value);
            Assert.Equal((int)Math.Round(165 * 1440 / 25.4), stop.Position!.Value); // A4 less 30 and 15
        });
    }

    [Fact]
    public async Task The_term_is_said_as_a_term()
    {
        Assert.Contains("toàn khóa 2026 - 2030", (await Written.RegistrationAsync(Sample.Paper(period: Sample.Term))).All.Replace('\u00A0', ' '));
        Assert.Contains("đánh giá từng năm và toàn khóa", (await Written.SelfTrainingAsync(Sample.Paper(period: Sample.Term))).All);
    }

    [Theory]
    [InlineData(ConfirmingBody.Cell, "XÁC NHẬN CỦA CHI BỘ")]
    [InlineData(ConfirmingBody.Committee, "XÁC NHẬN CỦA CẤP ỦY")]
    [InlineData(ConfirmingBody.Office, "XÁC NHẬN CỦA CƠ QUAN, ĐƠN VỊ")]
    [InlineData(ConfirmingBody.Association, "XÁC NHẬN CỦA TỔ CHỨC ĐOÀN, HỘI")]
    public async Task The_body_that_confirms_is_named(ConfirmingBody body, string words)
    {
        var paper = await Written.PlanAsync(Sample.Paper(confirmation: new(body, null, null, null)));
        Assert.Contains(words, paper.Lines);
        Assert.Contains("NGƯỜI LẬP KẾ HOẠCH", paper.Lines);
        Assert.DoesNotContain("thông qua", paper.All);
    }

    [Fact]
    public async Task Who_is_no_member_has_the_states_head_and_no_post_in_the_Party()
    {
        var paper = await Written.SelfTrainingAsync(Sample.Paper(Sample.Head(PaperRule.State) with { Issuer = null }, Sample.Person(kind: ParticipantKind.AssociationMember), confirmation: new(ConfirmingBody.Association, null, null, null)));
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", paper.Lines);
        Assert.Contains("Độc lập - Tự do - Hạnh phúc", paper.Lines);
        Assert.DoesNotContain("ĐẢNG CỘNG SẢN", paper.All);
        Assert.DoesNotContain("Chức vụ Đảng", paper.All);
        Assert.DoesNotContain("*", paper.Lines);
        Assert.Contains(paper.Lines, line => line.StartsWith("Cơ quan, tổ chức:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_new_directive_the_campaign_has_its_old_name()
    {
        Assert.Contains("phương pháp", (await Written.RegistrationAsync(Sample.Paper())).All.Replace('\u00A0', ' '));
        var before = (await Written.RegistrationAsync(Sample.Paper(Sample.Head(PaperRule.Party2018) with { DatedOn = new(2026, 3, 2), Year = 2026 }))).All.Replace('\u00A0', ' ');
        Assert.Contains("học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", before);
        Assert.Contains("ngày 02 tháng 3 năm 2026", before);
    }

    [Fact]
    public async Task Thirty_people_are_thirty_papers_in_one_file()
    {
        var paper = await Written.SelfTrainingAsync(Sample.Unit(30));
        Assert.Empty(paper.Problems);
        Assert.Equal(30, paper.Sections.Count);
        Assert.All(paper.Sections, section =>
        {
            Assert.Equal(1, section.GetFirstChild<PageNumberType>()!.Start!.Value);
            Assert.Equal(SectionMarkValues.NextPage, section.GetFirstChild<SectionType>()!.Val!.Value);
            Assert.NotNull(section.GetFirstChild<TitlePage>());
        });
        for (var n = 1; n <= 30; n++)
        {
            // Once above, once under the signature.
            Assert.Equal(2, paper.Lines.Count(line => line == $"Người Thứ {n}" || line == $"Họ và tên: Người Thứ {n}"));
        }
    }

    [Fact]
    public async Task Nobody_gives_an_empty_file_that_opens()
    {
        var paper = await Written.PlanAsync();
        Assert.Empty(paper.Problems);
        Assert.Single(paper.Sections);
    }
}
