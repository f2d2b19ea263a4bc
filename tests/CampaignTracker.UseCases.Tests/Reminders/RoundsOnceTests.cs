using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>None lost, none doubled: again, at once, with a clock that jumps, cut off; and one message a person a day.</summary>
public sealed class RoundsOnceTests
{
    private static readonly Guid Plan = Town.Owed(Town.CellA1);

    private static DateOnly On(int month, int day) => new(2026, month, day);

    private static async Task<TestCampaign> TownAsync(DatabaseProvider on)
    {
        var campaign = await TestCampaign.TownAsync(on, On(3, 2));
        await campaign.IssueAboveAsync();
        await campaign.AddressAsync("a1.bt", "a1.vp", "b.bt");
        return campaign;
    }

    [SkippableTheory, OnBoth]
    public async Task A_second_round_on_the_same_day_decides_nothing(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        var first = await campaign.RoundAsync(On(3, 9));
        var again = await campaign.RoundAsync(On(3, 9), hour: 15);
        Assert.True(first is { Reminders: > 3, Digests: 3 });
        Assert.Equal((0, 0, 0), (again.Reminders, again.People, again.Digests));
    }

    [SkippableTheory, OnBoth]
    public async Task A_clock_that_jumps_back_or_ahead_neither_doubles_nor_loses(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        foreach (var day in new[] { On(3, 9), On(3, 13), On(3, 9), On(3, 4), On(3, 13) }) await campaign.RoundAsync(day);
        Assert.Equal(["4/3 FilingDue -14", "9/3 FilingDue -7", "13/3 FilingDue -3"], await campaign.ToldAsync("a1.bt", Plan));
        // For a moment the clock ran a month ahead: what was told then is not told again, what lies between is.
        await campaign.RoundAsync(On(4, 14));
        await campaign.RoundAsync(On(3, 16));
        await campaign.RoundAsync(On(3, 17));
        await campaign.RoundAsync(On(4, 14));
        Assert.Equal(["FilingDue 0", "FilingOverdue 1", "FilingOverdue 29"], (await campaign.ToldAsync("a1.bt", Plan)).Select(told => told[(told.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Where(told => !told.Contains('-')).Order(StringComparer.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task Nodes_at_once_decide_each_thing_once(DatabaseProvider on)
    {
        await using var alone = await TownAsync(on);
        var expected = (await alone.RoundAsync(On(3, 9))).Reminders;

        await using var campaign = await TownAsync(on);
        campaign.Clock.Set(On(3, 9), 6, 30);
        var met = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => campaign.RoundAsync())));
        Assert.Equal(expected, met.Sum(outcome => outcome.Reminders));
        var stored = await campaign.RemindersAsync();
        Assert.Equal((expected, expected), (stored.Count, stored.DistinctBy(r => (r.Rule, r.SubjectId, r.AccountId, r.DueOn, r.Step)).Count()));
        Assert.Equal(3, (await campaign.MessagesAsync()).Count);
        Assert.All(stored.Where(r => r.AccountId == Town.Account("a1.bt")), r => Assert.NotNull(r.MessageId));
    }

    [SkippableTheory, OnBoth]
    public async Task A_round_that_is_cut_off_stores_nothing_and_the_next_one_all(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        campaign.Clock.Set(On(3, 9), 6, 30);
        using var cut = new CancellationTokenSource();
        var reached = campaign.Gate.Hold();
        var round = Task.Run(() => campaign.AsSystem().Use<UseCases.Reminders.DecideReminders>().RunAsync(cut.Token));
        Assert.Same(reached, await Task.WhenAny(reached, round));
        await cut.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
        Assert.Empty(await campaign.RemindersAsync());
        Assert.Empty(await campaign.MessagesAsync());
        Assert.True((await campaign.RoundAsync()) is { Reminders: > 3, Digests: 3 });
    }

    [SkippableTheory, OnBoth]
    public async Task Two_posts_make_one_digest_in_the_readers_language_after_the_quiet_hours(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        await campaign.SetAsync(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == Town.Account("a1.bt"))).Language = "en";
            (await db.Users.SingleAsync(a => a.Id == Town.Account("a1.vp"))).NoEmail = true;
            db.Posts.Add(Post.Give(Actor.System, null, Town.Account("a1.bt"), await db.Units.SingleAsync(u => u.Code == Town.CellA2), Role.Officer, "Chi ủy viên", null, On(1, 1)));
        });
        await campaign.RoundAsync(On(3, 9));
        var own = (await campaign.MessagesAsync()).Single(m => m.AccountId == Town.Account("a1.bt"));
        Assert.Equal(("en", "a1.bt@example.vn", MessageKind.Digest, On(3, 9), On(3, 9).ToDateTime(new TimeOnly(7, 0))), (own.Language, own.Address, own.Kind, own.Day, LocalTime.Of(own.NextTryAt)));
        var told = (await campaign.RemindersAsync()).Where(r => r.AccountId == Town.Account("a1.bt")).ToList();
        Assert.Equal([Town.PathOf(Town.CellA1), Town.PathOf(Town.CellA2)], told.Where(r => r.Rule == "FilingDue").Select(r => r.UnitPath).Order(StringComparer.Ordinal));
        Assert.All(told, r => Assert.Equal(own.Id, r.MessageId));
        // Who wants no e-mail has the bell alone.
        Assert.DoesNotContain(await campaign.MessagesAsync(), m => m.AccountId == Town.Account("a1.vp"));
        Assert.All((await campaign.RemindersAsync()).Where(r => r.AccountId == Town.Account("a1.vp")), r => Assert.Null(r.MessageId));
    }

