using System.Globalization;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Layout;
using Microsoft.Playwright;

namespace CampaignTracker.EndToEnd.Tests.Pages;

/// <summary>What holds for every page of every role. Pictures of them are taken where CAMPAIGN_PICTURES names a folder.</summary>
[Collection(SharedServer.Name)]
public class EveryPage(SharedServer shared)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CAMPAIGN_PICTURES");

    // Two walk at once: the machine of the tests has two processors.
    [NeedsBrowserTheory]
    [InlineData("chibo", "quantri")]
    [InlineData("xa", "thanhvien")]
    [InlineData("vanthu", "tinh")]
    [InlineData("tinh.lanhdao", "kiemtra")]
    public async Task At_a_desk_it_fits_is_open_to_everybody_says_that_it_is_a_demo_and_has_no_script_errors(string one, string other)
    {
        var demo = new DemoFacts(shared.Server);
        await FineAsync(WalkAsync(one, "vi", 1366, 768, Routes.Of(one, demo)), WalkAsync(other, "vi", 1366, 768, Routes.Of(other, demo)));
    }

    // What several accounts share is looked at by the first of them; everybody has a home of their own.
    [NeedsBrowser]
    public async Task So_it_does_on_a_phone_in_English()
    {
        var (demo, seen) = (new DemoFacts(shared.Server), new HashSet<string>());
        var walks = Routes.Accounts.Select(account => (account, Paths: (IReadOnlyList<string>)[.. Routes.Of(account, demo).Where(path => path == "/" || seen.Add(path))])).ToList();
        async Task<List<string>> LaneAsync(int lane)
        {
            var problems = new List<string>();
            foreach (var (account, paths) in walks.Where((_, n) => n % 2 == lane)) problems.AddRange(await WalkAsync(account, "en", 360, 740, paths));
            return problems;
        }
        await FineAsync(LaneAsync(0), LaneAsync(1));
    }

    [Fact]
    public void Every_account_walks() => Assert.Equal(Routes.Accounts.Order(), typeof(EveryPage).GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false)).Cast<InlineDataAttribute>()
        .SelectMany(data => data.GetData(null!).Single()).Cast<string>().Intersect(Routes.Accounts).Order());

    private static async Task FineAsync(params Task<List<string>>[] walks)
    {
        var problems = (await Task.WhenAll(walks)).SelectMany(found => found).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<List<string>> WalkAsync(string account, string language, int width, int height, IReadOnlyList<string> paths)
    {
        await using var visitor = await Visitor.SignedInAsync(shared.Server, account, width, height);
        await visitor.Page.GotoAsync($"/language?to={language}&returnUrl=/");
        var problems = new List<string>();
        foreach (var path in paths)
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
            var page = visitor.Page;
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{account}-{width}-{FileName(path)}.png"), FullPage = true });
            var (wide, view) = (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("() => document.documentElement.clientWidth"));
            if (wide > view) problems.Add($"{path} is {wide} px wide on {view} px");
            if (!await page.GetByText(In(language, () => LayoutText.DemoMark)).Filter(new() { Visible = true }).First.IsVisibleAsync()) problems.Add($"{path} does not say that it is a demo");
            if (await page.GetByText(In(language, () => LayoutText.ErrorTitle)).IsVisibleAsync()) problems.Add($"{path} shows an unexpected error");
            problems.AddRange(await SeriousAsync(page, path));
        }
        // A page that does not exist is answered with 404, which the browser reports.
        problems.AddRange(visitor.Complaints.Where(complaint => !complaint.Contains("/nowhere", StringComparison.Ordinal)));
        return [.. problems.Select(problem => $"{account}, {width} px, {language}: {problem}")];
    }

    private static string In(string language, Func<string> words)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return words();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
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

    [NeedsBrowser]
    public async Task Axe_would_see_a_picture_without_words()
    {
        await using var visitor = await Visitor.AtAsync(shared.Server);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.EvaluateAsync("() => document.body.append(new Image())");

        var problem = Assert.Single(await SeriousAsync(visitor.Page, "/sign-in"));

        Assert.StartsWith("/sign-in: image-alt (critical)", problem);
    }

    private static async Task<IEnumerable<string>> SeriousAsync(IPage page, string path)
    {
        var found = await Axe.RunAsync(page);
        Assert.True(found.Passes > 0);
        return found.Violations.Where(rule => rule.Impact is "serious" or "critical").SelectMany(rule => rule.Nodes.Take(3).Select(node => $"{path}: {rule.Id} ({rule.Impact}) {node}"));
    }

    private static string FileName(string path) => path == "/" ? "home" : string.Concat(path.Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'))[..Math.Min(40, path.Trim('/').Length)];
}
