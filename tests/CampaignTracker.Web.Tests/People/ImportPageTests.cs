using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Shared;
using ClosedXML.Excel;
using Microsoft.AspNetCore.Components.Forms;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.People;

public sealed class ImportPageTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static InputFileContent Workbook(params string?[][] rows)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Danh sách");
        foreach (var (row, r) in rows.Prepend(["Họ và tên", "Đối tượng", "Ngày về đơn vị"]).Select((row, r) => (row, r)))
            foreach (var (text, c) in row.Select((text, c) => (text, c)))
                if (text is not null) sheet.Cell(r + 1, c + 1).SetValue(text).SetDataType(XLDataType.Text);
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return InputFileContent.CreateFromBinary(stream.ToArray(), "danh-sach.xlsx");
    }

    private static void Upload(IRenderedComponent<ImportPage> page, InputFileContent file) => page.FindComponent<InputFile>().UploadFiles(file);

    private Task<ViewParticipants.Answer> ListAsync() => Campaign.As("chibo").Use<ViewParticipants>().RunAsync(new(Take: 100), default);

    [Fact]
    public async Task Every_problem_stands_by_its_cell_and_nothing_is_stored()
    {
        SignIn("chibo");
        var before = (await ListAsync()).Present;
        var page = Open<ImportPage>("/participants/import");
        Assert.Equal("/reports/participants/T-1-1/template.xlsx", page.FindAll("a.button").Single().GetAttribute("href"));
        Upload(page, Workbook(["Nguyễn Văn Ân", "Đảng viên", "31/02/2020"], ["Lê Thị Bình", "Nông dân"], ["Vũ Đình An"]));
        page.WaitForState(() => page.FindAll(".table.problems tbody tr").Count == 2, Soon);
        Assert.Equal(["C2", "B3"], page.FindAll(".table.problems .cell-name").Select(cell => cell.TextContent));
        Assert.Contains("31/02/2020", page.Find(".table.problems").TextContent);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains(ImportText.Store.With(1), StringComparison.Ordinal));
        Assert.Equal(before, (await ListAsync()).Present);
    }

    [Fact]
    public async Task A_clean_file_is_stored_and_taken_back()
    {
        SignIn("chibo");
        var dialogs = Render<RadzenDialog>();
        var before = (await ListAsync()).Present;
        var page = Open<ImportPage>("/participants/import");
        Upload(page, Workbook(["Nguyễn Văn Ân", "Đảng viên", "05/03/2020"], ["Lê Thị Bình"]));
        page.WaitForState(() => page.FindAll("button.main").Count == 1, Soon);
        Assert.Contains(ImportText.Store.With(2), page.Find("button.main").TextContent);
        page.Find("button.main").Click();
        page.WaitForAssertion(() => Assert.Contains(ImportText.Stored.With(2, 0), page.Find(".note-saved").TextContent), Soon);
        Assert.Equal(before + 2, (await ListAsync()).Present);

        page.WaitForState(() => page.FindAll("button").Any(b => b.TextContent.Contains(ImportText.Undo, StringComparison.Ordinal)), Soon);
        page.FindAll("button").Single(b => b.TextContent.Contains(ImportText.Undo, StringComparison.Ordinal)).Click();
        dialogs.WaitForAssertion(() => Assert.Contains("danh-sach.xlsx", dialogs.Markup));
        dialogs.FindAll("button").Single(b => b.TextContent.Contains(ImportText.Undo, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(ImportText.Undone.With("danh-sach.xlsx"), page.Find(".note-saved").TextContent), Soon);
        Assert.Equal(before, (await ListAsync()).Present);
    }

    [Fact]
    public async Task A_likely_double_waits_for_its_answer()
    {
        await Campaign.As("chibo").Use<ChangeParticipants>().EnterAsync(new("T-1-1", "Nguyễn Văn Ân", ParticipantKind.Member, null, false, null, null, AnotherPerson: true), default);
        SignIn("chibo");
        var page = Open<ImportPage>("/participants/import");
        Upload(page, Workbook(["Nguyễn Văn An"], ["Lê Thị Bình"]));
        page.WaitForState(() => page.FindAll(".table.problems .choices button").Count == 2, Soon);
        Assert.DoesNotContain(page.FindAll("button.main"), b => b.TextContent.Contains(ImportText.Store.With(1), StringComparison.Ordinal));
        page.FindAll(".choices button").Single(b => b.TextContent.Contains(Wording.Of(DuplicateAnswer.SamePerson), StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(ImportText.Store.With(1), page.Find("button.main").TextContent), Soon);
        page.FindAll(".choices button").Single(b => b.TextContent.Contains(Wording.Of(DuplicateAnswer.AnotherPerson), StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(ImportText.Store.With(2), page.Find("button.main").TextContent), Soon);
    }

    [Fact]
    public void What_is_no_workbook_is_said_in_plain_words()
    {
        SignIn("chibo");
        var page = Open<ImportPage>("/participants/import");
        Upload(page, InputFileContent.CreateFromText("Họ và tên;Đối tượng", "danh-sach.xlsx"));
        page.WaitForAssertion(() => Assert.Contains(Wording.Of(WorkbookFault.PlainText), page.Find(".message").TextContent), Soon);
    }

    [Fact]
    public void Only_who_keeps_the_unit_s_people_may_import()
    {
        SignIn("tinh");
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<ImportPage>("/participants/import").Find(".state").TextContent);
    }
}
