using System.Text;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Reminders;

namespace CampaignTracker.Reports.Tests.Reminders;

/// <summary>The calendar file, read back by its library and as the bytes that go out.</summary>
public class CalendarFileTests
{
    private const string LongName = "Chi bộ Tổ dân phố số 5, Đảng bộ phường Phan Đình Phùng; thành phố rất dài để phải xuống dòng nhiều lần";

    private static readonly DueCalendar Sample = new("vi", new DateTime(2026, 11, 22, 3, 4, 5, DateTimeKind.Utc), true,
    [
        new("filing-1", CalendarDueKind.Filing, RequirementKind.AnnualPlan, 2027, 2027, new DateOnly(2027, 1, 18), LongName),
        new("opinion-2", CalendarDueKind.Opinion, RequirementKind.TermPlan, 2026, 2030, new DateOnly(2026, 12, 31), "Chi bộ xóm Đông"),
    ]);

    private static async Task<string> WrittenAsync(DueCalendar calendar)
    {
        using var output = new MemoryStream();
        await CalendarFile.WriteAsync(calendar, new Uri("https://so.example.vn/"), output, default);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    [Fact]
    public async Task It_reads_back_as_all_day_entries_without_alarms()
    {
        var events = Ical.Net.Calendar.Load(await WrittenAsync(Sample))!.Events.OrderBy(e => e.Uid, StringComparer.Ordinal).ToList();

        Assert.Equal(["filing-1@campaign-tracker", "opinion-2@campaign-tracker"], events.Select(e => e.Uid));
        Assert.Equal("Hạn gửi: Kế hoạch năm 2027 của " + LongName + " (Dữ liệu minh họa)", events[0].Summary);
        Assert.Equal("Dự kiến cho ý kiến: Kế hoạch toàn khóa 2026–2030 của Chi bộ xóm Đông (Dữ liệu minh họa)", events[1].Summary);
        Assert.All(events, e => Assert.True(e.IsAllDay && e.Alarms.Count == 0));
        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 1)), (events[1].Start!.Date, events[1].End!.Date));
    }

    [Fact]
    public async Task Its_lines_end_with_CR_LF_and_are_folded_at_75_bytes()
    {
        var text = await WrittenAsync(Sample);

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("\r\n ", text, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261122T030405Z", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261231", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VALARM", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_person_s_language_and_an_empty_one_is_a_calendar_too()
    {
        Assert.Contains("Due: ", await WrittenAsync(Sample with { Language = "en" }), StringComparison.Ordinal);
        Assert.Empty(Ical.Net.Calendar.Load(await WrittenAsync(Sample with { Dates = [] }))!.Events);
    }
}
