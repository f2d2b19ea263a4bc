using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Obligations;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Reminders;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Reminders;

/// <summary>What a person sees of reminders: the bell, the page, urging by hand, announcements, preferences.</summary>
public sealed class ReminderPagesTests : PageTest
{
    private static readonly DateOnly Friday = new(2026, 7, 10);

    private static readonly Guid Term1 = Town.Owed(Town.CellA1, Town.Term);

    public override async Task InitializeAsync()
    {
        Campaign = await TestCampaign.TownAsync(DatabaseProvider.Sqlite, Friday);
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
    }

    private Task UrgeAsync() => Campaign.As("a.vp").Use<UrgeUnits>().RunAsync(new(Guid.NewGuid(), UrgingWay.Program, "Chuẩn bị sơ kết", [Term1]), default);

    [Fact]
    public async Task The_bell_rings_live_lists_when_opened_and_is_quiet_after_marking()
    {
        SignIn("a1.bt");
        var bell = Render<Bell>();
        Assert.Empty(bell.FindAll(".count"));

        await UrgeAsync();
        bell.WaitForAssertion(() => Assert.Equal("1", bell.Find(".count").TextContent));
        Campaign.Statements.Take();
        bell.Find("details").Toggle();
        bell.WaitForAssertion(() => Assert.Contains("Chuẩn bị sơ kết", bell.Find(".bell-row.unread").TextContent));
        Assert.InRange(Campaign.Statements.Take().Count, 1, 15);
        Assert.StartsWith("/r/", bell.Find(".bell-row").GetAttribute("href"), StringComparison.Ordinal);
        bell.Find("button").Click();
        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll(".count")));
    }

    [Fact]
    public async Task The_page_says_what_is_settled_and_an_empty_one_when_it_fills()
    {
        await UrgeAsync();
        await Campaign.SentAsync("a1.bt", Term1);
        SignIn("a1.bt");
        var page = Open<RemindersPage>("/reminders");

        Assert.Contains(BellText.Settled, page.Find(".bell-row").TextContent);
        Assert.Contains("khong co", (Open<RemindersPage>("/reminders?search=khong+co")).Markup);
    }

    [Fact]
    public async Task Units_chosen_in_the_list_are_urged_with_a_reason_and_a_count_on_the_button()
    {
        SignIn("a.vp");
        var rows = Open<ObligationsPage>($"/obligations?unit={Town.CommuneA}&slice=overdue");
        rows.Find("thead .choose input").Change(true);
        var link = rows.Find(".choice-bar a.main").GetAttribute("href")!;
        var page = Open<UrgePage>(link);

        Assert.Contains(UrgeText.Act.With(3), page.Find("button.main").TextContent);
        page.Find("button.main").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".field.missing")));
        page.Find("textarea").Input("Chuẩn bị sơ kết");
        page.Find("button.main").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".note-saved")));
        Assert.Single((await Campaign.As("a.vp").Use<ViewUrgings>().RunAsync(new(), default)).Rows);

        var past = Open<UrgingsPage>("/reminders/urgings");
        past.Find("button.opener").Click();
        past.WaitForAssertion(() => Assert.NotEmpty(past.FindAll("tr.details li")));
    }

    [Fact]
    public async Task A_ready_text_is_kept_as_sent_by_hand_once_however_often_it_is_copied()
    {
        SignIn("a.vp");
        var page = Open<UrgePage>($"/reminders/urge?units={Town.CellA1}");
        page.FindAll(".choices button").First(b => b.TextContent.Contains(UrgeText.WayCopied, StringComparison.Ordinal)).Click();
        Assert.True(page.Find("[data-copy]").HasAttribute("disabled"));
        page.Find("textarea").Input("Chuẩn bị sơ kết");
        Assert.Contains("Kính gửi đồng chí Bí thư Chi bộ xóm Đông", page.Find(".ready-text p").TextContent);

        page.Find("[data-copy]").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".ready-text .note-saved")));
        page.Find("[data-copy]").Click();
        Assert.Equal(UrgingWay.Copied, Assert.Single((await Campaign.As("a.vp").Use<ViewUrgings>().RunAsync(new(), default)).Rows).Way);
    }

    [Fact]
    public void The_board_counts_the_units_chosen_and_whoever_only_reads_chooses_nothing()
    {
        SignIn("a.vp");
        var board = Open<CompliancePage>("/compliance");
        board.FindAll(".line-choice")[0].Change(true);
        board.FindAll(".line-choice")[1].Change(true);

        Assert.Contains("2", board.Find(".choice-bar a").TextContent);
        Assert.Contains("units=", board.Find(".choice-bar a").GetAttribute("href"));
    }

    [Fact]
    public void An_inspector_finds_no_box_to_urge_with()
    {
        SignIn("a.kt");
        Assert.Empty(Open<CompliancePage>("/compliance").FindAll(".line-choice, .choice-bar"));
    }

    [Fact]
    public async Task An_announcement_is_written_opened_and_its_receipts_shown()
    {
        SignIn("a.bt");
        var form = Open<NewAnnouncementPage>("/announcements/new");
        form.Find("input[type=text]").Input("Lịch sơ kết");
        form.Find("textarea").Input("Sáng thứ Sáu tại hội trường.");
        form.Find("button.main").Click();
        form.WaitForAssertion(() => Assert.Matches("^/announcements/.{36}$", Address));
        var id = Guid.Parse(Address[^36..]);
        await Campaign.As("a1.tv").Use<OpenAnnouncement>().RunAsync(id, default);

        var page = Open<AnnouncementPage>(Address, route => route.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains(AnnouncementText.Receipts.With(1, 3), page.Markup));
        page.FindAll(".choices button")[1].Click();
        page.WaitForAssertion(() => Assert.Contains(Town.PersonOf("a1.tv"), page.Markup));
        Assert.Contains(AnnouncementText.ReadOf.With(1, 3), Open<AnnouncementsPage>("/announcements").Markup);
    }

    [Fact]
    public void A_wrong_address_is_told_beside_its_field_and_the_calendar_address_is_shown_once()
    {
        SignIn("a1.bt");
        var page = Render<PreferencesSheet>();
        page.WaitForState(() => page.FindAll("input").Count > 0);
        page.Find("input").Change("a1@");
        page.FindAll("button").First(b => b.TextContent.Contains(PreferencesText.Save, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".field.missing")));

        page.FindAll("button").First(b => b.TextContent.Contains(PreferencesText.Make, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Matches("/calendar/[0-9a-f]{64}\\.ics$", page.Find("#calendar-address").TextContent));
        var again = Render<PreferencesSheet>();
        again.WaitForState(() => again.FindAll("input").Count > 0);
        Assert.Empty(again.FindAll("#calendar-address"));
    }
}
