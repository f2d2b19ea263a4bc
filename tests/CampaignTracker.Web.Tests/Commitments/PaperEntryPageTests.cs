using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.Web.Tests.Commitments;

public sealed class PaperEntryPageTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly Guid an = Guid.CreateVersion7(), binh = Guid.CreateVersion7();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Campaign.Database();
        db.Acting = new Acting(Actor.System, "Test", Campaign.Clock.Now, Trail: false);
        var unit = await db.Units.SingleAsync(u => u.Code == "T-1-1");
        db.Participants.Add(Participant.Enter(Actor.System, an, "Hoang An", ParticipantKind.Member, "Head", true, unit, new DateOnly(2025, 7, 1), null, null));
        db.Participants.Add(Participant.Enter(Actor.System, binh, "Le Binh", ParticipantKind.Member, null, false, unit, new DateOnly(2025, 7, 1), null, null));
        db.Participants.Add(Participant.Enter(Actor.System, null, "Vu Cuc", ParticipantKind.Member, null, false, unit, new DateOnly(2025, 7, 1), new DateOnly(2025, 8, 1), null));
        db.Meetings.Add(CellMeeting.Record(Actor.System, null, unit, new DateOnly(2026, 2, 5), 2, 2, 2, Campaign.Clock.Today, Campaign.Clock.Now));
        await db.SaveChangesAsync();
    }

    private IRenderedComponent<PaperEntryPage> Open(string who = "chibo", string query = "", PaperSource? remembered = null)
    {
        SignIn(who);
        JSInterop.Setup<PaperSource?>("paperEntry.recall", _ => true).SetResult(remembered);
        return Open<PaperEntryPage>("/commitments/paper" + query);
    }

    private static PaperCells Cells(string action, string dueOn) => new(null, action, "6 hours", dueOn, "A list", "4");

    [Fact]
    public void The_source_is_asked_for_first_and_the_minutes_of_the_last_meeting_are_offered()
    {
        var page = Open();
        Assert.Contains(PaperEntryText.EnteredOf.With(0, 2), page.Find(".paper-facts").TextContent);
        Assert.Contains(PaperEntryText.ExemptCount.With(1), page.Find(".paper-facts").TextContent);
        Assert.Empty(page.FindAll("[data-main-action]"));

        page.Find(".paper-source form").Submit();

        Assert.Empty(page.FindAll(".paper-source"));
        Assert.Contains(PaperEntryText.Minutes.With("chi bo", "05/02/2026"), page.Find(".paper-facts").TextContent);
        Assert.Equal("paperEntry.go", JSInterop.Invocations.Last().Identifier);
        Assert.Single(page.FindAll(".button.main"));
    }

    [Fact]
    public void Another_paper_needs_its_name()
    {
        var page = Open();
        page.Find("#paper-meeting").Change("");
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

        var saved = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(binh, [Cells("Visits", "3011")], [[]])));

        Assert.Null(saved.Message);
        Assert.Equal("30/11/2026", Assert.Single(saved.Stored).DueOn);
        page.WaitForAssertion(() => Assert.Contains(PaperEntryText.EnteredOf.With(1, 2), page.Find(".paper-facts").TextContent), Soon);
        Assert.Contains(PaperEntryText.RowsSaved.With(1, saved.At), page.Find(".paper-saved").TextContent);
        var row = (await Campaign.As("chibo").Use<ViewPaperEntry>().RunAsync(new(), default)).Rows.Single(r => r.ParticipantId == binh);
        Assert.Equal(("Visits", "2026-11-30", "4", "Paper of 1 March"), (row.Lines[0].Action, row.Lines[0].DueOn, row.Lines[0].Standard, row.Typed!.Paper));
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_refused_beside_its_cell()
    {
        var page = Open(remembered: new("Paper", null));
        var grid = page.FindComponent<PaperGrid>();
        var saved = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(binh, [Cells("Visits", "3102")], [[]])));
        Assert.Equal(new CellProblem(0, "dueOn", SharedText.NoSuchDay.With("3102")), Assert.Single(saved.Problems));
        var unclear = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(an, [Cells("Visits", "soon")], [[]])));
        Assert.Equal(SharedText.NotADate.With(2026), Assert.Single(unclear.Problems).Words);
    }

    [Fact]
    public async Task Somebody_elses_text_is_told_with_their_name()
    {
        var page = Open(remembered: new("Paper", null));
        await Campaign.As("chiuy").Use<SavePaperRow>().RunAsync(new(binh, CommitmentScope.Year, 2026, "Other paper", null, [new(null, "Theirs", "", "", "", "")], [[]]), default);
        var grid = page.FindComponent<PaperGrid>();
        var met = await grid.InvokeAsync(() => grid.Instance.SaveRowAsync(new(binh, [Cells("Mine", "")], [[]])));
        Assert.Contains("Holder of chiuy", met.Conflict);
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
        var page = Open("thanhvien");
        Assert.NotEmpty(page.Find(".message").TextContent);
        Assert.Empty(page.FindAll(".paper-frame"));
    }
}
