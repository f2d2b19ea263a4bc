using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Reminders;
using CampaignTracker.Reports.Tests.Commitments;

namespace CampaignTracker.Reports.Tests.Reminders;

/// <summary>Công văn đôn đốc read back, and the ready text.</summary>
public class UrgingPapersTests
{
    private static readonly UrgedDue Plan = new(RequirementKind.AnnualPlan, 2027, 2027, new DateOnly(2027, 1, 18), false), Supplement = new(RequirementKind.TermPlan, 2026, 2030, new DateOnly(2027, 1, 22), true);

    private static UrgingSheet Sheet(int units, PaperRule rule = PaperRule.Party2026) => new(Sample.Head(rule, dated: false), "ĐU", "Đảng ủy", "Chuẩn bị sơ kết", new DateOnly(2027, 1, 20),
        [.. Enumerable.Range(1, units).Select(n => new UrgedUnit($"Chi bộ số {n}", true, n == 1 ? [Plan, Supplement] : [Plan]))]);

    private static Task<Written> WrittenAsync(UrgingSheet sheet) => Written.OfAsync(output => UrgingLetter.WriteAsync(sheet, output, default));

    [Fact]
    public async Task The_letter_has_its_subject_under_the_number_and_leaves_number_date_and_signer_open()
    {
        var paper = await WrittenAsync(Sheet(2));

        Assert.Empty(paper.Problems);
        Assert.Contains("Số       -CV/ĐU", paper.Lines);
        Assert.Equal(paper.Lines.ToList().IndexOf("Số       -CV/ĐU") + 1, paper.Lines.ToList().FindIndex(line => line.StartsWith("về việc đôn đốc", StringComparison.Ordinal)));
        Assert.Contains(paper.Lines, line => line.Contains("ngày …… tháng …… năm 2027", StringComparison.Ordinal));
        Assert.Contains("Kính gửi: Chi bộ số 1; Chi bộ số 2", paper.Lines);
        Assert.Contains("Chuẩn bị sơ kết.", paper.Lines);
        Assert.Contains("Kế hoạch toàn khóa 2026–2030 (bản bổ sung)", paper.Lines);
        Assert.Contains("T/M ĐẢNG ỦY", paper.Lines);
        Assert.DoesNotContain("CÔNG VĂN", paper.All, StringComparison.Ordinal);
        Assert.DoesNotContain("phải", paper.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_units_stand_in_the_table_alone_and_the_earlier_rule_writes_V_v()
    {
        var paper = await WrittenAsync(Sheet(12, PaperRule.Party2018));

        Assert.Contains("Kính gửi: Các đơn vị có tên trong bảng dưới đây", paper.Lines);
        Assert.Contains(paper.Lines, line => line.StartsWith("V/v đôn đốc", StringComparison.Ordinal));
        Assert.Equal(12, paper.Lines.Count(line => line.StartsWith("Chi bộ số ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_ready_text_addresses_the_secretary_and_holds_all_filings_of_a_unit_in_Vietnamese()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en-US");

        Assert.Equal("Kính gửi đồng chí Bí thư Chi bộ số 1. Đến nay đơn vị còn Kế hoạch năm 2027, hạn 18/01/2027 (thứ Hai). Đề nghị đồng chí quan tâm gửi giúp. Trân trọng.", UrgingMessage.Of(new("Chi bộ số 1", true, [Plan])));
        var two = UrgingMessage.Of(new("Ủy ban nhân dân phường A1", false, [Plan, Supplement]));
        Assert.StartsWith("Kính gửi Ủy ban nhân dân phường A1. Đến nay đơn vị còn 2 nội dung: ", two, StringComparison.Ordinal);
        Assert.Contains("bản bổ sung Kế hoạch toàn khóa 2026–2030, hạn 22/01/2027", two, StringComparison.Ordinal);
        Assert.Equal("en", System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }
}
