using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.Web.GoverningDocuments;
using CampaignTracker.Web.Tests.Units;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.GoverningDocuments;

public sealed class DocumentPagesTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("tinh", true)]
    [InlineData("xa", false)]
    [InlineData("thanhvien", false)]
    public void Doubts_and_the_opening_of_years_are_for_the_province_s_officers(string userName, bool staff)
    {
        SignIn(userName);
        var page = Open<DocumentsPage>("/documents");
        Assert.Equal(staff, page.FindAll(".unconfirmed").Count > 0);
        Assert.Equal(staff, page.FindAll("[data-main-action]").Count == 1);
        Assert.Contains(DocumentText.TitleUnknown, page.Find("table.documents").TextContent);
    }

    [Fact]
    public void The_list_is_searched_without_marks()
    {
        SignIn("xa");
        var page = Open<DocumentsPage>("/documents");
        page.Find("#document-search").Input("THÉ provinće");
        Assert.Single(page.FindAll("table.documents tbody tr"));
        page.Find("#document-search").Input("zzz");
        Assert.Contains("zzz", page.Find(".state").TextContent);
    }

    [Fact]
    public async Task A_task_s_numbers_open_exactly_their_rows()
    {
        await Campaign.Given.AUnitPlan("T-1-1").Agreed();
        await Campaign.Given.AUnitPlan("T-1-2").Sent();
        var session = SignIn("xa");
        var page = Open<DocumentPage>("/documents/kh", p => p.Add(x => x.Code, "kh"));
        var links = page.FindAll("#tasks .number-link");
        Assert.Equal(6, links.Count);
        Assert.Contains(DocumentText.SummaryOnly, page.Markup);
        foreach (var link in links) await UnitPagesTests.Opens(session, link.GetAttribute("href")!, int.Parse(link.TextContent));
    }

    [Fact]
    public void Who_may_read_no_figures_sees_the_tasks_without_them()
    {
        SignIn("thanhvien");
        var page = Open<DocumentPage>("/documents/kh", p => p.Add(x => x.Code, "kh"));
        Assert.Equal(2, page.FindAll("#tasks tbody tr").Count);
        Assert.Empty(page.FindAll("#tasks .number-link"));
    }

    [Fact]
    public void A_document_that_is_not_there_is_refused_with_a_way_out()
    {
        SignIn("xa");
        var page = Open<DocumentPage>("/documents/nothing", p => p.Add(x => x.Code, "nothing"));
        Assert.Contains(Wording.Of(new Refusal(Because.NotFound)), page.Find(".message").TextContent);
        Assert.Equal("/documents", page.Find(".message a").GetAttribute("href"));
    }

    [Fact]
    public async Task Opening_a_year_says_first_what_it_will_make_and_then_makes_that()
    {
        Campaign.Clock.Set(new DateOnly(2026, 12, 1));
        var session = SignIn("tinh");
        var foretold = await session.Use<OpenYear>().PreviewAsync(2027, default);
        Assert.Equal(2027, (await session.Use<OpenYear>().NextAsync(default)).Year);

        var dialogs = Render<RadzenDialog>();
        var page = Open<DocumentsPage>("/documents");
        page.Find("[data-main-action]").Click();
        dialogs.WaitForElement(".rz-dialog", Soon);
        foreach (var share in foretold) Assert.Contains($"{share.Units:N0}", dialogs.Markup);
        dialogs.FindAll(".rz-dialog button").First(b => b.TextContent.Contains("2027", StringComparison.Ordinal)).Click();
        page.WaitForElement(".note-saved", Soon);

        Assert.Contains($"{foretold.Sum(share => share.Units):N0}", page.Find(".note-saved").TextContent);
        Assert.Equal(2027, (await session.Use<OpenYear>().NextAsync(default)).LatestOpen);
        Assert.Equal("/compliance/2027", page.Find(".note-saved a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_year_cannot_be_opened_long_before_it_begins_nor_by_others()
    {
        var session = SignIn("tinh");
        await session.Use<OpenYear>().OpenAsync(2027, default);
        var page = Open<DocumentsPage>("/documents");
        Assert.Empty(page.FindAll("[data-main-action]"));
        Assert.Contains(YearText.NothingToOpen, page.Markup);
        Assert.Equal(Because.NotAllowed, (await Assert.ThrowsAsync<Refusal>(() => Campaign.As("xa").Use<OpenYear>().PreviewAsync(2028, default))).Code);
    }
}
