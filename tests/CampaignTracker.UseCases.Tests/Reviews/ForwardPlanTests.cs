using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Reviews;

public sealed class ForwardPlanTests
{
    private static Task<ViewPlan.Page> AuthorSeesAsync(TestCampaign campaign, Guid plan) => campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);

    [SkippableTheory, OnBoth]
    public async Task The_queue_holds_what_the_units_directly_below_sent_for_those_who_read_there(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.SentAsync("b1.bt", Town.Owed(Town.CellB1));
        await campaign.SentAsync("a.bt", Town.Owed(Town.CommuneA));
        async Task<string> QueueAsync(string who) => string.Join(" ", (await campaign.As(who).Use<ViewReviews>().RunAsync(new(), default)).Page.Rows.Select(r => r.UnitCode));
        foreach (var who in new[] { "a.bt", "a.vp" }) Assert.Equal(Town.CellA1, await QueueAsync(who));
        foreach (var who in new[] { "tinh.cv", "tinh.ld" }) Assert.Equal(Town.CommuneA, await QueueAsync(who));
        foreach (var who in new[] { "b.bt", "b.vp" }) Assert.Equal(Town.CellB1, await QueueAsync(who));
        foreach (var who in new[] { "a.pbt", "a.kt", "tinh.kt", "quantri", "a1.bt", "a1.tv" }) Assert.Equal("", await QueueAsync(who));
    }

    [SkippableTheory, OnBoth]
    public async Task The_queue_can_be_searched_without_marks_and_by_step(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        var review = await campaign.ReadAsync("a.vp", plan);
        async Task<string> FindAsync(string? search, ReviewStep? step) => string.Join(" ", (await campaign.As("a.vp").Use<ViewReviews>().RunAsync(new(search, step), default)).Page.Rows.Select(r => r.UnitCode));
        Assert.Equal(Town.CellA2, await FindAsync("XOM DOAI", null));
        Assert.Equal(Town.CellA1, await FindAsync("xóm đông", null));
        Assert.Equal(Town.CellA2, await FindAsync(null, ReviewStep.NotOpened));
        Assert.Equal(Town.CellA1, await FindAsync(null, ReviewStep.Reading));
        await campaign.As("a.vp").Use<ForwardPlan>().ProposeAsync(review, OpinionKind.Agree, default);
        Assert.Equal(Town.CellA1, await FindAsync(null, ReviewStep.Proposed));
    }

    [SkippableTheory, OnBoth]
    public async Task A_filing_is_opened_once_and_names_its_first_reader(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var review = await campaign.ReviewOfAsync(plan);
        foreach (var stranger in new[] { "a1.bt", "a.kt", "tinh.cv", "a.pbt" }) await campaign.As(stranger).Use<ForwardPlan>().OpenAsync(review, default);
        Assert.Null((await campaign.LookAsync(db => db.Reviews.SingleAsync())).OpenedAt);
        await campaign.As("a.vp").Use<ForwardPlan>().OpenAsync(review, default);
        var at = campaign.Clock.Now;
        campaign.Clock.Advance(TimeSpan.FromHours(1));
        await campaign.As("a.bt").Use<ForwardPlan>().OpenAsync(review, default);
        var row = await campaign.LookAsync(db => db.Reviews.SingleAsync());
        Assert.Equal((at, "An Thị Văn"), (row.OpenedAt, row.OpenedByName));
        Assert.Equal(PlanState.UnderReview, (await AuthorSeesAsync(campaign, plan)).State);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_open_at_once_both_get_in(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var review = await campaign.ReviewOfAsync(await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1)));
        var met = await campaign.TogetherAsync(() => campaign.As("a.vp").Use<ForwardPlan>().OpenAsync(review, default), () => campaign.As("a.bt").Use<ForwardPlan>().OpenAsync(review, default));
        Assert.All(met, Assert.Null);
        Assert.NotNull((await campaign.LookAsync(db => db.Reviews.SingleAsync())).OpenedByName);
    }

    [SkippableTheory, OnBoth]
    public async Task The_officer_proposes_and_the_leader_decides(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var review = await campaign.ReadAsync("a.vp", plan, null);
        var officer = campaign.As("a.vp").Use<ForwardPlan>();
        await RefusedAsync(Because.SupplementWithoutRemark, () => officer.ProposeAsync(review, OpinionKind.AskSupplement, default));
        await officer.ProposeAsync(review, OpinionKind.Agree, default);
        await RefusedAsync(Because.NotAllowed, () => officer.AgreeAsync(review, default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.ld").Use<ForwardPlan>().AgreeAsync(review, default));

        var page = await campaign.As("a.bt").Use<ViewReview>().RunAsync(review, default);
        Assert.Equal((ReviewStep.Proposed, OpinionKind.Agree, "An Thị Văn", "Ban Xây dựng Đảng", true), (page.Step, page.Proposal, page.ProposedByName, page.ProposedByBody, page.MayDecide));
        Assert.Equal((true, false), (await campaign.As("a.vp").Use<ViewReview>().RunAsync(review, default)) is var his ? (his.MayPropose, his.MayDecide) : default);
        await campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(review, default);
        var owed = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((campaign.Clock.Today, CompletionMode.Agreed), (owed.CompletedOn, owed.CompletionMode));
        Assert.Equal(PlanState.Completed, (await AuthorSeesAsync(campaign, plan)).State);
        await RefusedAsync(Because.PlanNotInState, () => campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(review, default));
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_decides_on_what_their_own_hand_wrote(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        // The commune's secretary also helps the cell write.
        await campaign.SetAsync(async db => db.Posts.Add(Post.Give(Actor.System, null, Town.Account("a.bt"), await db.Units.SingleAsync(u => u.Code == Town.CellA1), Role.Officer, "Giúp việc", null, new DateOnly(2026, 1, 1))));
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.TypeAsync("a.bt", plan, null, PlanField.Aims, "Bí thư xã viết giúp");
        await campaign.MeetAsync("a1.bt", plan);
        await campaign.IssueAsync("a1.bt", plan);
        await campaign.SendAsync("a1.bt", plan);
        var review = await campaign.ReviewOfAsync(plan);
        await campaign.As("a.bt").Use<ForwardPlan>().OpenAsync(review, default);
        Assert.Null((await campaign.LookAsync(db => db.Reviews.SingleAsync())).OpenedAt);
        await campaign.ReadAsync("a.vp", plan);
        foreach (var act in new Func<ForwardPlan, Task>[] { f => f.AgreeAsync(review, default), f => f.AskSupplementAsync(review, default), f => f.ProposeAsync(review, OpinionKind.Agree, default), f => f.RemarkAsync(new(review, null, null, "tự nhận xét"), default) })
            await RefusedAsync(Because.OwnFiling, () => act(campaign.As("a.bt").Use<ForwardPlan>()));
        var page = await campaign.As("a.bt").Use<ViewReview>().RunAsync(review, default);
        Assert.Equal((true, false, false), (page.OwnHand, page.MayDecide, page.MayPropose));
    }

    [SkippableTheory, OnBoth]
    public async Task The_author_reads_remarks_when_the_leader_has_decided_not_before(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var item = (await AuthorSeesAsync(campaign, plan)).Items[0].Id;
        var review = await campaign.ReadAsync("a.vp", plan, null);
        await campaign.As("a.vp").Use<ForwardPlan>().RemarkAsync(new(review, null, item, "Nói rõ trồng ở đâu"), default);
        await campaign.As("a.vp").Use<ForwardPlan>().ProposeAsync(review, OpinionKind.AskSupplement, default);

        async Task<bool> TrailTellsAsync() => (await campaign.As("a1.bt").Use<ViewAudit>().RunAsync(new(Take: 200), default)).Rows.SelectMany(r => r.Changes).Any(c => c.After == "Nói rõ trồng ở đâu");
        Assert.Empty((await AuthorSeesAsync(campaign, plan)).Remarks);
        Assert.False(await TrailTellsAsync());
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ViewReview>().RunAsync(review, default));

        await campaign.As("a.bt").Use<ForwardPlan>().AskSupplementAsync(review, default);
        var remark = Assert.Single((await AuthorSeesAsync(campaign, plan)).Remarks);
        Assert.Equal((1, item, "Nói rõ trồng ở đâu", "An Thị Văn", "Ban Xây dựng Đảng"), (remark.Round, remark.ItemId!.Value, remark.Text, remark.AuthorName, remark.Body));
        Assert.True(await TrailTellsAsync());
    }

    [SkippableTheory, OnBoth]
    public async Task A_supplement_is_asked_with_a_date_sent_again_and_agreed(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var item = (await AuthorSeesAsync(campaign, plan)).Items[0].Id;
        var first = await campaign.AskAsync("a.vp", "a.bt", plan);
        // Seven working days after Tuesday 3/3.
        var asked = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((new DateOnly(2026, 3, 12), 1, campaign.Clock.Today), (asked.SupplementDueOn, asked.SupplementsAsked, asked.FirstSentOn));

        campaign.Clock.Set(new DateOnly(2026, 3, 20));
        Assert.Equal(Standing.SupplementAsked, (await AuthorSeesAsync(campaign, plan)).Standing);
        await campaign.TypeAsync("a1.bt", plan, item, PlanField.StartsOn, "2026-04-01");
        await campaign.SendAsync("a1.bt", plan);
        var second = await campaign.ReadAsync("a.vp", plan, null);
        Assert.NotEqual(first, second);
        await campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(second, default);
        var owed = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 20), null, new DateOnly(2026, 3, 20), 1), (owed.FirstSentOn, owed.LastSentOn, owed.SupplementDueOn, owed.CompletedOn, owed.SupplementsAsked));
        Assert.True(ObligationStatus.OnTime(owed.Facts));
        Assert.Equal([ViewPlan.EventKind.Sent, ViewPlan.EventKind.Opened, ViewPlan.EventKind.Proposed, ViewPlan.EventKind.SupplementAsked, ViewPlan.EventKind.Sent, ViewPlan.EventKind.Opened, ViewPlan.EventKind.Agreed],
            (await AuthorSeesAsync(campaign, plan)).Path.Select(e => e.Kind));
    }

    [SkippableTheory, OnBoth]
    public async Task A_reading_that_is_over_takes_no_further_remark_or_decision(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        var first = await campaign.AskAsync("a.vp", "a.bt", plan);
        await campaign.SendAsync("a1.bt", plan);
        var second = await campaign.ReadAsync("a.vp", plan, null);
        // A page of the first round still stands open somewhere.
        await RefusedAsync(Because.PlanNotInState, () => campaign.As("a.vp").Use<ForwardPlan>().RemarkAsync(new(first, null, null, "Nhận xét muộn"), default));
        await RefusedAsync(Because.PlanNotInState, () => campaign.As("a.vp").Use<ForwardPlan>().ProposeAsync(first, OpinionKind.Agree, default));
        await RefusedAsync(Because.PlanNotInState, () => campaign.As("a.bt").Use<ForwardPlan>().AskSupplementAsync(first, default));
        await RefusedAsync(Because.PlanNotInState, () => campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(first, default));
        await campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(second, default);
        Assert.Equal([OpinionKind.AskSupplement, OpinionKind.Agree], await campaign.LookAsync(db => db.Reviews.OrderBy(r => r.Round).Select(r => r.Decision!.Value).ToListAsync()));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, Town.CellA1, Town.Annual, "a1.bt", CompletionMode.Agreed)]
    [InlineData(DatabaseProvider.Postgres, Town.CellA1, Town.Annual, "a1.bt", CompletionMode.Agreed)]
    [InlineData(DatabaseProvider.Sqlite, Town.CellA1, Town.Term, "a1.bt", CompletionMode.Approved)]
    [InlineData(DatabaseProvider.Postgres, Town.CellA1, Town.Term, "a1.bt", CompletionMode.Approved)]
    [InlineData(DatabaseProvider.Sqlite, Town.BodyA, Town.OfBodies, "ub.bt", CompletionMode.Received)]
    [InlineData(DatabaseProvider.Postgres, Town.BodyA, Town.OfBodies, "ub.bt", CompletionMode.Received)]
    public async Task The_requirement_says_how_it_is_closed(DatabaseProvider on, string unit, string requirement, string writer, CompletionMode mode)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync(writer, Town.Owed(unit, requirement));
        var review = await campaign.ReadAsync("a.vp", plan, null);
        await campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(review, default);
        Assert.Equal(mode, (await campaign.ObligationAsync(Town.Owed(unit, requirement))).CompletionMode);
    }

    [SkippableTheory, OnBoth]
    public async Task A_deputy_decides_while_delegated(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var review = await campaign.ReadAsync("a.vp", await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1)), null);
        Task DecideAsync() => campaign.As("a.pbt").Use<ForwardPlan>().AgreeAsync(review, default);
        Task DelegateAsync(int from, int to) => campaign.SetAsync(async db => (await db.Posts.SingleAsync(p => p.AccountId == Town.Account("a.pbt"))).Delegate(Actor.System, campaign.Clock.Today.AddDays(from), campaign.Clock.Today.AddDays(to)));
        await RefusedAsync(Because.NotAllowed, DecideAsync);
        await DelegateAsync(1, 5);
        await RefusedAsync(Because.NotAllowed, DecideAsync);
        await DelegateAsync(-5, -1);
        await RefusedAsync(Because.NotAllowed, DecideAsync);
        await DelegateAsync(0, 0);
        await DecideAsync();
    }

    [SkippableTheory, OnBoth]
    public async Task A_deputy_decides_while_the_secretarys_post_is_vacant(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var review = await campaign.ReadAsync("a.vp", await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1)), null);
        Assert.Empty((await campaign.As("a.pbt").Use<ViewReviews>().RunAsync(new(), default)).Page.Rows);
        await campaign.SetAsync(async db => (await db.Posts.SingleAsync(p => p.AccountId == Town.Account("a.bt"))).End(Actor.System, campaign.Clock.Today.AddDays(-1)));
        Assert.Single((await campaign.As("a.pbt").Use<ViewReviews>().RunAsync(new(), default)).Page.Rows);
        await campaign.As("a.pbt").Use<ForwardPlan>().AgreeAsync(review, default);
        Assert.Equal("An Văn Phó", (await campaign.LookAsync(db => db.Reviews.SingleAsync())).DecidedByName);
    }

    [SkippableTheory, OnBoth]
    public async Task Remarks_can_be_rewritten_and_removed_while_the_reading_lasts(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var review = await campaign.ReadAsync("a.vp", await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1)), null);
        var forward = campaign.As("a.vp").Use<ForwardPlan>();
        var key = await forward.RemarkAsync(new(review, null, null, "Một"), default);
        await forward.RemarkAsync(new(review, key, null, "Hai"), default);
        Assert.Equal("Hai", Assert.Single((await campaign.As("a.bt").Use<ViewReview>().RunAsync(review, default)).Remarks).Text);
        await RefusedAsync(Because.TooLong, () => forward.RemarkAsync(new(review, key, null, new string('x', PlanLimits.Remark + 1)), default));
        await RefusedAsync(Because.NotFound, () => forward.RemarkAsync(new(review, Guid.NewGuid(), null, "Ba"), default));
        await forward.RemarkAsync(new(review, key, null, " "), default);
        Assert.Empty((await campaign.As("a.bt").Use<ViewReview>().RunAsync(review, default)).Remarks);
        await RefusedAsync(Because.Required, () => forward.RemarkAsync(new(review, null, null, " "), default));
    }
}
