using System.Globalization;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;
using CampaignTracker.Web.Tests.Obligations;

namespace CampaignTracker.Web.Tests.Compliance;

public sealed class CompliancePageTests : PageTest
{
    private async Task SomeFilingsAsync()
    {
        await Campaign.Given.AUnitPlan("T-1-1").Agreed();
        await Campaign.Given.AUnitPlan("T-1-2").SupplementAsked();
        await Campaign.Given.AUnitPlan("T-1").Sent();
        Campaign.Clock.Set(new DateOnly(2026, 4, 1));
        await Campaign.Given.AUnitPlan("T-2-1").Sent();
        await Campaign.Given.AUnitPlan("T-1-UB", RequirementKind.TermPlan).Proposed(OpinionKind.Agree);
        var excused = await Campaign.As("tinh").Use<ViewObligations>().RunAsync(new("T-2-3", 2026), default);
        await Campaign.As("tinh").Use<AdjustObligation>().ExcuseAsync(new(excused.Page.Rows[0].Id, "Dissolved"), default);
    }

    [Theory]
    [InlineData("tinh", "/compliance/2026?unit=T")]
    [InlineData("tinh", "/compliance/2026?unit=T&kind=commune-committee&rate=sent")]
    [InlineData("xa", "/compliance/2026?unit=T-1")]
    [InlineData("xa", "/compliance/2026?unit=T-1&kind=cell&order=overdue&rate=ontime")]
    [InlineData("chibo", "/compliance/2026?unit=T-1-1")]
    [InlineData("tinh", "/compliance/2026?unit=T&show=numbers&period=year&search=commune+1")]
    [InlineData("tinh", "/compliance/2026?unit=T&show=numbers&reviewed=true&period=term")]
    [InlineData("xa", "/compliance/2026?unit=T-1&reviewed=true&kind=cell")]
    public async Task Every_number_opens_exactly_the_rows_it_counts(string userName, string address)
    {
        await SomeFilingsAsync();
        var session = SignIn(userName);
        var page = Open<CompliancePage>(address);
        foreach (var i in Enumerable.Range(0, page.FindAll(".opener").Count))
        {
            page.FindAll(".opener")[i].Click();
            foreach (var link in page.FindAll(".standings .number-link")) await AssertRowsAsync(session, link);
        }
        var links = page.FindAll(".numbers .number-link, td:not(.share) > .number-link");
        Assert.True(links.Count >= 8);
        foreach (var link in links) await AssertRowsAsync(session, link);
    }

    [Fact]
    public async Task The_board_adds_up_and_drills()
    {
        await SomeFilingsAsync();
        SignIn("tinh");
        var page = Open<CompliancePage>("/compliance");
        Assert.Equal(["Commune 1", "Commune 2"], page.FindAll("tbody th a.unit").Select(a => a.TextContent));
        Assert.Equal("/compliance/2026?unit=T-1", page.Find("tbody th a.unit").GetAttribute("href"));
        Assert.Equal("17", page.Find("tfoot .number-link").TextContent);
        Assert.Contains("/reports/compliance/2026.xlsx", Assert.Single(page.FindAll(".button.main")).GetAttribute("href"));
        Assert.Empty(page.FindAll("svg.map"));
    }

    [Fact]
    public void A_year_without_obligations_says_so()
    {
        SignIn("tinh");
        Assert.Contains("2031", Open<CompliancePage>("/compliance/2031", route => route.Add(p => p.Year, 2031)).Find(".state").TextContent);
    }

    [Fact]
    public void A_sideways_unit_is_refused_in_words()
    {
        SignIn("xa");
        Assert.Contains(Wording.Of(new Refusal(Because.NotFound)), Open<CompliancePage>("/compliance/2026?unit=T-2").Find(".message").TextContent);
    }

    [Fact]
    public void An_address_is_read_as_it_was_written()
    {
        var (column, one) = (Guid.NewGuid(), Guid.NewGuid());
        var asked = new BoardAsked(2026, "T-1", new(BoardOrder.SentRate, true, column), "cell", BoardRate.Sent, 3)
        {
            Territory = "05", Requirement = one, Period = BoardPeriod.Term, Reviewed = true, Search = "chi b\u1ed9 &", On = new DateOnly(2026, 3, 2), Compare = true, Show = BoardShow.Rates,
        };
        Assert.Equal(asked, BoardAsked.Read(2026, new ListQuery(new Uri("http://localhost" + asked.Address).Query)));
        Assert.StartsWith("/compliance/2026?unit=T-1&order=sentrate&reverse=true&", asked.Address, StringComparison.Ordinal);
        Assert.Equal(new BoardAsked(2026), BoardAsked.Read(2026, new ListQuery("?unit=&order=nonsense&rate=7&page=-1&on=31/02/2026&column=x")));
    }

