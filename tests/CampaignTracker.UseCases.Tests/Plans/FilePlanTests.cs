using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Plans;

public sealed class FilePlanTests
{
    [SkippableTheory, OnBoth]
    public async Task A_refused_meeting_or_paper_names_the_field_of_the_form(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        var file = campaign.As("a1.bt").Use<FilePlan>();
        var today = campaign.Clock.Today;
        async Task MeetingAsync(Because because, string field, DateOnly? date, int? present, int? total, int? inFavour) =>
            Assert.Equal(field, (await RefusedAsync(because, () => file.RecordMeetingAsync(new(plan, date, present, total, inFavour), default))).Field);
        async Task PaperAsync(Because because, string field, string? number, DateOnly? date, string signer, string post) =>
            Assert.Equal(field, (await RefusedAsync(because, () => file.IssueAsync(new(plan, number, date, signer, post), default))).Field);

        await MeetingAsync(Because.Required, nameof(FilePlan.Meeting.MeetingDate), null, 19, 22, 19);
        await MeetingAsync(Because.Required, nameof(FilePlan.Meeting.Present), today, null, 22, 19);
        await MeetingAsync(Because.MeetingInFuture, "HeldOn", today.AddDays(1), 19, 22, 19);
        await MeetingAsync(Because.OutOfRange, nameof(FilePlan.Meeting.Total), today, 19, 0, 19);
        await MeetingAsync(Because.MeetingCounts, nameof(FilePlan.Meeting.Present), today, 23, 22, 19);
        await MeetingAsync(Because.MeetingCounts, nameof(FilePlan.Meeting.InFavour), today, 19, 22, 20);
        await campaign.MeetAsync("a1.bt", plan, today.AddDays(-1));
        await PaperAsync(Because.Required, nameof(FilePlan.Paper.Signer), "1", today, "", "Bí thư");
        await PaperAsync(Because.Required, nameof(FilePlan.Paper.SignerPost), "1", today, "A", " ");
        await PaperAsync(Because.TooLong, nameof(FilePlan.Paper.PaperNumber), new string('1', PlanLimits.PaperNumber + 1), today, "A", "Bí thư");
        await PaperAsync(Because.PaperDate, "IssuedOn", "1", today.AddDays(1), "A", "Bí thư");
        await PaperAsync(Because.PaperDate, "IssuedOn", "1", today.AddDays(-2), "A", "Bí thư");
    }

    [SkippableTheory, OnBoth]
    public async Task A_paper_with_a_number_but_no_date_yet_can_be_looked_at(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.MeetAsync("a1.bt", plan);
        await campaign.IssueAsync("a1.bt", plan, "03-KH/CB", null);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal(("03-KH/CB", (DateOnly?)null), (page.Paper!.Number, page.Paper.IssuedOn));
        Assert.Null(page.Doubled);
    }

