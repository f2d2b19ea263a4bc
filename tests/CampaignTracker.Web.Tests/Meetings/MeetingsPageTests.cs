using CampaignTracker.UseCases.Meetings;
using CampaignTracker.Web.Meetings;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Meetings;

public sealed class MeetingsPageTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_meeting_is_recorded_with_what_it_passed()
    {
        JSInterop.Setup<KeptDraft[]>("draftKeeper.pending", _ => true).SetResult([]);
        SignIn("chiuy");
        var page = Open<MeetingsPage>("/meetings");
        Assert.Contains(MeetingText.Empty, page.Markup);
        page.Find(".button.main").Click();
        page.WaitForState(() => page.FindAll("#meeting-date").Count == 1, Soon);
        page.Find("#meeting-date").Change("5/1");
        page.Find("#meeting-present").Input("12");
        page.Find("#meeting-total").Input("x");
        page.Find("#meeting-favour").Input("12");
        page.Find(".ticks ~ .row .main").Click();
        page.WaitForAssertion(() => Assert.Contains(MeetingText.NotANumber, page.Find("#meeting-total-notes").TextContent), Soon);
        page.Find("#meeting-total").Input("14");
        page.FindAll(".ticks input[type=checkbox]")[^1].Change(true);
        page.WaitForElement(".ticks input[type=text]", Soon).Input("Comrade Ba");
        page.Find(".ticks ~ .row .main").Click();
        page.WaitForState(() => page.FindAll(".meeting-row").Count == 1, Soon);
        Assert.Contains(MeetingText.Numbers.With(12, 14, 12), page.Find(".meeting-row").TextContent);
        Assert.Contains("Comrade Ba", page.Find(".meeting-row").TextContent);
    }

    [Fact]
    public async Task Date_and_numbers_are_corrected_in_their_row()
    {
        await Campaign.As("chibo").Use<RecordMeeting>().RunAsync(new(new DateOnly(2026, 1, 5), 10, 12, 9, new(Given.Year)), default);
        SignIn("chibo");
        var page = Open<MeetingsPage>("/meetings");
        page.FindAll(".meeting-row button.link")[^1].Click();
        page.Find("#meeting-present").Input("11");
        page.Find(".meeting-row .stack .button").Click();
        page.WaitForAssertion(() => Assert.Contains(MeetingText.Numbers.With(11, 12, 9), page.Find(".meeting-row").TextContent), Soon);
    }

    [Fact]
    public void Who_keeps_no_papers_is_told_so()
    {
        SignIn("thanhvien");
        var page = Open<MeetingsPage>("/meetings");
        Assert.Contains(Wording.Of(Because.NotAllowed), page.Markup);
        Assert.Empty(page.FindAll(".button.main"));
    }
}
