using System.Globalization;
using CampaignTracker.Reports.Excel;
using ClosedXML.Excel;

namespace CampaignTracker.Reports.Tests.Excel;

public sealed class ListWorkbookTests
{
    private static readonly DateTime At = new(2026, 11, 23, 1, 5, 7, DateTimeKind.Utc);
    private static readonly string[] Texts = ["=1+1", "+84 912", "-2 buổi", "@An", "=HYPERLINK(\"x\")", "'=1"];

    [Fact]
    public async Task The_head_says_which_list_of_whom_what_was_chosen_and_of_when()
    {
        using var book = await WriteAsync(new("Việc phải gửi", "Chi bộ 1", "Quá hạn", At, true), Texts);
        var sheet = book.Worksheet(1);
        Assert.Equal(["Việc phải gửi", "Đơn vị: Chi bộ 1", "Chỉ gồm: Quá hạn", "Số liệu tính đến 08:05 ngày 23/11/2026", ListWorkbookText.Demo], Enumerable.Range(1, 5).Select(row => sheet.Cell(row, 1).GetString()));
        Assert.Equal([ListWorkbookText.Number, "Text", "At"], sheet.Row(6).Cells(1, 3).Select(cell => cell.GetString()));
        Assert.Equal((6, 2), (sheet.SheetView.SplitRow, sheet.SheetView.SplitColumn));
        Assert.Equal("A6:C12", sheet.AutoFilter.Range.RangeAddress.ToString());
    }

    [Fact]
    public async Task Texts_stay_texts_moments_are_local_and_the_totals_stand_last()
    {
        using var book = await WriteAsync(new("L", null, null, At, false), Texts, [new(Look.TotalText, "Tổng"), new(Look.TotalNumber, 6d)]);
        var sheet = book.Worksheet(1);
        Assert.Equal([ListWorkbookText.NoFilter, "Số liệu tính đến 08:05 ngày 23/11/2026"], Enumerable.Range(2, 2).Select(row => sheet.Cell(row, 1).GetString()));
        Assert.Equal(Texts, Enumerable.Range(5, 6).Select(row => sheet.Cell(row, 2).GetString()));
        Assert.DoesNotContain(sheet.CellsUsed(), cell => cell.HasFormula);
        Assert.Equal(new DateTime(2026, 11, 23, 8, 5, 7), sheet.Cell(5, 3).GetDateTime(), TimeSpan.FromMilliseconds(10));
        Assert.Equal((1d, 6d), (sheet.Cell(5, 1).GetDouble(), sheet.Cell(10, 1).GetDouble()));
        Assert.Equal(("Tổng", 6d), (sheet.Cell(11, 2).GetString(), sheet.Cell(11, 3).GetDouble()));
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        using var book = await WriteAsync(new("L", null, null, At, false), []);
        Assert.Equal(ListWorkbookText.Empty, book.Worksheet(1).Cell(5, 1).GetString());
    }

    private static async Task<XLWorkbook> WriteAsync(ListHead head, string[] texts, IReadOnlyList<Cell>? totals = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var stream = new MemoryStream();
        await ListWorkbook.WriteAsync<string>(head, [new("Text", 30, Look.Text, text => text), new("At", 20, Look.Moment, _ => (DateTime?)At)], Rows(), totals ?? [], stream, default);
        return new XLWorkbook(stream);

        async IAsyncEnumerable<string> Rows()
        {
            foreach (var text in texts) yield return text;
            await Task.CompletedTask;
        }
    }
}
