using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.BackgroundWork;

public class LongTaskTests
{
    private static readonly Actor Keeper = Person(Role.Secretary, Cell);

    private static LongTask Asked(Actor? by = null) => LongTask.Ask(by ?? Keeper, LongTaskKind.CommitmentPapers, Cell, "2027", "{}", null, "vi", Now);

    private static LongTask Running(int attempts = 1)
    {
        var task = Asked();
        for (var n = 1; n <= attempts; n++)
        {
            if (n > 1) task.Lose(Actor.System, Now);
            task.Take(Actor.System, "one", Now);
        }
        return task;
    }

    [Fact]
    public void Who_may_not_have_it_may_not_ask_for_it()
    {
        Assert.Equal(Because.NotAllowed, Refused(() => Asked(Person(Role.Secretary, Commune))).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => Asked(Person(Role.Administrator, Province))).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => Asked(Actor.System)).Code);
        Assert.Equal(LongTaskState.Queued, Asked().State);
    }

    [Theory]
    [InlineData(LongTaskKind.ComplianceWorkbook, Role.ProvincialOfficer, true)]
    [InlineData(LongTaskKind.ComplianceWorkbook, Role.Administrator, false)]
    [InlineData(LongTaskKind.Check, Role.Administrator, true)]
    [InlineData(LongTaskKind.Check, Role.ProvincialHead, false)]
    [InlineData(LongTaskKind.ParticipantImport, Role.Officer, true)]
    [InlineData(LongTaskKind.ParticipantImport, Role.Inspector, false)]
    public void Each_kind_wants_its_own_permission(LongTaskKind kind, Role role, bool may) => Assert.Equal(may, Person(role, Province).Can(kind.Needs(), Province.Path));

    [Fact]
    public void What_is_not_in_the_table_is_refused()
    {
        foreach (var (state, make) in States)
            foreach (var (act, run) in Acts)
            {
                var task = make();
                Assert.Equal(state, task.State);
                if (LongTaskTransitions.Find(state, act) is { } found)
                {
                    run(task);
                    Assert.Equal(found.To, task.State);
                }
                else Assert.Equal(Because.TaskNotInState, Refused(() => run(task)).Code);
            }
    }

    private static readonly (LongTaskState, Func<LongTask>)[] States =
    [
        (LongTaskState.Queued, () => Asked()),
        (LongTaskState.Running, () => Running(LostTask.MostAttempts - 1)),
        (LongTaskState.Done, () => After(task => task.Finish(Actor.System, null, Now, Now))),
        (LongTaskState.Failed, () => After(task => task.Fail(Actor.System, "Vì", null, Now))),
        (LongTaskState.Cancelled, () => After(task => task.Cancel(Actor.System, Now))),
        (LongTaskState.Interrupted, () => After(task => task.Lose(Actor.System, Now), LostTask.MostAttempts)),
    ];

    private static readonly (LongTaskAct, Action<LongTask>)[] Acts =
    [
        (LongTaskAct.Take, task => task.Take(Actor.System, "two", Now)),
        (LongTaskAct.AskToCancel, task => task.AskToCancel(Keeper, Now)),
        (LongTaskAct.Cancel, task => task.Cancel(Actor.System, Now)),
        (LongTaskAct.Finish, task => task.Finish(Actor.System, null, Now, Now)),
        (LongTaskAct.Fail, task => task.Fail(Actor.System, null, "3F2A-91BC", Now)),
        (LongTaskAct.RunAnew, task => task.GiveBack(Actor.System)),
    ];

    private static LongTask After(Action<LongTask> end, int attempts = 1)
    {
        var task = Running(attempts);
        end(task);
        return task;
    }

    [Fact]
    public void Only_its_asker_stops_it_and_only_the_program_ends_it()
    {
        Assert.Equal(Because.NotFound, Refused(() => Asked().AskToCancel(Person(Role.Secretary, Cell), Now)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => Running().Finish(Keeper, null, Now, Now)).Code);
        Assert.Equal(Because.NotAllowed, Refused(() => Asked().Take(Keeper, "one", Now)).Code);
    }

    [Fact]
    public void Stopped_while_it_waits_it_is_over_at_once_and_while_it_runs_when_its_node_hears()
    {
        var waiting = Asked();
        waiting.AskToCancel(Keeper, Now);
        Assert.Equal((LongTaskState.Cancelled, Now), (waiting.State, waiting.FinishedAt));
        var running = Running();
        running.AskToCancel(Keeper, Now);
        Assert.Equal((LongTaskState.Running, Now), (running.State, running.CancelAskedAt));
        // Its node goes before it hears: it is not done all over again against its asker's wish.
        running.Lose(Actor.System, Now);
        Assert.Equal(LongTaskState.Cancelled, running.State);
    }

    [Fact]
    public void Lost_three_times_it_says_so_and_given_back_in_good_order_it_never_does()
    {
        var lost = Running(LostTask.MostAttempts);
        lost.Lose(Actor.System, Now);
        Assert.Equal((LongTaskState.Interrupted, LostTask.MostAttempts), (lost.State, lost.Attempts));
        var given = Asked();
        for (var n = 0; n < LostTask.MostAttempts + 1; n++)
        {
            given.Take(Actor.System, "one", Now);
            given.GiveBack(Actor.System);
        }
        Assert.Equal((LongTaskState.Queued, 0), (given.State, given.Attempts));
    }

    [Fact]
    public void The_row_remembers_a_file_that_was_removed()
    {
        var task = Running();
        task.Finish(Actor.System, new TaskResult(new string('a', 64), "a.zip", "application/zip", 7), Now.AddDays(7), Now);
        task.RemoveResult(Actor.System);
        Assert.Equal((null, "a.zip", 7L, LongTaskState.Done), (task.ResultKey, task.ResultName, task.ResultSize!.Value, task.State));
    }

    [Fact]
    public void What_it_works_on_is_kept_until_it_is_over()
    {
        var task = LongTask.Ask(Keeper, LongTaskKind.ParticipantImport, Cell, "a.xlsx", "{}", new string('b', 64), "vi", Now);
        task.Take(Actor.System, "one", Now);
        task.Lose(Actor.System, Now);
        task.LetInputGo(Actor.System);
        Assert.NotNull(task.InputKey);
        task.AskToCancel(Keeper, Now);
        task.LetInputGo(Actor.System);
        Assert.Null(task.InputKey);
    }
}