    [Fact]
    public async Task A_heading_sorts_and_turns_round_and_says_so()
    {
        await SomeFilingsAsync();
        SignIn("tinh");
        var page = Open<CompliancePage>("/compliance/2026?show=numbers&order=sent");
        var heading = Assert.Single(page.FindAll("th[aria-sort]"));
        Assert.Equal("descending", heading.GetAttribute("aria-sort"));
        Assert.Equal(["Commune 1", "Commune 2"], page.FindAll("tbody th a.unit").Select(a => a.TextContent));
        page = Open<CompliancePage>(heading.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("ascending", Assert.Single(page.FindAll("th[aria-sort]")).GetAttribute("aria-sort"));
        Assert.Equal(["Commune 2", "Commune 1"], page.FindAll("tbody th a.unit").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_past_day_is_said_and_opens_no_rows_and_urges_nobody()
    {
        await SomeFilingsAsync();
        SignIn("tinh");
        var page = Open<CompliancePage>("/compliance/2026?on=2026-03-01&compare=true");
        Assert.Contains("01/03/2026", page.Find(".note strong").TextContent);
        Assert.Empty(page.FindAll(".number-link"));
        Assert.Empty(page.FindAll(".line-choice, .choice-bar"));
        Assert.NotEmpty(page.FindAll("tbody th a.unit"));
        Assert.All(page.FindAll("tbody .change"), cell => Assert.Equal(BoardText.NotBefore, cell.TextContent.Trim()));
        Assert.Equal(2, page.FindAll(".set-chip").Count);
    }

    [Fact]
    public async Task What_is_chosen_stands_as_chips_that_take_it_off()
    {
        await SomeFilingsAsync();
        SignIn("tinh");
        Assert.False(Open<CompliancePage>("/compliance/2026").Find("details.board-filters").HasAttribute("open"));
        var page = Open<CompliancePage>("/compliance/2026?search=zz&period=term&reviewed=true");
        Assert.True(page.Find("details.board-filters").HasAttribute("open"));
        Assert.NotEmpty(page.FindAll(".state a.button"));
        Assert.Equal(["/compliance?unit=T&period=term&reviewed=true", "/compliance?unit=T&reviewed=true&search=zz", "/compliance?unit=T&period=term&search=zz"],
            page.FindAll(".set-chip").Select(a => a.GetAttribute("href")!.Replace("/compliance/2026", "/compliance", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_view_is_saved_renamed_and_taken_off()
    {
        SignIn("tinh");
        var page = Open<CompliancePage>("/compliance/2026?order=overdue");
        AngleSharp.Dom.IElement Button(string words) => page.FindAll(".board-bar button").First(b => b.TextContent.Contains(words, StringComparison.Ordinal));
        Button(BoardText.Save).Click();
        page.Find("form.board-views input").Input("Q1");
        page.Find("form.board-views").Submit();
        page.WaitForAssertion(() => Assert.Equal("/compliance/2026?unit=T&order=overdue", page.Find(".view-chip").GetAttribute("href")));
        Button(BoardText.Edit).Click();
        page.Find(".board-view-rows input").Change(" ");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".board-bar .note-missing")));
        page.Find(".board-view-rows input").Change("Q2");
        page.WaitForAssertion(() => Assert.Contains("Q2", page.Find(".view-chip").TextContent));
        page.Find(".board-view-rows button").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".view-chip")));
    }

    [Theory]
    [InlineData(0.792, 0.75, "+4,2", "arrow_upward")]
    [InlineData(0.7, 0.75, "\u22125", "arrow_downward")]
    public void A_change_is_told_in_points_with_its_sign(double now, double before, string points, string arrow) =>
        Assert.Equal((BoardText.Points.With(points), arrow), (Change.Words(now, before), Change.Arrow(now, before)));

    [Fact]
    public void No_change_is_told_so() => Assert.Equal(BoardText.Same, Change.Words(0.5, 0.5001));

    private static async Task AssertRowsAsync(Session session, AngleSharp.Dom.IElement link) =>
        Assert.Equal(int.Parse(link.TextContent, NumberStyles.AllowThousands, CultureInfo.CurrentCulture), await Rows.BehindAsync(session, link.GetAttribute("href")!));
}
