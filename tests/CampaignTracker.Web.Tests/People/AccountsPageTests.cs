using CampaignTracker.UseCases.People;
using CampaignTracker.Web.People;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.People;

public sealed class AccountsPageTests : PageTest
{
    [Fact]
    public void Accounts_stand_with_their_posts_and_are_found_without_marks()
    {
        SignIn("quantri");
        var page = Open<AccountsPage>("/admin/accounts");
        Assert.Contains("Secretary T-1-1", page.FindAll("tbody tr").Single(r => r.TextContent.Contains("Holder of chibo ", StringComparison.Ordinal) || r.QuerySelector("td span")?.TextContent.Trim() == "chibo").TextContent);
        page.Find("input[type=search]").Input("HỌLDER OF VANTHU2");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Only_administrators_see_them()
    {
        SignIn("xa");
        var page = Open<AccountsPage>("/admin/accounts");
        Assert.Contains(Wording.Of(Because.NotAllowed), page.Find(".state").TextContent);
        Assert.Empty(page.FindAll(".button.main"));
    }

    [Fact]
    public async Task A_new_account_names_what_is_missing_beside_its_field_and_asks_before_it_is_made()
    {
        SignIn("quantri");
        var dialogs = Render<RadzenDialog>();
        var page = Open<AccountsPage>("/admin/accounts");
        page.Find(".button.main").Click();
        page.Find(".button.main").Click();
        page.WaitForAssertion(() => Assert.Contains(Wording.Of(FieldName.UserName), page.Find(".field.missing .note-missing").TextContent));

        Fill(page, AccountsText.FullName, "New Person");
        Fill(page, AccountsText.UserName, "moi");
        Fill(page, AccountsText.PostTitle, "Secretary of cell 1.2");
        Fill(page, AccountsText.Password, "a long enough one");
        page.Find("[role=combobox]").Input("cell 1.2");
        page.WaitForState(() => page.FindAll("[role=option]").Count == 1, TimeSpan.FromSeconds(5));
        page.Find("[role=option]").MouseDown();
        page.Find(".button.main").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Cell 1.2", dialogs.Markup));
        dialogs.FindAll("button").Single(b => b.TextContent.Contains(AccountsText.New, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("New Person", Assert.Single(page.FindAll("tbody tr:not(.changes-row)")).TextContent), TimeSpan.FromSeconds(5));
        var made = Assert.Single((await Campaign.As("quantri").Use<ViewAccounts>().RunAsync(new("moi"), default)).Rows);
        Assert.Equal("T-1-2", Assert.Single(made.Posts).UnitCode);
    }

    [Fact]
    public async Task Closing_asks_first_and_then_shows_the_new_state()
    {
        SignIn("quantri");
        var dialogs = Render<RadzenDialog>();
        var page = Open<AccountsPage>("/admin/accounts");
        page.Find("input[type=search]").Input("chibo12");
        page.WaitForState(() => page.FindAll("tbody tr").Count == 1, TimeSpan.FromSeconds(5));
        page.Find("tbody button").Click();
        Click(page, AccountsText.CloseAct);
        dialogs.WaitForAssertion(() => Assert.Contains("Holder of chibo12", dialogs.Markup));
        Assert.False((await Campaign.As("quantri").Use<ViewAccounts>().RunAsync(new("chibo12"), default)).Rows[0].Closed);
        dialogs.FindAll("button").Single(b => b.TextContent.Contains(AccountsText.CloseAct, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(AccountsText.Closed, page.Find("tbody .chip").TextContent), TimeSpan.FromSeconds(5));
    }

    private static void Fill(IRenderedComponent<AccountsPage> page, string label, string text) =>
        page.Find("#" + page.FindAll("label").First(l => l.TextContent == label).GetAttribute("for")).Change(text);

    private static void Click(IRenderedComponent<AccountsPage> page, string text)
    {
        page.WaitForState(() => page.FindAll("button").Any(b => b.TextContent.Trim() == text), TimeSpan.FromSeconds(5));
        page.FindAll("button").Single(b => b.TextContent.Trim() == text).Click();
    }
}
