using CampaignTracker.Domain;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Filing;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.Plans;

namespace CampaignTracker.EndToEnd.Tests.Scope;

/// <summary>Nobody reaches what lies beside or above them by writing an address.</summary>
[Collection(SharedServer.Name)]
public class ScopeInTheBrowser(SharedServer shared)
{
    private readonly DemoFacts demo = new(shared.Server);

    [NeedsBrowser]
    public async Task A_cell_sees_nothing_of_another_cell()
    {
        await using var chibo = await Visitor.SignedInAsync(shared.Server, "chibo");

        await IsNotThereAsync(chibo, $"/units/{demo.AnotherCell.Code}", demo.AnotherCell.Name);
        await IsNotThereAsync(chibo, $"/plans/{demo.PlanOfAnotherCell}", PlanReadText.PathTitle);
        await IsNotThereAsync(chibo, $"/plans/{demo.PlanOfAnotherCell}/print", PlanReadText.PrintNow);
        await IsNotThereAsync(chibo, $"/reviews/{demo.WaitingReview()}");
        await IsNotThereAsync(chibo, $"/obligations?unit={demo.AnotherCell.Code}", demo.AnotherCell.Name);
        await IsNotThereAsync(chibo, $"/compliance/{demo.Draft.Year}?unit={demo.AnotherCell.Code}", demo.AnotherCell.Name);
        await chibo.OpenAsync("/audit");
        await chibo.DoesNotSeeAsync(demo.AnotherCell.Name);
        await IsNotThereAsync(chibo, "/admin/accounts", "kiemtra");
        Assert.Contains(await StatusAsync(chibo, $"/reports/compliance/{demo.Draft.Year}.xlsx?unit={demo.AnotherCell.Code}"), (int[])[403, 404]);
        Assert.Contains(await StatusAsync(chibo, $"/reports/compliance/{demo.Draft.Year}.xlsx?unit={demo.Commune.Code}"), (int[])[403, 404]);
        Assert.Equal(404, await StatusAsync(chibo, $"/lists/obligations.xlsx?unit={demo.AnotherCell.Code}"));
        Assert.Equal(200, await StatusAsync(chibo, "/lists/obligations.xlsx"));
        Assert.Equal(404, await StatusAsync(chibo, $"/files/{Guid.NewGuid()}"));
        Assert.Equal(404, await StatusAsync(chibo, $"/papers/units/{demo.AnotherCell.Code}/{demo.Draft.Year}/register.docx"));
        Assert.Equal(404, await StatusAsync(chibo, $"/papers/payback/units/{demo.AnotherCell.Code}/{demo.Draft.Year}/inspection.docx"));
        await IsNotThereAsync(chibo, $"/units/{demo.AnotherCell.Code}/timeline", demo.AnotherCell.Name);
    }

    [NeedsBrowser]
    public async Task A_commune_sees_nothing_of_another_commune()
    {
        await using var vanthu = await Visitor.SignedInAsync(shared.Server, "vanthu");

        await IsNotThereAsync(vanthu, $"/units/{demo.AnotherCommune.Code}", demo.AnotherCommune.Name);
        await IsNotThereAsync(vanthu, $"/plans/{demo.PlanOfAnotherCommune}", PlanReadText.PathTitle);
        await IsNotThereAsync(vanthu, $"/reviews/{demo.WaitingReview(elsewhere: true)}");
        await IsNotThereAsync(vanthu, $"/compliance/{demo.Draft.Year}?unit={demo.AnotherCommune.Code}", demo.AnotherCommune.Name);
        Assert.Equal(404, await StatusAsync(vanthu, $"/reports/compliance/{demo.Draft.Year}.xlsx?unit={demo.AnotherCommune.Code}"));
    }

