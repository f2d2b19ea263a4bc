using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.Plans;

/// <summary>Every state × act × role × place, done for real and compared with two tables written by hand.</summary>
public class PlanTransitionTests
{
    // Where each act leads from each state; "." is refused.
    private const string Leads = """
        act                 | Draft    Adopted  Issued   Sent       UnderReview      Proposed         SupplementAsked  Completed
        Edit                | Draft    Adopted  Issued   .          .                .                SupplementAsked  .
        RecordMeeting       | Adopted  Adopted  Issued   .          .                .                SupplementAsked  .
        Issue               | Draft    Issued   Issued   .          .                .                SupplementAsked  .
        Send                | Sent     Sent     Sent     .          .                .                Sent             .
        TakeBack            | .        .        .        Issued     .                .                .                .
        Open                | .        .        .        UnderReview .               .                .                .
        Remark              | .        .        .        .          UnderReview      Proposed         .                .
        Propose             | .        .        .        .          Proposed         Proposed         .                .
        Agree               | .        .        .        .          Completed        Completed        .                .
        AskSupplement       | .        .        .        .          SupplementAsked  SupplementAsked  .                .
        CloseWithoutOpinion | .        .        .        Completed  Completed        Completed        .                .
        """;

    // Who may do it, holding a post in the plan's own unit or in its reporting parent. Nobody may from anywhere else; CloseWithoutOpinion is the clock's alone.
    private const string Who = """
        role                   | own unit                                   | reporting parent
        Administrator          |                                            |
        ProvincialOfficer      |                                            | Open Remark Propose
        ProvincialHead         |                                            | Open Remark Propose Agree AskSupplement
        Secretary              | Edit RecordMeeting Issue Send TakeBack     | Open Remark Propose Agree AskSupplement
        DeputySecretary        | Edit RecordMeeting Issue Send TakeBack     |
        DeputySecretary acting | Edit RecordMeeting Issue Send TakeBack     | Open Remark Propose Agree AskSupplement
        Officer                | Edit RecordMeeting Issue                   | Open Remark Propose
        Participant            |                                            |
        Inspector              |                                            |
        """;

    private static readonly (string Name, Unit Unit)[] Places =
        [("own", Cell), ("parent", Commune), ("grandparent", Province), ("sibling", OtherCell), ("parent's sibling", OtherCommune), ("cousin", CellElsewhere), ("below", BelowCell)];

