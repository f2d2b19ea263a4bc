using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Progress;

namespace CampaignTracker.UseCases.Tests.Progress;

public sealed class ViewProgressTests
{
    private static readonly DateOnly Tuesday = TestCampaign.Tuesday;

    [SkippableTheory, OnBoth]
    public async Task Overdue_stands_first_then_the_nearest_day_then_no_day_then_done(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Xa", "", Tuesday.AddDays(60)), ("Không hạn", "", null), ("Quá", "", Tuesday.AddDays(-1)), ("Gần", "10 buổi", Tuesday.AddDays(3)), ("Quá lâu", "", Tuesday.AddDays(-30)), ("Xong", "", Tuesday.AddDays(-9)));
        await campaign.OnItemAsync("a1.bt", items[5], Outcome.Done);
        var listed = await campaign.ListAsync("a1.bt");
        Assert.Equal(["Quá lâu", "Quá", "Gần", "Xa", "Không hạn", "Xong"], listed.Page.Rows.Select(r => r.Text));
        Assert.Equal([ProgressStanding.Overdue, ProgressStanding.Overdue, ProgressStanding.DueSoon, ProgressStanding.InTime, ProgressStanding.Undated, ProgressStanding.Done], listed.Page.Rows.Select(r => r.Standing));
        Assert.Equal(new ProgressCounts(6, 6, 0, 5, 2, 1, 5, 1, 0, 0), listed.Counts);
        Assert.Equal(new Measure(10, "buổi"), listed.Page.Rows[2].Measure);
    }

