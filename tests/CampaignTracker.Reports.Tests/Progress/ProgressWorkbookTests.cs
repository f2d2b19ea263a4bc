using System.Globalization;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Reports.Progress;
using ClosedXML.Excel;

namespace CampaignTracker.Reports.Tests.Progress;

public sealed class ProgressWorkbookTests
{
    private static readonly ProgressReportRow Row = new(ProgressSubject.CommitmentLine, "Nguyễn Văn An", 2, "=Giúp 6 hộ", "6 hộ", new DateOnly(2026, 11, 30), ProgressStanding.DueSoon, Outcome.PartlyDone, 4, 6, "hộ", new DateOnly(2026, 11, 20), "Bốn hộ", 3, 1);

    [Fact]
    public async Task The_list_is_written_as_the_screen_shows_it()
    {
        using var book = await WriteAsync(new("T-1-1", "Chi bộ xóm Đông", 2026, new DateTime(2026, 11, 23, 8, 5, 0), true, "Sắp đến hạn", [Row]));
        var sheet = book.Worksheet(1);
        Assert.Contains("Chi bộ xóm Đông", sheet.Cell(1, 1).GetString());
        Assert.Contains("23/11/2026", sheet.Cell(2, 1).GetString());
        Assert.Contains("Sắp đến hạn", sheet.Cell(3, 1).GetString());
        Assert.Equal(ProgressWorkbookText.Demo, sheet.Cell(4, 1).GetString());
        Assert.Equal(["=Giúp 6 hộ", "Nguyễn Văn An", "6 hộ"], sheet.Row(6).Cells(3, 5).Select(cell => cell.GetString()));
        Assert.False(sheet.Cell(6, 3).HasFormula);
        Assert.Equal((4d, 6d), (sheet.Cell(6, 9).GetDouble(), sheet.Cell(6, 10).GetDouble()));
        Assert.Equal(new DateTime(2026, 11, 30), sheet.Cell(6, 6).GetDateTime());
        Assert.Equal((3d, 1d), (sheet.Cell(6, 14).GetDouble(), sheet.Cell(6, 15).GetDouble()));
    }

    [Fact]
    public async Task Nothing_new_and_nothing_reported_are_told_apart_and_unknown_stays_empty()
    {
        using var book = await WriteAsync(new("T", "T", 2026, new DateTime(2026, 11, 23), false, null,
            [Row with { Outcome = null, Figure = null, Measure = null, DueOn = null }, Row with { Outcome = null, ReportedOn = null }]));
        var sheet = book.Worksheet(1);
        Assert.Equal([ProgressWorkbookText.NothingNew, ProgressWorkbookText.NotReported], Enumerable.Range(4, 2).Select(row => sheet.Cell(row, 8).GetString()));
        Assert.True(sheet.Cell(4, 9).IsEmpty() && sheet.Cell(4, 10).IsEmpty() && sheet.Cell(4, 6).IsEmpty());
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        using var book = await WriteAsync(new("T", "T", 2026, new DateTime(2026, 11, 23), false, null, []));
        Assert.Equal(ProgressWorkbookText.Empty, book.Worksheet(1).Cell(4, 1).GetString());
    }

    private static async Task<XLWorkbook> WriteAsync(ProgressReport report)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var stream = new MemoryStream();
        await ProgressWorkbook.WriteAsync(report, stream, CancellationToken.None);
        return new XLWorkbook(stream);
    }
}
