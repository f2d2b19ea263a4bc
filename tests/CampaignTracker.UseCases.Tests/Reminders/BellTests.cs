using CampaignTracker.UseCases.Database;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>The bell shows one's own, the latest word about a thing, and what is settled as settled.</summary>
public class BellTests
{
    private static readonly DateOnly Friday = new(2026, 7, 10);

    private static readonly Guid Term1 = Town.Owed(Town.CellA1, Town.Term);

    private static Task UrgeAsync(TestCampaign campaign) => campaign.As("a.vp").Use<UrgeUnits>().RunAsync(new(Guid.NewGuid(), UrgingWay.Program, "Chuẩn bị sơ kết", [Term1]), default);

    [SkippableTheory, OnBoth]
    public async Task It_counts_the_latest_word_about_a_thing_once_and_says_who_urged_and_why(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, Friday);
        await UrgeAsync(campaign);
        campaign.Clock.Set(Friday.AddDays(3));
        await UrgeAsync(campaign);

        Assert.Equal((1, 0), ((await campaign.As("a1.bt").Use<ViewBell>().CountAsync(default)).All, (await campaign.As("a2.bt").Use<ViewBell>().CountAsync(default)).All));
        Assert.Equal(2, (await campaign.As("a1.bt").Use<ViewBell>().RunAsync(new(), default)).Page.Count);
        var row = Assert.Single((await campaign.As("a1.bt").Use<ViewBell>().RunAsync(new("xom dong", CurrentOnly: true), default)).Page.Rows);
        Assert.Equal(("Chuẩn bị sơ kết", false, false), (row.Reason, row.Read, row.Settled));
        Assert.Equal("Ban Xây dựng Đảng, " + Town.NameOf(Town.CommuneA), row.UrgedBy);
        Assert.Empty((await campaign.As("a1.bt").Use<ViewBell>().RunAsync(new("xom doai"), default)).Page.Rows);
        // Opening the latest is enough.
        await campaign.As("a1.bt").Use<OpenReminder>().RunAsync(row.Id, default);
        Assert.Equal(0, (await campaign.As("a1.bt").Use<ViewBell>().CountAsync(default)).All);
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_sent_meanwhile_is_shown_as_settled(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, Friday);
        await UrgeAsync(campaign);
        await campaign.SentAsync("a1.bt", Term1);

        Assert.True((await campaign.As("a1.bt").Use<ViewBell>().RunAsync(new(), default)).Page.Rows.Single().Settled);
    }

    [SkippableTheory, OnBoth]
    public async Task Marking_all_read_leaves_what_came_later_and_other_people_s(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, Friday);
        await UrgeAsync(campaign);
        var shown = (await campaign.As("a1.bt").Use<ViewBell>().RunAsync(new(), default)).Page.Rows[0].At;
        campaign.Clock.Set(Friday.AddDays(3));
        await UrgeAsync(campaign);

        await campaign.As("a1.bt").Use<MarkRemindersRead>().RunAsync(shown, default);
        Assert.Equal(1, (await campaign.As("a1.bt").Use<ViewBell>().CountAsync(default)).All);
        await campaign.As("a1.bt").Use<MarkRemindersRead>().RunAsync(campaign.Clock.Now, default);
        Assert.Equal(0, (await campaign.As("a1.bt").Use<ViewBell>().CountAsync(default)).All);
        Assert.True(await campaign.LookAsync(db => db.Reminders.AllAsync(r => (r.AccountId == Town.Account("a1.bt")) == (r.ReadAt != null))));
    }
}
