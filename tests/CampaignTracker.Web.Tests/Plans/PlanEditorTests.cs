using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Shared;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.Plans;

public sealed class PlanEditorTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private IRenderedComponent<PlanPage> Edit(PlanBuilder.AtHand plan, Guid? item = null, params KeptDraft[] kept)
    {
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult(kept);
        var page = Open<PlanPage>($"/plans/{plan.PlanId}" + (item is { } id ? $"?at={id:N}" : ""), route => route.Add(p => p.Id, plan.PlanId));
        page.WaitForState(() => page.FindAll(".item-form, .plan-path, .answers").Count > 0, Soon);
        return page;
    }

    private Task<ViewPlan.Page> StoredAsync(Guid plan) => Campaign.As("chibo").Use<ViewPlan>().RunAsync(plan, default);

    private static string Id(Guid item, PlanField field) => "#" + new PlanSpot(item, field).InputId;

    [Fact]
    public async Task The_first_unclear_item_is_open_and_says_what_is_missing()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var page = Edit(plan);
        Assert.Equal(PlanEditText.Item.With(2), page.Find(".item-form h2").TextContent);
        Assert.Contains(Wording.Of(PlanElement.Method), page.Find(".missing-box").TextContent);
        Assert.Contains(PlanEditText.MethodMissing, page.Find(".item-form").TextContent);
        Assert.Contains(PlanEditText.Clear, page.FindAll(".outline-item")[0].TextContent);
    }

    [Fact]
    public async Task Sending_waits_for_the_meeting_and_its_button_leads_there()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var page = Edit(plan);
        Assert.Contains(PlanEditText.BlockMeeting, page.Find(".bottom-bar").TextContent);
        page.Find(".bottom-bar [aria-disabled=true]").Click();
        page.WaitForState(() => page.FindAll("#meeting-date").Count == 1, Soon);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_nothing_is_stored()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var page = Edit(plan);
        page.Find(".plan-strip .main").Click();
        page.Find("#meeting-date").Change("2/3");
        page.Find("#meeting-present").Input("12");
        page.Find("#meeting-total").Input("10");
        page.Find("#meeting-favour").Input("9");
        page.Find(".strip-form .main").Click();
        page.WaitForState(() => page.Find("#meeting-present-notes").TextContent.Length > 0, Soon);
        Assert.Equal("12", page.Find("#meeting-present").GetAttribute("value"));
        Assert.Null((await StoredAsync(plan.PlanId)).Meeting);
    }

    [Fact]
    public async Task What_is_typed_is_stored_when_saved()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var page = Edit(plan);
        page.Find(Id(plan.ItemIds[1], PlanField.Method)).Input("Every Saturday");
        await page.Find("[data-save-now]").ClickAsync(new());
        Assert.Equal("Every Saturday", (await StoredAsync(plan.PlanId)).Items[1].Method);
        Assert.DoesNotContain(Wording.Of(PlanElement.Method), page.Find(".missing-box").TextContent);
    }

    [Fact]
    public async Task When_somebody_was_faster_both_texts_stand_and_the_one_not_chosen_is_kept()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var page = Edit(plan);
        await Campaign.As("chiuy").Use<SavePlanDraft>().RunAsync(new(plan.PlanId, [new(plan.ItemIds[1], PlanField.Method, "Theirs", "")]), default);
        page.Find(Id(plan.ItemIds[1], PlanField.Method)).Input("Mine");
        await page.Find("[data-save-now]").ClickAsync(new());
        page.WaitForState(() => page.FindAll(".two-texts").Count == 1, Soon);
        Assert.Contains("Theirs", page.Find(".two-texts").TextContent);
        Assert.Equal("Theirs", (await StoredAsync(plan.PlanId)).Items[1].Method);

        await page.Find(".two-texts button").ClickAsync(new());
        page.WaitForState(() => page.FindAll(".two-texts").Count == 0, Soon);
        var stored = await StoredAsync(plan.PlanId);
        Assert.Equal("Mine", stored.Items[1].Method);
        Assert.Contains(stored.Kept, kept => kept.Text == "Theirs");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("older", true)]
    public async Task After_a_reload_what_the_browser_kept_is_stored(string basis, bool typed)
    {
        JSInterop.Setup<bool>("draftKeeper.wasTyped", _ => true).SetResult(typed);
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var name = new PlanSpot(plan.ItemIds[1], PlanField.Method).Name;
        var page = Edit(plan, null, new KeptDraft(name, "Half a sent", basis, DateTimeOffset.UnixEpoch));
        page.WaitForState(() => page.Find(Id(plan.ItemIds[1], PlanField.Method)).GetAttribute("value") == "Half a sent", Soon);
        Assert.Equal("Half a sent", (await StoredAsync(plan.PlanId)).Items[1].Method);
    }

    [Fact]
    public async Task After_a_reload_over_a_newer_text_both_stand()
    {
        var plan = await Campaign.Given.AUnitPlan().Begun();
        SignIn("chibo");
        var name = new PlanSpot(plan.ItemIds[0], PlanField.Method).Name;
        var page = Edit(plan, plan.ItemIds[0], new KeptDraft(name, "Typed offline", "What stood there then", DateTimeOffset.UnixEpoch));
        page.WaitForState(() => page.FindAll(".two-texts").Count == 1, Soon);
        Assert.Contains("Typed offline", page.Find(".two-texts").TextContent);
        Assert.Equal("At the monthly meeting", (await StoredAsync(plan.PlanId)).Items[0].Method);
    }

    [Fact]
    public async Task Sending_names_the_superior_and_what_is_unclear_then_shows_the_path()
    {
        var plan = await Campaign.Given.AUnitPlan().Issued();
        SignIn("chibo");
        var dialogs = Render<RadzenDialog>();
        var page = Edit(plan);
        var send = page.Find(".bottom-bar .button.main");
        Assert.Contains("Commune 1", send.TextContent);
        send.Click();
        dialogs.WaitForState(() => dialogs.Markup.Contains(PlanEditText.UnclearItem.With(2, ""), StringComparison.Ordinal) || dialogs.Markup.Contains(Wording.Of(PlanElement.Method), StringComparison.Ordinal), Soon);
        dialogs.FindAll("button").First(button => button.TextContent.Contains("Commune 1", StringComparison.Ordinal)).Click();
        page.WaitForState(() => page.FindAll(".plan-path").Count == 1, Soon);
        Assert.Equal(PlanState.Sent, (await StoredAsync(plan.PlanId)).State);
        Assert.Empty(page.FindAll("textarea"));
    }

    [Fact]
    public async Task A_sender_who_has_not_seen_a_change_is_shown_it_first()
    {
        var plan = await Campaign.Given.AUnitPlan().Issued();
        SignIn("chibo");
        var page = Edit(plan);
        await Campaign.As("chiuy").Use<SavePlanDraft>().RunAsync(new(plan.PlanId, [new(plan.ItemIds[0], PlanField.Product, "10 minutes", "9 minutes")]), default);
        page.Find(".bottom-bar .button.main").Click();
        page.WaitForState(() => page.FindAll(".seen").Count == 1, Soon);
        Assert.Contains("10 minutes", page.Find(".seen").TextContent);
        Assert.Contains("Holder of chiuy", page.Find(".seen").TextContent);
        Assert.NotEqual(PlanState.Sent, (await StoredAsync(plan.PlanId)).State);
    }

    [Fact]
    public async Task Asked_to_supplement_the_remark_stands_on_top_and_under_its_item()
    {
        var plan = await Campaign.Given.AUnitPlan().SupplementAsked();
        SignIn("chibo");
        var page = Edit(plan, plan.ItemIds[1]);
        Assert.Equal(2, page.FindAll(".remark-text").Count(remark => remark.TextContent == "Say how"));
        Assert.Contains(PlanEditText.SendAgain.With("Commune 1"), page.Find(".bottom-bar").TextContent);
    }
}
