using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Commitments;

namespace CampaignTracker.Web.Tests.Commitments;

/// <summary>Opening one named commitment above its unit, and the log the unit sees.</summary>
public sealed class OpeningPageTests : PageTest
{
    public override async Task InitializeAsync() => Campaign = await TestCampaign.TownAsync(UseCases.Database.DatabaseProvider.Sqlite);

    [Fact]
    public void What_is_not_given_is_asked_for_beside_its_field()
    {
        SignIn("tinh.kt");
        var page = Open<OpenCommitmentPage>("/commitments/open");

        page.Find("button.main").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".field.missing")));
    }

    [Fact]
    public async Task The_unit_reads_who_opened_what_and_why()
    {
        await Campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0));
        await Campaign.As("tinh.kt").Use<OpenNamedCommitment>().RunAsync(new(Town.CellA1, Town.MembersOf(Town.CellA1)[0], Domain.Commitments.CommitmentScope.Year, Town.Year, "Kiểm tra theo kế hoạch"), default);
        SignIn("a1.bt");
        var page = Open<OpeningsPage>("/commitments/openings");

        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("Kiểm tra theo kế hoạch", row);
        Assert.Contains(Town.MembersOf(Town.CellA1)[0], row);
        Assert.Contains(Town.PersonOf("tinh.kt"), row);
    }

    [Fact]
    public void A_unit_whose_people_nobody_opened_is_told_so()
    {
        SignIn("a2.bt");
        Assert.Single(Open<OpeningsPage>("/commitments/openings").FindAll(".state"));
    }
}
