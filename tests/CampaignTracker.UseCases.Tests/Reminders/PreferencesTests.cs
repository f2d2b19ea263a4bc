using CampaignTracker.UseCases.Database;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Reminders;

/// <summary>Address, language, and the secret calendar address: shown once, kept as a hash, ended at will.</summary>
public partial class PreferencesTests
{
    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hex();

    [SkippableTheory, OnBoth]
    public async Task An_address_is_kept_in_its_form_and_not_told_in_the_trail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var preferences = campaign.As("a1.bt").Use<KeepPreferences>();
        foreach (var wrong in new[] { "a1", "a1@", "a1@local", "Anh <a1@example.vn>", "a1@example.vn, b@example.vn", "a b@example.vn", "a1@example.vn." })
            Assert.Equal("Email", (await Scene.RefusedAsync(Because.NotAnAddress, () => preferences.SaveAsync(new(wrong, false, "vi"), default))).Field);

        await preferences.SaveAsync(new(" a1.bt@so.example.vn ", false, "en"), default);
        Assert.Equal(("a1.bt@so.example.vn", false, "en"), await preferences.ViewAsync(default) is var kept ? (kept.Email, kept.BellOnly, kept.Language) : default);
        Assert.DoesNotContain("example", await campaign.LookAsync(db => db.Audit.Where(e => e.Act == nameof(KeepPreferences)).Select(e => e.Changes).SingleAsync()), StringComparison.Ordinal);
        await preferences.SaveAsync(new("", true, "vi"), default);
        Assert.Null((await preferences.ViewAsync(default)).Email);
        await Scene.RefusedAsync(Because.Required, () => preferences.SaveAsync(new(null, true, "fr"), default));
    }

    [SkippableTheory, OnBoth]
    public async Task The_secret_is_given_once_and_kept_as_a_hash_and_a_new_one_ends_the_old(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var preferences = campaign.As("a1.bt").Use<KeepPreferences>();
        var read = campaign.AsSystem().Use<ReadCalendar>();

        var first = await preferences.MakeCalendarAsync(default);
        Assert.Matches(Hex(), first);
        Assert.DoesNotContain(first, await campaign.LookAsync(db => db.CalendarFeeds.Select(f => f.SecretHash).ToListAsync()));
        Assert.DoesNotContain(await campaign.LookAsync(db => db.Audit.Select(e => e.Changes).ToListAsync()), changes => changes.Contains(first, StringComparison.Ordinal));
        Assert.Equal(Town.Account("a1.bt"), await read.WhoseAsync(first, default));

        var second = await preferences.MakeCalendarAsync(default);
        await Scene.RefusedAsync(Because.NotFound, () => read.WhoseAsync(first, default));
        Assert.Equal(Town.Account("a1.bt"), await read.WhoseAsync(second, default));
        await preferences.EndCalendarAsync(default);
        Assert.Null((await preferences.ViewAsync(default)).CalendarSince);
        await Scene.RefusedAsync(Because.NotFound, () => read.WhoseAsync(second, default));
        await Scene.RefusedAsync(Because.NotAllowed, () => campaign.As("a1.bt").Use<ReadCalendar>().WhoseAsync(second, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_calendar_holds_what_one_s_own_units_owe_and_opinions_one_is_expected_to_give(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var own = await campaign.As("a1.bt").Use<ReadCalendar>().RunAsync(default);
        var superior = await campaign.As("a.vp").Use<ReadCalendar>().RunAsync(default);

        Assert.Equal([CalendarDueKind.Filing], own.Dates.Select(d => d.What).Distinct());
        Assert.DoesNotContain(own.Dates, d => d.Key.Contains(Town.Owed(Town.CellA1).ToString("N"), StringComparison.Ordinal));
        Assert.All(own.Dates, d => Assert.Equal(Town.NameOf(Town.CellA1), d.UnitName));
        Assert.Equal(Town.NameOf(Town.CellA1), Assert.Single(superior.Dates, d => d.What == CalendarDueKind.Opinion).UnitName);
        Assert.Equal(own.Dates.Select(d => d.Key), (await campaign.As("a1.bt").Use<ReadCalendar>().RunAsync(default)).Dates.Select(d => d.Key));
        Assert.Empty((await campaign.As("a1.tv").Use<ReadCalendar>().RunAsync(default)).Dates);

        await campaign.AskAsync("a.vp", "a.bt", plan);
        Assert.Contains((await campaign.As("a1.bt").Use<ReadCalendar>().RunAsync(default)).Dates, d => d.What == CalendarDueKind.Supplement);
    }

    [SkippableTheory, OnBoth]
    public async Task One_s_own_adopted_promises_stand_in_the_calendar_without_their_words_and_nobody_else_s(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), adopted: true);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);

        var due = Assert.Single((await campaign.As("a1.tv").Use<ReadCalendar>().RunAsync(default)).Dates);

        Assert.Equal(($"promise-{promise.Line:N}", CalendarDueKind.Promise, new DateOnly(Town.Year, 11, 30), Town.NameOf(Town.CellA1)), (due.Key, due.What, due.On, due.UnitName));
        Assert.DoesNotContain((await campaign.As("a1.bt").Use<ReadCalendar>().RunAsync(default)).Dates, d => d.What == CalendarDueKind.Promise);
    }

    [SkippableTheory, OnBoth]
    public async Task A_closed_account_has_no_calendar(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.As("quantri").Use<UseCases.People.ChangeAccounts>().SetClosedAsync(Town.Account("a1.bt"), true, default);
        await Scene.RefusedAsync(Because.SignedOut, () => campaign.As("a1.bt").Use<ReadCalendar>().RunAsync(default));
    }
}
