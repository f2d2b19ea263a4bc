using System.Collections.Concurrent;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.Seeding;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.People;
using Microsoft.Playwright;

namespace CampaignTracker.EndToEnd.Tests.Browser;

/// <summary>Somebody at a browser of their own. Finds things as people do: by what they are called.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = [];

    private Visitor(RunningServer server, IBrowserContext context, IPage page)
    {
        (Server, this.context, Page) = (server, context, page);
        Listen(page);
    }

    /// <summary>Where they are.</summary>
    public RunningServer Server { get; }

    /// <summary>The tab in front.</summary>
    public IPage Page { get; private set; }

    /// <summary>The profile: cookies, what the browser keeps, the line.</summary>
    public IBrowserContext Context => context;

    /// <summary>What the browser found wrong: scripts, missing files.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>A new browser, signed out; <paramref name="over"/> is the address of a line of its own to the server.</summary>
    public static async Task<Visitor> AtAsync(RunningServer server, int width = 1366, int height = 768, string? over = null)
    {
        var browser = await Chromium.OpenAsync();
        var context = await browser.NewContextAsync(new() { BaseURL = over ?? server.Address, ViewportSize = new() { Width = width, Height = height }, TimezoneId = "Asia/Ho_Chi_Minh", AcceptDownloads = true });
        context.SetDefaultTimeout(Chromium.Patience);
        return new(server, context, await context.NewPageAsync());
    }

    /// <summary>A new browser, signed in to one of the demo's accounts.</summary>
    public static async Task<Visitor> SignedInAsync(RunningServer server, string userName, int width = 1366, int height = 768, string? over = null)
    {
        var visitor = await AtAsync(server, width, height, over);
        await visitor.SignInAsync(userName);
        return visitor;
    }

    /// <summary>Goes through the sign-in page to the home page.</summary>
    public async Task SignInAsync(string userName, string password = DemoSettings.DefaultPassword)
    {
        await Page.GotoAsync("/sign-in");
        await FillInAsync(userName, password);
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await SettledAsync();
    }

    /// <summary>Opens the person's menu and signs out.</summary>
    public async Task SignOutAsync()
    {
        await OpenPersonMenuAsync();
        await Button(LayoutText.SignOut).ClickAsync();
    }

    /// <summary>Opens the menu behind the person's name (behind "functions" on a phone).</summary>
    public Task OpenPersonMenuAsync() => Page.GetByRole(AriaRole.Banner).Locator("summary").Filter(new() { Visible = true }).Last.ClickAsync();

    /// <summary>Fills in the sign-in page that is open, and presses its button.</summary>
    public async Task FillInAsync(string userName, string password)
    {
        await Field(SignInText.UserName).FillAsync(userName);
        await Field(SignInText.Password).FillAsync(password);
        await Button(SignInText.SignIn).ClickAsync();
    }

    /// <summary>Opens an address and waits until its page is drawn.</summary>
    public async Task<IResponse?> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        await SettledAsync();
        return answer;
    }

    /// <summary>Waits until the page is drawn and its figures are there.</summary>
    public async Task SettledAsync()
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        // The one thing that is told apart by its look: it says the same in every language.
        await Assertions.Expect(Page.Locator(".loading").Filter(new() { Visible = true })).ToHaveCountAsync(0);
    }

    /// <summary>Closes the tab, leaves the browser open.</summary>
    public Task CloseTabAsync() => Page.CloseAsync();

    /// <summary>A new tab in the same browser.</summary>
    public async Task NewTabAsync()
    {
        Page = await context.NewPageAsync();
        Listen(Page);
    }

    /// <summary>The field with this label.</summary>
    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>The button with this name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The link with this name.</summary>
    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>The page's title.</summary>
    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The dialog in front, whether it tells or asks.</summary>
    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog).Or(Page.GetByRole(AriaRole.Alertdialog));

    /// <summary>Presses a button of the dialog in front.</summary>
    public Task AnswerAsync(string act) => Dialog.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();

    /// <summary>Waits until these words stand on the page.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Page.GetByText(words).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>Waits until these words stand nowhere on the page.</summary>
    public Task DoesNotSeeAsync(string words) => Assertions.Expect(Page.GetByText(words).Filter(new() { Visible = true })).ToHaveCountAsync(0);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Listen(IPage page)
    {
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Enqueue($"{page.Url}: {message.Text} ({message.Location})");
        };
    }
}
