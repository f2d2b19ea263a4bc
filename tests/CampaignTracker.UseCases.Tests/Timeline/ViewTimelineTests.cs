using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Timeline;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Timeline;

public sealed class ViewTimelineTests
{
    private static Task<ViewTimeline.Page> UnitAsync(TestCampaign campaign, string who, string? unit = null, int? year = null, int? month = null) => campaign.As(who).Use<ViewTimeline>().UnitAsync(new(unit, year, month), default);

    private static Task<ViewTimeline.Page> PersonAsync(TestCampaign campaign, string who, Guid person, int? year = null, int? month = null) => campaign.As(who).Use<ViewTimeline>().PersonAsync(new(person, year, month), default);

    private static async Task<(Guid Plan, Promises.Promise Promise)> HappenAsync(TestCampaign campaign)
    {
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.AskAsync("a.vp", "a.bt", plan);
        campaign.Clock.Set(new DateOnly(2026, 4, 7));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), happened: "Đã gặp ba hộ");
        await campaign.SetAsync(async db =>
        {
            var commitment = await db.CommitmentAsync(promise.Commitment, default);
            db.LineEvidence.Add(LineEvidence.Attach(Actor.System, null, commitment, promise.Line, "anh.jpg", new(new string('b', 64), null, 10, FileKind.Jpeg), null, null, campaign.Clock.Today, campaign.Clock.Now));
            var issued = await db.Plans.Include(p => p.Items).SingleAsync(p => p.Id == plan);
            var progress = ItemProgress.Follow(Actor.System, null, issued, issued.Items[0].Id);
            progress.Report(Actor.System, new ProgressFacts(Outcome.Done, false, null, "Trồng xong", campaign.Clock.Today, campaign.Clock.Today), campaign.Clock.Now);
            db.ItemProgress.Add(progress);
            db.ItemEvidence.Add(ItemEvidence.Attach(Actor.System, null, issued, issued.Items[0].Id, "bien-ban.pdf", new(new string('c', 64), null, 10, FileKind.Pdf), null, null, campaign.Clock.Today, campaign.Clock.Now));
        });
        return (plan, promise);
    }

    [SkippableTheory, OnBoth]
    public async Task A_units_story_is_told_newest_first_a_month_at_a_time(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, _) = await HappenAsync(campaign);
        var april = await UnitAsync(campaign, "a1.bt");
        Assert.Equal((Town.CellA1, 2026, 4), (april.UnitCode, april.Year, april.Month));
        Assert.Equal([4, 3], april.Months.Select(m => m.Month));
        Assert.Equal(april.Events.Count, april.Months[0].Count);
        Assert.Equal([TimelineKind.ItemProved, TimelineKind.ItemReported, TimelineKind.PromisesProved, TimelineKind.PromisesReported, TimelineKind.RegisterAdopted, TimelineKind.MeetingHeld], april.Events.Select(e => e.Kind));
        Assert.Equal(("Trồng 50 cây", Outcome.Done, "Trồng xong", plan), april.Events[1] is var r ? (r.What, r.Outcome!.Value, r.Note, r.PlanId!.Value) : default);
        Assert.Equal(("1/4", CommitmentScope.Year), (april.Events[4].Note, april.Events[4].Scope!.Value));

        var march = await UnitAsync(campaign, "a1.bt", month: 3);
        Assert.Equal([TimelineKind.OpinionGiven, TimelineKind.PlanOpened, TimelineKind.PlanSent], march.Events.Select(e => e.Kind).Order().Reverse());
        Assert.Equal((1, Domain.Reviews.OpinionKind.AskSupplement), march.Events.Single(e => e.Kind == TimelineKind.OpinionGiven) is var o ? (o.Number, o.Opinion!.Value) : default);
        Assert.Empty((await UnitAsync(campaign, "a1.bt", month: 1)).Events);
        Assert.Equal((2025, 0), await UnitAsync(campaign, "a1.bt", year: 2025) is var before ? (before.Year, before.Month) : default);
    }

    [SkippableTheory, OnBoth]
    public async Task Above_the_unit_no_promise_is_counted_and_nobody_is_named(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await HappenAsync(campaign);
        foreach (var who in new[] { "a.bt", "tinh.kt" })
        {
            var seen = await UnitAsync(campaign, who, Town.CellA1, month: 4);
            Assert.DoesNotContain(seen.Events, e => e.Kind is TimelineKind.PromisesReported or TimelineKind.PromisesProved);
            Assert.Contains(seen.Events, e => e.Kind == TimelineKind.ItemReported);
        }
        await RefusedAsync(Because.NotAllowed, () => UnitAsync(campaign, "a1.tv"));
        await RefusedAsync(Because.NotAllowed, () => UnitAsync(campaign, "quantri"));
        await RefusedAsync(Because.NotFound, () => UnitAsync(campaign, "b1.vp", Town.CellA1));
    }

    [SkippableTheory, OnBoth]
    public async Task A_plan_still_being_written_is_no_story_for_those_above(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1), "Chưa công bố");
        await campaign.MeetAsync("a1.bt", plan);
        await campaign.SetAsync(async db =>
        {
            var draft = await db.Plans.Include(p => p.Items).SingleAsync(p => p.Id == plan);
            var progress = ItemProgress.Follow(Actor.System, null, draft, draft.Items[0].Id);
            progress.Report(Actor.System, new ProgressFacts(Outcome.Done, false, null, "Xong", campaign.Clock.Today, campaign.Clock.Today), campaign.Clock.Now);
            db.ItemProgress.Add(progress);
        });
        Assert.Contains((await UnitAsync(campaign, "a1.bt")).Events, e => e.Kind == TimelineKind.ItemReported);
        Assert.Empty((await UnitAsync(campaign, "a.bt", Town.CellA1)).Events);
    }

    [SkippableTheory, OnBoth]
    public async Task A_persons_story_goes_from_coming_to_leaving(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, promise) = await HappenAsync(campaign);
        await campaign.SetAsync(async db =>
        {
            var commitment = await db.CommitmentAsync(promise.Commitment, default);
            commitment.AssessSelf(Actor.System, "Đã làm được một nửa", campaign.Clock.Now);
        });
        var story = await PersonAsync(campaign, "a1.vp", promise.Person);
        Assert.Equal(("Đảng viên 2 P-A-1", 2026, 4), (story.PersonName, story.Year, story.Month));
        Assert.Equal([TimelineKind.CommitmentAdopted, TimelineKind.PromiseProved, TimelineKind.PromiseReported, TimelineKind.SelfAssessed], story.Events.Select(e => e.Kind).Order().OrderBy(k => k.ToString()));
        Assert.Equal("Đã làm được một nửa", story.Events.Single(e => e.Kind == TimelineKind.SelfAssessed).Note);
        // The first day in the unit lies in an earlier year.
        Assert.Equal([2026, 2024], story.Years);
        Assert.Equal(TimelineKind.PersonCame, Assert.Single((await PersonAsync(campaign, "a1.vp", promise.Person, 2024)).Events).Kind);
    }

    [SkippableTheory, OnBoth]
    public async Task A_transfer_and_a_typed_paper_are_told(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1));
        await campaign.SetAsync(async db =>
        {
            var (commitment, person, there) = (await db.CommitmentAsync(promise.Commitment, default), await db.Participants.Include(p => p.Memberships).SingleAsync(p => p.Id == promise.Person), await db.Units.SingleAsync(u => u.Code == Town.CellA2));
            commitment.TypedFrom(Actor.System, "Biên bản ngày 03/03/2026", null, campaign.Clock.Now);
            person.Transfer(Actor.System, there, campaign.Clock.Today);
            commitment.Follow(Actor.System, person);
        });
        var story = await PersonAsync(campaign, "a2.bt", promise.Person);
        Assert.Equal("Biên bản ngày 03/03/2026", story.Events.Single(e => e.Kind == TimelineKind.CommitmentTyped).Note);
        Assert.Equal("Chi bộ xóm Đoài", story.Events.Single(e => e.Kind == TimelineKind.PersonCame).What);
        Assert.Equal("Chi bộ xóm Đông", (await PersonAsync(campaign, "a2.bt", promise.Person, 2024)).Events.Single().What);
        await RefusedAsync(Because.NotFound, () => PersonAsync(campaign, "a1.bt", promise.Person));
        await RefusedAsync(Because.NotFound, () => PersonAsync(campaign, "a.bt", promise.Person));
    }
}
