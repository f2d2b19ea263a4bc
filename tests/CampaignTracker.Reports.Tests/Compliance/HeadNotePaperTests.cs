using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.Reports.Tests.Commitments;

namespace CampaignTracker.Reports.Tests.Compliance;

/// <summary>The page for a unit's head, read back.</summary>
public class HeadNotePaperTests
{
    internal static HeadNote Note(int late, int waiting = 3) => new("Tỉnh ủy Mẫu", 2027, new DateTime(2027, 6, 15, 9, 30, 0), true, new Counts(1000, 900, 850, 700, 12, 188, 60, 5, 7, 40),
        [new(RequirementKind.AnnualPlan, "1", new Counts(600, 590, 560, 500, 2, 88, 10, 0, 3, 10)), new(RequirementKind.AnnualCommitments, "2", new Counts(400, 310, 290, 200, 10, 100, 50, 5, 4, 30))],
        [.. Enumerable.Range(0, 12).Select(n => new TrendWeek(new DateOnly(2027, 3, 30).AddDays(7 * n), 1000, 75 * (n + 1), 70 * (n + 1), 58 * (n + 1)))],
        [new("Đảng ủy xã Tốt", new Counts(10, 10, 10, 9, 0, 1, 0, 0, 0, 0)), .. Enumerable.Range(1, late).Select(n => new HeadNote.Line($"Đảng ủy xã số {n}", new Counts(10, 5, 5, 5, 0, 0, n, 0, 0, 0)))], waiting, waiting > 0 ? new DateOnly(2027, 6, 1) : null);

    internal static Task<Written> WrittenAsync(HeadNote note) => Written.OfAsync(output => HeadNotePaper.WriteAsync(note, output, default));

    [Fact]
    public async Task It_says_figures_good_practice_whom_to_urge_and_what_is_asked_for()
    {
        var paper = await WrittenAsync(Note(late: 2));

        Assert.Empty(paper.Problems);
        Assert.Contains("TÓM TẮT TÌNH HÌNH THỰC HIỆN NĂM 2027", paper.Lines);
        Assert.Contains(paper.Lines, line => line.StartsWith("Phải gửi 1.000; đã gửi 900 (90%); gửi đúng hạn 850 (85%); hoàn tất 700 (70%).", StringComparison.Ordinal));
        Assert.Contains("1 đơn vị đã gửi đủ các nội dung đến hạn, tất cả đúng hạn: Đảng ủy xã Tốt.", paper.Lines);
        Assert.Contains("2 đơn vị còn nội dung quá hạn: Đảng ủy xã số 1 (1); Đảng ủy xã số 2 (2).", paper.Lines);
        Assert.Contains("1. Đồng ý đôn đốc 2 đơn vị còn nội dung quá hạn.", paper.Lines);
        Assert.Contains("2. Xem xét, cho ý kiến 3 bản đang chờ; bản nhận sớm nhất ngày 01/06/2027.", paper.Lines);
        Assert.Contains("không phải văn bản phát hành", paper.All, StringComparison.Ordinal);
        Assert.DoesNotContain("phải làm", paper.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_late_units_the_most_late_are_named_in_official_order_and_the_rest_counted()
    {
        var paper = await WrittenAsync(Note(late: 20));

        Assert.Contains("20 đơn vị còn nội dung quá hạn: " + string.Join("; ", Enumerable.Range(15, 6).Select(n => $"Đảng ủy xã số {n} ({n})")) + "; và 14 đơn vị khác.", paper.Lines);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_done_it_says_so()
    {
        var paper = await WrittenAsync(Note(late: 0, waiting: 0));

        Assert.Contains("Không có đơn vị nào còn nội dung quá hạn.", paper.Lines);
        Assert.Contains("Không có nội dung nào cần đồng chí quyết định lúc này.", paper.Lines);
    }
}
