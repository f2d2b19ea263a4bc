using CampaignTracker.Domain.Progress;

namespace CampaignTracker.Domain.Tests.Progress;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("6 hộ, mỗi quý một lần", 6, "hộ")]
    [InlineData("2 hộ mỗi tháng", 2, "hộ")]
    [InlineData("10/12 cuộc họp không in tài liệu", 10, "cuộc họp")]
    [InlineData("90% hồ sơ, ít nhất 120 hồ sơ", 120, "hồ sơ")]
    [InlineData("Giúp đỡ ít nhất 01 hộ nghèo thoát nghèo", 1, "hộ")]
    [InlineData("Vận động 1.250 lượt người tham gia", 1250, "lượt người")]
    [InlineData("Mỗi tháng 2 buổi trực tại nhà văn hóa", 2, "buổi")]
    [InlineData("mỗi năm 2 sáng kiến", 2, "sáng kiến")]
    [InlineData("Xong trước 30/6, trồng 50 cây", 50, "cây")]
    [InlineData("Trước 6/12 hoàn thành 3 mô hình", 3, "mô hình")]
    [InlineData("Trong 6 tháng đầu năm 2027 có 4 tin bài", 4, "tin bài")]
    [InlineData("5-6 buổi sinh hoạt", 5, "buổi")]
    [InlineData("Thực hiện Chỉ thị 05-CT/TW bằng 2 việc làm", 2, "việc làm")]
    [InlineData("Theo khoản 3 Điều 5, giải quyết 15 đơn thư", 15, "đơn thư")]
    [InlineData("Góp 10 ngày công", 10, "ngày công")]
    [InlineData("1 lần/tháng", 1, "lần")]
    [InlineData("1 tháng 2 lần", 2, "lần")]
    [InlineData("Đạt 12", 12, "")]
    public void The_first_number_that_counts_something_is_read(string result, int number, string counted) =>
        Assert.Equal(new Measure(number, counted), Measure.Read(result));

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("Không để xảy ra khiếu kiện")]
    [InlineData("100% hồ sơ đúng hạn")]
    [InlineData("98,5 %")]
    [InlineData("Trước ngày 30/6/2027")]
    [InlineData("Xong trong quý 2")]
    [InlineData("Hoàn thành năm 2027")]
    [InlineData("Trong 6 tháng")]
    [InlineData("Diện tích 1,5 ha")]
    [InlineData("Kế hoạch số 12-KH/ĐU")]
    [InlineData("99999999 hộ")]
    public void Days_percentages_and_numbers_of_papers_count_nothing(string? result) => Assert.Null(Measure.Read(result));

    [Fact]
    public void Decomposed_marks_are_read_as_well() => Assert.Equal(new Measure(6, "hộ"), Measure.Read("6 hộ".Normalize(System.Text.NormalizationForm.FormD)));
}
