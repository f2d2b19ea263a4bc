using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Commitments;

public sealed class PaperEntryPageTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly Guid An = Promises.Member(Town.CellA1, 0), Binh = Promises.Member(Town.CellA1, 1), Exempt = Promises.Member(Town.CellA1, 2);

    public override async Task InitializeAsync()
    {
        Campaign = await TestCampaign.TownAsync(DatabaseProvider.Sqlite);
        await Campaign.ExemptAsync(Exempt, new DateOnly(2025, 8, 1));
    }

    private IRenderedComponent<PaperEntryPage> Open(string who = "a1.bt", string query = "", PaperSource? remembered = null)
    {
        SignIn(who);
        JSInterop.Setup<PaperSource?>("paperEntry.recall", _ => true).SetResult(remembered);
        return Open<PaperEntryPage>("/commitments/paper" + query);
    }

    private static PaperCells Cells(string action, string dueOn) => new(null, action, "6 hours", dueOn, "A list", "4");

    [Fact]
    public async Task The_source_is_asked_for_first_and_the_minutes_of_the_last_meeting_are_offered()
    {
        await Campaign.PromiseAsync(Town.CellA1, An, adopted: true);
        var page = Open();
        Assert.Contains(PaperEntryText.EnteredOf.With(1, 3), page.Find(".paper-facts").TextContent);
        Assert.Contains(PaperEntryText.ExemptCount.With(1), page.Find(".paper-facts").TextContent);
        Assert.Empty(page.FindAll("[data-main-action]"));

        page.Find(".paper-source form").Submit();

        Assert.Empty(page.FindAll(".paper-source"));
        Assert.Contains(PaperEntryText.Minutes.With("chi b\u1ed9", Wording.Day(Campaign.Clock.Today)), page.Find(".paper-facts").TextContent);
        Assert.Equal("paperEntry.go", JSInterop.Invocations.Last().Identifier);
        Assert.Single(page.FindAll(".button.main"));
    }

    [Fact]
    public void Another_paper_needs_its_name()
    {
        var page = Open();
        page.Find(".paper-source form").Submit();
        Assert.Contains(PaperEntryText.SourceWhich, page.Find("#paper-words-note").TextContent);
        page.Find("#paper-words").Input("Paper of 1 March");
        page.Find(".paper-source form").Submit();
        Assert.Contains("Paper of 1 March", page.Find(".paper-facts").TextContent);
    }

    [Fact]
    public async Task A_row_that_the_browser_sends_is_stored_and_the_figures_follow()
    {
        var page = Open(remembered: new("Paper of 1 March", null));
        var grid = page.FindComponent<PaperGrid>();

        var saved = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(Binh, [Cells("Visits", "3011")], [[]])));

        Assert.Null(saved.Message);
        Assert.Equal("30/11/2026", Assert.Single(saved.Stored).DueOn);
        page.WaitForAssertion(() => Assert.Contains(PaperEntryText.EnteredOf.With(1, 3), page.Find(".paper-facts").TextContent), Soon);
        Assert.Contains(PaperEntryText.RowsSaved.With(1, saved.At), page.Find(".paper-saved").TextContent);
        var row = (await Campaign.As("a1.bt").Use<ViewPaperEntry>().RunAsync(new(), default)).Rows.Single(r => r.ParticipantId == Binh);
        Assert.Equal(("Visits", "2026-11-30", "4", "Paper of 1 March"), (row.Lines[0].Action, row.Lines[0].DueOn, row.Lines[0].Standard, row.Typed!.Paper));
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_refused_beside_its_cell()
    {
        var page = Open(remembered: new("Paper", null));
        var grid = page.FindComponent<PaperGrid>();
        var saved = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(Binh, [Cells("Visits", "3102")], [[]])));
        Assert.Equal(new CellProblem(0, "dueOn", SharedText.NoSuchDay.With("3102")), Assert.Single(saved.Problems));
        var unclear = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(An, [Cells("Visits", "soon")], [[]])));
        Assert.Equal(SharedText.NotADate.With(2026), Assert.Single(unclear.Problems).Words);
    }

    [Fact]
    public async Task Somebody_elses_text_is_told_with_their_name()
    {
        var page = Open(remembered: new("Paper", null));
        await Campaign.As("a1.vp").Use<SavePaperRow>().RunAsync(new(Binh, CommitmentScope.Year, 2026, "Other paper", null, [new(null, "Theirs", "", "", "", "")], [[]]), default);
        var grid = page.FindComponent<PaperGrid>();
        var met = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(Binh, [Cells("Mine", "")], [[]])));
        Assert.Contains(Town.PersonOf("a1.vp"), met.Conflict);
        Assert.False(met.Settled);
        Assert.Equal("Theirs", Assert.Single(met.Stored).Action);
    }

    [Fact]
    public void Drawing_the_figures_anew_never_touches_the_sheet()
    {
        var page = Open(remembered: new("Paper", null));
        var grid = page.FindComponent<PaperGrid>();
        var drawn = grid.RenderCount;
        page.Find(".paper-facts .link").Click();
        page.Find(".paper-source form").Submit();
        Assert.Equal(drawn, grid.RenderCount);
        Assert.Single(JSInterop.Invocations["paperEntry.start"]);
    }

    [Fact]
    public void Hints_are_words_and_a_clear_line_has_none()
    {
        var page = Open(remembered: new("Paper", null));
        var sheet = page.FindComponent<PaperGrid>().Instance;
        Assert.Equal(Wording.Of(CommitmentHint.NoDate), sheet.Hint(Cells("Visits", "")));
        Assert.Null(sheet.Hint(Cells("Visits", "30/11")));
    }

    [Fact]
    public void Done_leads_back_to_the_register_when_everything_is_saved_and_else_says_how_much_is_not()
    {
        var page = Open(query: "?year=2026&scope=year", remembered: new("Paper", null));
        var finish = JSInterop.Setup<int>("paperEntry.finish");
        page.Find("[data-main-action]").Click();
        finish.SetResult(2);
        page.WaitForAssertion(() => Assert.Contains(PaperEntryText.NotFinished.With(2), page.Markup), Soon);
        Assert.StartsWith("/commitments/paper", Address);
    }

    [Fact]
    public void Done_leads_back_to_the_register()
    {
        var page = Open(remembered: new("Paper", null));
        page.Find("[data-main-action]").Click();
        page.WaitForAssertion(() => Assert.Equal("/commitments?year=2026&scope=year", Address), Soon);
    }

    [Fact]
    public void Who_does_not_keep_the_units_commitments_is_told_so()
    {
        var page = Open("a1.tv");
        Assert.NotEmpty(page.Find(".message").TextContent);
        Assert.Empty(page.FindAll(".paper-frame"));
    }
}
