using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Keeping;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Commitments;
using CampaignTracker.Web.Shared;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Commitments;

/// <summary>Thirty commitments from a meeting's paper by keyboard alone: how many keys that takes, and that all of it is there.</summary>
public class ThirtyPapers(ITestOutputHelper output)
{
    private const int Papers = 30;
    private const string Paper = "Bản đăng ký giấy nộp ngày 05/01";

    /// <summary>Keys beyond the letters that a commitment of one line may cost.</summary>
    private const int MostWalking = 8;

    // The demo tells this year and the next: here nobody has written anything yet.
    private static readonly int Year = LocalTime.Today(TimeProvider.System.GetUtcNow().UtcDateTime).Year + 2;

    [NeedsBrowser]
    public async Task Thirty_are_typed_saved_counted_and_undone_across_a_saved_row()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var demo = new DemoFacts(server);
        demo.FillCellTo(Papers);
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        var typist = new Typist(chibo);
        await typist.OpenAsync(Year, Paper);

        typist.CountAnew();
        var names = new List<string>();
        for (var n = 0; n < Papers; n++)
        {
            names.Add(await typist.PersonAsync());
            // Three dates as people write them, and one taken from above.
            await typist.LineAsync(n, (n % 4) switch { 0 => "3011", 1 => "30/11", 2 => $"30/11/{Year}", _ => null });
        }
        var (walking, letters) = ((double)typist.Walking / Papers, (double)typist.Letters / Papers);
        await typist.SaveAsync();
        var minutes = (typist.Walking + typist.Letters) / 100.0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Papers} commitments: {walking:0.0} keys beyond the text and {letters:0.0} for text and date (Telex) each; {minutes:0.0} minutes at 100 keys a minute, {minutes / 2:0.0} at 200; walking alone {walking * Papers / 100:0.0}. Fifteen minutes need {(typist.Walking + typist.Letters) / 15.0:0} keys a minute."));
        Assert.True(walking <= MostWalking, $"{walking} keys beyond the text for a commitment");
        Assert.Equal(Papers, names.Distinct().Count());

        var stored = demo.TypedLines(Year);
        Assert.Equal(Papers, stored.Count);
        for (var n = 0; n < Papers; n++)
        {
            var (action, result, proof, standard) = Typist.Line(n);
            var line = stored.Single(l => l.Name == names[n]);
            Assert.Equal((action, result, $"{Year}-11-30", proof), (line.Action, line.Result, line.DueOn, line.Proof));
            Assert.Equal(standard, ((int)Enum.Parse<CampaignTracker.Domain.Commitments.RoleModelStandard>(line.Standard!)).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Paper, line.Paper);
        }
        await chibo.SeesAsync(PaperEntryText.NothingLeft);

        // Behind the last person the main button has the focus. Back into the sheet: what is saved can still be taken back.
        await Expect(chibo.Button(PaperEntryText.Finish)).ToBeFocusedAsync();
        await typist.PressAsync("Control+s");
        await chibo.Page.Locator("tbody", new() { HasText = Typist.Line(28).Action }).GetByRole(AriaRole.Button).FocusAsync();
        await typist.PressAsync("Enter");
        await typist.AtAsync(names[28], "action");
        // The last row's standard, proof and date, then its result; the cursor goes to where it was typed. A typist who pauses leaves more steps.
        for (var step = 0; step < 3 || await typist.HoldsAsync() != "" || await typist.ColumnAsync() != "result"; step++) await typist.PressAsync("Control+z");
        await typist.AtAsync(names[29], "result");
        await typist.SaveAsync();
        var undone = demo.TypedLines(Year).Single(l => l.Name == names[29]);
        Assert.Equal((Typist.Line(29).Action, "", (string?)null, "", (string?)null), (undone.Action, undone.Result, undone.DueOn, undone.Proof, undone.Standard));
        // And done again.
        for (var step = 0; step < 20; step++) await typist.PressAsync("Control+y");
        await typist.SaveAsync();
        Assert.Equal(Typist.Line(29).Proof, demo.TypedLines(Year).Single(l => l.Name == names[29]).Proof);

        await chibo.Button(PaperEntryText.Finish).FocusAsync();
        await typist.PressAsync("Enter");
        await chibo.Page.WaitForURLAsync(url => url.EndsWith($"/commitments?year={Year}&scope=year", StringComparison.Ordinal));
        Assert.DoesNotContain(chibo.Complaints, complaint => complaint.Contains("paper-entry", StringComparison.Ordinal));
    }

    [NeedsBrowser]
    public async Task Keys_do_what_the_bar_says()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        var typist = new Typist(chibo);
        await typist.OpenAsync(Year, Paper);
        var first = await typist.PersonAsync();

        // A second line, a line break, back, and no Enter while a word is being composed.
        await typist.LineAsync(0, "3011", last: false);
        await typist.TypeAsync("Việc hai");
        await typist.PressAsync("Alt+Enter");
        await typist.TypeAsync("dòng hai");
        Assert.Equal("Việc hai\ndòng hai", await typist.HoldsAsync());
        await chibo.Page.EvaluateAsync("() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }))");
        await typist.AtAsync(first, "action");
        await typist.PressAsync("Enter");
        await typist.AtAsync(first, "result");
        await typist.PressAsync("Shift+Enter");
        await typist.AtAsync(first, "action");

        // In the standard's column alone a digit chooses, and nothing else is taken.
        for (var cell = 0; cell < 4; cell++) await typist.PressAsync("Enter");
        await typist.AtAsync(first, "standard");
        await chibo.Page.Keyboard.TypeAsync("x94");
        Assert.Equal("4", await typist.HoldsAsync());
        await Expect(chibo.Page.Locator("[data-standard='4'].chosen")).ToBeVisibleAsync();

        // A question never stops Enter: the hint is there, and the next person as well.
        await chibo.SeesAsync(PaperEntryText.Hint);
        await typist.PressAsync("Enter");
        var second = await typist.PersonAsync();
        Assert.NotEqual(first, second);
        await typist.PressAsync("F2");
        await typist.PressAsync("PageDown");
        Assert.NotEqual(second, await typist.PersonAsync());
        await typist.PressAsync("PageUp");

        // A cell that is refused says why beside itself; the rest is stored.
        await typist.TypeAsync("Gặp");
        await typist.PressAsync("Enter");
        await typist.PressAsync("Enter");
        await typist.TypeAsync("3102");
        await typist.PressAsync("Control+s");
        await chibo.SeesAsync(SharedText.NoSuchDay.With("3102"));
        var stored = new DemoFacts(server).TypedLines(Year);
        Assert.Equal(["Gặp"], stored.Where(l => l.Name == second).Select(l => l.Action));
        Assert.Equal(2, stored.Count(l => l.Name == first));
    }

    [NeedsBrowser]
    public async Task A_cut_line_and_a_killed_server_lose_no_letter()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var line = new Line(server);
        await using var chibo = await Visitor.SignedInAsync(server, "chibo", over: line.Address);
        var typist = new Typist(chibo);
        await typist.OpenAsync(Year, Paper);
        await typist.LineAsync(0, "3011");
        line.Cut();
        await typist.LineAsync(1, null);
        await typist.LineAsync(2, "3011");
        await typist.TypeAsync("Viết dở");
        await chibo.SeesAsync(SharedText.NotSaved);
        line.Mend();
        // Nobody moves: everything arrives by itself.
        await Expect(chibo.Page.Locator("td.c-saved.done")).ToHaveCountAsync(4, new() { Timeout = 60_000 });
        Assert.Equal("Viết dở", await typist.HoldsAsync());
        var demo = new DemoFacts(server);
        Assert.Equal(4, demo.TypedLines(Year).Count);

        await typist.TypeAsync(" nữa");
        await server.KillAsync();
        await typist.TypeAsync(" rồi");
        await server.RestartAsync();
        await Expect(chibo.Page.Locator("td.c-saved.done")).ToHaveCountAsync(4, new() { Timeout = 90_000 });
        Assert.Equal("Viết dở nữa rồi", await typist.HoldsAsync());
        Assert.Contains(demo.TypedLines(Year), l => l.Action == "Viết dở nữa rồi");
    }

    [NeedsBrowser]
    public async Task Of_two_typists_the_second_sees_both_texts_and_chooses()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var one = await Visitor.SignedInAsync(server, "chibo");
        await using var two = await Visitor.SignedInAsync(server, "chibo");
        var (first, second) = (new Typist(one), new Typist(two));
        await first.OpenAsync(Year, Paper);
        await second.OpenAsync(Year, Paper);
        await first.TypeAsync("Của người thứ nhất");
        await first.SaveAsync();
        await second.TypeAsync("Của người thứ hai");
        await second.PressAsync("Control+s");
        await two.SeesAsync("Của người thứ nhất");
        await two.SeesAsync(SharedText.TwoVersions);
        Assert.Equal("Của người thứ nhất", Assert.Single(new DemoFacts(server).TypedLines(Year)).Action);

        await two.Button(SharedText.KeepMine).FocusAsync();
        await second.PressAsync("Enter");
        await second.SaveAsync();
        Assert.Equal("Của người thứ hai", Assert.Single(new DemoFacts(server).TypedLines(Year)).Action);
    }
}
