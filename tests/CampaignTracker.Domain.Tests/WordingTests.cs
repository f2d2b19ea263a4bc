using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests;

public class WordingTests
{
    [Theory]
    [InlineData(Standing.NotYetDue, "Chưa đến hạn")]
    [InlineData(Standing.DueSoon, "Sắp đến hạn")]
    [InlineData(Standing.SentOnTime, "Đã gửi đúng hạn")]
    [InlineData(Standing.SentLate, "Gửi chậm")]
    [InlineData(Standing.SupplementAsked, "Cần bổ sung")]
    [InlineData(Standing.Completed, "Hoàn tất")]
    [InlineData(Standing.Overdue, "Quá hạn")]
    [InlineData(Standing.Excused, "Không phải gửi")]
    public void The_eight_standings_read_as_designed(Standing standing, string word) => Assert.Equal(word, In("vi", () => Wording.Of(standing)));

    [Fact]
    public void The_language_is_the_readers()
    {
        Assert.Equal("Đã tiếp nhận, chưa có ý kiến", In("vi-VN", () => Wording.Of(CompletionMode.ReceivedWithoutOpinion)));
        Assert.Equal("Received, no opinion", In("en-GB", () => Wording.Of(CompletionMode.ReceivedWithoutOpinion)));
        Assert.Equal("Chưa đối chiếu bản chính", In("fr", () => Wording.Of(Confidence.Source)));
    }

    [Fact]
    public void A_member_without_a_word_is_an_error_and_not_a_blank()
    {
        Assert.Throws<InvalidOperationException>(() => Wording.Of((Standing)99));
        Assert.Throws<InvalidOperationException>(() => Wording.Of(DateTimeKind.Utc));
    }

    [Fact]
    public void A_refusal_names_fields_numbers_and_limits_in_the_readers_way()
    {
        var refusal = new Refusal(Because.TooLong, null, FieldName.Content, 2000);
        Assert.Contains("“Nội dung” dài hơn 2.000 ký tự", In("vi", () => Wording.Of(refusal)));
        Assert.Contains("“Content” is longer than 2,000 characters", In("en", () => Wording.Of(refusal)));
    }

    [Fact]
    public void A_refusal_names_acts_and_states() =>
        Assert.Contains("“Rút lại” vì kế hoạch đang ở bước “Cấp trên đang xem xét”", In("vi", () => Wording.Of(new Refusal(Because.PlanNotInState, null, PlanAct.TakeBack, PlanState.UnderReview))));

    [Fact]
    public void A_refusal_names_days_and_moments_as_people_read_them()
    {
        Assert.Contains("19/01/2027 sau hôm nay (18/01/2027)", In("vi", () => Wording.Of(new Refusal(Because.MeetingInFuture, null, Today.AddDays(1), Today))));
        Assert.Contains("Nguyễn Văn A đã mở xem bản này lúc 00:30 19/01/2027", In("vi", () => Wording.Of(new Refusal(Because.AlreadyOpened, null, "Nguyễn Văn A", new DateTime(2027, 1, 18, 17, 30, 0, DateTimeKind.Utc)))));
    }

    [Fact]
    public void A_year_has_no_thousands_mark() => Assert.Contains("Năm 2027 đã", In("vi", () => Wording.Of(new Refusal(Because.YearAlreadyOpen, null, 2027))));

    [Fact]
    public void The_counts_of_a_meeting_are_named_with_their_fields() =>
        Assert.StartsWith("“Số có mặt” là 23, “Tổng số” là 22:", In("vi", () => Wording.Of(Refused(() => new PlanMeeting(Today, 23, 22, 1, Today)))));

    [Fact]
    public void Days_are_written_alike_in_both_languages_and_weekdays_in_words()
    {
        Assert.Equal("05/03/2027", In("en-US", () => Wording.Day(new DateOnly(2027, 3, 5))));
        Assert.Equal("18/01/2027 (thứ Hai)", In("vi", () => Wording.DayWithWeekday(Today)));
        Assert.Equal("18/01/2027 (Monday)", In("en", () => Wording.DayWithWeekday(Today)));
        Assert.Equal("24/01/2027 (Chủ nhật)", In("vi", () => Wording.DayWithWeekday(Today.AddDays(6))));
    }

    [Fact]
    public void Moments_are_local() => Assert.Equal("10:00 18/01/2027", Wording.Moment(Now));

    [Theory]
    [InlineData(6, "còn 6 ngày", "6 days left")]
    [InlineData(2, "còn 2 ngày", "2 days left")]
    [InlineData(1, "còn 1 ngày", "1 day left")]
    [InlineData(0, "hôm nay", "today")]
    [InlineData(-1, "quá 1 ngày", "1 day over")]
    [InlineData(-3, "quá 3 ngày", "3 days over")]
    public void The_days_left(int days, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, In("vi", () => Wording.DaysLeft(Today.AddDays(days), Today)));
        Assert.Equal(english, In("en", () => Wording.DaysLeft(Today.AddDays(days), Today)));
    }

    [Theory]
    [InlineData(0.928, "92,8%")]
    [InlineData(0.5, "50%")]
    [InlineData(0.0, "0%")]
    [InlineData(1.0, "100%")]
    [InlineData(2.0 / 3, "66,7%")]
    [InlineData(4999.0 / 5000, "99,9%")]
    [InlineData(1.0 / 5000, "0,1%")]
    public void A_rate_never_says_all_or_nothing_when_it_is_not(double rate, string expected)
    {
        Assert.Equal(expected, In("vi", () => Wording.Percent(rate)));
        Assert.Equal(expected.Replace(',', '.'), In("en", () => Wording.Percent(rate)));
    }

    [Fact]
    public void An_unknown_rate_is_written_out()
    {
        Assert.Equal("– (chưa có)", In("vi", () => Wording.Percent(null)));
        Assert.Equal("– (chưa có)", In("vi", () => Wording.Percent(double.NaN)));
    }
}
