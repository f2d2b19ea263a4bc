using System.Globalization;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Compliance;
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
        var asked = new BoardAsked(2026, "T-1", BoardOrder.SentRate, "cell", BoardRate.Sent, 3);
        Assert.Equal("/compliance/2026?unit=T-1&order=sentrate&kind=cell&rate=sent&page=3", asked.Address);
        Assert.Equal(asked, BoardAsked.Read(2026, "T-1", "sentrate", "cell", "sent", "3"));
        Assert.Equal(new BoardAsked(2026), BoardAsked.Read(2026, "", "nonsense", null, "7", "-1"));
    }

    private static async Task AssertRowsAsync(Session session, AngleSharp.Dom.IElement link) =>
        Assert.Equal(int.Parse(link.TextContent, NumberStyles.AllowThousands, CultureInfo.CurrentCulture), await Rows.BehindAsync(session, link.GetAttribute("href")!));
}
