using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.UseCases.Tests.Obligations;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Audit;

public sealed class ViewInspectionTests
{
    [SkippableTheory, OnBoth]
    public async Task An_inspector_finds_what_closed_without_an_opinion_and_what_was_sent_again(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var again = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.AskAsync("a.vp", "a.bt", again);
        await campaign.SendAsync("a1.bt", again);
        await campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(await campaign.ReadAsync("a.vp", again, null), default);
        var silent = await campaign.SentAsync("b1.bt", Town.Owed(Town.CellB1));
        campaign.Clock.Advance(TimeSpan.FromDays(40));
        await campaign.AsSystem().Use<CloseUnanswered>().RunAsync(default);

        var found = await campaign.As("tinh.kt").Use<ViewInspection>().RunAsync(Town.Year, default);

        Assert.Equal([(silent, Town.NameOf(Town.CellB1))], found.Closed.Select(f => (f.PlanId, f.UnitName)));
        Assert.Equal([(again, 2)], found.Corrected.Select(f => (f.PlanId, f.Round)));
        Assert.Equal((1, 1), (found.ClosedCount, found.CorrectedCount));
        Assert.Equal((0, 1), (await campaign.As("a.kt").Use<ViewInspection>().RunAsync(Town.Year, default)) is var below ? (below.ClosedCount, below.CorrectedCount) : default);
        foreach (var who in new[] { "quantri", "a.bt", "tinh.cv", "a1.tv" }) await RefusedAsync(Because.NotAllowed, () => campaign.As(who).Use<ViewInspection>().RunAsync(Town.Year, default));
    }

    [SkippableTheory, OnBoth]
    public async Task Accounts_never_used_are_counted_below_the_administrator(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SetAsync(async db => (await db.Users.FindAsync(Town.Account("a.bt")))!.FirstSignInAt = campaign.Clock.Now);

        var (province, commune) = (await campaign.As("quantri").Use<ViewAccounts>().NeverUsedAsync(default), await campaign.As("a.qt").Use<ViewAccounts>().NeverUsedAsync(default));

        Assert.Equal((Town.People.Count - 1, ViewAccounts.MostUnused), (province.Count, province.Rows.Count));
        Assert.Equal(Town.People.Count(p => p.Unit.StartsWith(Town.CommuneA, StringComparison.Ordinal)) - 1, commune.Count);
        Assert.DoesNotContain(commune.Rows, row => row.UserName == "a.bt");
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.kt").Use<ViewAccounts>().NeverUsedAsync(default));
    }
}
