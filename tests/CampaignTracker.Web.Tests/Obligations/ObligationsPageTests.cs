using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Obligations;

namespace CampaignTracker.Web.Tests.Obligations;

public sealed class ObligationsPageTests : PageTest
{
    private static readonly DateOnly LongAfter = new(2026, 6, 2);

    [Fact]
    public void The_title_says_which_number_it_explains()
    {
        SignIn("xa");
        var page = Open<ObligationsPage>("/obligations?unit=T-1&year=2026&slice=expected");
        Assert.Equal(ObligationsText.Expected + ": 10", page.Find("h1").TextContent);
        Assert.Equal(10, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Nothing_found_says_so_and_leads_on()
    {
        SignIn("xa");
        var page = Open<ObligationsPage>("/obligations?unit=T-1&year=2026&search=nowhere");
        Assert.Contains("nowhere", page.Find(".state").TextContent);
        Assert.Equal("/obligations?unit=T-1&year=2026", page.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public void A_unit_outside_the_scope_is_refused_in_words()
    {
        SignIn("xa");
        var page = Open<ObligationsPage>("/obligations?unit=T-2&year=2026");
        Assert.Contains(Wording.Of(new Refusal(Because.NotFound)), page.Find(".message").TextContent);
    }

    [Fact]
    public void A_page_beyond_the_end_shows_the_last()
    {
        SignIn("tinh");
        var page = Open<ObligationsPage>("/obligations?unit=T&year=2026&page=99");
        Assert.Equal(18, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Only_who_may_adjust_sees_the_buttons()
    {
        Campaign.Clock.Set(LongAfter);
        SignIn("chibo");
        var page = Open<ObligationsPage>("/obligations?unit=T-1-1&year=2026");
        page.Find(".opener").Click();
        Assert.Empty(page.FindAll(".row-more .button"));
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field()
    {
        var (form, _) = await OpenFormAsync();
        form.Find(".button.main").Click();
        form.WaitForAssertion(() => Assert.Contains(Wording.Of(FieldName.NewDueDate), form.Find(".field.missing .note-missing").TextContent));
    }

    [Fact]
    public async Task An_earlier_date_is_refused_beside_the_date()
    {
        var (form, row) = await OpenFormAsync();
        form.Find("input[inputmode=numeric]").Change("01/02/2026");
        form.Find("textarea").Input("Because");
        form.Find(".button.main").Click();
        form.WaitForAssertion(() => Assert.Contains(Wording.Day(row.Facts.DueOn), form.Find(".field.missing .note-missing").TextContent));
    }

    [Fact]
    public async Task An_extension_is_written_with_its_reason()
    {
        var (form, row) = await OpenFormAsync();
        form.Find("input[inputmode=numeric]").Change("30/04/2026");
        form.Find("textarea").Input("Congress of the cell");
        await form.Find(".button.main").ClickAsync(new());
        var rows = await Campaign.As("xa").Use<ViewObligations>().RunAsync(new("T-1-1", 2026), default);
        var after = rows.Page.Rows.First(r => r.Id == row.Id);
        Assert.Equal(new DateOnly(2026, 4, 30), after.Facts.DueOn);
        Assert.Equal("Congress of the cell", after.ExtensionReason);
    }

    private async Task<(IRenderedComponent<ExtendForm> Form, ViewObligations.Row Row)> OpenFormAsync()
    {
        var rows = await SignIn("xa").Use<ViewObligations>().RunAsync(new("T-1-1", 2026), default);
        var row = rows.Page.Rows[0];
        return (Render<ExtendForm>(form => form.Add(f => f.Row, row)), row);
    }
}
