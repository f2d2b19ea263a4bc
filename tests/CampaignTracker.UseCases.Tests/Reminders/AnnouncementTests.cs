using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>Announcements go down the tree and nowhere else; a receipt is kept once, on opening.</summary>
public class AnnouncementTests
{
    private static Task<Guid> AnnounceAsync(TestCampaign campaign, string who, Guid? key = null, bool email = false, params string[] kinds) =>
        campaign.As(who).Use<AnnounceDown>().RunAsync(new(key ?? Guid.NewGuid(), "Lịch sơ kết", "Sáng thứ Sáu tại hội trường.", kinds, email), default);

    private static async Task<int> UnopenedAsync(TestCampaign campaign, string who) => (await campaign.As(who).Use<ViewBell>().CountAsync(default)).Announcements;

    [SkippableTheory, OnBoth]
    public async Task Everybody_below_of_the_chosen_kinds_sees_it_and_nobody_else(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var all = await AnnounceAsync(campaign, "a.bt");
        var cells = await AnnounceAsync(campaign, "a.vp", kinds: "cell");

        Assert.Equal((2, 2, 1, 1, 0, 0), (await UnopenedAsync(campaign, "a1.tv"), await UnopenedAsync(campaign, "a1.bt"), await UnopenedAsync(campaign, "ub.bt"), await UnopenedAsync(campaign, "a.pbt"), await UnopenedAsync(campaign, "b1.bt"), await UnopenedAsync(campaign, "tinh.cv")));
        Assert.Equal(2, (await campaign.As("a1.tv").Use<ViewAnnouncements>().RunAsync(new(), default)).Page.Count);
        Assert.Empty((await campaign.As("tinh.cv").Use<ViewAnnouncements>().RunAsync(new(), default)).Page.Rows);
        Assert.Empty((await campaign.As("b.bt").Use<ViewAnnouncements>().RunAsync(new(), default)).Page.Rows);
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("ub.bt").Use<ViewAnnouncements>().OneAsync(cells, default));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("b1.bt").Use<OpenAnnouncement>().RunAsync(all, default));
        await Scene.RefusedAsync(Because.NotAllowed, () => AnnounceAsync(campaign, "a1.tv"));
    }

    [SkippableTheory, OnBoth]
    public async Task Opening_keeps_one_receipt_and_the_announcing_unit_sees_who_has_not(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await AnnounceAsync(campaign, "a.bt", kinds: "cell");

        await campaign.As("a1.tv").Use<OpenAnnouncement>().RunAsync(id, default);
        await campaign.As("a1.tv").Use<OpenAnnouncement>().RunAsync(id, default);
        await campaign.As("a.bt").Use<OpenAnnouncement>().RunAsync(id, default);

        Assert.Equal((0, 1), (await UnopenedAsync(campaign, "a1.tv"), await UnopenedAsync(campaign, "a1.bt")));
        var seen = (await campaign.As("a.vp").Use<ViewAnnouncements>().OneAsync(id, default)).Receipts!;
        Assert.Equal((2, 1, 0, 1), (seen.Units, seen.Read, seen.WithoutAccount, seen.People));
        Assert.Equal((1, (int?)2), (await campaign.As("a.vp").Use<ViewAnnouncements>().RunAsync(new("sơ kết"), default)).Page.Rows.Select(r => (r.ReadUnits, r.Units)).Single());
        Assert.Equal(Town.CellA2, Assert.Single((await campaign.As("a.vp").Use<ViewAnnouncements>().ReceiptsAsync(new(id), default)).Rows).UnitCode);
        Assert.Equal(Town.PersonOf("a1.tv"), Assert.Single((await campaign.As("a.vp").Use<ViewAnnouncements>().ReceiptsAsync(new(id, ViewAnnouncements.Part.Read), default)).Rows).Readers.Single().Name);
        // Whoever only reads it sees no receipts.
        Assert.Null((await campaign.As("a1.bt").Use<ViewAnnouncements>().OneAsync(id, default)).Receipts);
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ViewAnnouncements>().ReceiptsAsync(new(id), default));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_open_at_once_with_one_account_leave_one_receipt(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await AnnounceAsync(campaign, "a.bt");
        Func<Task> open = () => campaign.As("a1.bt").Use<OpenAnnouncement>().RunAsync(id, default);

        Assert.All(await campaign.TogetherAsync(open, open), Assert.Null);
        Assert.Equal(1, await campaign.LookAsync(db => db.AnnouncementReceipts.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_second_click_announces_nothing_twice_and_the_copy_goes_to_whoever_wants_mail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.As("a1.bt").Use<KeepPreferences>().SaveAsync(new("a1@example.vn", false, "en"), default);
        await campaign.As("a2.bt").Use<KeepPreferences>().SaveAsync(new("a2@example.vn", true, "vi"), default);
        var key = Guid.NewGuid();

        Assert.Equal((3, 0, 1), await campaign.As("a.bt").Use<AnnounceDown>().PreviewAsync([], default) is var reach ? (reach.Units, reach.WithoutAccount, reach.Emails) : default);
        Assert.Equal(key, await AnnounceAsync(campaign, "a.bt", key, email: true));
        Assert.Equal(key, await AnnounceAsync(campaign, "a.bt", key, email: true));

        var message = await campaign.LookAsync(db => db.OutgoingMessages.AsNoTracking().SingleAsync());
        Assert.Equal((Town.Account("a1.bt"), key, "en"), (message.AccountId, message.SourceId, message.Language));
        Assert.Equal(1, await campaign.LookAsync(db => db.Announcements.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task Withdrawn_it_is_gone_below_and_stays_for_the_unit_itself(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var id = await AnnounceAsync(campaign, "a.bt");
        await Scene.RefusedAsync(Because.NotAllowed, () => campaign.As("a1.bt").Use<AnnounceDown>().WithdrawAsync(id, default));
        await campaign.As("a.vp").Use<AnnounceDown>().WithdrawAsync(id, default);

        Assert.Equal(0, await UnopenedAsync(campaign, "a1.bt"));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ViewAnnouncements>().OneAsync(id, default));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<OpenAnnouncement>().RunAsync(id, default));
        Assert.NotNull((await campaign.As("a.bt").Use<ViewAnnouncements>().OneAsync(id, default)).WithdrawnOn);
    }
}
