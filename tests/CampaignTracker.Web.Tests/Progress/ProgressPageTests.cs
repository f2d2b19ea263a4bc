using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Progress;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Progress;

public sealed class ProgressPageTests : PageTest
{
    public ProgressPageTests() => JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);

    private static readonly DateOnly December = new(2026, 12, 7);

    [Fact]
    public async Task Overdue_stands_first_and_every_number_opens_its_rows()
    {
        await Campaign.Given.AUnitPlan().Adopted();
        Campaign.Clock.Set(December);
        var session = SignIn("chibo");
        var page = Open<ProgressPage>("/progress");
        var rows = page.FindAll("tbody tr");
        Assert.Contains("Read one chapter a month", rows[0].TextContent);
        Assert.NotNull(rows[0].QuerySelector(".chip-overdue"));
        Assert.Contains(ProgressText.NoDue, rows[1].TextContent);
        Assert.Equal("/progress/quick", Assert.Single(page.FindAll(".button.main")).GetAttribute("href"));
        foreach (var link in page.FindAll(".progress-numbers .number-link"))
        {
            var query = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://localhost"), link.GetAttribute("href")!).Query);
            var asked = ProgressAsked.Read(null, null, null, query["slice"], null, null, null, null, null, null);
            Assert.Equal(link.TextContent, (await session.Use<ViewProgress>().RunAsync(asked.Input, default)).Page.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_row_opens_into_the_form_and_the_report_is_stored()
    {
        var plan = await Campaign.Given.AUnitPlan().Adopted();
        var session = SignIn("chiuy");
        var page = Open<ProgressPage>("/progress");
        page.FindAll(".opener")[0].Click();
        Assert.Equal(ProgressText.Record, Assert.Single(page.FindAll(".button.main")).TextContent.Trim());
        Assert.Equal("/ 9 minutes", page.Find(".of-measure").TextContent);
        page.FindAll(".outcome")[1].Click();
        page.Find(".figure-line input").Input("4");
        page.Find(".progress-form textarea").Input("Four read");
        page.Find(".progress-form .button.main").Click();
        page.WaitForAssertion(() => Assert.Contains("4/9 minutes, Four read", page.Find(".note-saved").TextContent));
        Assert.Empty(page.FindAll(".progress-form"));
        var story = await session.Use<ViewItemProgress>().RunAsync(new(ProgressSubject.PlanItem, plan.ItemIds[0]), default);
        Assert.Equal((Outcome.PartlyDone, 4, "Four read", "Holder of chiuy"), Assert.Single(story.Entries) is var e ? (e.Outcome!.Value, e.Figure!.Value, e.Text, e.RecordedByName) : default);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_the_text_stays()
    {
        await Campaign.Given.AUnitPlan().Adopted();
        SignIn("chibo");
        var page = Open<ProgressPage>("/progress");
        page.FindAll(".opener")[0].Click();
        page.Find(".progress-form textarea").Input("Four read");
        page.Find(".figure-line input").Input("90%");
        page.Find(".progress-form .button.main").Click();
        Assert.Contains(ProgressText.FigureNotWhole, page.Find(".figure-line .note-missing").TextContent);
        page.Find(".figure-line input").Input("4");
        page.Find(".progress-form .button.main").Click();
        page.WaitForAssertion(() => Assert.Contains(Wording.Of(new Refusal(Because.ProgressWithoutOutcome)), page.Find(".progress-form .note-missing").TextContent));
        Assert.Equal("Four read", page.Find(".progress-form textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_new_is_an_answer()
    {
        var plan = await Campaign.Given.AUnitPlan().Adopted();
        var session = SignIn("chibo");
        var page = Open<ItemProgressPage>($"/progress/items/{plan.ItemIds[1]}", p => p.Add(x => x.Kind, "items").Add(x => x.Id, plan.ItemIds[1]));
        Assert.Contains(ProgressText.StoryEmpty, page.Markup);
        page.FindAll(".outcome")[3].Click();
        Assert.Empty(page.FindAll(".figure-line"));
        page.Find(".progress-form .button.main").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".story li")));
        Assert.Contains(ProgressText.NothingNew, page.Find(".story li").TextContent);
        Assert.Equal(0, (await session.Use<ViewProgress>().RunAsync(new(Slice: ProgressSlice.Done), default)).Page.Count);
    }

    [Fact]
    public async Task Above_the_unit_the_items_are_read_and_promises_are_figures()
    {
        await Campaign.Given.AUnitPlan().Issued();
        SignIn("xa");
        var page = Open<ProgressPage>("/progress?unit=T-1-1");
        Assert.Equal(2, page.FindAll(".progress-table tbody tr").Count);
        Assert.Empty(page.FindAll(".button.main"));
        Assert.Contains(ProgressText.SumsEmpty, page.Markup);
        page.FindAll(".opener")[0].Click();
        Assert.Contains(ProgressText.ReadOnly, page.Markup);
    }

    [Fact]
    public void A_unit_outside_the_scope_is_refused_in_words()
    {
        SignIn("xa");
        Assert.Contains(Wording.Of(new Refusal(Because.NotFound)), Open<ProgressPage>("/progress?unit=T-2-1").Find(".message").TextContent);
    }

    [Fact]
    public void A_member_without_a_promise_is_told_what_will_come()
    {
        SignIn("thanhvien");
        Assert.Contains(ProgressText.EmptyParticipant, Open<ProgressPage>("/progress").Find(".state").TextContent);
    }

    [Fact]
    public async Task The_search_takes_no_marks_and_says_when_nothing_is_found()
    {
        await Campaign.Given.AUnitPlan().Adopted();
        SignIn("chibo");
        Assert.Single(Open<ProgressPage>("/progress?search=CHAPTER").FindAll("tbody tr"));
        Assert.Contains("nowhere", Open<ProgressPage>("/progress?search=nowhere").Find(".state").TextContent);
    }

    [Fact]
    public async Task Home_and_the_plan_tell_how_it_goes()
    {
        var plan = await Campaign.Given.AUnitPlan().Agreed();
        await Campaign.As("chibo").Use<RecordProgress>().RunAsync(new(ProgressSubject.PlanItem, plan.ItemIds[0], Outcome.Done, false, 9, null, null, Guid.NewGuid()), default);
        SignIn("chibo");
        var home = Open<HomePage>("/");
        home.WaitForAssertion(() => Assert.Equal("/progress?year=2026&slice=overdue", home.Find(".progress-numbers .number-link").GetAttribute("href")));
        var read = Open<PlanPage>($"/plans/{plan.PlanId}", p => p.Add(x => x.Id, plan.PlanId));
        read.WaitForAssertion(() => Assert.Contains(ProgressText.PlanNote.With(1, 2), read.Markup));
        Assert.Contains("9/9 minutes", read.Find(".plan-progress li").TextContent);
    }

    [Fact]
    public void An_address_is_understood_as_it_was_written()
    {
        var asked = new ProgressAsked("T-1", 2026, ProgressSubject.CommitmentLine, ProgressSlice.DueSoon, 30, 3, ProgressAnswer.NothingNew, Guid.NewGuid(), "hội nghị", 2);
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://localhost"), asked.Address).Query);
        Assert.Equal(asked, ProgressAsked.Read(query["unit"], query["year"], query["subject"], query["slice"], query["silent"], query["month"], query["answer"], query["plan"], query["search"], query["page"]));
        Assert.Equal(new ProgressAsked(), ProgressAsked.Read(" ", "x", "?", "?", "0", "13", "done", "?", "", "-1"));
    }
}