    [SkippableTheory, OnBoth]
    public async Task Every_number_opens_the_rows_it_counts(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Một", "", Tuesday.AddDays(-1)), ("Hai", "", Tuesday.AddDays(2)), ("Ba", "", null));
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), happened: "gặp ba hộ");
        await campaign.OnItemAsync("a1.bt", items[1], Outcome.NotDone);
        await campaign.OnItemAsync("a1.bt", items[2], Outcome.Done);
        var counts = (await campaign.ListAsync("a1.bt")).Counts;
        foreach (var (slice, count) in new[] { (ProgressSlice.Open, counts.Open), (ProgressSlice.Overdue, counts.Overdue), (ProgressSlice.DueSoon, counts.DueSoon), (ProgressSlice.NeverReported, counts.NeverReported), (ProgressSlice.Done, counts.Done), (ProgressSlice.PartlyDone, counts.PartlyDone), (ProgressSlice.NotDone, counts.NotDone) })
        {
            Assert.InRange(count, 1, 3);
            Assert.Equal(count, (await campaign.ListAsync("a1.bt", new(Slice: slice))).Page.Count);
        }
        Assert.Equal(promise.Line, Assert.Single((await campaign.ListAsync("a1.bt", new(Subject: ProgressSubject.CommitmentLine))).Page.Rows).Id);
        var months = await campaign.As("a1.bt").Use<ViewProgressMonths>().RunAsync(new(), default);
        var march = months.Months[Tuesday.Month - 1];
        Assert.Equal((1, 1, 1, 0, 3), (march.Done, march.PartlyDone, march.NotDone, march.NothingNew, march.Reports));
        foreach (var (answer, count) in new[] { (ProgressAnswer.Done, march.Done), (ProgressAnswer.PartlyDone, march.PartlyDone), (ProgressAnswer.NotDone, march.NotDone), (ProgressAnswer.NothingNew, march.NothingNew) })
            Assert.Equal(count, (await campaign.ListAsync("a1.bt", new(Month: Tuesday.Month, Answer: answer))).Page.Count);
        Assert.Equal(0, (await campaign.ListAsync("a1.bt", new(Month: 1))).Page.Count);
    }

    [SkippableTheory, OnBoth]
    public async Task Search_takes_no_marks_and_pages_are_cut_after_the_filter(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây xanh", "", null), ("Họp dân", "Đường làng sạch", null), ("Trồng hoa", "", null));
        Assert.Equal(["Trồng cây xanh", "Trồng hoa"], (await campaign.ListAsync("a1.bt", new(Search: "TRONG"))).Page.Rows.Select(r => r.Text));
        Assert.Equal("Họp dân", Assert.Single((await campaign.ListAsync("a1.bt", new(Search: "duong lang"))).Page.Rows).Text);
        var second = await campaign.ListAsync("a1.bt", new(Search: "trong", Skip: 1, Take: 1));
        Assert.Equal((2, "Trồng hoa"), (second.Page.Count, Assert.Single(second.Page.Rows).Text));
    }

    [SkippableTheory, OnBoth]
    public async Task Silent_rows_are_those_not_done_and_not_reported_for_so_many_days(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (_, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Chưa báo", "", null), ("Báo lâu rồi", "", null), ("Mới báo", "", null), ("Xong lâu rồi", "", null));
        await campaign.OnItemAsync("a1.bt", items[1], Outcome.PartlyDone, on: Tuesday.AddDays(-30));
        await campaign.OnItemAsync("a1.bt", items[2], null, on: Tuesday.AddDays(-29));
        await campaign.OnItemAsync("a1.bt", items[3], Outcome.Done, on: Tuesday.AddDays(-50));
        Assert.Equal(["Chưa báo", "Báo lâu rồi"], (await campaign.ListAsync("a1.bt", new(SilentDays: 30))).Page.Rows.Select(r => r.Text));
    }

    [SkippableTheory, OnBoth]
    public async Task Promises_are_named_inside_the_unit_one_s_own_for_a_member_and_summed_above(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var own = await campaign.PromiseAsync(Town.CellA1, Promises.PersonOf("a1.tv"), "Đọc 12 bài", adopted: true);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), happened: "gặp ba hộ");
        await campaign.PromiseAsync(Town.CellB1, Promises.Member(Town.CellB1, 0), adopted: true);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1));
        var (plan, _) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "", null));

        Assert.Equal((2, 1), (await campaign.ListAsync("a1.bt")) is var all ? (all.Counts.Lines, all.Counts.Items) : default);
        var mine = await campaign.ListAsync("a1.tv");
        Assert.Equal(own.Line, Assert.Single(mine.Page.Rows).Id);
        Assert.True(mine.MayRecord);
        Assert.False(mine.Named);

        // A plan that was adopted but neither issued nor sent is its own unit's business.
        Assert.Equal(0, (await campaign.ListAsync("a.bt", new(Town.CellA1))).Counts.All);
        await campaign.IssueAsync("a1.bt", plan, on: Tuesday);
        var above = await campaign.ListAsync("a.bt", new(Town.CellA1));
        Assert.Equal((1, 0, false), (above.Counts.Items, above.Counts.Lines, above.MayRecord));
        var sums = await campaign.As("a.bt").Use<ViewProgress>().SumsAsync(Town.CommuneA, null, default);
        var sum = Assert.Single(sums.Rows);
        Assert.Equal(new ViewProgress.Sum(RoleModelStandard.Solidarity, 0, 1, 0, 1), sum);
        await Scene.RefusedAsync(Because.NotAllowed, () => campaign.As("a1.tv").Use<ViewProgress>().SumsAsync(null, null, default));
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a.bt").Use<ViewProgress>().SumsAsync(Town.CellB1, null, default));
        // The province sums both communes.
        Assert.Equal(3, (await campaign.As("tinh.cv").Use<ViewProgress>().SumsAsync(null, Town.Year, default)).Rows.Sum(r => r.Done + r.PartlyDone + r.NotDone + r.NeverAnswered));
    }

    [SkippableTheory, OnBoth]
    public async Task Last_year_stands_beside_and_is_never_taken_as_done(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var person = Promises.Member(Town.CellA1, 0);
        var last = await campaign.PromiseAsync(Town.CellA1, person, "Giúp 4 hộ", happened: "ba hộ", year: Town.Year - 1);
        var now = await campaign.PromiseAsync(Town.CellA1, person, "Giúp 6 hộ", adopted: true);
        await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 1), "Việc khác", adopted: true);
        var rows = (await campaign.ListAsync("a1.bt")).Page.Rows;
        var row = rows.Single(r => r.Id == now.Line);
        Assert.Null(row.Outcome);
        Assert.Null(row.Figure);
        Assert.Equal(new ViewProgress.Earlier(Town.Year - 1, "Giúp 4 hộ", "Giúp 4 hộ", new Measure(4, "hộ"), Outcome.PartlyDone, 3, Tuesday), Assert.Single(row.Before));
        Assert.Empty(rows.Single(r => r.Text == "Việc khác").Before);
        Assert.DoesNotContain(rows, r => r.Id == last.Line);
    }

    [SkippableTheory, OnBoth]
    public async Task Whoever_left_is_no_longer_asked(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var promise = await campaign.PromiseAsync(Town.CellA1, Promises.Member(Town.CellA1, 0), adopted: true);
        await campaign.SetAsync(async db => (await db.Participants.FindAsync(promise.Person))!.Leave(Actor.System, Tuesday, LeaveReason.MovedAway));
        Assert.Equal(0, (await campaign.ListAsync("a1.bt")).Counts.All);
        Assert.Empty((await campaign.As("a.bt").Use<ViewProgress>().SumsAsync(null, null, default)).Rows);
    }

    [SkippableTheory, OnBoth]
    public async Task A_story_holds_every_report_latest_first(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, items) = await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), ("Trồng cây", "50 cây", Tuesday.AddDays(9)));
        await campaign.OnItemAsync("a1.bt", items[0], Outcome.PartlyDone, 20, "hai mươi");
        campaign.Clock.Advance(TimeSpan.FromMinutes(5));
        await campaign.OnItemAsync("a1.vp", items[0], Outcome.Done, 50, "đủ");
        var story = await campaign.As("a1.bt").Use<ViewItemProgress>().RunAsync(new(ProgressSubject.PlanItem, items[0]), default);
        Assert.Equal(["đủ", "hai mươi"], story.Entries.Select(e => e.Text));
        Assert.Equal((plan, Outcome.Done, 2, "đủ"), (story.Row.OwnerId, story.Row.Outcome!.Value, story.Row.Reports, story.Row.LastText));
        Assert.Equal("Trồng cây", Assert.Single(await campaign.As("a1.bt").Use<ViewProgress>().OfPlanAsync(plan, default)).Text);
        await Scene.RefusedAsync(Because.NotFound, () => campaign.As("a1.tv").Use<ViewItemProgress>().RunAsync(new(ProgressSubject.PlanItem, items[0]), default));
        Assert.Equal(1, (await campaign.As("a1.bt").Use<ViewProgress>().OwnAsync(Town.Year, default))!.Value.Done);
        Assert.Null(await campaign.As("a2.bt").Use<ViewProgress>().OwnAsync(Town.Year, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_file_reads_what_the_filter_leaves_at_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        await campaign.AdoptedAsync("a1.bt", Town.Owed(Town.CellA1), [.. Enumerable.Range(1, 30).Select(n => ($"Việc {n}", "2 buổi", (DateOnly?)Tuesday.AddDays(n - 10)))]);
        var listed = await campaign.As("a1.bt").Use<ViewProgress>().RunAsync(new(Slice: ProgressSlice.Open, Take: Paging.FileSize), default);
        Assert.Equal(30, listed.Page.Rows.Count);
        Assert.All(listed.Page.Rows, row => Assert.Equal(new Measure(2, "buổi"), row.Measure));
    }
}
