using System.Text;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.BackgroundWork;

public sealed class TasksTests
{
    private static Task<Guid> AskAsync(TestCampaign campaign, string who = "a.bt", int year = Town.Year) => campaign.As(who).Use<AskForTask>().WorkbookAsync(new(year), default);

    private static Task<TakeTask.Hold?> NextAsync(TestCampaign campaign, string node = "one") => campaign.AsSystem().Use<TakeTask>().NextAsync(node, default);

    private static FinishTask Finish(TestCampaign campaign) => campaign.AsSystem().Use<FinishTask>();

    private static async Task<TakeTask.Hold> DoneAsync(TestCampaign campaign, string content)
    {
        var hold = (await NextAsync(campaign))!;
        Assert.True(await Finish(campaign).DoneAsync(hold, new("a.txt", "text/plain", new MemoryStream(Encoding.UTF8.GetBytes(content))), 3, 3, default));
        return hold;
    }

    private static Task<LongTask> TaskAsync(TestCampaign campaign, Guid id) => campaign.LookAsync(db => db.LongTasks.AsNoTracking().SingleAsync(t => t.Id == id));

    private static int Contents(TestCampaign campaign) => Directory.GetFiles(campaign.Files, "*", SearchOption.AllDirectories).Length;

    [SkippableTheory, OnBoth]
    public async Task Of_two_nodes_that_reach_for_one_task_one_gets_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var first = await AskAsync(campaign);
        campaign.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await AskAsync(campaign, year: Town.Year - 1);
        var holds = new TakeTask.Hold?[3];
        var met = await campaign.TogetherAsync([.. new[] { "one", "two" }.Select((node, n) => (Func<Task>)(async () => holds[n] = await NextAsync(campaign, node)))]);
        Assert.All(met, Assert.Null);
        holds[2] = await NextAsync(campaign, "three");
        Assert.Equal([first, second], holds.OfType<TakeTask.Hold>().Select(hold => hold.Id).Order());
        Assert.Single(holds, (TakeTask.Hold?)null);
    }

    [SkippableTheory, OnBoth]
    public async Task The_same_wish_twice_is_one_task_and_one_person_does_not_fill_the_queue(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Assert.Equal(await AskAsync(campaign), await AskAsync(campaign));
        for (var n = 1; n < AskForTask.MostOpen; n++) await AskAsync(campaign, year: Town.Year - n);
        await RefusedAsync(Because.TooManyTasks, () => AskAsync(campaign, year: 2000));
        await RefusedAsync(Because.TooManyTasks, () => campaign.As("a.bt").Use<AskForTask>().ImportAsync(People.ImportParticipantsTests.File(Town.CommuneA, "Vũ Thị Xa"), default));
        Assert.Equal(0, Contents(campaign));
        Assert.NotEqual(Guid.Empty, await AskAsync(campaign, "a1.bt"));
    }

    [SkippableTheory, OnBoth]
    public async Task A_report_is_asked_for_by_who_reads_it_and_of_their_part_of_the_tree_alone(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        Task<Guid> Ask(string who, string? unit) => campaign.As(who).Use<AskForTask>().WorkbookAsync(new(Town.Year, unit), default);
        Assert.NotEqual(Guid.Empty, await Ask("tinh.kt", Town.CommuneB));
        await RefusedAsync(Because.NotFound, () => Ask("a.bt", Town.CommuneB));
        await RefusedAsync(Because.NotFound, () => Ask("a.bt", "P-Q"));
        await RefusedAsync(Because.NotAllowed, () => Ask("a.bt", Town.Province));
        await RefusedAsync(Because.NotAllowed, () => Ask("quantri", null));
        await RefusedAsync(Because.NotAllowed, () => Ask("a1.tv", null));
        Assert.Equal(1, await campaign.LookAsync(db => db.LongTasks.CountAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task What_a_lost_node_had_is_taken_up_by_another_and_the_lost_one_is_not_heard(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var task = await AskAsync(campaign);
        var lost = (await NextAsync(campaign, "one"))!;
        Assert.Equal(GoOn.Yes, await campaign.AsSystem().Use<TellProgress>().RunAsync(lost, LongTaskStep.WritingRows, 7, 20, default));
        Assert.Equal((7, 20), (await TaskAsync(campaign, task)) is var told ? (told.Done, told.Whole!.Value) : default);
        campaign.Clock.Advance(LostTask.Silence);
        Assert.Equal(0, await campaign.AsSystem().Use<TakeTask>().RecoverAsync("two", [], default));
        campaign.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await campaign.AsSystem().Use<TakeTask>().RecoverAsync("two", [], default));
        var taken = (await NextAsync(campaign, "two"))!;

        Assert.Equal((task, 2), (taken.Id, taken.Attempt));
        Assert.Equal(GoOn.Lost, await campaign.AsSystem().Use<TellProgress>().RunAsync(lost, LongTaskStep.WritingRows, 19, 20, default));
        Assert.False(await Finish(campaign).DoneAsync(lost, null, 20, 20, default));
        Assert.True(await Finish(campaign).DoneAsync(taken, null, 20, 20, default));
        Assert.Equal((LongTaskState.Done, 2, "two"), (await TaskAsync(campaign, task)) is var done ? (done.State, done.Attempts, done.Node) : default);
    }

    [SkippableTheory, OnBoth]
    public async Task A_node_that_starts_again_finds_its_own_at_once_and_leaves_what_it_has_in_hand(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var before = await AskAsync(campaign);
        await NextAsync(campaign);
        campaign.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = await AskAsync(campaign, year: Town.Year - 1);
        await NextAsync(campaign);
        Assert.Equal(1, await campaign.AsSystem().Use<TakeTask>().RecoverAsync("one", [now], default));
        Assert.Equal((LongTaskState.Queued, LongTaskState.Running), ((await TaskAsync(campaign, before)).State, (await TaskAsync(campaign, now)).State));
    }

    [SkippableTheory, OnBoth]
    public async Task Its_asker_stops_it_and_nobody_else(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var task = await AskAsync(campaign, "a1.bt");
        var hold = (await NextAsync(campaign))!;
        foreach (var other in new[] { "a1.vp", "a.bt", "tinh.ld", "quantri" }) await RefusedAsync(Because.NotFound, () => campaign.As(other).Use<CancelTask>().RunAsync(task, default));
        await campaign.As("a1.bt").Use<CancelTask>().RunAsync(task, default);
        Assert.True((await campaign.As("a1.bt").Use<ViewTasks>().RunAsync(0, default)).Tasks.Rows[0].Stopping);
        Assert.Equal(GoOn.Stop, await campaign.AsSystem().Use<TellProgress>().RunAsync(hold, LongTaskStep.Gathering, 0, null, default));
        Assert.True(await Finish(campaign).CancelledAsync(hold, default));
        Assert.Equal(LongTaskState.Cancelled, (await TaskAsync(campaign, task)).State);
        await RefusedAsync(Because.TaskNotInState, () => campaign.As("a1.bt").Use<CancelTask>().RunAsync(task, default));
    }

    [SkippableTheory, OnBoth]
    public async Task The_file_is_for_its_asker_while_their_post_allows_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var task = await AskAsync(campaign, "a1.bt");
        await DoneAsync(campaign, "hello");
        foreach (var other in new[] { "a1.vp", "a.bt", "tinh.ld", "quantri" }) await RefusedAsync(Because.NotFound, () => campaign.As(other).Use<OpenResult>().RunAsync(task, default));
        Assert.Empty((await campaign.As("a.bt").Use<ViewTasks>().RunAsync(0, default)).Tasks.Rows);
        await using (var content = (await campaign.As("a1.bt").Use<OpenResult>().RunAsync(task, default)).Content) Assert.Equal(5, content.Length);
        Assert.Equal(1, (await campaign.As("a1.bt").Use<ViewTasks>().CountsAsync(default)).Ended);
        Assert.Equal(1, await campaign.As("a1.bt").Use<SeeTasks>().RunAsync(default));
        Assert.Equal(0, (await campaign.As("a1.bt").Use<ViewTasks>().CountsAsync(default)).Ended);

        // Sent elsewhere: what was made of the old unit stays behind.
        await campaign.SetAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(p => p.Id == Town.Post("a1.bt"));
            db.Entry(post).Property(p => p.UnitId).CurrentValue = Town.Unit(Town.CellB1);
            db.Entry(post).Property(p => p.UnitPath).CurrentValue = Town.PathOf(Town.CellB1);
        });
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<OpenResult>().RunAsync(task, default));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<OpenTask>().RunAsync(task, default));
    }

    [SkippableTheory, OnBoth]
    public async Task A_file_goes_when_its_time_is_over_and_the_row_says_that_it_was_there(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (mine, same) = (await AskAsync(campaign, "a1.bt"), Guid.Empty);
        await DoneAsync(campaign, "one content");
        campaign.Clock.Advance(TimeSpan.FromDays(1));
        same = await AskAsync(campaign, "a2.bt");
        await DoneAsync(campaign, "one content");
        await campaign.AsSystem().Use<NoteRun>().RunAsync(new("Old", campaign.Clock.Now, campaign.Clock.Now, null, null, "one"), default);
        Assert.Equal(0, await campaign.AsSystem().Use<RemoveOldResults>().RunAsync(default));

        campaign.Clock.Set(campaign.Clock.Today.AddDays(7));
        Assert.Equal(1, await campaign.AsSystem().Use<RemoveOldResults>().RunAsync(default));
        // The other's row still names the same content.
        Assert.Equal(1, Contents(campaign));
        var file = (await campaign.As("a1.bt").Use<ViewTasks>().RunAsync(0, default)).Tasks.Rows.Single().File!;
        Assert.Equal(("a.txt", false), (file.Name, file.There));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<OpenResult>().RunAsync(mine, default));

        campaign.Clock.Set(campaign.Clock.Today.AddDays(KeepingRule.RunDays + 1));
        Assert.Equal(1, await campaign.AsSystem().Use<RemoveOldResults>().RunAsync(default));
        Assert.Equal(0, Contents(campaign));
        Assert.Null((await TaskAsync(campaign, same)).ResultKey);
        Assert.Empty(await campaign.LookAsync(db => db.ScheduledRuns.ToListAsync()));
    }

    [SkippableTheory, OnBoth]
    public async Task A_large_list_begun_twice_is_stored_once(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var task = await campaign.As("a1.vp").Use<AskForTask>().ImportAsync(People.ImportParticipantsTests.File(Town.CellA1, "Vũ Thị Xa", "Lý Văn Lạ"), default);
        Assert.Equal(1, Contents(campaign));
        // Stored, and then the server was lost before it could say so.
        var lost = (await NextAsync(campaign))!;
        var input = await campaign.As("a1.vp").Use<OpenTask>().ImportAsync(task, default);
        Assert.Equal(2, (await campaign.As("a1.vp").Use<ImportParticipants>().StoreAsync(input, null, default)).Entered);
        await campaign.AsSystem().Use<TakeTask>().RecoverAsync(lost.Node, [], default);
        var again = (await NextAsync(campaign))!;
        var stored = await campaign.As("a1.vp").Use<ImportParticipants>().StoreAsync(await campaign.As("a1.vp").Use<OpenTask>().ImportAsync(task, default), null, default);

        Assert.Equal((task, 2), (stored.ImportId, stored.Entered));
        Assert.Equal(2, await campaign.LookAsync(db => db.Participants.CountAsync(p => p.ImportId == task)));
        await Finish(campaign).DoneAsync(again, null, 2, 2, default);
        // The names in what was handed over go with the task.
        Assert.Equal(0, Contents(campaign));
    }

    [SkippableTheory, OnBoth]
    public async Task What_the_schedule_did_is_for_administrators(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var note = campaign.AsSystem().Use<NoteRun>();
        var now = campaign.Clock.Now;
        await note.RunAsync(new("Nightly", now.AddDays(-40), now.AddDays(-40), "too old", "1111-1111", "one"), default);
        await note.RunAsync(new("Nightly", now.AddDays(-1), now.AddDays(-1), "broke", "2222-2222", "one"), default);
        await note.RunAsync(new("Nightly", now, now.AddSeconds(3), null, null, "two"), default);
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.ld").Use<ViewRuns>().RunAsync(default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.ld").Use<KeepSchedule>().RunAsync(new("Nightly", ScheduleAct.Pause), default));
        await RefusedAsync(Because.NotAllowed, () => campaign.As("tinh.ld").Use<AskForTask>().CheckAsync(default));

        var seen = await campaign.As("quantri").Use<ViewRuns>().RunAsync(default);

        Assert.Equal((true, "two"), (seen.Last["Nightly"].Good, seen.Last["Nightly"].Node));
        Assert.Equal(["broke"], seen.Errors.Select(run => run.Error!));
        await campaign.As("quantri").Use<KeepSchedule>().RunAsync(new("Nightly", ScheduleAct.RunNow), default);
        Assert.NotEqual(Guid.Empty, await campaign.As("quantri").Use<AskForTask>().CheckAsync(default));
    }
}
