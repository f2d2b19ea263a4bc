using CampaignTracker.UseCases.Database;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>Urging by hand: whom it reaches, what it leaves out, and that it never goes sideways, upward or out twice.</summary>
public class UrgeUnitsTests
{
    private static readonly DateOnly Friday = new(2026, 7, 10);

    private static readonly Guid Term1 = Town.Owed(Town.CellA1, Town.Term), Term2 = Town.Owed(Town.CellA2, Town.Term);

    // The term plans are overdue then; the annual ones of cells hang on the commune's, which is not issued.
    private static Task<TestCampaign> StartAsync(DatabaseProvider on) => TestCampaign.TownAsync(on, Friday);

    private static Task<UrgeUnits.Answer> UrgeAsync(TestCampaign campaign, string who, UrgingWay way, Guid key, params Guid[] filings) =>
        campaign.As(who).Use<UrgeUnits>().RunAsync(new(key, way, "Chuẩn bị sơ kết", filings), default);

    private static Task AddressAsync(TestCampaign campaign, string who) => campaign.As(who).Use<KeepPreferences>().SaveAsync(new($"{who}@example.vn", false, "vi"), default);

    [SkippableTheory, OnBoth]
    public async Task The_preview_says_who_is_told_and_what_is_left_out(DatabaseProvider on)
    {
        await using var campaign = await StartAsync(on);
        await AddressAsync(campaign, "a1.bt");

        var all = await campaign.As("a.vp").Use<PrepareUrging>().RunAsync(new(Slice: ObligationSlice.NotSent), default);

        Assert.Equal([Town.CellA1, Town.CellA2, Town.BodyA], all.Units.Select(u => u.UnitCode));
        Assert.Equal((2030, new DateOnly(2026, 6, 30)), (all.Units[0].Filings.Single().ToYear, all.Units[0].Filings.Single().DueOn));
        Assert.Contains(all.Units[0].Told, p => p is { Email: true } && p.Name == Town.PersonOf("a1.bt"));
        Assert.DoesNotContain(all.Units[0].Told, p => p.Name == Town.PersonOf("a1.tv"));
        Assert.False(Assert.Single(all.Units[1].Told).Email);
        Assert.Equal([UrgingObstacle.OwnUnit, UrgingObstacle.WaitsForSuperior], all.Left.Select(l => l.Why).Distinct().Order(Comparer<UrgingObstacle>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));

        var chosen = await campaign.As("a.vp").Use<PrepareUrging>().RunAsync(new(Units: [Town.CellA2], Slice: ObligationSlice.Overdue), default);
        Assert.Equal([Town.CellA2], chosen.Units.Select(u => u.UnitCode));
        var below = await campaign.As("tinh.cv").Use<PrepareUrging>().RunAsync(new(Units: [Town.CommuneA], Slice: ObligationSlice.Overdue, WithBelow: true), default);
        Assert.Equal([Town.CommuneA, Town.CellA1, Town.CellA2, Town.BodyA], below.Units.Select(u => u.UnitCode));
    }

