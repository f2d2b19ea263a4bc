using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Meetings;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Meetings;

public sealed class RecordMeetingTests
{
    private static RecordMeeting.Input Held(TestCampaign campaign, MeetingTicks? ticks = null, int present = 4) => new(campaign.Clock.Today, present, 4, present, ticks ?? new(Town.Year));

    private static Task<AdoptionOutcome> RecordAsync(TestCampaign campaign, string who, MeetingTicks? ticks = null) => campaign.As(who).Use<RecordMeeting>().RunAsync(Held(campaign, ticks), default);

    private static async Task<ViewMeetings.Row> OneAsync(TestCampaign campaign, string who = "a1.bt") => (await campaign.As(who).Use<ViewMeetings>().RunAsync(new(), default)).Page.Rows.Single();

    [SkippableTheory, OnBoth]
    public async Task A_meeting_is_one_short_record_that_more_can_be_ticked_for_later(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var meeting = (await RecordAsync(campaign, "a1.vp", new(Town.Year, Topic: "Chuyên đề 2026"))).MeetingId;
        await campaign.PromisedAsync("a1.tv");
        await campaign.As("a1.bt").Use<RecordMeeting>().AddAsync(meeting, new(Town.Year, Annual: true), default);
        var row = await OneAsync(campaign);
        Assert.Equal((campaign.Clock.Today, 4, 4, 4, "Đông Văn Thư"), (row.HeldOn, row.Present, row.Total, row.InFavour, row.RecordedByName));
        Assert.Equal(2, row.Decisions.Count);
        Assert.Equal(meeting, (await campaign.As("a1.bt").Use<ViewMeetings>().FormAsync(null, default)).Recent.Single().Id);
        Assert.Equal(1, (await campaign.As("a1.bt").Use<ViewMeetings>().RunAsync(new(Town.Year, "Chuyên đề"), default)).Page.Count);
        Assert.Equal(0, (await campaign.As("a1.bt").Use<ViewMeetings>().RunAsync(new(Town.Year - 1), default)).Page.Count);
    }

    [SkippableTheory, OnBoth]
    public async Task What_a_meeting_adopted_follows_its_correction(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        var id = await campaign.PromisedAsync("a1.tv");
        var meeting = (await RecordAsync(campaign, "a1.bt", new(Town.Year, [plan], Annual: true))).MeetingId;
        var day = campaign.Clock.Today.AddDays(-3);
        await campaign.As("a1.bt").Use<RecordMeeting>().CorrectAsync(new(meeting, day, 3, 4, 2), default);
        Assert.Equal(new ViewPlan.MeetingFacts(day, 3, 4, 2), (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Meeting);
        Assert.Equal(day, (await campaign.RegisterAsync()).AdoptedOn);
        Assert.Equal(day, (await campaign.CommitmentAsync("a1.tv", id)).AdoptedOn);
        await RefusedAsync(Because.MeetingCounts, () => campaign.As("a1.bt").Use<RecordMeeting>().CorrectAsync(new(meeting, day, 5, 4, 2), default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_page_of_the_minutes_opens_within_the_unit_only(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var meeting = (await RecordAsync(campaign, "a1.bt")).MeetingId;
        var use = campaign.As("a1.bt").Use<RecordMeeting>();
        await RefusedAsync(Because.FileKind, () => use.AttachMinutesAsync(meeting, "a.txt", new MemoryStream("chữ"u8.ToArray()), default));
        await use.AttachMinutesAsync(meeting, "bien-ban.pdf", new MemoryStream("%PDF-1"u8.ToArray()), default);
        var file = (await OneAsync(campaign)).Minutes!;
        Assert.Equal("bien-ban.pdf", file.Name);
        await using (var opened = (await campaign.As("a1.vp").Use<KeepScan>().OpenAsync(file.Id, default)).Content) Assert.Equal('%', opened.ReadByte());
        foreach (var other in new[] { "a1.tv", "a.bt", "a.kt", "tinh.ld" }) await RefusedAsync(Because.NotAllowed, () => campaign.As(other).Use<KeepScan>().OpenAsync(file.Id, default));
        await RefusedAsync(Because.NotFound, () => campaign.As("a2.bt").Use<KeepScan>().OpenAsync(file.Id, default));
        await use.DetachMinutesAsync(meeting, default);
        Assert.Null((await OneAsync(campaign)).Minutes);
    }

    [SkippableTheory, OnBoth]
    public async Task Only_who_keeps_the_units_papers_records_and_reads_meetings(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var meeting = (await RecordAsync(campaign, "a1.bt")).MeetingId;
        foreach (var other in new[] { "a1.tv", "a.kt", "tinh.ld", "quantri" })
        {
            await RefusedAsync(Because.NotAllowed, () => RecordAsync(campaign, other));
            await RefusedAsync(Because.NotAllowed, () => campaign.As(other).Use<ViewMeetings>().RunAsync(new(), default));
            await RefusedAsync(Because.NotAllowed, () => campaign.As(other).Use<ViewMeetings>().FormAsync(null, default));
        }
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<RecordMeeting>().AddAsync(meeting, new(Town.Year, Topic: "Lạ"), default));
        await RefusedAsync(Because.NotFound, () => campaign.As("a2.bt").Use<RecordMeeting>().CorrectAsync(new(meeting, campaign.Clock.Today, 1, 1, 1), default));
        // A plan of another unit is no plan of this meeting.
        var foreign = await campaign.DraftAsync("a.bt", Town.Owed(Town.CommuneA));
        await RefusedAsync(Because.NotFound, () => RecordAsync(campaign, "a1.bt", new(Town.Year, [foreign])));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_meetings_that_adopt_at_once_adopt_each_commitment_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await campaign.PromisedAsync("a1.tv");
        var met = await campaign.TogetherAsync(() => campaign.AdoptAsync(), () => campaign.AdoptAsync("a1.pbt"));
        Assert.Equal(Because.RegisterEmpty, Assert.IsType<Refusal>(Assert.Single(met, m => m is not null)).Code);
        Assert.Equal(CommitmentState.Adopted, (await campaign.CommitmentAsync("a1.tv", id)).State);
        var register = await campaign.RegisterAsync();
        Assert.Equal((1, 1), (register.Registered, await campaign.LookAsync(db => db.Meetings.CountAsync())));
    }
}
