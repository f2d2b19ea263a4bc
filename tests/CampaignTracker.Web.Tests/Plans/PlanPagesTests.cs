using CampaignTracker.Web.Plans;

namespace CampaignTracker.Web.Tests.Plans;

public sealed class PlanPagesTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public void The_list_shows_each_filing_and_one_filled_button_begins_it()
    {
        SignIn("chibo");
        var page = Open<PlansPage>("/plans");
        page.WaitForState(() => page.FindAll("tbody tr").Count == 2, Soon);
        Assert.Single(page.FindAll("button.main"));
        page.Find("button.main").Click();
        page.WaitForState(() => Address.StartsWith("/plans/", StringComparison.Ordinal), Soon);
    }

    [Fact]
    public void A_unit_that_owes_no_plan_reads_so()
    {
        SignIn("tinh");
        var page = Open<PlansPage>("/plans");
        page.WaitForState(() => page.FindAll(".state").Count == 1, Soon);
        Assert.Contains(PlanListText.Empty, page.Find(".state").TextContent);
    }

    [Fact]
    public async Task A_superior_reads_what_was_sent_and_writes_nothing()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        SignIn("vanthu");
        var page = Open<PlanPage>($"/plans/{plan.PlanId}", route => route.Add(p => p.Id, plan.PlanId));
        page.WaitForState(() => page.FindAll(".plan-path").Count == 1, Soon);
        Assert.Contains("Read one chapter a month", page.Markup);
        Assert.Empty(page.FindAll("input, textarea, .bottom-bar"));
        Assert.Contains("Cell 1.1", page.Find(".title-under").TextContent);
    }

    [Fact]
    public async Task A_neighbour_finds_nothing()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo12");
        var page = Open<PlanPage>($"/plans/{plan.PlanId}", route => route.Add(p => p.Id, plan.PlanId));
        page.WaitForState(() => page.FindAll(".message").Count == 1, Soon);
        Assert.DoesNotContain("Read one chapter", page.Markup);
    }

    [Fact]
    public async Task The_paper_bears_its_head_number_and_signer()
    {
        var plan = await Campaign.Given.AUnitPlan().Issued();
        SignIn("chibo");
        var page = Open<PlanPrintPage>($"/plans/{plan.PlanId}/print", route => route.Add(p => p.Id, plan.PlanId));
        page.WaitForState(() => page.FindAll(".paper").Count == 1, Soon);
        var paper = page.Find(".paper").TextContent;
        Assert.Contains("CELL 1.1", paper);
        Assert.Contains("03-KH/CB", paper);
        Assert.Contains("Signer", paper);
        Assert.Empty(page.FindAll(".paper-draft"));
    }
}
