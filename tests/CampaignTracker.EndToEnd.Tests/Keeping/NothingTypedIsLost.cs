using CampaignTracker.Domain;
using CampaignTracker.Domain.Plans;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Filing;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Keeping;

/// <summary>Rule 1: whatever happens to the server, the line or the tab, every typed letter is there afterwards.</summary>
public class NothingTypedIsLost
{
    private static readonly string Method = Wording.Of(PlanField.Method);

    [NeedsBrowser]
    public async Task The_server_is_killed_in_the_middle_of_a_word()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);

        await chibo.WriteAsync(Method, "Trực tại nhà văn hóa, đi từng nhà, ngh");
        await server.KillAsync();
        await chibo.Field(Method).PressSequentiallyAsync("iêng cứu từng việc; Ễ Ộ Ự");
        await SeesTheLineIsCutAsync(chibo);
        await chibo.Field(Method).PressSequentiallyAsync(" – gõ khi máy chủ tắt");

        const string Whole = "Trực tại nhà văn hóa, đi từng nhà, nghiêng cứu từng việc; Ễ Ộ Ự – gõ khi máy chủ tắt";
        await Expect(chibo.Field(Method)).ToHaveValueAsync(Whole);
        await server.RestartAsync();

        await IsWholeAsync(chibo, server, plan, Whole);
    }

    [NeedsBrowser]
    public async Task The_server_is_killed_again_and_again_while_typing()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);
        await chibo.WriteAsync(Method, "Lần không.");

        var whole = "Lần không.";
        for (var i = 1; i <= 3; i++)
        {
            await server.KillAsync();
            await chibo.Field(Method).PressSequentiallyAsync($" Lần {i}, mất");
            await server.RestartAsync();
            await chibo.TheLineIsBackAsync(Method);
            await chibo.Field(Method).PressAsync("Control+End");
            await chibo.Field(Method).PressSequentiallyAsync(" rồi có lại.");
            whole += $" Lần {i}, mất rồi có lại.";
        }

        await IsWholeAsync(chibo, server, plan, whole);
    }

    [NeedsBrowser]
    public async Task What_is_typed_before_a_slow_line_asks_what_was_kept_is_not_brought_back_over_the_typing()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (_, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.AtAsync(server);
        // Laid in before the page's own scripts: the circuit remembers the function that it called first.
        await chibo.Page.AddInitScriptAsync("""
            (() => {
                let keeper;
                window.heldBack = [];
                Object.defineProperty(window, 'draftKeeper', { get: () => keeper, set: own => {
                    const ask = own.pending;
                    own.pending = draft => window.holdsBack ? new Promise(answer => window.heldBack.push(() => answer(ask(draft)))) : ask(draft);
                    keeper = own;
                } });
            })();
            """);
        await chibo.SignInAsync("chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.Page.EvaluateAsync("() => { window.holdsBack = true; }");
        await chibo.Button(PlanEditText.RecordMeeting).ClickAsync();
        await chibo.Page.WaitForFunctionAsync("() => window.heldBack.length > 0");

        await chibo.WriteAsync(Wording.Of(FieldName.MeetingDate), Secretary.Today[..5]);
        await chibo.Page.EvaluateAsync("() => window.heldBack.forEach(answer => answer())");
        await chibo.Field(Wording.Of(FieldName.MeetingDate)).PressSequentiallyAsync(Secretary.Today[5..]);
        await chibo.WriteAsync(Wording.Of(FieldName.Present), "6");

        await Expect(chibo.Field(Wording.Of(FieldName.MeetingDate))).ToHaveValueAsync(Secretary.Today);
        await chibo.DoesNotSeeAsync(SharedText.Restored.Split("{0}")[0].Trim());
    }

    [NeedsBrowser]
    public async Task The_line_is_cut_and_comes_back()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var line = new Line(server);
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo", over: line.Address);
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);

        await chibo.WriteAsync(Method, "Trước khi mất mạng,");
        line.Cut();
        await chibo.Context.SetOfflineAsync(true);
        await SeesTheLineIsCutAsync(chibo);
        await chibo.Field(Method).PressSequentiallyAsync(" trong khi mất mạng,");
        await chibo.Context.SetOfflineAsync(false);
        line.Mend();
        await chibo.TheLineIsBackAsync(Method);
        await chibo.Field(Method).PressAsync("Control+End");
        await chibo.Field(Method).PressSequentiallyAsync(" sau khi có mạng.");

        await IsWholeAsync(chibo, server, plan, "Trước khi mất mạng, trong khi mất mạng, sau khi có mạng.");
    }

    [NeedsBrowser]
    public async Task The_page_does_not_give_up_after_eight_minutes_by_its_own_clock()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var line = new Line(server);
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.AtAsync(server, over: line.Address);
        await chibo.Page.Clock.InstallAsync();
        await chibo.SignInAsync("chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);

        await chibo.WriteAsync(Method, "Phút thứ nhất,");
        line.Cut();
        await chibo.Page.Clock.RunForAsync("00:10");
        await SeesTheLineIsCutAsync(chibo);
        for (var minute = 2; minute <= 8; minute++)
        {
            await chibo.Field(Method).PressSequentiallyAsync($" phút thứ {minute},");
            await chibo.Page.Clock.FastForwardAsync("01:00");
        }
        line.Mend();
        // The circuit is gone as well: a server that was started anew knows nothing of it.
        await server.RestartAsync();
        await chibo.Page.Clock.RunForAsync("00:10");

        await IsWholeAsync(chibo, server, plan, "Phút thứ nhất, phút thứ 2, phút thứ 3, phút thứ 4, phút thứ 5, phút thứ 6, phút thứ 7, phút thứ 8,");
    }

    [Soak]
    [Trait("Category", "Soak")]
    public async Task Eight_real_minutes_without_a_line()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var line = new Line(server);
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo", over: line.Address);
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);
        await chibo.WriteAsync(Method, "Phút thứ nhất,");
        line.Cut();

        for (var minute = 2; minute <= 9; minute++)
        {
            await chibo.Field(Method).PressSequentiallyAsync($" phút thứ {minute},");
            await Task.Delay(TimeSpan.FromMinutes(1));
        }
        line.Mend();

        await IsWholeAsync(chibo, server, plan, "Phút thứ nhất, phút thứ 2, phút thứ 3, phút thứ 4, phút thứ 5, phút thứ 6, phút thứ 7, phút thứ 8, phút thứ 9,");
    }

    [NeedsBrowser]
    public async Task The_tab_is_closed_while_the_server_is_away_and_opened_again()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);
        var address = chibo.Page.Url;

        await server.KillAsync();
        await chibo.WriteAsync(Method, "Gõ xong rồi đóng trình duyệt");
        await chibo.CloseTabAsync();
        await server.RestartAsync();
        await chibo.NewTabAsync();
        await chibo.OpenAsync(address);

        await chibo.SeesAsync(SharedText.Restored.Split("{0}")[0].Trim());
        await IsWholeAsync(chibo, server, plan, "Gõ xong rồi đóng trình duyệt");
    }

    [NeedsBrowser]
    public async Task The_tab_is_closed_with_the_last_letter()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);
        var address = chibo.Page.Url;

        await chibo.WriteAsync(Method, "Chữ cuối cùng");
        await chibo.CloseTabAsync();
        await chibo.NewTabAsync();
        await chibo.OpenAsync(address);

        await IsWholeAsync(chibo, server, plan, "Chữ cuối cùng");
    }

    [NeedsBrowser]
    public async Task Two_people_write_in_one_field_and_both_texts_are_there()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var line = new Line(server);
        var demo = new DemoFacts(server);
        var (plan, year) = demo.Draft;
        await using var one = await Visitor.SignedInAsync(server, "chibo");
        await using var other = await Visitor.SignedInAsync(server, "chibo", over: line.Address);
        await one.GoOnWritingAsync(year);
        await one.OpenItemAsync(1);
        await other.GoOnWritingAsync(year);
        await other.OpenItemAsync(1);
        await other.SeesAsync(PlanEditText.AlsoMe.Split("{1}")[0].Trim());

        line.Cut();
        await other.WriteAsync(Method, "Bản của người thứ hai");
        await one.WriteAsync(Method, "Bản của người thứ nhất");
        await one.AllSavedAsync();
        line.Mend();

        await other.SeesAsync("Bản của người thứ nhất");
        await other.SeesAsync("Bản của người thứ hai");
        await other.Button(SharedText.KeepMine).ClickAsync();
        await IsWholeAsync(other, server, plan, "Bản của người thứ hai");
        Assert.Contains("Bản của người thứ nhất", demo.KeptBeside(plan));
        await Expect(one.Field(Method)).ToHaveValueAsync("Bản của người thứ hai");
    }

    [NeedsBrowser]
    public async Task Signing_out_asks_and_then_takes_the_kept_texts_of_this_account_along()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (_, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.GoOnWritingAsync(year);
        await chibo.Page.EvaluateAsync("""() => localStorage.setItem('ct.keep|somebody-else|plan-1|aims', '{"text":"x","base":"","at":"2026-11-22T00:00:00Z"}')""");
        await chibo.Button(PlanEditText.RecordMeeting).ClickAsync();
        await chibo.Field(Wording.Of(FieldName.Present)).FillAsync("12");
        Assert.NotEmpty(await MineAsync(chibo));

        var asked = new List<string>();
        var answer = false;
        chibo.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (answer ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        await chibo.SignOutAsync();
        Assert.Equal([LayoutText.UnsavedAtSignOut], asked);
        Assert.NotEmpty(await MineAsync(chibo));
        await Expect(chibo.Field(Wording.Of(FieldName.Present))).ToHaveValueAsync("12");

        answer = true;
        await chibo.Page.Keyboard.PressAsync("Escape");
        await chibo.SignOutAsync();
        await Expect(chibo.Page).ToHaveURLAsync($"{server.Address}/sign-in");
        Assert.Equal(["ct.keep|somebody-else|plan-1|aims"], await KeptAsync(chibo));
    }

    private static Task<string[]> KeptAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string[]>("() => Object.keys(localStorage).filter(k => k.startsWith('ct.keep|'))");

    private static async Task<string[]> MineAsync(Visitor visitor) => [.. (await KeptAsync(visitor)).Where(key => !key.Contains("somebody-else", StringComparison.Ordinal))];

    private static Task SeesTheLineIsCutAsync(Visitor visitor) => visitor.SeesAsync(LayoutText.LineCut.Split("{0}")[0].Trim());

    /// <summary>In the field, in the database, and for somebody else who opens the plan.</summary>
    private static async Task IsWholeAsync(Visitor visitor, RunningServer server, string plan, string whole)
    {
        await visitor.TheLineIsBackAsync(Method);
        await Expect(visitor.Field(Method)).ToHaveValueAsync(whole);
        await visitor.AllSavedAsync();
        Assert.Equal(whole.Trim(), new DemoFacts(server).Method(plan, 1));
        await using var elsewhere = await Visitor.SignedInAsync(server, "chibo");
        await elsewhere.OpenAsync($"/plans/{plan}");
        await elsewhere.OpenItemAsync(1);
        await Expect(elsewhere.Field(Method)).ToHaveValueAsync(whole.Trim());
    }
}