    private static IEnumerable<string[]> Rows(string table, params char[] between) =>
        table.Split('\n').Select(line => line.Split(between.Length > 0 ? between : ['|', ' '], between.Length > 0 ? StringSplitOptions.TrimEntries : StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static readonly Dictionary<(PlanState, PlanAct), PlanState> ExpectedTo = Rows(Leads).Skip(1)
        .SelectMany(row => Rows(Leads).First().Skip(1).Zip(row.Skip(1)).Where(cell => cell.Second != ".")
            .Select(cell => (Enum.Parse<PlanState>(cell.First), Enum.Parse<PlanAct>(row[0]), Enum.Parse<PlanState>(cell.Second))))
        .ToDictionary(x => (x.Item1, x.Item2), x => x.Item3);

    private static readonly Dictionary<(Role, bool Acting, string Place), HashSet<PlanAct>> ExpectedActs = Rows(Who, '|').Skip(1)
        .SelectMany(row =>
        {
            var words = row[0].Split(' ');
            HashSet<PlanAct> Acts(string cell) => [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PlanAct>)];
            return new[] { ((Enum.Parse<Role>(words[0]), words.Length > 1, "own"), Acts(row[1])), ((Enum.Parse<Role>(words[0]), words.Length > 1, "parent"), Acts(row[2])) };
        })
        .ToDictionary(x => x.Item1, x => x.Item2);

    public static TheoryData<PlanState, PlanAct> StatesAndActs()
    {
        var data = new TheoryData<PlanState, PlanAct>();
        foreach (var state in Enum.GetValues<PlanState>())
            foreach (var act in Enum.GetValues<PlanAct>())
                data.Add(state, act);
        return data;
    }

    [Fact]
    public void The_hand_written_tables_name_every_state_act_and_role()
    {
        Assert.Equal(Enum.GetNames<PlanState>(), Rows(Leads).First().Skip(1));
        Assert.Equal(Enum.GetNames<PlanAct>(), Rows(Leads).Skip(1).Select(row => row[0]));
        Assert.All(Rows(Leads), row => Assert.Equal(9, row.Length));
        Assert.Equal(Enum.GetValues<Role>(), ExpectedActs.Keys.Select(key => key.Item1).Distinct());
    }

    [Theory]
    [MemberData(nameof(StatesAndActs))]
    public void Every_role_from_every_place_may_do_what_the_table_says_and_nothing_else(PlanState state, PlanAct act)
    {
        foreach (var role in Enum.GetValues<Role>())
            foreach (var acting in role == Role.DeputySecretary ? new[] { false, true } : [false])
                foreach (var (place, unit) in Places)
                {
                    var acts = ExpectedActs.GetValueOrDefault((role, acting, place), []);
                    var expected = !ExpectedTo.TryGetValue((state, act), out var to) ? (acts.Count > 0 ? "PlanNotInState" : "NotAllowed")
                        : acts.Contains(act) ? to.ToString() : "NotAllowed";
                    Check(state, act, Person(role, unit, acting), expected, $"{role}{(acting ? " acting" : "")} in {place}");
                }
        var anyTo = ExpectedTo.TryGetValue((state, act), out var reached);
        Check(state, act, Actor.System, anyTo ? reached.ToString() : "PlanNotInState", "the clock");
        Check(state, act, Actor.Anonymous, "NotAllowed", "nobody");
    }

    private static void Check(PlanState state, PlanAct act, Actor actor, string expected, string who)
    {
        var filing = Filing.In(state, Actor.System, outOfScope: true);
        Assert.Equal(state, filing.Plan.State);
        var said = filing.Plan.May(actor, act);

        string done;
        try
        {
            Do(filing, act, actor);
            done = filing.Plan.State.ToString();
        }
        catch (Refusal refusal)
        {
            done = refusal.Code.ToString();
            Assert.True(filing.Plan.State == state, $"{who}: refused {act} in {state}, and yet it is {filing.Plan.State} now");
        }

        Assert.True(expected == done, $"{who}: {act} in {state} gave {done}, not {expected}");
        Assert.True(said == Enum.TryParse<PlanState>(expected, out _), $"{who}: May({act}) in {state} says {said}");
    }

    private static void Do(Filing filing, PlanAct act, Actor actor)
    {
        var (plan, owed) = (filing.Plan, filing.Owed);
        // A review exists before the first sending only here: the plan itself must refuse.
        var review = filing.Review ?? Review.Receive(Actor.System, null, plan, Today, Today);
        switch (act)
        {
            case PlanAct.Edit: plan.Write(actor, null, PlanField.Aims, "aims", Now); break;
            case PlanAct.RecordMeeting: plan.RecordMeeting(actor, Meeting(), Now); break;
            case PlanAct.Issue: plan.Issue(actor, Paper(), Now); break;
            case PlanAct.Send: plan.Send(actor, owed, Now, Today); break;
            case PlanAct.TakeBack: plan.TakeBack(actor, owed, null); break;
            case PlanAct.Open: review.Open(actor, plan, Now); break;
            case PlanAct.Remark: review.AddRemark(actor, plan, null, "remark", Now); break;
            case PlanAct.Propose: review.Propose(actor, plan, OpinionKind.Agree, Now); break;
            case PlanAct.Agree: review.Agree(actor, plan, owed, CompletionMode.Agreed, Now, Today); break;
            case PlanAct.AskSupplement: plan.AskSupplement(actor, owed, Today.AddDays(9)); break;
            case PlanAct.CloseWithoutOpinion: review.CloseWithoutOpinion(actor, plan, owed, Now, Today); break;
            default: throw new ArgumentOutOfRangeException(nameof(act));
        }
    }

    [Theory]
    [InlineData(PlanState.Draft)]
    [InlineData(PlanState.Adopted)]
    [InlineData(PlanState.Issued)]
    [InlineData(PlanState.SupplementAsked)]
    public void Each_verb_that_writes_follows_the_row_Edit(PlanState state)
    {
        foreach (var write in Writes)
        {
            var filing = Filing.In(state);
            write(filing.Plan, filing.Writer);
            Assert.Equal(state, filing.Plan.State);
        }
    }

    [Theory]
    [InlineData(PlanState.Sent)]
    [InlineData(PlanState.UnderReview)]
    [InlineData(PlanState.Proposed)]
    [InlineData(PlanState.Completed)]
    public void Each_verb_that_writes_is_refused_while_the_superior_has_it(PlanState state)
    {
        foreach (var write in Writes)
        {
            var filing = Filing.In(state);
            var refusal = Refused(() => write(filing.Plan, filing.Writer));
            Assert.Equal(Because.PlanNotInState, refusal.Code);
            Assert.Equal([PlanAct.Edit, state], refusal.Facts);
        }
    }

    [Fact]
    public void Each_verb_that_writes_is_refused_to_a_stranger()
    {
        foreach (var write in Writes)
            foreach (var stranger in new[] { Person(Role.Secretary, OtherCell), Person(Role.Secretary, Commune), Person(Role.ProvincialHead, Province), Actor.Anonymous })
                Assert.Equal(Because.NotAllowed, Refused(() => write(Filing.In(PlanState.Draft).Plan, stranger)).Code);
    }

    private static readonly Action<UnitPlan, Actor>[] Writes =
    [
        (plan, actor) => plan.AddItem(actor, Now),
        (plan, actor) => plan.RemoveItem(actor, plan.Items[0].Id, Now),
        (plan, actor) => plan.MoveItem(actor, plan.Items[0].Id, 1, Now),
        (plan, actor) => plan.Write(actor, plan.Items[0].Id, PlanField.Method, "m", Now),
        (plan, actor) => plan.AnswerRequirement(actor, Guid.NewGuid(), RequirementAnswerKind.OutOfScope, Now),
        (plan, actor) => plan.AnswerWith(actor, PlanAnswer.OutOfScope, "why", Now),
        (plan, actor) => plan.AttachScan(actor, Guid.NewGuid(), Now),
    ];
}
