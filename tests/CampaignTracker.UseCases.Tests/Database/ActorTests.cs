using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Database;

public sealed class ActorTests
{
    private const string Password = "mười ký tự trở lên";

    [SkippableTheory, OnBoth]
    public async Task A_session_ends_at_the_next_click_when_the_account_is_closed_or_its_password_set(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var accounts = campaign.As("quantri").Use<ChangeAccounts>();
        var session = campaign.As("a1.bt");
        await session.Use<ViewMe>().RunAsync(default);
        await accounts.SetPasswordAsync(new(Town.Account("a1.bt"), Password), default);
        await RefusedAsync(Because.SignedOut, () => session.Use<ViewMe>().RunAsync(default));
        await RefusedAsync(Because.SignedOut, () => session.Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default));

        session = campaign.As("a1.bt");
        await accounts.SetClosedAsync(Town.Account("a1.bt"), true, default);
        await RefusedAsync(Because.SignedOut, () => session.Use<ViewMe>().RunAsync(default));
        await RefusedAsync(Because.SignedOut, () => campaign.As("a1.bt").Use<ViewMe>().RunAsync(default));
        await accounts.SetClosedAsync(Town.Account("a1.bt"), false, default);
        await campaign.As("a1.bt").Use<ViewMe>().RunAsync(default);
    }

    [SkippableTheory, OnBoth]
    public async Task An_ended_post_gives_nothing_at_the_next_click(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var session = campaign.As("a1.bt");
        await campaign.As("quantri").Use<ChangeAccounts>().EndPostAsync(Town.Post("a1.bt"), default);
        await RefusedAsync(Because.NoPost, () => session.Use<ViewMyWork>().RunAsync(default));
        await campaign.As("quantri").Use<ChangeAccounts>().GivePostAsync(new(Town.Account("a1.bt"), Town.CellB1, Role.Officer, "Văn thư", null), default);
        Assert.Equal(Town.CellB1, (await session.Use<ViewMe>().RunAsync(default)).UnitCode);
        await RefusedAsync(Because.NotFound, () => session.Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_post_holds_from_its_first_day_to_its_last(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var today = campaign.Clock.Today;
        await campaign.SetAsync(async db =>
        {
            var entry = db.Entry(await db.Posts.SingleAsync(p => p.Id == Town.Post("a1.bt")));
            (entry.Property(p => p.From).CurrentValue, entry.Property(p => p.To).CurrentValue) = (today.AddDays(1), today.AddDays(2));
        });
        Task MeAsync() => campaign.As("a1.bt").Use<ViewMe>().RunAsync(default);
        // Midnight is Vietnam's.
        campaign.Clock.Set(today, 23, 59);
        await RefusedAsync(Because.NoPost, MeAsync);
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        await MeAsync();
        campaign.Clock.Set(today.AddDays(2), 23, 59);
        await MeAsync();
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        await RefusedAsync(Because.NoPost, MeAsync);
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_signed_in_gets_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await RefusedAsync(Because.SignedOut, () => campaign.AsNobody().Use<ViewMe>().RunAsync(default));
        await RefusedAsync(Because.SignedOut, () => campaign.AsNobody().Use<UseCases.Units.ViewUnits>().RootsAsync(default));
    }

    [SkippableTheory, OnBoth]
    public async Task Four_separate_parts_of_the_tree_can_be_seen_at_once_five_cannot(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Task GiveAsync(params string[] units) => campaign.SetAsync(async db =>
        {
            foreach (var code in units) db.Posts.Add(Post.Give(Actor.System, null, Town.Account("a1.bt"), await db.Units.SingleAsync(u => u.Code == code), Role.Inspector, "Kiểm tra", null, new DateOnly(2026, 1, 1)));
        });
        async Task<string> SeesAsync()
        {
            var units = campaign.As("a1.bt").Use<UseCases.Units.ViewUnits>();
            return string.Join(" ", (await units.SearchAsync(new("xom"), default)).Rows.Select(u => u.Code).Order(StringComparer.Ordinal));
        }
        Assert.Equal(Town.CellA1, await SeesAsync());
        await GiveAsync(Town.CellA2, Town.CellB1, Town.CellB2);
        Assert.Equal($"{Town.CellA1} {Town.CellA2} {Town.CellB1} {Town.CellB2}", await SeesAsync());
        await GiveAsync(Town.BodyA);
        Assert.Equal([(object)Scope.RangeSlots], (await RefusedAsync(Because.TooManyPosts, SeesAsync)).Facts);
        // The commune above joins three of them to one part.
        await GiveAsync(Town.CommuneA);
        Assert.Equal($"{Town.CellA1} {Town.CellA2} {Town.CellB1} {Town.CellB2}", await SeesAsync());
    }
}
