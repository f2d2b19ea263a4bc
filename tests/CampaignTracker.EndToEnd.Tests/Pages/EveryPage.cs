using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Layout;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CampaignTracker.EndToEnd.Tests.Pages;

/// <summary>What holds for every page of every role. The pictures lie in TestResults/screens.</summary>
[Collection(SharedServer.Name)]
public class EveryPage(SharedServer shared)
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestResults", "screens");

    /// <summary>Accounts and the two widths of the design.</summary>
    public static IEnumerable<object[]> AccountsAndWidths => Routes.Accounts.SelectMany(account => new object[][] { [account, 1366], [account, 360] });

    /// <summary>Accounts and languages.</summary>
    public static IEnumerable<object[]> AccountsAndLanguages => Routes.Accounts.SelectMany(account => new object[][] { [account, "vi"], [account, "en"] });

    [NeedsBrowserTheory]
    [MemberData(nameof(AccountsAndWidths))]
    public async Task It_fits_says_that_it_is_a_demo_and_has_no_script_errors(string account, int width)
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, account, width, width < 1000 ? 740 : 768);
        var problems = new List<string>();
        foreach (var path in Routes.Of(account, new DemoFacts(shared.Server)))
        {
            try
            {
                await visitor.OpenAsync(path);
            }
            catch (PlaywrightException failure)
            {
                problems.Add($"{path} is not drawn: {failure.Message.Split('\n')[0]}");
                continue;
            }
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{account}-{width}-{FileName(path)}.png"), FullPage = true });
            var (wide, view) = (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await visitor.Page.EvaluateAsync<int>("() => document.documentElement.clientWidth"));
            if (wide > view) problems.Add($"{path} is {wide} px wide on {view} px");
            if (!await visitor.Page.GetByText(LayoutText.DemoMark).Filter(new() { Visible = true }).First.IsVisibleAsync()) problems.Add($"{path} does not say \"{LayoutText.DemoMark}\"");
            if (await visitor.Page.GetByText(LayoutText.ErrorTitle).IsVisibleAsync()) problems.Add($"{path} shows an unexpected error");
        }
        // A page that does not exist is answered with 404, which the browser reports.
        problems.AddRange(visitor.Complaints.Where(complaint => !complaint.Contains("/nowhere", StringComparison.Ordinal)));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [NeedsBrowserTheory]
    [MemberData(nameof(AccountsAndLanguages))]
    public async Task Axe_finds_nothing_serious(string account, string language)
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, account);
        await visitor.Page.GotoAsync($"/language?to={language}&returnUrl=/");
        var problems = new List<string>();
        foreach (var path in Routes.Of(account, new DemoFacts(shared.Server)))
        {
            await visitor.OpenAsync(path);
            problems.AddRange(await SeriousAsync(visitor.Page, path));
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [NeedsBrowserTheory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_serious_before_signing_in(string language)
    {
        await using var visitor = await Visitor.AtAsync(shared.Server);
        await visitor.Page.GotoAsync($"/language?to={language}&returnUrl=/sign-in");
        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await SeriousAsync(visitor.Page, "/sign-in"));
        Assert.Empty(visitor.Complaints);
    }

    private static async Task<IEnumerable<string>> SeriousAsync(IPage page, string path)
    {
        var found = await page.RunAxe();
        Assert.NotEmpty(found.Passes);
        return found.Violations.Where(rule => rule.Impact is "serious" or "critical")
            .SelectMany(rule => rule.Nodes.Take(3).Select(node => $"{path}: {rule.Id} ({rule.Impact}) {node.Html}"));
    }

    private static string FileName(string path) => path == "/" ? "home" : string.Concat(path.Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'))[..Math.Min(40, path.Trim('/').Length)];
}
