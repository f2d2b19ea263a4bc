using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Reviews;
using CampaignTracker.Web.Shared;
using ClosedXML.Excel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Filing;

/// <summary>A plan from the first word to the answer, through everybody's hands.</summary>
public class FilingJourneys
{
    [NeedsBrowser]
    public async Task A_plan_is_written_sent_supplemented_and_agreed_and_the_board_knows_at_the_next_click()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var demo = new DemoFacts(server);
        var (cell, commune, (plan, year)) = (demo.Cell, demo.Commune, demo.Draft);
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await using var vanthu = await Visitor.SignedInAsync(server, "vanthu");
        await using var xa = await Visitor.SignedInAsync(server, "xa");
        await using var tinh = await Visitor.SignedInAsync(server, "tinh");
        await tinh.OpenAsync($"/compliance/{year}?unit={commune.Code}");
        var (sent, completed) = (await FigureAsync(tinh, ComplianceText.Sent), await FigureAsync(tinh, ComplianceText.Completed));

        // The secretary finishes and sends.
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);
        await chibo.ClearUpAsync(year, "Đến từng nhà, sáng thứ Bảy hằng tuần");
        await chibo.RecordMeetingAsync(6, 7, 6);
        await chibo.RecordSignerAsync("Nguyễn Văn Ơn", "Bí thư", "03-KH/CB");
        await chibo.AddScanAsync();
        await chibo.SendAsync(PlanEditText.Send);
        await chibo.SeesAsync(Wording.Of(Standing.SentOnTime));
        Assert.Equal("Đến từng nhà, sáng thứ Bảy hằng tuần", demo.Method(plan, 1));

        await tinh.Button(ComplianceText.Refresh).ClickAsync();
        await SeesFigureAsync(tinh, ComplianceText.Sent, sent + 1);
        await HoldsAsync(await DownloadAsync(tinh), cell.Name, Wording.Of(Standing.SentOnTime), sent + 1);

        // The officer proposes a supplement, the committee's secretary asks for it.
        await vanthu.OpenFilingOfAsync(cell.Name);
        await vanthu.RemarkAsync(1, "Đề nghị ghi rõ số buổi trong tháng.");
        await vanthu.OpineAsync(ReviewText.ProposeSupplement.With(1), ReviewText.DonePropose.With(cell.Name));
        await xa.OpenFilingOfAsync(cell.Name);
        await xa.SeesAsync("Đề nghị ghi rõ số buổi trong tháng.");
        await xa.OpineAsync(ReviewText.AskSupplement.With(1), ReviewText.DoneSupplement.Split("{1}")[0].With(1));

        // The secretary sees the remark under its item, changes it, sends again.
        await chibo.FollowAsync($"{HomeText.SeeRemarks}: {Wording.Of(CampaignTracker.Domain.GoverningDocuments.RequirementKind.AnnualPlan)} {year}");
        await chibo.SeesAsync(Wording.Of(Standing.SupplementAsked));
        await chibo.OpenItemAsync(1);
        await Expect(chibo.Page.GetByText("Đề nghị ghi rõ số buổi trong tháng.").Filter(new() { Visible = true })).ToHaveCountAsync(2);
        await chibo.WriteAsync(Wording.Of(PlanField.Method), "Đến từng nhà, bốn buổi sáng thứ Bảy mỗi tháng");
        await chibo.AllSavedAsync();
        await chibo.SendAsync(PlanEditText.SendAgain);
        await chibo.SeesAsync(Wording.Of(Standing.SentOnTime));

        // It is agreed.
        await vanthu.OpenFilingOfAsync(cell.Name);
        await vanthu.SeesAsync("Đến từng nhà, bốn buổi sáng thứ Bảy mỗi tháng");
        await vanthu.OpineAsync(ReviewText.ProposeAgree, ReviewText.DonePropose.With(cell.Name));
        await xa.OpenFilingOfAsync(cell.Name);
        await xa.OpineAsync(ReviewText.Agree, ReviewText.DoneAgree.With(ReviewText.Agree, cell.Name));
        await chibo.OpenAsync($"/plans/{plan}");
        await chibo.SeesAsync(Wording.Of(CompletionMode.Agreed));
        await tinh.Button(ComplianceText.Refresh).ClickAsync();
        await SeesFigureAsync(tinh, ComplianceText.Completed, completed + 1);
        await SeesFigureAsync(tinh, ComplianceText.Sent, sent + 1);

        Assert.All([chibo, vanthu, xa, tinh], visitor => Assert.Empty(visitor.Complaints));
    }

    [NeedsBrowser]
    public async Task A_supplement_asked_for_is_given()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var demo = new DemoFacts(server);
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{HomeText.SeeRemarks}") }).First.ClickAsync();
        await chibo.SettledAsync();
        Assert.Contains(demo.Supplement, chibo.Page.Url, StringComparison.Ordinal);

        var remarked = chibo.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{PlanReadText.Item.With(@"\d+")}$") });
        var item = await remarked.First.InnerTextAsync();
        await remarked.First.ClickAsync();
        await Expect(chibo.Page.GetByRole(AriaRole.Heading, new() { Name = item, Exact = true })).ToBeVisibleAsync();
        await chibo.ClearUpAsync(demo.Draft.Year, "Sinh hoạt chuyên đề mỗi quý một lần");
        await chibo.SendAsync(PlanEditText.SendAgain);

        await chibo.SeesAsync(PlanReadText.WithSuperior.Split("{0}")[0].Trim());
        await chibo.DoesNotSeeAsync(Wording.Of(Standing.SupplementAsked));
        await using var vanthu = await Visitor.SignedInAsync(server, "vanthu");
        await vanthu.OpenFilingOfAsync(demo.Cell.Name);
        await vanthu.SeesAsync("Sinh hoạt chuyên đề mỗi quý một lần");
    }

    [NeedsBrowser]
    public async Task A_plan_that_cannot_go_yet_says_why_and_leads_there()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var demo = new DemoFacts(server);
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.GoOnWritingAsync(demo.Draft.Year);

        await chibo.SeesAsync(PlanEditText.BlockMeeting);
        // Blocked, the button keeps its place and answers: it leads to the first reason.
        await chibo.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + PlanEditText.Send.Split("{0}")[0]) }).PressAsync("Enter");
        await Expect(chibo.Field(Wording.Of(FieldName.MeetingDate))).ToBeFocusedAsync();

        // More people cannot agree than came.
        await chibo.Field(Wording.Of(FieldName.MeetingDate)).FillAsync(Secretary.Today);
        await chibo.Field(Wording.Of(FieldName.Present)).FillAsync("3");
        await chibo.Field(Wording.Of(FieldName.Total)).FillAsync("7");
        await chibo.Field(Wording.Of(FieldName.InFavour)).FillAsync("5");
        await chibo.Button(PlanEditText.SaveMeeting).ClickAsync();
        await Expect(chibo.Field(Wording.Of(FieldName.InFavour))).ToHaveValueAsync("5");
        await chibo.SeesAsync(PlanEditText.BlockMeeting);
    }

    private static ILocator Figure(Visitor visitor, string what) => visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{ComplianceText.Total}, {what}: ") });

    private static async Task<int> FigureAsync(Visitor visitor, string what) => int.Parse(await Figure(visitor, what).InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("vi-VN"));

    private static Task SeesFigureAsync(Visitor visitor, string what, int figure) => Expect(Figure(visitor, what)).ToHaveTextAsync(figure.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN")));

    private static async Task<string> DownloadAsync(Visitor visitor)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = ComplianceText.Excel }).ClickAsync());
        var file = Path.Combine(TemporaryFolder.New(), download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    /// <summary>The data sheet has the unit's row, and as many rows are marked sent as the board says.</summary>
    private static Task HoldsAsync(string file, string unit, string standing, int sent)
    {
        Assert.EndsWith(".xlsx", file, StringComparison.Ordinal);
        using var workbook = new XLWorkbook(file);
        var data = workbook.Worksheet(ComplianceWorkbookText.DataTab);
        var head = data.RowsUsed().First(row => row.CellsUsed().Any(cell => cell.GetString() == ComplianceWorkbookText.UnitCode));
        int Column(string title) => head.CellsUsed().First(cell => cell.GetString() == title).Address.ColumnNumber;
        var rows = data.RowsUsed().Where(row => row.RowNumber() > head.RowNumber()).ToList();
        Assert.Contains(rows, row => row.Cell(Column(ComplianceWorkbookText.UnitName)).GetString() == unit && row.Cell(Column(ComplianceWorkbookText.Standing)).GetString() == standing);
        Assert.Equal(sent, rows.Count(row => $"{row.Cell(Column(ComplianceWorkbookText.Sent)).CachedValue}" == "1"));
        return Task.CompletedTask;
    }
}