    [SkippableTheory, OnBoth]
    public async Task Urging_stores_act_reminders_and_messages_together_and_a_second_click_nothing(DatabaseProvider on)
    {
        await using var campaign = await StartAsync(on);
        await AddressAsync(campaign, "a1.bt");
        campaign.Clock.Set(Friday, 20);
        var rung = new List<IReadOnlySet<Guid>?>();
        campaign.As("a.vp").Use<ReminderSignal>().Raised += rung.Add;
        var key = Guid.NewGuid();

        var first = await UrgeAsync(campaign, "a.vp", UrgingWay.Program, key, Term1, Term2);
        var second = await UrgeAsync(campaign, "a.vp", UrgingWay.Program, key, Term1, Term2);

        Assert.Equal((2, 2, 1), (first.Units, first.Filings, first.Emails));
        Assert.Equal(first, second);
        Assert.Contains(Town.Account("a2.bt"), Assert.Single(rung)!);
        var (reminders, message, urgings) = await campaign.LookAsync(async db => (await db.Reminders.AsNoTracking().ToListAsync(), await db.OutgoingMessages.AsNoTracking().SingleAsync(), await db.Urgings.CountAsync()));
        Assert.Equal((first.People, 1), (reminders.Count, urgings));
        Assert.All(reminders, r => Assert.Equal((ReminderRules.ByHand, key, 10), (r.Rule, r.UrgingId!.Value, r.Step)));
        Assert.Equal(message.Id, reminders.Single(r => r.AccountId == Town.Account("a1.bt")).MessageId);
        Assert.Null(reminders.Single(r => r.AccountId == Town.Account("a2.bt")).MessageId);
        // Friday evening: nobody is disturbed before Monday morning.
        Assert.Equal((MessageKind.Urging, key, new DateTime(2026, 7, 13, 0, 0, 0, DateTimeKind.Utc)), (message.Kind, message.SourceId, message.NextTryAt));
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_filing_rests_whoever_urges_and_a_settled_one_is_refused(DatabaseProvider on)
    {
        await using var campaign = await StartAsync(on);
        await UrgeAsync(campaign, "tinh.cv", UrgingWay.Program, Guid.NewGuid(), Term1);

        var preview = await campaign.As("a.vp").Use<PrepareUrging>().RunAsync(new([Term1, Term2]), default);
        Assert.Equal((Term2, UrgingObstacle.UrgedLately, (DateOnly?)Friday), (preview.Units.Single().Filings.Single().ObligationId, preview.Left.Single().Why, preview.Left.Single().UrgedOn));
        await Scene.RefusedAsync(Because.UrgedAlready, () => UrgeAsync(campaign, "a.vp", UrgingWay.Program, Guid.NewGuid(), Term1));
        // Together with one that may be urged it is only left out.
        Assert.Equal(1, (await UrgeAsync(campaign, "a.vp", UrgingWay.Program, Guid.NewGuid(), Term1, Term2)).Filings);

        campaign.Clock.Set(Friday.AddDays(3));
        Assert.Equal(1, (await UrgeAsync(campaign, "a.vp", UrgingWay.Copied, Guid.NewGuid(), Term1)).Filings);
        await campaign.SentAsync("a2.bt", Term2);
        await Scene.RefusedAsync(Because.NothingToUrge, () => UrgeAsync(campaign, "a.vp", UrgingWay.Copied, Guid.NewGuid(), Term2));
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_urges_sideways_upward_or_oneself(DatabaseProvider on)
    {
        await using var campaign = await StartAsync(on);

        await Scene.RefusedAsync(Because.NotFound, () => UrgeAsync(campaign, "a.vp", UrgingWay.Program, Guid.NewGuid(), Town.Owed(Town.CellB1, Town.Term)));
        await Scene.RefusedAsync(Because.NotFound, () => UrgeAsync(campaign, "a1.bt", UrgingWay.Program, Guid.NewGuid(), Town.Owed(Town.CommuneA, Town.Term)));
        await Scene.RefusedAsync(Because.NotFound, () => UrgeAsync(campaign, "a1.bt", UrgingWay.Program, Guid.NewGuid(), Term2));
        await Scene.RefusedAsync(Because.NotAllowed, () => UrgeAsync(campaign, "a1.bt", UrgingWay.Program, Guid.NewGuid(), Term1));
        await Scene.RefusedAsync(Because.NotAllowed, () => UrgeAsync(campaign, "tinh.kt", UrgingWay.Program, Guid.NewGuid(), Term1));
        await Scene.RefusedAsync(Because.Required, () => campaign.As("a.vp").Use<UrgeUnits>().RunAsync(new(Guid.NewGuid(), UrgingWay.Program, " ", [Term1]), default));
        Assert.Equal(0, await campaign.LookAsync(db => db.Urgings.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_unit_without_an_account_is_not_urged_in_the_program_but_by_copy_or_letter(DatabaseProvider on)
    {
        await using var campaign = await StartAsync(on);
        await campaign.SetAsync(async db => (await db.Users.SingleAsync(a => a.Id == Town.Account("a2.bt"))).Closed = true);

        Assert.Empty((await campaign.As("a.vp").Use<PrepareUrging>().RunAsync(new([Term2]), default)).Units.Single().Told);
        await Scene.RefusedAsync(Because.NothingToUrge, () => UrgeAsync(campaign, "a.vp", UrgingWay.Program, Guid.NewGuid(), Term2));
        var letter = await UrgeAsync(campaign, "a.vp", UrgingWay.Letter, Guid.NewGuid(), Term2);

        var sheet = (await campaign.As("a.vp").Use<ComposeUrgingLetter>().RunAsync(letter.UrgingId, default)).Sheet;
        Assert.Equal(("ĐU", "Đảng ủy", Friday), (sheet.Symbol, sheet.ShortName, sheet.AsOf));
        Assert.Equal((Town.NameOf(Town.CellA2), true, new DateOnly(2026, 6, 30)), (sheet.Units.Single().Name, sheet.Units.Single().Party, sheet.Units.Single().Due.Single().DueOn));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a2.tv").Use<ComposeUrgingLetter>().RunAsync(letter.UrgingId, default));
    }

    [SkippableTheory, OnBoth]
    public async Task What_came_of_an_urging_is_told_afterwards(DatabaseProvider on)
    {
        await using var campaign = await StartAsync(on);
        var urged = await UrgeAsync(campaign, "a.vp", UrgingWay.Program, Guid.NewGuid(), Term1, Term2);
        campaign.Clock.Set(Friday.AddDays(3));
        await campaign.SentAsync("a1.bt", Term1);
        campaign.Clock.Set(Friday.AddDays(6));
        await campaign.SentAsync("a2.bt", Term2);

        var row = Assert.Single((await campaign.As("a.bt").Use<ViewUrgings>().RunAsync(new("sơ kết"), default)).Rows);
        Assert.Equal((2, 2, 1, 0, "Chuẩn bị sơ kết", (string?)"Ban Xây dựng Đảng"), (row.Units, row.Filings, row.SentWithin, row.Open, row.Reason, row.Body));
        Assert.Equal([Friday.AddDays(3), Friday.AddDays(6)], (await campaign.As("tinh.cv").Use<ViewUrgings>().OneAsync(urged.UrgingId, default)).Filings.Select(f => f.SentOn!.Value));
        Assert.Empty((await campaign.As("b.bt").Use<ViewUrgings>().RunAsync(new(), default)).Rows);
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("b.bt").Use<ViewUrgings>().OneAsync(urged.UrgingId, default));
    }
}
