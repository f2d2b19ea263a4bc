using System.Net;
using System.Text.RegularExpressions;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.People;

namespace CampaignTracker.EndToEnd.Tests.Start;

/// <summary>A start that goes well.</summary>
public partial class Starts
{
    [Fact]
    public async Task A_first_start_says_where_everything_is_and_a_second_goes_on_with_it()
    {
        await using var server = await RunningServer.StartAsync(TemporaryFolder.New(), "Development");
        Assert.Contains(server.Address, server.Output, StringComparison.Ordinal);
        Assert.Contains("chibo", server.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(server.DataFolder, "campaign.db"), server.Output, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        Assert.Equal("ok", await http.GetStringAsync("/health/live"));
        Assert.Equal("ok", await http.GetStringAsync("/health/ready"));

        await server.RestartAsync();

        Assert.Equal("ok", await http.GetStringAsync("/health/ready"));
        Assert.Contains(SignInText.DemoTitle, WebUtility.HtmlDecode(await http.GetStringAsync("/sign-in")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_there_is_no_demo_and_every_asset_has_content()
    {
        await using var server = await RunningServer.StartAsync(TemporaryFolder.New(), "Production");
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        var page = WebUtility.HtmlDecode(await http.GetStringAsync("/sign-in"));

        Assert.DoesNotContain(SignInText.DemoTitle, page, StringComparison.Ordinal);
        Assert.DoesNotContain(LayoutText.DemoMark, page, StringComparison.Ordinal);
        var assets = Asset().Matches(page).Select(found => found.Groups[1].Value).Distinct().ToList();
        Assert.Contains(assets, path => path.Contains("blazor.web", StringComparison.Ordinal));
        Assert.Contains(assets, path => path.Contains("Radzen.Blazor", StringComparison.Ordinal) && path.Contains(".css", StringComparison.Ordinal));
        foreach (var path in assets)
        {
            using var answer = await http.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 0, $"{path} is empty");
        }
    }

    [GeneratedRegex("""(?:src|href)="([^":]+\.(?:js|css|svg)[^"]*)""")]
    private static partial Regex Asset();
}
