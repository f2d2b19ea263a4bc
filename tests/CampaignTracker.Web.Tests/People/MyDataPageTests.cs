using CampaignTracker.UseCases.People;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.People;

/// <summary>A person's own data: the notice, what is kept, asking, and the unit's answer.</summary>
public sealed class MyDataPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        Campaign = await TestCampaign.TownAsync(UseCases.Database.DatabaseProvider.Sqlite);
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
    }

    [Fact]
    public async Task The_notice_is_read_with_one_button_and_asking_shows_its_clock()
    {
        await Campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), adopted: true);
        SignIn("a1.tv");
        var page = Open<MyDataPage>("/me");

        page.Find("button.main").Click();
        page.WaitForState(() => page.FindAll("button.main").Count == 0);
        Assert.Contains(Town.NameOf(Town.CellA1), page.Markup);
        Assert.Single(page.FindAll("a[href^='/commitments/']"));

        page.FindAll(".choices button")[2].Click();
        Assert.Contains("15", page.Find(".small").TextContent);
        page.Find("textarea").Input("Xin không đăng ảnh");
        page.FindAll("button").First(b => b.TextContent.Contains("Gửi yêu cầu", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("Xin không đăng ảnh", page.Markup));
    }

    [Fact]
    public async Task The_unit_answers_and_an_empty_answer_is_refused_beside_its_field()
    {
        await Campaign.As("a1.tv").Use<AskAboutMyData>().RunAsync(new(Domain.People.PersonalDataAsk.View, "Xin xem"), default);
        SignIn("a1.bt");
        var page = Open<DataRequestsPage>("/data-requests");

        page.Find("button.main").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".field.missing")));
        page.Find("textarea").Input("Đã gửi bản sao");
        page.Find("button.main").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã gửi bản sao", page.Markup));
        Assert.Empty(page.FindAll("textarea"));
    }
}
