using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Reviews;

public sealed class CloseUnansweredTests
{
    private static Task<int> RunAsync(TestCampaign campaign) => campaign.AsSystem().Use<CloseUnanswered>().RunAsync(default);

    [SkippableTheory, OnBoth]
    public async Task A_superiors_silence_closes_the_filing_the_day_after_and_never_makes_the_unit_late(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, Town.CellDue);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.ReadAsync("a.vp", plan);
        var expected = (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Lying!.ExpectedBy;
        campaign.Clock.Set(expected.AddDays(-3));
        var later = await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        campaign.Clock.Set(expected, 23, 59);
        Assert.Equal(0, await RunAsync(campaign));
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RunAsync(campaign));
        Assert.Equal(0, await RunAsync(campaign));

        var owed = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((CompletionMode.ReceivedWithoutOpinion, campaign.Clock.Today, true), (owed.CompletionMode, owed.CompletedOn, ObligationStatus.OnTime(owed.Facts)));
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal((Standing.Completed, CompletionMode.ReceivedWithoutOpinion, 0), (page.Standing, page.CompletionMode, page.Remarks.Count));
        Assert.Equal(ViewPlan.EventKind.NoOpinion, page.Path[^1].Kind);
        Assert.Null((await campaign.ObligationAsync(Town.Owed(Town.CellA2))).CompletedOn);
        Assert.NotNull((await campaign.As("a2.bt").Use<ViewPlan>().RunAsync(later, default)).Lying);
    }

    [SkippableTheory, OnBoth]
    public async Task What_was_taken_back_decided_or_asked_is_left_alone(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var taken = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.bt").Use<FilePlan>().TakeBackAsync(taken, default);
        await campaign.AskAsync("a.vp", "a.bt", await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2)));
        campaign.Clock.Set(new DateOnly(2026, 6, 1));
        Assert.Equal(0, await RunAsync(campaign));
        Assert.Null((await campaign.ObligationAsync(Town.Owed(Town.CellA1))).CompletedOn);
        Assert.Null((await campaign.ObligationAsync(Town.Owed(Town.CellA2))).CompletedOn);
    }

    [SkippableTheory, OnBoth]
    public async Task What_was_excused_after_it_was_sent_does_not_come_back_by_the_clock(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a.bt").Use<AdjustObligation>().ExcuseAsync(new(Town.Owed(Town.CellA1), "Giải thể"), default);
        campaign.Clock.Set(new DateOnly(2026, 6, 1));
        await RunAsync(campaign);
        Assert.Equal(Standing.Excused, ObligationStatus.Judge((await campaign.ObligationAsync(Town.Owed(Town.CellA1))).Facts, campaign.Clock.Today));
    }

    [SkippableTheory, OnBoth]
    public async Task Only_the_clock_closes(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        campaign.Clock.Set(new DateOnly(2026, 6, 1));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a.bt").Use<CloseUnanswered>().RunAsync(default));
        await RefusedAsync(Because.SignedOut, () => campaign.AsNobody().Use<CloseUnanswered>().RunAsync(default));
        Assert.Null((await campaign.LookAsync(db => db.Reviews.SingleAsync())).Decision);
    }

    [SkippableTheory, OnBoth]
    public async Task A_decision_at_the_same_moment_wins_or_loses_but_never_doubles(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var review = await campaign.ReadAsync("a.vp", await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1)));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        campaign.Clock.Set(new DateOnly(2026, 6, 1));
        var met = await campaign.TogetherAsync(() => RunAsync(campaign), () => campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(review, default));
        // The clock-work never fails for it, nor leaves the others behind.
        Assert.Null(met[0]);
        Assert.NotNull((await campaign.ObligationAsync(Town.Owed(Town.CellA2))).CompletedOn);
        var decided = (await campaign.LookAsync(db => db.Reviews.SingleAsync(r => r.Id == review))).Decision;
        Assert.Equal(met[1] is null ? OpinionKind.Agree : OpinionKind.NoOpinion, decided);
    }
}
