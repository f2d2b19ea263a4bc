using CampaignTracker.UseCases.Evidence;
using CampaignTracker.Web.Evidence;
using CampaignTracker.Web.Shared;
using Microsoft.AspNetCore.Components.Forms;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.Evidence;

public sealed class EvidenceTests : PageTest
{
    private IRenderedComponent<EvidenceStrip> Strip(Guid item, bool readOnly = false, Action? changed = null)
    {
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
        var strip = Render<EvidenceStrip>(p => p.Add(s => s.Of, EvidenceOf.PlanItem).Add(s => s.SubjectId, item).Add(s => s.ReadOnly, readOnly).Add(s => s.OnChanged, () => changed?.Invoke()));
        strip.WaitForState(() => strip.FindAll(".loading").Count == 0, TimeSpan.FromSeconds(10));
        return strip;
    }

    private async Task<Guid> ItemAsync() => (await Campaign.Given.AUnitPlan().Sent()).ItemIds[0];

    private Task<Guid> AttachAsync(string who, Guid item, byte[] content, string name, string? caption = null, DateOnly? happened = null) =>
        Campaign.As(who).Use<KeepEvidence>().AttachAsync(new(EvidenceOf.PlanItem, item, caption, happened), name, new MemoryStream(content), default);

    private static void Send(IRenderedComponent<EvidenceStrip> strip) => strip.FindAll(".evidence-form button").Single(b => b.TextContent.Contains(EvidenceText.Send, StringComparison.Ordinal)).Click();

