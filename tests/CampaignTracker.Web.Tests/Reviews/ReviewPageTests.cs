using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.Web.Reviews;
using Radzen.Blazor;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Reviews;

public sealed class ReviewPageTests : PageTest
{
    [Fact]
    public async Task Opening_shows_the_plan_and_takes_it_in_hand()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        var page = OpenAs("vanthu", plan);
        Assert.Contains("Cell 1.1", page.Find("h1").TextContent);
        Assert.Equal(2, page.FindAll(".filed-item").Count);
        Assert.Contains(ReviewText.NotYet, page.FindAll(".filed-item")[1].TextContent);
        Assert.Contains(ReviewText.EventOpened.With("Holder of vanthu"), page.Find(".path").TextContent);
        Assert.Equal(ReviewText.ProposeAgree, page.Find(".button.main").TextContent.Replace("check", "").Trim());
    }

    [Fact]
    public async Task A_remark_is_saved_after_the_last_letter_and_turns_the_main_button()
    {
        var plan = await Campaign.Given.AUnitPlan().Opened();
        var page = OpenAs("vanthu", plan);
        page.FindAll(".filed-item")[1].QuerySelector(".write-remark")!.Click();
        page.WaitForState(() => page.FindAll(".remark textarea").Count == 1);
        page.Find(".remark textarea").Input("Say when");
        page.WaitForAssertion(() => Assert.Contains(ReviewText.SavedAt.With("").Trim(), page.Find(".remark").TextContent), TimeSpan.FromSeconds(5));
        Assert.Contains(ReviewText.ProposeSupplement.With(1), page.Find(".button.main").TextContent);
        var read = await Campaign.As("vanthu").Use<ViewReview>().RunAsync(plan.ReviewId!.Value, default);
        Assert.Equal((plan.ItemIds[1], "Say when"), Assert.Single(read.Remarks.Select(r => (r.ItemId!.Value, r.Text))));
    }

    [Fact]
    public async Task The_leader_reads_the_proposal_and_asks_by_a_date()
    {
        var plan = await Campaign.Given.AUnitPlan().Proposed();
        var dialogs = default(IRenderedComponent<RadzenDialog>);
        var page = OpenAs("xa", plan, () => dialogs = Render<RadzenDialog>());
        Assert.Contains("Board 1", page.Find(".blocks").TextContent);
        page.Find(".button.main").Click();
        dialogs!.WaitForAssertion(() => Assert.Contains("12/03/2026", dialogs!.Markup));
        dialogs!.FindAll("button").Single(b => b.TextContent.Contains(ReviewText.AskSupplement.With(1), StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Equal("/reviews", Address));
        var read = await Campaign.As("chibo").Use<ViewPlan>().RunAsync(plan.PlanId, default);
        Assert.Equal(PlanState.SupplementAsked, read.State);
    }

    [Fact]
    public async Task Asking_without_a_remark_is_refused_in_words()
    {
        var plan = await Campaign.Given.AUnitPlan().Opened();
        var page = OpenAs("xa", plan);
        page.FindAll(".buttons .button").Single(b => b.TextContent.Contains(ReviewText.AskSupplementNone, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(Wording.Of(Because.SupplementWithoutRemark), page.Find(".bottom-bar .message").TextContent));
    }

    [Fact]
    public async Task Who_wrote_it_decides_nothing_and_reads_the_way_out()
    {
        await Campaign.As("quantri").Use<ChangeAccounts>().GivePostAsync(new(Given.Account("xa"), "T-1-1", Role.Officer, "Writer", null), default);
        var plan = await Campaign.Given.AUnitPlan().Issued();
        await Campaign.As("xa").Use<SavePlanDraft>().RunAsync(new(plan.PlanId, [new(null, PlanField.Aims, "Aims, better", "Aims")]), default);
        plan = await Campaign.Given.AUnitPlan().SendAgain(plan);
        var page = OpenAs("xa", plan);
        Assert.Contains(Wording.Of(Because.OwnFiling), page.Find(".blocks").TextContent);
        Assert.Empty(page.FindAll(".buttons .button"));
        Assert.Empty(page.FindAll(".write-remark"));
    }

    [Fact]
    public async Task A_second_round_shows_what_was_asked_and_what_was_changed()
    {
        var plan = await Campaign.Given.AUnitPlan().SupplementAsked();
        await Campaign.As("chibo").Use<SavePlanDraft>().RunAsync(new(plan.PlanId, [new(plan.ItemIds[1], PlanField.Method, "On Saturdays", "")]), default);
        plan = await Campaign.Given.AUnitPlan().SendAgain(plan);
        var page = OpenAs("vanthu", plan);
        var item = page.FindAll(".filed-item")[1];
        Assert.Contains("Say how", item.QuerySelector(".remark.earlier")!.TextContent);
        Assert.Contains("On Saturdays", item.QuerySelector(".differences")!.TextContent);
        Assert.Null(page.FindAll(".filed-item")[0].QuerySelector(".differences"));
    }

    [Fact]
    public async Task A_filing_of_others_is_refused_with_a_way_back()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        var page = OpenAs("xa2", plan);
        Assert.Contains(Wording.Of(Because.NotFound), page.Find(".state").TextContent);
        Assert.Equal("/reviews", page.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_typed_while_the_line_was_cut_opens_its_box_again_and_is_saved()
    {
        var plan = await Campaign.Given.AUnitPlan().Opened();
        kept = [new KeptDraft($"{plan.ItemIds[0]:N}-0", "Typed offline", "", DateTimeOffset.UnixEpoch)];
        var page = OpenAs("vanthu", plan);
        page.WaitForAssertion(() => Assert.Contains(ReviewText.ProposeSupplement.With(1), page.Find(".button.main").TextContent), TimeSpan.FromSeconds(5));
        var read = await Campaign.As("vanthu").Use<ViewReview>().RunAsync(plan.ReviewId!.Value, default);
        Assert.Equal("Typed offline", Assert.Single(read.Remarks).Text);
    }

    private KeptDraft[] kept = [];

    private IRenderedComponent<ReviewPage> OpenAs(string userName, PlanBuilder.AtHand plan, Action? before = null)
    {
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult(kept);
        SignIn(userName);
        before?.Invoke();
        var page = Render<ReviewPage>(p => p.Add(x => x.Id, plan.ReviewId!.Value));
        page.WaitForState(() => page.FindAll(".loading").Count == 0, TimeSpan.FromSeconds(10));
        return page;
    }
}
