using Microsoft.Playwright;

namespace CampaignTracker.EndToEnd.Tests.Browser;

/// <summary>The machine's own Chromium, started once per run. Nothing is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>The program: environment variable CHROMIUM, Debian's place, or whatever the path holds.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Program is null ? "No Chromium: install it (Debian: apt install chromium), or set CHROMIUM to its path." : null;

    /// <summary>Milliseconds that a slow machine is given before a thing counts as missing. No test waits for it when all is well.</summary>
    public const float Patience = 60_000;

    /// <summary>The browser; every visitor gets a profile of their own in it.</summary>
    public static Task<IBrowser> OpenAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        if (Missing is { } reason) throw new InvalidOperationException(reason);
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Headless = true, Args = Arguments });
    }

    private static string? Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string?[] places = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", .. path.SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))];
        return Array.Find(places, File.Exists);
    }
}
