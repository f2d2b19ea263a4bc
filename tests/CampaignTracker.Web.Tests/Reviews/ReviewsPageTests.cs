using CampaignTracker.Web.Reviews;

namespace CampaignTracker.Web.Tests.Reviews;

public sealed class ReviewsPageTests : PageTest
{
    [Fact]
    public async Task A_filing_stands_with_its_unit_its_date_and_its_step()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        SignIn("vanthu");
        var page = Open<ReviewsPage>("/reviews");
        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal($"/reviews/{plan.ReviewId}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Cell 1.1", row.TextContent);
        Assert.Contains(ReviewsText.StepNotOpened, row.QuerySelector(".chip")!.TextContent);
        Assert.Equal($"/reviews/{plan.ReviewId}", page.Find(".button.main").GetAttribute("href"));
    }

    [Fact]
    public async Task A_step_without_filings_says_so_and_leads_back()
    {
        await Campaign.Given.AUnitPlan().Sent();
        SignIn("xa");
        var page = Open<ReviewsPage>("/reviews");
        page.FindAll(".choices button").Single(b => b.TextContent.Trim() == ReviewsText.StepProposed).Click();
        page.WaitForAssertion(() => Assert.Contains(ReviewsText.NoMatch, page.Find(".state").TextContent));
        page.Find(".state button").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public void Nothing_waiting_says_what_comes()
    {
        SignIn("xa");
        Assert.Contains(ReviewsText.Empty, Open<ReviewsPage>("/reviews").Find(".state").TextContent);
    }

    [Fact]
    public async Task Who_reads_no_filings_is_told_calmly()
    {
        await Campaign.Given.AUnitPlan().Sent();
        SignIn("kiemtra");
        Assert.Contains(ReviewsText.NotForMe, Open<ReviewsPage>("/reviews").Find(".state").TextContent);
    }
}
