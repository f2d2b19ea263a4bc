using CampaignTracker.Domain;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Compliance;

public sealed class TrendsPageTests : PageTest
{
    private IRenderedComponent<TrendsPage> OpenYear(string query = "") => Open<TrendsPage>($"/compliance/2026/trends{query}", page => page.Add(p => p.Year, 2026));

    [Fact]
    public async Task Every_drawing_has_a_sentence_and_a_table_that_say_the_same()
    {
        await Campaign.Given.AUnitPlan().Sent();
        SignIn("vanthu");
        var page = OpenYear();
        Assert.NotEmpty(page.FindAll("[role=img]"));
        Assert.All(page.FindAll("[role=img]"), drawing => Assert.NotEmpty(drawing.GetAttribute("aria-label")!));
        var today = page.Find("#weeks-title").ParentElement!.ParentElement!.QuerySelector("tbody tr")!;
        Assert.Equal(Wording.Day(Campaign.Clock.Today), today.QuerySelector("th")!.TextContent);
        Assert.Contains(Wording.Day(Campaign.Clock.Today), page.Find("#weeks [role=img]").GetAttribute("aria-label"));
        Assert.Single(page.FindAll(".button.main"));
    }

    [Fact]
    public void Pictures_name_what_they_take_and_its_moment()
    {
        SignIn("vanthu");
        var page = OpenYear();
        Assert.All(page.FindAll("[data-picture]"), button =>
        {
            Assert.NotNull(page.Find("#" + button.GetAttribute("data-picture")));
            Assert.Equal(ChartText.FiguresOf.With(Wording.Moment(Campaign.Clock.Now)), button.GetAttribute("data-date"));
        });
        Assert.Contains(page.FindAll("[data-picture]"), button => button.GetAttribute("data-format") == "png");
    }

    [Theory]
    [InlineData("vanthu", true)]
    [InlineData("kiemtra", false)]
    public void Opinion_times_stand_before_those_who_give_opinions_alone(string userName, bool shown)
    {
        SignIn(userName);
        Assert.Equal(shown, OpenYear().FindAll("#opinions-title").Count == 1);
    }

    [Fact]
    public void Another_rate_and_period_stand_in_the_address()
    {
        SignIn("vanthu");
        var page = OpenYear();
        page.FindAll(".choices button").Single(b => b.TextContent.Trim() == TrendText.Whole).Click();
        Assert.EndsWith("/compliance/2026/trends?span=year", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_reads_no_board_is_told_so()
    {
        SignIn("thanhvien");
        Assert.Contains(Wording.Of(new Refusal(Because.NotAllowed)), OpenYear().Markup, StringComparison.Ordinal);
    }
}