    [SkippableTheory, OnBoth]
    public async Task What_is_decided_after_the_digest_left_goes_with_the_next_days(DatabaseProvider on)
    {
        await using var campaign = await TownAsync(on);
        await campaign.RoundAsync(On(3, 9));
        var first = (await campaign.MessagesAsync()).Single(m => m.AccountId == Town.Account("a1.bt"));
        var waits = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1));
        await campaign.SetAsync(async db => db.Entry(await db.Commitments.SingleAsync(c => c.Id == waits.Commitment)).Property(c => c.EditedAt).CurrentValue = campaign.Clock.Now.AddDays(-7));
        // Before it leaves, what comes up goes with it.
        await campaign.RoundAsync(On(3, 9), hour: 7);
        Assert.Equal(first.Id, (await campaign.RemindersAsync()).Single(r => r.SubjectId == waits.Register && r.AccountId == Town.Account("a1.bt")).MessageId);

        await campaign.SetAsync(async db => { foreach (var m in await db.OutgoingMessages.ToListAsync()) { m.Take(Actor.System, "node", campaign.Clock.Now, OutgoingMessage.Lease); m.Sent(Actor.System, campaign.Clock.Now); } });
        await campaign.AskAsync("a.vp", "a.bt", await campaign.SentAsync("a1.bt", Plan));
        await campaign.SetAsync(async db => db.Entry(await db.Obligations.SingleAsync(o => o.Id == Plan)).Property(o => o.SupplementDueOn).CurrentValue = On(3, 12));
        await campaign.RoundAsync(On(3, 9), hour: 11);
        var late = (await campaign.RemindersAsync()).Single(r => r.Rule == "SupplementDue" && r.AccountId == Town.Account("a1.bt"));
        Assert.Null(late.MessageId);
        await campaign.RoundAsync(On(3, 10));
        var next = (await campaign.MessagesAsync()).Single(m => m.AccountId == Town.Account("a1.bt") && m.Day == On(3, 10));
        Assert.Equal(next.Id, (await campaign.RemindersAsync()).Single(r => r.Id == late.Id).MessageId);
    }
}