    [NeedsBrowser]
    public async Task Papers_of_a_unit_are_taken_by_who_keeps_its_commitments_alone()
    {
        var (unit, year) = (demo.Cell.Code, demo.Draft.Year);
        string[] papers = [$"/papers/units/{unit}/{year}/register.docx", $"/papers/units/{unit}/{year}/self-training-7.docx", $"/papers/payback/units/{unit}/{year}/members.docx", $"/papers/payback/units/{unit}/{year}/cell.docx", $"/papers/payback/units/{unit}/{year}/handover.docx"];
        await using var chibo = await Visitor.SignedInAsync(shared.Server, "chibo");
        foreach (var path in papers)
        {
            var answer = await chibo.Context.APIRequest.GetAsync(shared.Server.Address + path);
            Assert.Equal((200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (answer.Status, answer.Headers["content-type"]));
            Assert.Equal("PK"u8.ToArray(), (await answer.BodyAsync())[..2]);
            Assert.Matches(@"^attachment; filename=[a-z0-9-]+-\d{8}\.docx", answer.Headers["content-disposition"]);
        }
        foreach (var account in new[] { "vanthu", "tinh", "kiemtra", "thanhvien", "quantri" })
        {
            await using var other = await Visitor.SignedInAsync(shared.Server, account);
            foreach (var path in papers) Assert.Contains(await StatusAsync(other, path), (int[])[403, 404]);
        }
    }

    [NeedsBrowserTheory]
    [InlineData("thanhvien")]
    [InlineData("quantri")]
    public async Task Members_and_administrators_read_no_filings(string account)
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, account);

        await IsNotThereAsync(visitor, $"/plans/{demo.Draft.Id}", PlanEditText.RecordMeeting);
        await IsNotThereAsync(visitor, $"/plans/{demo.PlanOfAnotherCell}", PlanReadText.PathTitle);
        Assert.Contains(await StatusAsync(visitor, $"/reports/compliance/{demo.Draft.Year}.xlsx"), (int[])[403, 404]);
    }

    [NeedsBrowser]
    public async Task A_scan_is_open_to_its_unit_and_those_above_alone()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var here = new DemoFacts(server);
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.OpenAsync($"/plans/{here.Draft.Id}");
        await chibo.AddScanAsync();
        var file = here.Scan(here.Draft.Id)!;
        var answer = await chibo.Context.APIRequest.GetAsync($"{server.Address}/files/{file}");
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        Assert.Equal(Secretary.Scan.Buffer, await answer.BodyAsync());
        await using var thanhvien = await Visitor.SignedInAsync(server, "thanhvien");
        Assert.Contains(await StatusAsync(thanhvien, $"/files/{file}"), (int[])[403, 404]);

        // The same file, were it another cell's.
        here.GiveFileTo(file, here.AnotherCell.Path);
        Assert.Equal(404, await StatusAsync(chibo, $"/files/{file}"));
        await using var tinh = await Visitor.SignedInAsync(server, "tinh");
        Assert.Equal(200, await StatusAsync(tinh, $"/files/{file}"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plans")]
    [InlineData("/reviews")]
    [InlineData("/compliance")]
    [InlineData("/audit")]
    [InlineData("/admin/accounts")]
    [InlineData("/reports/compliance/2027.xlsx")]
    [InlineData("/lists/audit.xlsx")]
    [InlineData("/papers/units/19/2027/register.docx")]
    [InlineData("/files/0192f000-0000-7000-8000-000000000000")]
    public async Task Signed_out_everything_leads_to_the_sign_in_page(string path)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(shared.Server.Address) };

        using var answer = await http.GetAsync(path);

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Contains($"/sign-in?returnUrl={Uri.EscapeDataString(path)}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<int> StatusAsync(Visitor visitor, string path) => (await visitor.Context.APIRequest.GetAsync(visitor.Server.Address + path)).Status;

    /// <summary>One of the calm refusals, and nothing of what was looked for.</summary>
    private static async Task IsNotThereAsync(Visitor visitor, string path, string? secret = null)
    {
        await visitor.OpenAsync(path);
        string[] refusals = [Wording.Of(new Refusal(Because.NotFound)), Wording.Of(new Refusal(Because.NotAllowed)), LayoutText.NotFoundBody, LayoutText.NotAllowedBody, LayoutText.NotAllowedTitle];
        var page = await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Main).InnerTextAsync();
        Assert.True(refusals.Any(refusal => page.Contains(refusal, StringComparison.Ordinal)), $"{path} does not refuse:\n{page}");
        if (secret is not null) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
    }
}
