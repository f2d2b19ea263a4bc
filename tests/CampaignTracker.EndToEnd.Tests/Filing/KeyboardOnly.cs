using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.Seeding;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Filing;

/// <summary>The secretary's main job with Tab, Enter and letters alone.</summary>
public class KeyboardOnly
{
    [NeedsBrowser]
    public async Task The_meeting_is_recorded_and_the_plan_sent()
    {
        await using var server = await RunningServer.WithDemoAsync();
        var (plan, year) = new DemoFacts(server).Draft;
        await using var chibo = await Visitor.AtAsync(server);
        var keys = chibo.Page.Keyboard;

        // The first field of the sign-in page has the focus.
        await chibo.Page.GotoAsync("/sign-in");
        await keys.TypeAsync("chibo");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(DemoSettings.DefaultPassword);
        await keys.PressAsync("Enter");
        await chibo.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await chibo.SettledAsync();

        await TabToAsync(chibo, chibo.Link($"{HomeText.Continue}: {Wording.Of(CampaignTracker.Domain.GoverningDocuments.RequirementKind.AnnualPlan)} {year}"));
        await keys.PressAsync("Enter");
        await chibo.SeesAsync(PlanEditText.NoMeeting);

        await TabToAsync(chibo, chibo.Button(PlanEditText.RecordMeeting));
        await keys.PressAsync("Enter");
        await Expect(chibo.Field(Wording.Of(FieldName.MeetingDate))).ToBeFocusedAsync();
        await keys.TypeAsync(Secretary.Today);
        await TypeIntoAsync(chibo, Wording.Of(FieldName.Present), "6");
        await TypeIntoAsync(chibo, Wording.Of(FieldName.Total), "7");
        await TypeIntoAsync(chibo, Wording.Of(FieldName.InFavour), "6");
        await TabToAsync(chibo, chibo.Button(PlanEditText.SaveMeeting));
        await keys.PressAsync("Enter");
        await chibo.SeesAsync("6/7");

        await TabToAsync(chibo, chibo.Link(PlanEditText.RecordSigner), "Shift+Tab");
        await keys.PressAsync("Enter");
        await TypeIntoAsync(chibo, Wording.Of(FieldName.Signer), "Nguyễn Văn Ơn");
        await TypeIntoAsync(chibo, Wording.Of(FieldName.SignerPost), "Bí thư");
        await TabToAsync(chibo, chibo.Button(PlanEditText.SavePaper));
        await keys.PressAsync("Enter");
        await chibo.SeesAsync(PlanEditText.PaperSaved);

        // Ctrl+Enter presses the main button; the dialog has the focus and Enter says yes.
        await keys.PressAsync("Control+Enter");
        await Expect(chibo.Dialog).ToBeVisibleAsync();
        await TabToAsync(chibo, chibo.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + PlanEditText.Send.Split("{0}")[0]) }));
        await keys.PressAsync("Enter");
        await chibo.SeesAsync(Wording.Of(Standing.SentOnTime));
        Assert.Contains(plan, chibo.Page.Url, StringComparison.Ordinal);
    }

    [NeedsBrowser]
    public async Task The_first_stop_leads_to_the_content_and_F1_lists_the_keys()
    {
        await using var server = await RunningServer.WithDemoAsync();
        await using var chibo = await Visitor.SignedInAsync(server, "chibo");
        await chibo.OpenAsync("/");

        await chibo.Page.Keyboard.PressAsync("Tab");
        await Expect(chibo.Link(CampaignTracker.Web.Layout.LayoutText.SkipToContent)).ToBeFocusedAsync();
        await chibo.Page.Keyboard.PressAsync("Enter");
        await Expect(chibo.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await chibo.Page.Keyboard.PressAsync("F1");
        await Expect(chibo.Dialog.GetByText(SharedText.KeysTitle)).ToBeVisibleAsync();
        await chibo.Page.Keyboard.PressAsync("Escape");
        await Expect(chibo.Dialog).ToBeHiddenAsync();
    }

    private static async Task TypeIntoAsync(Visitor visitor, string label, string text)
    {
        await TabToAsync(visitor, visitor.Field(label));
        await visitor.Page.Keyboard.PressAsync("Control+a");
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tab (or back) until it has the focus: a person gives up after sixty stops.</summary>
    private static async Task TabToAsync(Visitor visitor, ILocator target, string key = "Tab")
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stops = 0; stops < 60; stops++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await visitor.Page.Keyboard.PressAsync(key);
        }
        Assert.Fail($"{target} is not reached by {key}");
    }
}
