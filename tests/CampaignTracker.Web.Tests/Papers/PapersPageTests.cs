using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.Papers;

namespace CampaignTracker.Web.Tests.Papers;

/// <summary>What can be printed, for whom.</summary>
public sealed class PapersPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        Campaign = await TestCampaign.TownAsync(DatabaseProvider.Sqlite);
        await Campaign.AddFormsAsync();
    }

    private static string[] Links(IRenderedComponent<PapersPage> page) => [.. page.FindAll(".paper-list a").Select(a => a.GetAttribute("href")!)];

    [Fact]
    public async Task Whoever_keeps_the_units_commitments_takes_every_paper_of_the_unit()
    {
        await Campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), adopted: true);
        SignIn("a1.vp");
        var page = Open<PapersPage>("/papers");

        Assert.Equal("/papers/units/P-A-1/2026/register.docx", Assert.Single(page.FindAll(".button.main")).GetAttribute("href"));
        Assert.Equal(
        [
            "/papers/units/P-A-1/2026/register.docx", "/papers/units/P-A-1/2026/registration.docx", "/papers/units/P-A-1/2026/two.docx",
            "/papers/units/P-A-1/2026/register.docx?scope=Term", "/papers/units/P-A-1/2026/registration.docx?scope=Term", "/papers/units/P-A-1/2026/term-plan.docx?scope=Term",
            "/papers/payback/units/P-A-1/2026/members.docx", "/papers/payback/units/P-A-1/2026/cell.docx", "/papers/payback/units/P-A-1/2026/inspection.docx", "/papers/payback/units/P-A-1/2026/handover.docx",
        ], Links(page));
        Assert.Contains("1/4", page.FindAll(".sheet-head")[0].TextContent);
        // A form nobody compared with its original says so, a confirmed one does not.
        Assert.Equal(2, page.FindAll(".paper-list .badge").Count);
    }

    [Fact]
    public async Task A_person_takes_their_own()
    {
        var own = await Campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"));
        SignIn("a1.tv");
        var page = Open<PapersPage>("/papers");

        Assert.Empty(page.FindAll(".button.main"));
        Assert.Equal([$"/papers/commitments/{own.Commitment}.docx?form=registration", $"/papers/commitments/{own.Commitment}.docx?form=two", $"/papers/payback/commitments/{own.Commitment}.docx"], Links(page));
    }

    [Fact]
    public void Who_has_nothing_to_print_is_told_when_there_will_be()
    {
        SignIn("tinh.kt");
        var page = Open<PapersPage>("/papers");

        Assert.Empty(page.FindAll(".paper-list"));
        Assert.Single(page.FindAll(".state"));
    }

    [Fact]
    public void Another_year_is_a_link_away()
    {
        SignIn("a1.vp");
        var page = Open<PapersPage>("/papers?year=2025");

        Assert.Equal(["2026", "2025"], page.FindAll(".months a").Select(a => a.TextContent));
        Assert.Equal("2025", page.Find(".months a[aria-current]").TextContent);
        Assert.All(Links(page), href => Assert.Contains("/2025/", href));
    }
}
