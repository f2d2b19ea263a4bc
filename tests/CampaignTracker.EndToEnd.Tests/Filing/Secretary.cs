using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Plans;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Filing;

/// <summary>What a secretary does with a plan, step by step.</summary>
internal static class Secretary
{
    /// <summary>The smallest page that is a PDF.</summary>
    public static readonly FilePayload Scan = new() { Name = "kế hoạch đã ký.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray() };

    /// <summary>Today as people write it.</summary>
    public static string Today => Wording.Day(LocalTime.Today(TimeProvider.System.GetUtcNow().UtcDateTime));

    /// <summary>From the home page into the plan of this year that is being written.</summary>
    public static Task GoOnWritingAsync(this Visitor visitor, int year) => visitor.FollowAsync($"{HomeText.Continue}: {Wording.Of(CampaignTracker.Domain.GoverningDocuments.RequirementKind.AnnualPlan)} {year}");

    /// <summary>Follows a link of the home page.</summary>
    public static async Task FollowAsync(this Visitor visitor, string link)
    {
        await visitor.OpenAsync("/");
        await visitor.Link(link).ClickAsync();
        await visitor.SettledAsync();
    }

    /// <summary>Chooses an item in the outline.</summary>
    public static async Task OpenItemAsync(this Visitor visitor, int ordinal)
    {
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = PlanEditText.Outline }).GetByRole(AriaRole.Link, new() { NameRegex = new Regex($@"^\s*{ordinal}\s") }).First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = PlanEditText.Item.With(ordinal), Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Types, letter by letter, in place of what stands in a field.</summary>
    public static async Task WriteAsync(this Visitor visitor, string label, string text)
    {
        var field = visitor.Field(label);
        await field.ClickAsync();
        await field.PressAsync("Control+a");
        await field.PressSequentiallyAsync(text);
    }

    /// <summary>Waits until the browser keeps nothing more: the server has every letter.</summary>
    public static Task AllSavedAsync(this Visitor visitor) => visitor.Page.WaitForFunctionAsync("() => !window.draftKeeper.anyPending()", null);

    /// <summary>Waits until the page says no more that the line is cut, and a field takes letters again.</summary>
    public static async Task TheLineIsBackAsync(this Visitor visitor, string label)
    {
        await Expect(visitor.Page.GetByText(LayoutText.LineCut.Split("{0}")[0].Trim()).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await visitor.SettledAsync();
        await Expect(visitor.Field(label)).ToBeEditableAsync();
    }

    /// <summary>Fills every element of the open item that is still missing.</summary>
    public static async Task ClearUpAsync(this Visitor visitor, int year, string method)
    {
        await visitor.WriteAsync(Wording.Of(PlanField.Method), method);
        await FillIfEmptyAsync(PlanEditText.Responsible, "Bí thư chi bộ");
        await FillIfEmptyAsync(Wording.Of(PlanField.Product), "36 lượt hộ trong năm");
        await FillIfEmptyAsync(PlanEditText.Start, $"01/03/{year}");
        await FillIfEmptyAsync(PlanEditText.End, $"30/11/{year}");
        if (await visitor.Button(Wording.Of(ItemRole.Lead)).GetAttributeAsync("aria-pressed") != "true" && await visitor.Button(Wording.Of(ItemRole.CoOperating)).GetAttributeAsync("aria-pressed") != "true")
            await visitor.Button(Wording.Of(ItemRole.Lead)).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Main).GetByText(PlanEditText.Clear, new() { Exact = true }).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await visitor.AllSavedAsync();

        async Task FillIfEmptyAsync(string label, string text)
        {
            if ((await visitor.Field(label).InputValueAsync()).Length > 0) return;
            await visitor.Field(label).FillAsync(text);
            await visitor.Field(label).PressAsync("Tab");
        }
    }

    /// <summary>Records the meeting that adopted the plan.</summary>
    public static async Task RecordMeetingAsync(this Visitor visitor, int present, int total, int inFavour)
    {
        await visitor.Button(PlanEditText.RecordMeeting).ClickAsync();
        await visitor.Field(Wording.Of(FieldName.MeetingDate)).FillAsync(Today);
        await visitor.Field(Wording.Of(FieldName.Present)).FillAsync($"{present}");
        await visitor.Field(Wording.Of(FieldName.Total)).FillAsync($"{total}");
        await visitor.Field(Wording.Of(FieldName.InFavour)).FillAsync($"{inFavour}");
        await visitor.Button(PlanEditText.SaveMeeting).ClickAsync();
        await visitor.SeesAsync($"{present}/{total}");
    }

    /// <summary>Records who signed, and the number from the office's register.</summary>
    public static async Task RecordSignerAsync(this Visitor visitor, string signer, string post, string number)
    {
        await visitor.Link(PlanEditText.RecordSigner).ClickAsync();
        await visitor.Field(Wording.Of(FieldName.Signer)).FillAsync(signer);
        await visitor.Field(Wording.Of(FieldName.SignerPost)).FillAsync(post);
        await visitor.Field(Wording.Of(FieldName.PaperNumber)).FillAsync(number);
        await visitor.Field(Wording.Of(FieldName.PaperDate)).FillAsync(Today);
        await visitor.Button(PlanEditText.SavePaper).ClickAsync();
        await visitor.SeesAsync(PlanEditText.PaperSaved);
    }

    /// <summary>Adds the picture of the signed page.</summary>
    public static async Task AddScanAsync(this Visitor visitor)
    {
        await visitor.Page.GetByLabel(PlanEditText.AddScan).SetInputFilesAsync(Scan);
        await Expect(visitor.Link(Scan.Name)).ToBeVisibleAsync();
    }

    /// <summary>Sends (again), and says yes to the question.</summary>
    public static async Task SendAsync(this Visitor visitor, string words)
    {
        var send = new Regex("^" + Regex.Escape(words.Split("{0}")[0]));
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = send }).ClickAsync();
        await visitor.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = send }).ClickAsync();
        await visitor.SeesAsync(PlanReadText.PathTitle);
    }
}
