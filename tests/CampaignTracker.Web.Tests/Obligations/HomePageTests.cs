using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Tests.Obligations;

public sealed class HomePageTests : PageTest
{
    [Fact]
    public void A_secretary_sees_what_to_do_with_one_filled_button()
    {
        SignIn("chibo");
        var page = Open<HomePage>("/");
        Assert.Equal(2, page.FindAll(".duty").Count);
        Assert.Equal(HomeText.Begin, Assert.Single(page.FindAll(".button.main")).TextContent.Trim());
        Assert.Contains("16/03/2026", page.Markup);
    }

    [Fact]
    public async Task Beginning_a_plan_leads_to_it()
    {
        var session = SignIn("chibo");
        var page = Open<HomePage>("/");
        page.Find(".duty button").Click();
        page.WaitForAssertion(() => Assert.StartsWith("/plans/", Address));
        Assert.True(Guid.TryParse(Address["/plans/".Length..], out var plan));
        Assert.NotNull(await session.Use<ViewPlan>().RunAsync(plan, default));
    }

    [Fact]
    public async Task A_plan_asked_to_supplement_stands_first_and_opens_its_remarks()
    {
        var plan = await Campaign.Given.AUnitPlan().SupplementAsked();
        SignIn("chibo");
        var page = Open<HomePage>("/");
        var first = page.FindAll(".duty")[0];
        Assert.Contains(Wording.Of(Standing.SupplementAsked), first.TextContent);
        Assert.Contains("1 ý kiến", first.TextContent);
        Assert.Equal($"/plans/{plan.PlanId}", first.QuerySelector("a.button.main")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_sent_says_where_it_lies()
    {
        await Campaign.Given.AUnitPlan().Opened();
        SignIn("chibo");
        var sent = Open<HomePage>("/").Find("#sent");
        Assert.Contains("Commune 1", sent.TextContent);
        Assert.Contains(HomeText.ReadBy.Replace("{0}", "Holder of vanthu"), sent.TextContent);
    }

    [Fact]
    public async Task A_reviewer_finds_what_waits()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        SignIn("vanthu");
        var waiting = Open<HomePage>("/").Find("#waiting");
        Assert.Contains("Cell 1.1", waiting.TextContent);
        Assert.Equal($"/reviews/{plan.ReviewId}", waiting.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_own_numbers_open_the_rows_they_count()
    {
        var session = SignIn("chibo");
        var page = Open<HomePage>("/");
        foreach (var link in page.FindAll("#year .number-link"))
            Assert.Equal(int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), await Rows.BehindAsync(session, link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("thanhvien", "/documents")]
    [InlineData("quantri", "/admin/accounts")]
    [InlineData("kiemtra", "/audit")]
    public void Who_files_nothing_is_led_to_their_work(string userName, string href)
    {
        SignIn(userName);
        var page = Open<HomePage>("/");
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == href);
        Assert.Empty(page.FindAll(".duty"));
    }

    [Theory]
    [InlineData("vanthu")]
    [InlineData("xa")]
    [InlineData("tinh")]
    [InlineData("tinh.lanhdao")]
    [InlineData("kiemtra")]
    public void Who_watches_others_sees_the_trend_and_one_filled_button(string userName)
    {
        SignIn(userName);
        var page = Open<HomePage>("/");
        page.WaitForElement("#trend-title", TimeSpan.FromSeconds(10));
        Assert.Single(page.FindAll(".button.main"));
    }

    [Fact]
    public void An_inspector_finds_the_latest_acts_and_what_to_look_into()
    {
        SignIn("kiemtra");
        var page = Open<HomePage>("/");
        page.WaitForElement("#corrected-title", TimeSpan.FromSeconds(10));
        Assert.Equal("/audit", page.Find(".button.main").GetAttribute("href"));
        Assert.NotEmpty(page.FindAll("#closed-title"));
    }

    [Fact]
    public void An_administrator_sees_the_system_and_accounts_never_used_and_no_filing()
    {
        SignIn("quantri");
        var page = Open<HomePage>("/");
        Assert.Equal(UseCases.People.ViewAccounts.MostUnused, page.FindAll("[aria-labelledby=unused-title] li").Count);
        Assert.Equal("/admin/health", page.Find(".button.main").GetAttribute("href"));
        Assert.Empty(page.FindAll(".duty, #trend-title, a[href^='/compliance'], a[href^='/obligations'], a[href^='/commitments']"));
    }

    [Fact]
    public void A_participant_reads_what_becomes_of_their_promises()
    {
        SignIn("thanhvien");
        var page = Open<HomePage>("/");
        Assert.Contains(HomeText.PromisesNone, page.Find("[aria-labelledby=promises-title]").TextContent, StringComparison.Ordinal);
    }
}

/// <summary>Reads the rows that an address shows.</summary>
internal static class Rows
{
    public static async Task<int> BehindAsync(Session session, string address)
    {
        var asked = RowsAsked.Read(new ListQuery(new Uri("http://localhost" + address).Query));
        Assert.Equal(address, asked.Address);
        return (await session.Use<ViewObligations>().RunAsync(asked.Input, default)).Page.Count;
    }
}