    [SkippableTheory, OnBoth]
    public async Task A_number_used_twice_in_a_year_is_a_warning(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1, Town.Term), number: "03-KH/CB");
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1), number: "03-KH/CB");
        Assert.Equal("03-KH/CB", (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Doubled?.Number);
        var elsewhere = await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2), number: "03-KH/CB");
        Assert.Null((await campaign.As("a2.bt").Use<ViewPlan>().RunAsync(elsewhere, default)).Doubled);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "2026-02-27", "2026-03-13")]
    [InlineData(DatabaseProvider.Postgres, "2026-02-27", "2026-03-13")]
    // Ten working days after 2/2 end on the far side of the holiday …
    [InlineData(DatabaseProvider.Sqlite, "2026-02-02", "2026-02-23")]
    [InlineData(DatabaseProvider.Postgres, "2026-02-02", "2026-02-23")]
    // … after 30/1 on 13/2, where no deadline may fall.
    [InlineData(DatabaseProvider.Sqlite, "2026-01-30", "2026-02-23")]
    [InlineData(DatabaseProvider.Postgres, "2026-01-30", "2026-02-23")]
    public async Task Issuing_dates_what_the_units_directly_below_still_owe(DatabaseProvider on, string issued, string due)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        var plan = await campaign.DraftAsync("a.vp", Town.Owed(Town.CommuneA));
        await campaign.MeetAsync("a.vp", plan, DateOnly.Parse(issued));
        // The officer enters what the register says; the secretary will send.
        await campaign.IssueAsync("a.vp", plan, "05-KH/ĐU", DateOnly.Parse(issued));

        var dated = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((DateOnly.Parse(due), DateOnly.Parse(due)), (dated.DueOn, dated.FirstDueOn));
        Assert.Equal(Town.CellDue, (await campaign.ObligationAsync(Town.Owed(Town.CellA2))).DueOn);
        Assert.Equal(Town.CellDue, (await campaign.ObligationAsync(Town.Owed(Town.CellB1))).DueOn);
        Assert.Equal(new DateOnly(2026, 6, 30), (await campaign.ObligationAsync(Town.Owed(Town.CellA1, Town.Term))).DueOn);
        Assert.Equal(Town.CellDue.AddYears(-1), (await campaign.ObligationAsync(Town.Owed(Town.CellA1, year: Town.Year - 1))).DueOn);
        Assert.Equal(new DateOnly(2026, 3, 10), (await campaign.ObligationAsync(Town.Owed(Town.BodyA, Town.OfBodies))).DueOn);
    }

    [SkippableTheory, OnBoth]
    public async Task An_extension_outlives_the_superiors_paper(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.As("a.bt").Use<UseCases.Obligations.AdjustObligation>().ExtendAsync(new(Town.Owed(Town.CellA1), new DateOnly(2026, 5, 5), "Thay bí thư"), default);
        await campaign.SentAsync("a.bt", Town.Owed(Town.CommuneA));
        Assert.Equal(new DateOnly(2026, 5, 5), (await campaign.ObligationAsync(Town.Owed(Town.CellA1))).DueOn);
        Assert.Equal(new DateOnly(2026, 3, 17), (await campaign.ObligationAsync(Town.Owed(Town.CellA2))).DueOn);
    }

    [SkippableTheory, OnBoth]
    public async Task Sending_needs_item_meeting_and_signer_and_says_which_is_missing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        async Task<IReadOnlyList<Because>> BlocksAsync() => (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Blocks;
        Assert.Equal([Because.PlanWithoutItem, Because.PlanWithoutMeeting, Because.PlanWithoutSigner], await BlocksAsync());
        await RefusedAsync(Because.PlanWithoutItem, () => campaign.SendAsync("a1.bt", plan));
        await campaign.As("a1.bt").Use<ArrangePlanItems>().AddAsync(plan, null, default);
        await RefusedAsync(Because.PlanWithoutMeeting, () => campaign.SendAsync("a1.bt", plan));
        await campaign.MeetAsync("a1.bt", plan);
        await RefusedAsync(Because.PlanWithoutSigner, () => campaign.SendAsync("a1.bt", plan));
        await campaign.IssueAsync("a1.bt", plan);
        Assert.Empty(await BlocksAsync());
        await RefusedAsync(Because.NotAllowed, () => campaign.SendAsync("a1.vp", plan));
        Assert.Null((await campaign.ObligationAsync(Town.Owed(Town.CellA1))).FirstSentOn);
        await campaign.SendAsync("a1.bt", plan);
    }

    [SkippableTheory, OnBoth]
    public async Task Sending_freezes_seals_and_puts_the_filing_before_the_superior(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1), "Trồng 51 cây");
        var sending = await campaign.LookAsync(db => db.Set<Sending>().SingleAsync(s => s.PlanId == plan));
        Assert.Equal((1, campaign.Clock.Now, "Đông Văn Bí", PlanSeal.Hash(sending.Frozen)), (sending.Round, sending.SentAt, sending.SentByName, sending.Seal));
        Assert.Contains("Trồng 51 cây", sending.Frozen, StringComparison.Ordinal);
        Assert.Contains(await campaign.Prepare.CheckAsync(default), line => line.Good && line.Text.StartsWith("seals: 1 ", StringComparison.Ordinal));

        var owed = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((campaign.Clock.Today, campaign.Clock.Today, null, null, 0), (owed.FirstSentOn, owed.LastSentOn, owed.CompletedOn, owed.SupplementDueOn, owed.SupplementsAsked));
        var review = await campaign.LookAsync(db => db.Reviews.SingleAsync(r => r.PlanId == plan));
        // Ten working days after Tuesday 3/3.
        Assert.Equal((1, campaign.Clock.Today, new DateOnly(2026, 3, 17)), (review.Round, review.ReceivedOn, review.ExpectedBy));
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal(new ViewPlan.WithWhom(ReviewStep.NotOpened, campaign.Clock.Today, new DateOnly(2026, 3, 17), null), page.Lying);
        Assert.Equal((PlanState.Sent, Standing.SentOnTime), (page.State, page.Standing));
    }

    [SkippableTheory, OnBoth]
    public async Task A_broken_seal_is_named_by_the_check(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.SetAsync(async db => db.Entry(await db.Set<Sending>().SingleAsync()).Property(s => s.Frozen).CurrentValue = "{}");
        Assert.Contains(await campaign.Prepare.CheckAsync(default), line => !line.Good && line.Text.Contains(plan.ToString(), StringComparison.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task Days_of_the_holiday_are_not_the_superiors_working_days(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, new DateOnly(2026, 2, 12));
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        Assert.Equal(new DateOnly(2026, 3, 5), (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Lying!.ExpectedBy);
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_sends_what_they_have_not_seen(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.MeetAsync("a1.bt", plan);
        await campaign.IssueAsync("a1.bt", plan);
        var seen = (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Version;
        var item = (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Items[0].Id;
        await campaign.TypeAsync("a1.vp", plan, item, PlanField.Product, "Thêm vào");
        var refusal = await RefusedAsync(Because.ChangedMeanwhile, () => campaign.As("a1.bt").Use<FilePlan>().SendAsync(plan, seen, default));
        Assert.Equal(["Đông Văn Thư", (object)campaign.Clock.Now], refusal.Facts);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_who_send_at_once_send_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.MeetAsync("a1.bt", plan);
        await campaign.IssueAsync("a1.bt", plan);
        var met = await campaign.TogetherAsync(() => campaign.SendAsync("a1.bt", plan), () => campaign.SendAsync("a1.pbt", plan));
        Assert.Equal(Because.ChangedMeanwhile, Assert.IsType<Refusal>(Assert.Single(met, m => m is not null)).Code);
        Assert.Equal((1, 1), (await campaign.LookAsync(db => db.Set<Sending>().CountAsync()), await campaign.LookAsync(db => db.Reviews.CountAsync())));
    }

    [SkippableTheory, OnBoth]
    public async Task Late_is_what_is_first_sent_after_the_day_ended_in_Vietnam(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on, Town.CellDue);
        campaign.Clock.Set(Town.CellDue, 23, 59);
        await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        await campaign.SentAsync("a2.bt", Town.Owed(Town.CellA2));
        Assert.Equal(Standing.SentOnTime, ObligationStatus.Judge((await campaign.ObligationAsync(Town.Owed(Town.CellA1))).Facts, campaign.Clock.Today));
        Assert.Equal(Standing.SentLate, ObligationStatus.Judge((await campaign.ObligationAsync(Town.Owed(Town.CellA2))).Facts, campaign.Clock.Today));
    }

    [SkippableTheory, OnBoth]
    public async Task What_the_superior_has_not_opened_can_be_taken_back(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("a1.vp").Use<FilePlan>().TakeBackAsync(plan, default));
        await campaign.As("a1.bt").Use<FilePlan>().TakeBackAsync(plan, default);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal((PlanState.Issued, Standing.NotYetDue, null), (page.State, page.Standing, page.Lying));
        var owed = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((null, null), (owed.FirstSentOn, owed.LastSentOn));
        Assert.Empty((await campaign.As("a.vp").Use<ViewReviews>().RunAsync(new(), default)).Page.Rows);
        await campaign.SendAsync("a1.bt", plan);
        Assert.Equal(1, Assert.Single((await campaign.As("a.vp").Use<ViewReviews>().RunAsync(new(), default)).Page.Rows).Round);
    }

    [SkippableTheory, OnBoth]
    public async Task What_the_superior_has_opened_stays_sent(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.ReadAsync("a.vp", plan, null);
        var refusal = await RefusedAsync(Because.AlreadyOpened, () => campaign.As("a1.bt").Use<FilePlan>().TakeBackAsync(plan, default));
        Assert.Equal(["An Thị Văn", (object)campaign.Clock.Now], refusal.Facts);
        Assert.Equal(campaign.Clock.Today, (await campaign.ObligationAsync(Town.Owed(Town.CellA1))).FirstSentOn);
    }

    [SkippableTheory, OnBoth]
    public async Task Taking_back_the_second_round_leaves_the_first_and_the_supplements_date(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        // Sent, taken back, sent again: the first round leaves two readings behind.
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.As("a1.bt").Use<FilePlan>().TakeBackAsync(plan, default);
        await campaign.SendAsync("a1.bt", plan);
        var first = campaign.Clock.Today;
        await campaign.AskAsync("a.vp", "a.bt", plan);
        var by = (await campaign.ObligationAsync(Town.Owed(Town.CellA1))).SupplementDueOn;
        campaign.Clock.Set(new DateOnly(2026, 3, 9));
        await campaign.SendAsync("a1.bt", plan);
        Assert.Null((await campaign.ObligationAsync(Town.Owed(Town.CellA1))).SupplementDueOn);

        await campaign.As("a1.bt").Use<FilePlan>().TakeBackAsync(plan, default);
        var owed = await campaign.ObligationAsync(Town.Owed(Town.CellA1));
        Assert.Equal((first, first, by), (owed.FirstSentOn, owed.LastSentOn, owed.SupplementDueOn));
        Assert.NotNull(by);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal((PlanState.SupplementAsked, Standing.SupplementAsked, by), (page.State, page.Standing, page.DueOn));
        Assert.NotEmpty(page.Remarks);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, PlanAnswer.CoveredByPlan)]
    [InlineData(DatabaseProvider.Postgres, PlanAnswer.CoveredByPlan)]
    [InlineData(DatabaseProvider.Sqlite, PlanAnswer.OutOfScope)]
    [InlineData(DatabaseProvider.Postgres, PlanAnswer.OutOfScope)]
    public async Task An_answer_instead_of_a_plan_needs_its_reason_and_is_received(DatabaseProvider on, PlanAnswer answer)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        var file = campaign.As("a1.bt").Use<FilePlan>();
        await RefusedAsync(Because.Required, () => file.AnswerAsync(new(plan, answer, "  "), default));
        await RefusedAsync(Because.TooLong, () => file.AnswerAsync(new(plan, answer, new string('x', PlanLimits.Answer + 1)), default));
        await file.AnswerAsync(new(plan, answer, "Thực hiện chung theo Kế hoạch số 05-KH/ĐU"), default);
        Assert.Empty((await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Blocks);
        await campaign.SendAsync("a1.bt", plan);
        var review = await campaign.ReadAsync("a.vp", plan, null);
        await campaign.As("a.bt").Use<ForwardPlan>().AgreeAsync(review, default);
        Assert.Equal(CompletionMode.Received, (await campaign.ObligationAsync(Town.Owed(Town.CellA1))).CompletionMode);
    }

    [SkippableTheory, OnBoth]
    public async Task Back_to_an_own_plan_forgets_the_other_answer(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        await campaign.As("a1.bt").Use<FilePlan>().AnswerAsync(new(plan, PlanAnswer.OutOfScope, "Không thuộc phạm vi"), default);
        await campaign.As("a1.bt").Use<FilePlan>().AnswerAsync(new(plan, PlanAnswer.OwnPlan, "thừa"), default);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal((PlanAnswer.OwnPlan, null), (page.Answer, page.AnswerText));
        Assert.Equal(3, page.Blocks.Count);
    }

    [SkippableTheory, OnBoth]
    public async Task A_text_changed_after_the_meeting_is_marked_until_the_meeting_is_recorded_anew(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        await campaign.MeetAsync("a1.bt", plan);
        async Task<bool> MarkedAsync() => (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).EditedAfterMeeting;
        Assert.False(await MarkedAsync());
        await campaign.TypeAsync("a1.bt", plan, null, PlanField.Aims, "Đổi");
        Assert.True(await MarkedAsync());
        await campaign.MeetAsync("a1.bt", plan, present: 20);
        Assert.False(await MarkedAsync());
        Assert.Equal(20, (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Meeting!.Present);
    }
}
