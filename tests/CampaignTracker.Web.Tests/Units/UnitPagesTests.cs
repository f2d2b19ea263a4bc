using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Units;
using Microsoft.AspNetCore.Components.Web;

namespace CampaignTracker.Web.Tests.Units;

public sealed class UnitPagesTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static List<string> Names(IRenderedComponent<UnitsPage> page) => [.. page.FindAll("[role=treeitem] .name").Select(name => name.TextContent)];

    [Fact]
    public void The_tree_opens_its_top_and_a_branch_when_asked()
    {
        SignIn("tinh");
        var page = Open<UnitsPage>("/units");
        page.WaitForState(() => Names(page).Count == 3, Soon);
        Assert.Equal(["Province T", "Commune 1", "Commune 2"], Names(page));
        page.FindAll(".tree-twist")[1].Click();
        page.WaitForState(() => Names(page).Count == 7, Soon);
        Assert.Equal(["Cell 1.1", "Cell 1.2", "Cell 1.3", "State body 1"], Names(page)[2..6]);
        Assert.Equal("true", page.FindAll("[role=treeitem]")[1].GetAttribute("aria-expanded"));
        Assert.Equal("/units/T-1-1", page.FindAll("[role=treeitem]")[2].GetAttribute("href"));
    }

    [Fact]
    public async Task Arrows_open_walk_and_fold()
    {
        SignIn("tinh");
        var page = Open<UnitsPage>("/units");
        page.WaitForState(() => Names(page).Count == 3, Soon);
        Task PressAsync(int i, string key) => page.FindAll("[role=treeitem]")[i].KeyDownAsync(new KeyboardEventArgs { Key = key });
        string Reachable() => page.FindAll("[role=treeitem][tabindex='0'] .name").Single().TextContent;

        await PressAsync(0, "ArrowDown");
        Assert.Equal("Commune 1", Reachable());
        await PressAsync(1, "ArrowRight");
        page.WaitForState(() => Names(page).Count == 7, Soon);
        await PressAsync(1, "ArrowRight");
        Assert.Equal("Cell 1.1", Reachable());
        await PressAsync(2, "End");
        Assert.Equal("Commune 2", Reachable());
        await PressAsync(2, "ArrowLeft");
        Assert.Equal("Commune 1", Reachable());
        await PressAsync(1, "ArrowLeft");
        Assert.Equal(3, Names(page).Count);
        await PressAsync(1, "Home");
        Assert.Equal("Province T", Reachable());
    }

    [Fact]
    public void A_search_finds_without_marks_and_names_the_superior()
    {
        SignIn("tinh");
        var page = Open<UnitsPage>("/units?q=" + Uri.EscapeDataString("céLL 1"));
        page.WaitForState(() => page.FindAll(".hits li").Count == 3, Soon);
        Assert.Contains("Commune 1", page.Find(".hits li").TextContent);
        Assert.Equal("/units/T-1-1", page.Find(".hits a").GetAttribute("href"));
    }

    [Fact]
    public void A_search_that_finds_nothing_says_what_to_try()
    {
        SignIn("xa");
        // Sideways is not found, by anybody.
        var page = Open<UnitsPage>("/units?q=" + Uri.EscapeDataString("Cell 2"));
        page.WaitForElement(".state", Soon);
        Assert.Contains(UnitText.NotFound.Replace("{0}", "Cell 2"), page.Find(".state").TextContent);
    }

    [Fact]
    public async Task A_unit_shows_where_it_hangs_what_it_owes_and_who_holds_posts()
    {
        await Campaign.Given.AUnitPlan("T-1-1").Sent();
        SignIn("xa");
        var page = Open<UnitPage>("/units/T-1-1", p => p.Add(x => x.Code, "T-1-1"));
        Assert.Equal(["/units", "/units/T", "/units/T-1"], page.FindAll(".crumbs a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Holder of chibo", page.Markup);
        Assert.Contains(UnitText.NotBegun, page.Markup);
        Assert.Single(page.FindAll("td a[href^='/plans/']"));
        Assert.Contains(UnitText.NoChildren, page.Markup);
    }

    [Theory]
    [InlineData("tinh", "T")]
    [InlineData("xa", "T-1")]
    public async Task Every_number_opens_exactly_the_rows_it_counts(string userName, string code)
    {
        await Campaign.Given.AUnitPlan("T-1-1").Agreed();
        await Campaign.Given.AUnitPlan("T-1-2").Sent();
        var session = SignIn(userName);
        var page = Open<UnitPage>("/units/" + code, p => p.Add(x => x.Code, code));
        var links = page.FindAll(".counts a");
        Assert.Equal(6, links.Count);
        foreach (var link in links) await Opens(session, link.GetAttribute("href")!, int.Parse(link.TextContent));
    }

    internal static async Task Opens(Session session, string href, int count)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(href[href.IndexOf('?')..]);
        var rows = await session.Use<ViewObligations>().RunAsync(new(query["unit"]!, query.TryGetValue("year", out var year) ? int.Parse(year!) : null,
            RequirementId: query.TryGetValue("requirement", out var requirement) ? Guid.Parse(requirement!) : null, Slice: Enum.Parse<ObligationSlice>(query["slice"]!)), default);
        Assert.Equal(count, rows.Page.Count);
    }

    [Fact]
    public void A_kind_opens_the_units_it_counts()
    {
        SignIn("tinh");
        var page = Open<UnitPage>("/units/T", p => p.Add(x => x.Code, "T"));
        page.Find("details.fold").TriggerEvent("ontoggle", EventArgs.Empty);
        page.WaitForState(() => page.FindAll(".names a").Count > 0, Soon);
        Assert.Equal(["Commune 1", "Commune 2"], page.FindAll(".names a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("xa", "T-2")]
    [InlineData("xa", "nowhere")]
    public void What_lies_sideways_looks_like_what_is_not_there(string userName, string code)
    {
        SignIn(userName);
        var page = Open<UnitPage>("/units/" + code, p => p.Add(x => x.Code, code));
        Assert.Contains(Wording.Of(new Refusal(Because.NotFound)), page.Find(".message").TextContent);
        Assert.Equal("/units", page.Find(".message a").GetAttribute("href"));
    }

    [Fact]
    public void Above_oneself_there_are_facts_but_no_numbers()
    {
        SignIn("chibo");
        var page = Open<UnitPage>("/units/T-1", p => p.Add(x => x.Code, "T-1"));
        Assert.Contains("Commune 1", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll(".counts, table"));
        Assert.DoesNotContain("Holder of xa", page.Markup);
    }
}
