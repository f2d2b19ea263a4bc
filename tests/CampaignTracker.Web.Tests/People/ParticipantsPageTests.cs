using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.People;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.People;

public sealed class ParticipantsPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var people = Campaign.As("chibo").Use<ChangeParticipants>();
        foreach (var name in new[] { "Nguyễn Văn Ân", "Lê Thị Bình", "Vũ Đình An" }) await people.EnterAsync(new("T-1-1", name, ParticipantKind.Member, null, false, new DateOnly(2024, 1, 1), null, AnotherPerson: true), default);
    }

    private Task<ViewParticipants.Answer> ListAsync(ViewParticipants.Part part = ViewParticipants.Part.Present) => Campaign.As("chibo").Use<ViewParticipants>().RunAsync(new(Part: part, Take: 100), default);

    private static List<string> Names<T>(IRenderedComponent<T> page) where T : Microsoft.AspNetCore.Components.IComponent => [.. page.FindAll("tbody tr:not(.changes-row) > th").Select(th => th.FirstChild!.TextContent.Trim())];

    [Fact]
    public void People_stand_by_given_name_and_are_found_without_marks()
    {
        SignIn("chibo");
        var page = Open<ParticipantsPage>("/participants");
        Assert.Equal(["Vũ Đình An", "Nguyễn Văn Ân", "Lê Thị Bình"], Names(page).Where(name => name is "Vũ Đình An" or "Nguyễn Văn Ân" or "Lê Thị Bình"));
        Assert.Contains("/lists/participants.xlsx?unit=T-1-1&part=Present", page.FindAll("a").Select(a => a.GetAttribute("href")));
        page.Find("input[type=search]").Input("NGUYEN van");
        page.WaitForAssertion(() => Assert.Equal(["Nguyễn Văn Ân"], Names(page)), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Whoever_keeps_nobody_is_told_so()
    {
        SignIn("tinh");
        var page = Open<ParticipantsPage>("/participants");
        Assert.Contains(Wording.Of(Because.NotAllowed), page.Find(".state").TextContent);
        Assert.Empty(page.FindAll(".button.main"));
    }

    [Fact]
    public async Task Somebody_new_is_entered_and_a_like_name_is_asked_about()
    {
        SignIn("chibo");
        var page = Open<ParticipantsPage>("/participants");
        page.Find(".button.main").Click();
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains(Wording.Of(FieldName.FullName), page.Find(".field.missing .note-missing").TextContent));
        Fill(page, ParticipantsText.FullName, "nguyen van an");
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains("Nguyễn Văn Ân", page.Find(".field.missing .note-missing").TextContent), TimeSpan.FromSeconds(5));
        Assert.Contains(ParticipantsText.EnterAnother, page.Find(".button.main").TextContent);

        // The yes is for that name only.
        Fill(page, ParticipantsText.FullName, "Lê Thị Bính");
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains("Lê Thị Bình", page.Find(".field.missing .note-missing").TextContent), TimeSpan.FromSeconds(5));
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains("Lê Thị Bính", Names(page)), TimeSpan.FromSeconds(5));
        Assert.Contains((await ListAsync()).Page.Rows, row => row.Name == "Lê Thị Bính");
    }

    [Fact]
    public async Task A_person_is_corrected_and_exempted_where_they_stand()
    {
        SignIn("chibo");
        var page = Open<ParticipantsPage>("/participants");
        OpenRow(page, "Lê Thị Bình");
        Assert.EndsWith("/timeline", page.Find("a[href^='/participants/'][href$='/timeline']").GetAttribute("href"));
        Fill(page, ParticipantsText.PostTitle, "Chi ủy viên");
        page.FindAll("input[type=checkbox]")[1].Change(true);
        Click(page, ParticipantsText.SaveCorrection);
        page.WaitForAssertion(() => Assert.Contains("Chi ủy viên", page.Find("tbody").TextContent), TimeSpan.FromSeconds(5));
        var row = (await ListAsync(ViewParticipants.Part.Exempt)).Page.Rows.Single();
        Assert.Equal(("Lê Thị Bình", "Chi ủy viên", Campaign.Clock.Today), (row.Name, row.PostTitle, row.ExemptSince));
    }

    [Fact]
    public async Task Leaving_asks_first()
    {
        SignIn("chibo");
        var dialogs = Render<RadzenDialog>();
        var page = Open<ParticipantsPage>("/participants");
        OpenRow(page, "Lê Thị Bình");
        Click(page, ParticipantsText.LeaveAct);
        dialogs.WaitForAssertion(() => Assert.Contains("Lê Thị Bình", dialogs.Markup));
        Assert.Equal(0, (await ListAsync()).Left);
        dialogs.FindAll("button").Single(b => b.TextContent.Contains(ParticipantsText.LeaveAct, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.DoesNotContain("Lê Thị Bình", Names(page)), TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await ListAsync()).Left);
    }

    [Fact]
    public void A_move_to_no_unit_says_so_beside_the_field()
    {
        SignIn("chibo");
        var dialogs = Render<RadzenDialog>();
        var page = Open<ParticipantsPage>("/participants");
        OpenRow(page, "Lê Thị Bình");
        Fill(page, ParticipantsText.ToUnit, "T-9-9");
        Click(page, ParticipantsText.TransferAct);
        dialogs.WaitForAssertion(() => Assert.Contains("T-9-9", dialogs.Markup));
        dialogs.FindAll("button").Single(b => b.TextContent.Contains(ParticipantsText.TransferAct, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(ParticipantsText.NoSuchUnit, page.Find(".field.missing").TextContent), TimeSpan.FromSeconds(5));
    }

    private static void OpenRow(IRenderedComponent<ParticipantsPage> page, string name)
    {
        page.FindAll("tbody tr").Single(tr => tr.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("button")!.Click();
        page.WaitForState(() => page.FindAll(".post-line").Count > 0, TimeSpan.FromSeconds(5));
    }

    private static void Fill(IRenderedComponent<ParticipantsPage> page, string label, string text) =>
        page.Find("#" + page.FindAll("label").First(l => l.TextContent == label).GetAttribute("for")).Change(text);

    private static void Click(IRenderedComponent<ParticipantsPage> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text).Click();
}
