using AngleSharp.Dom;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Progress;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Progress;

public sealed class ProgressQuickPageTests : PageTest
{
    public ProgressQuickPageTests() => JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);

    [Fact]
    public async Task A_row_is_saved_when_another_is_entered_and_says_what_is_stored()
    {
        var plan = await Campaign.Given.AUnitPlan().Adopted();
        var session = SignIn("chibo");
        var page = Open<ProgressQuickPage>("/progress/quick");
        Type(page, 0, "2", "4", "Four read");
        Assert.Contains(ProgressText.RowWaiting, Row(page, 0).TextContent);
        Row(page, 1).TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        page.WaitForAssertion(() => Assert.Contains("4/9 minutes, Four read", Row(page, 0).QuerySelector(".stored")!.TextContent));
        var entry = Assert.Single((await session.Use<ViewItemProgress>().RunAsync(new(ProgressSubject.PlanItem, plan.ItemIds[0]), default)).Entries);
        Assert.Equal((Outcome.PartlyDone, 4, "Four read"), (entry.Outcome!.Value, entry.Figure!.Value, entry.Text));
        // A stored report is not changed: another one is added.
        Row(page, 0).QuerySelector("button")!.Click();
        Type(page, 0, "1", "9", "");
        page.Find("[data-cells-end]").TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        page.WaitForAssertion(() => Assert.NotNull(Row(page, 0).QuerySelector(".stored")));
        Assert.Equal(2, (await session.Use<ViewItemProgress>().RunAsync(new(ProgressSubject.PlanItem, plan.ItemIds[0]), default)).Entries.Count);
    }

    [Fact]
    public async Task A_row_without_an_outcome_is_not_lost_and_says_what_is_missing()
    {
        var plan = await Campaign.Given.AUnitPlan().Adopted();
        var session = SignIn("chibo");
        var page = Open<ProgressQuickPage>("/progress/quick");
        Type(page, 0, "", "", "Four read");
        Type(page, 1, "0", "", "");
        Assert.Contains(ProgressText.QuickSave.With(2), page.Find(".bottom-bar .button").TextContent);
        page.Find(".bottom-bar .button").Click();
        page.WaitForAssertion(() => Assert.Contains(ProgressText.NothingNew, Row(page, 1).QuerySelector(".stored")!.TextContent));
        page.Find("[data-cells-end]").TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        page.WaitForAssertion(() => Assert.EndsWith(ProgressText.ChoiceMissing, Row(page, 0).TextContent.Trim()));
        Assert.Equal("Four read", Row(page, 0).QuerySelector(".what input")!.GetAttribute("value"));
        Assert.Empty((await session.Use<ViewItemProgress>().RunAsync(new(ProgressSubject.PlanItem, plan.ItemIds[0]), default)).Entries);
        Type(page, 0, "5", "", "Four read");
        page.Find("[data-cells-end]").TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        page.WaitForAssertion(() => Assert.EndsWith(ProgressText.ChoiceWrong, Row(page, 0).TextContent.Trim()));
        Type(page, 0, "3", "x", "Four read");
        page.Find("[data-cells-end]").TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        page.WaitForAssertion(() => Assert.EndsWith(ProgressText.FigureNotWhole, Row(page, 0).TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_done_is_not_asked_again()
    {
        var plan = await Campaign.Given.AUnitPlan().Adopted();
        foreach (var item in plan.ItemIds) await Campaign.As("chibo").Use<RecordProgress>().RunAsync(new(ProgressSubject.PlanItem, item, Outcome.Done, false, null, null, null, Guid.NewGuid()), default);
        SignIn("chibo");
        Assert.Contains(ProgressText.QuickEmpty, Open<ProgressQuickPage>("/progress/quick").Find(".state").TextContent);
    }

    [Fact]
    public async Task Months_tell_what_was_answered_and_open_the_rows()
    {
        var plan = await Campaign.Given.AUnitPlan().Adopted();
        await Campaign.As("chibo").Use<RecordProgress>().RunAsync(new(ProgressSubject.PlanItem, plan.ItemIds[0], Outcome.PartlyDone, false, 4, null, new DateOnly(2026, 2, 10), Guid.NewGuid()), default);
        // Drawn by the browser.
        ComponentFactories.AddStub<MonthChart>();
        SignIn("chibo");
        var page = Open<ProgressMonthsPage>("/progress/months");
        Assert.Equal("/progress?year=2026&month=2&answer=partlydone", page.Find(".month-counts .number-link").GetAttribute("href"));
        Assert.Contains(ProgressText.MonthCell.With(2, $"{ProgressText.PartlyDone}, {ProgressText.FigureAlone.With(4)}"), page.Find(".months-grid tbody tr").TextContent);
        Assert.Single(Open<ProgressPage>("/progress?year=2026&month=2&answer=partlydone").FindAll(".progress-table tbody tr"));
    }

    private static IElement Row(IRenderedComponent<ProgressQuickPage> page, int n) => page.FindAll(".quick tbody tr")[n];

    private static void Type(IRenderedComponent<ProgressQuickPage> page, int n, string choice, string figure, string text)
    {
        Row(page, n).TriggerEvent("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs());
        Row(page, n).QuerySelector(".answer input")!.Input(choice);
        Row(page, n).QuerySelector(".figure input")!.Input(figure);
        Row(page, n).QuerySelector(".what input")!.Input(text);
    }
}