    [Fact]
    public async Task A_photo_is_chosen_described_sent_and_shown_with_its_dates()
    {
        var item = await ItemAsync();
        SignIn("chibo");
        var changes = 0;
        var strip = Strip(item, changed: () => changes++);
        Assert.Contains(EvidenceText.EmptyAdd, strip.Markup);
        strip.Find(".evidence-add").Click();
        Assert.True(strip.FindAll(".evidence-form button").Single(b => b.TextContent.Contains(EvidenceText.Send, StringComparison.Ordinal)).HasAttribute("disabled"));
        strip.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Photo.Jpeg(), "IMG 1.jpg"), InputFileContent.CreateFromBinary(OfficeFile.Docx(), "bai.docx"));
        strip.FindAll(".evidence-form input[type=text]")[0].Input("Trồng cây");
        strip.FindAll(".evidence-dates input[type=text]")[0].Change("01/03/2026");
        strip.FindAll(".evidence-form button").Single(b => b.TextContent.Contains(EvidenceText.SendMany.With(2), StringComparison.Ordinal)).Click();
        strip.WaitForState(() => strip.FindAll(".evidence-card").Count == 2 && strip.FindAll(".evidence-form").Count == 0, TimeSpan.FromSeconds(10));

        Assert.Contains(EvidenceText.Added, strip.Markup);
        var card = strip.FindAll(".evidence-card")[0];
        Assert.Equal("Trồng cây", card.QuerySelector(".evidence-title")!.TextContent);
        Assert.Contains(EvidenceText.Happened.With("01/03/2026"), card.TextContent);
        Assert.Contains(EvidenceText.Filed.With(Wording.Day(Campaign.Clock.Today)), card.TextContent);
        Assert.Contains(EvidenceText.Received.With(Wording.Moment(Campaign.Clock.Now), ""), card.TextContent);
        var id = (await Campaign.As("chibo").Use<ViewEvidence>().OfAsync(EvidenceOf.PlanItem, item, default)).Rows[0].Id;
        Assert.Equal($"/evidence/{id}/thumbnail", card.QuerySelector("img")!.GetAttribute("src"));
        Assert.Null(strip.FindAll(".evidence-card")[1].QuerySelector("img"));
        Assert.True(changes >= 1);
    }

    [Fact]
    public async Task A_refused_file_is_named_beside_the_field_and_stays_chosen()
    {
        var item = await ItemAsync();
        SignIn("chibo");
        var strip = Strip(item);
        strip.Find(".evidence-add").Click();
        strip.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(OfficeFile.Old("WordDocument"), "cu.doc"));
        Send(strip);
        strip.WaitForState(() => strip.FindAll(".evidence-form .field.missing").Count > 0, TimeSpan.FromSeconds(10));
        Assert.Contains(Wording.Of(new Refusal(Because.FileOldOffice, "File", "cu.doc")), strip.Find(".evidence-form .field.missing").TextContent);
        Assert.Single(strip.FindAll(".evidence-chosen li"));
        Assert.Empty(strip.FindAll(".evidence-card"));

        strip.Find(".evidence-chosen button").Click();
        Assert.Empty(strip.FindAll(".evidence-chosen li"));
    }

    [Fact]
    public async Task What_went_before_a_refused_file_is_kept()
    {
        var item = await ItemAsync();
        SignIn("chibo");
        var strip = Strip(item);
        strip.Find(".evidence-add").Click();
        strip.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Photo.Jpeg(), "a.jpg"), InputFileContent.CreateFromText("MZ", "b.exe"), InputFileContent.CreateFromBinary(Photo.Png(), "c.png"));
        strip.FindAll(".evidence-form button").Single(b => b.TextContent.Contains(EvidenceText.SendMany.With(3), StringComparison.Ordinal)).Click();
        strip.WaitForState(() => strip.FindAll(".evidence-card").Count == 1 && strip.FindAll(".evidence-form .field.missing").Count > 0, TimeSpan.FromSeconds(10));
        Assert.Equal(["b.exe", "c.png"], strip.FindAll(".evidence-chosen .evidence-name").Select(n => n.TextContent));
    }

    [Fact]
    public async Task More_than_there_is_room_for_is_not_taken_up()
    {
        var item = await ItemAsync();
        for (var n = 0; n < 19; n++) await AttachAsync("chibo", item, [.. "%PDF-"u8, (byte)n], $"{n}.pdf");
        SignIn("chibo");
        var strip = Strip(item);
        strip.Find(".evidence-add").Click();
        strip.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("%PDF-a", "a.pdf"), InputFileContent.CreateFromText("%PDF-b", "b.pdf"));
        Assert.Contains(EvidenceText.TooMany.With(1), strip.Markup);
        Assert.Empty(strip.FindAll(".evidence-chosen li"));
        await AttachAsync("chibo", item, [.. "%PDF-last"u8], "z.pdf");
        Assert.Contains(EvidenceText.Full.With(20), Strip(item).Markup);
    }

    [Fact]
    public async Task Who_only_reads_has_no_buttons()
    {
        var item = await ItemAsync();
        await AttachAsync("chibo", item, Photo.Jpeg(), "a.jpg");
        SignIn("vanthu");
        var strip = Strip(item);
        Assert.Single(strip.FindAll(".evidence-card"));
        Assert.Empty(strip.FindAll("button"));
    }

    [Fact]
    public async Task A_page_may_show_it_for_reading_only()
    {
        var item = await ItemAsync();
        await AttachAsync("chibo", item, Photo.Jpeg(), "a.jpg");
        SignIn("chibo");
        Assert.Empty(Strip(item, readOnly: true).FindAll("button"));
        Assert.Equal(2, Strip(item).FindAll("button").Count);
    }

    [Fact]
    public async Task Taking_off_asks_first()
    {
        var item = await ItemAsync();
        await AttachAsync("chibo", item, Photo.Jpeg(), "a.jpg", "Họp dân");
        SignIn("chibo");
        var dialogs = Render<RadzenDialog>();
        var changes = 0;
        var strip = Strip(item, changed: () => changes++);
        strip.Find(".evidence-off").Click();
        dialogs.WaitForState(() => dialogs.Markup.Contains(EvidenceText.TakeOffAct, StringComparison.Ordinal));
        Assert.Contains(EvidenceText.TakeOffWhat.With("Họp dân"), dialogs.Markup);
        Assert.Single(strip.FindAll(".evidence-card"));
        dialogs.FindAll("button").Single(b => b.TextContent.Contains(EvidenceText.TakeOffAct, StringComparison.Ordinal)).Click();
        strip.WaitForState(() => strip.FindAll(".evidence-card").Count == 0, TimeSpan.FromSeconds(10));
        Assert.Contains(EvidenceText.TakenOff.With("Họp dân"), strip.Markup);
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task What_may_not_be_read_is_refused_calmly()
    {
        var item = await ItemAsync();
        SignIn("thanhvien");
        Assert.Contains(Wording.Of(Because.NotFound), Strip(item).Find(".state.failed").TextContent);
    }

    [Fact]
    public async Task The_same_file_is_marked_with_where_it_also_stands()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        var (first, other) = (plan.ItemIds[0], (await Campaign.Given.AUnitPlan("T-1-2").Sent()).ItemIds[0]);
        await AttachAsync("chibo", first, Photo.Jpeg(), "a.jpg");
        await AttachAsync("chibo12", other, Photo.Jpeg(), "b.jpg");
        SignIn("vanthu");
        var card = Strip(first).Find(".evidence-card");
        Assert.Contains(EvidenceText.Same, card.TextContent);
        Assert.Single(card.QuerySelectorAll(".evidence-same li"));
    }

    [Fact]
    public async Task The_list_searches_filters_and_says_what_each_file_proves()
    {
        var plan = await Campaign.Given.AUnitPlan().Sent();
        await AttachAsync("chibo", plan.ItemIds[0], Photo.Jpeg(), "a.jpg", "Trồng cây đường làng");
        await AttachAsync("chibo", plan.ItemIds[0], OfficeFile.Xlsx(), "sổ thu.xlsx", "", new DateOnly(2025, 5, 5));
        SignIn("chibo");
        var page = Open<EvidencePage>("/evidence");
        Assert.Contains("Trồng cây đường làng", Assert.Single(page.FindAll(".evidence-card")).TextContent);
        Assert.Equal($"/progress/items/{plan.ItemIds[0]}", page.Find("a.evidence-place").GetAttribute("href"));

        Assert.Contains("sổ thu.xlsx", Assert.Single(Open<EvidencePage>("/evidence?year=2025").FindAll(".evidence-card")).TextContent);
        Assert.Single(Open<EvidencePage>("/evidence?search=DUONG%20LANG&of=planitem").FindAll(".evidence-card"));
        page = Open<EvidencePage>("/evidence?search=zz");
        Assert.Contains(EvidenceText.EmptySearch.With("zz"), page.Find(".state").TextContent);
        Assert.Equal("/evidence", page.Find(".state a").GetAttribute("href"));
        Assert.Contains(EvidenceText.EmptyYear.With(2026), Open<EvidencePage>("/evidence?of=commitmentline").Find(".state").TextContent);
    }

    [Fact]
    public async Task The_list_of_a_unit_below_is_for_who_reads_it()
    {
        var item = await ItemAsync();
        await AttachAsync("chibo", item, Photo.Jpeg(), "a.jpg", "Trồng cây");
        SignIn("vanthu");
        var page = Open<EvidencePage>("/evidence?unit=T-1-1");
        Assert.Contains("Trồng cây", Assert.Single(page.FindAll(".evidence-card")).TextContent);
        Assert.Empty(page.FindAll(".evidence-off"));
        Assert.Contains(Wording.Of(Because.NotFound), Open<EvidencePage>("/evidence?unit=T-9").Find(".state.failed").TextContent);
    }

    [Fact]
    public void Whatever_the_address_says_there_is_a_list()
    {
        Assert.Equal(new EvidenceAsked(), EvidenceAsked.Read(" ", "x", "9", "", "-1"));
        Assert.Equal("/evidence?unit=T-1-1&year=2025&of=planitem&search=a%20b&page=3", new EvidenceAsked("T-1-1", 2025, EvidenceOf.PlanItem, " a b ", 3).Address);
        Assert.Equal(100, EvidenceAsked.Read(null, null, null, new string('x', 500), null).Search!.Length);
        Assert.True(EvidenceAsked.Read(null, null, null, null, int.MaxValue.ToString()).Input.Skip > 0);
    }
}
