using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using static CampaignTracker.Domain.Tests.Scene;

namespace CampaignTracker.Domain.Tests.People;

/// <summary>Who may do what, how far: the table once more, written by hand.</summary>
public class RolePermissionsTests
{
    // own = the post's unit, children = units directly below it, all = it and everything below.
    private const string Expected = """
        Administrator          | ManageAccounts all, ManageUnits all, KeepBackups all
        ProvincialOfficer      | ReadFilings all, ProposeOpinion children, AdjustObligation all, ManageRequirements all, ReadCompliance all, ReadCommitmentCounts all, UrgeUnits all, Announce all, ManageReminders all
        ProvincialHead         | ReadFilings all, DecideFiling children, AdjustObligation all, ReadCompliance all, ReadAudit all, ReadCommitmentCounts all, OpenNamedCommitment all, UrgeUnits all, Announce all
        Secretary              | ReadFilings all, EditPlan own, SendPlan own, DecideFiling children, AdjustObligation children, ReadCompliance all, ReadAudit own, ReadParticipants own, KeepParticipants own, KeepCommitments own, RecordMeeting own, ReadCommitmentCounts all, AdoptCommitments own, ReadShortcomings own, OpenNamedCommitment all, UrgeUnits all, Announce all
        DeputySecretary        | ReadFilings all, EditPlan own, SendPlan own, ReadCompliance all, ReadParticipants own, KeepParticipants own, KeepCommitments own, RecordMeeting own, ReadCommitmentCounts all, AdoptCommitments own, UrgeUnits all, Announce all
        DeputySecretary acting | ReadFilings all, EditPlan own, SendPlan own, ReadCompliance all, ReadParticipants own, KeepParticipants own, KeepCommitments own, RecordMeeting own, ReadCommitmentCounts all, AdoptCommitments own, DecideFiling children, AdjustObligation children, UrgeUnits all, Announce all
        Officer                | ReadFilings all, EditPlan own, ProposeOpinion children, ReadCompliance all, ReadParticipants own, KeepParticipants own, KeepCommitments own, RecordMeeting own, ReadCommitmentCounts all, UrgeUnits all, Announce all
        Participant            |
        Inspector              | ReadFilings all, ReadCompliance all, ReadAudit all, ReadCommitmentCounts all, OpenNamedCommitment all
        """;

    private static readonly (Unit Unit, Reach[] Reached)[] FromCommune =
    [
        (Commune, [Reach.Own, Reach.OwnAndBelow]),
        (Cell, [Reach.Children, Reach.OwnAndBelow]),
        (OtherCell, [Reach.Children, Reach.OwnAndBelow]),
        (BelowCell, [Reach.OwnAndBelow]),
        (Province, []),
        (OtherCommune, []),
        (CellElsewhere, []),
    ];

    private static IEnumerable<(Role Role, bool Acting, Dictionary<Permission, Reach> Grants)> Table() => Expected.Split('\n').Select(line =>
    {
        var sides = line.Split('|', StringSplitOptions.TrimEntries);
        var who = sides[0].Split(' ');
        return (Enum.Parse<Role>(who[0]), who.Length > 1, sides[1].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(grant => grant.Split(' '))
            .ToDictionary(grant => Enum.Parse<Permission>(grant[0]), grant => grant[1] switch { "own" => Reach.Own, "children" => Reach.Children, "all" => Reach.OwnAndBelow, _ => throw new FormatException(grant[1]) }));
    });

    [Fact]
    public void The_table_names_every_role() => Assert.Equal(Enum.GetValues<Role>(), Table().Select(row => row.Role).Distinct());

    [Fact]
    public void Every_role_may_do_every_thing_as_far_as_the_table_says_and_no_farther()
    {
        foreach (var (role, acting, grants) in Table())
            foreach (var permission in Enum.GetValues<Permission>())
                foreach (var (unit, reached) in FromCommune)
                {
                    var expected = grants.TryGetValue(permission, out var reach) && reached.Contains(reach);
                    var actor = Person(role, Commune, acting);
                    Assert.True(expected == actor.Can(permission, unit.Path), $"{role}{(acting ? " acting" : "")}: {permission} at {unit.Code} is {!expected}");
                    Assert.Equal(grants.ContainsKey(permission), actor.CanSomewhere(permission));
                    if (!expected) Assert.Equal(Because.NotAllowed, Refused(() => actor.Must(permission, unit.Path)).Code);
                    else actor.Must(permission, unit.Path);
                }
    }

    [Fact]
    public void Only_the_clock_closes_by_the_clock() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.DoesNotContain(RolePermissions.Of(role), grant => grant.Permission == Permission.CloseByClock));

    [Fact]
    public void Acting_lifts_only_a_deputy()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.DeputySecretary))
            Assert.Equal(Holds(role, Commune).Permissions, Holds(role, Commune, acting: true).Permissions);
    }

    [Fact]
    public void The_system_may_do_everything_and_nobody_nothing()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            Assert.True(Actor.System.Can(permission, Cell.Path) && Actor.System.CanSomewhere(permission));
            Assert.False(Actor.Anonymous.Can(permission, Cell.Path) || Actor.Anonymous.CanSomewhere(permission));
        }
        Assert.Null(Actor.System.AccountId);
        Assert.Null(Actor.Anonymous.AccountId);
    }

    [Fact]
    public void With_several_posts_the_one_that_permits_it_counts()
    {
        var actor = Person(Holds(Role.Secretary, Cell), Holds(Role.Officer, Commune));
        Assert.Equal(Role.Secretary, actor.PostFor(Permission.SendPlan, Cell.Path)!.Role);
        Assert.Equal(Role.Officer, actor.PostFor(Permission.ProposeOpinion, Cell.Path)!.Role);
        Assert.Null(actor.PostFor(Permission.DecideFiling, Cell.Path));
        Assert.Equal(Role.Secretary, actor.MainPost!.Role);
        Assert.Null(Actor.Anonymous.MainPost);
    }

    [Fact]
    public void A_unit_whose_path_only_begins_alike_is_not_reached()
    {
        var post = new HeldPost(Role.Secretary, Guid.NewGuid(), "0001/", "x", "x");
        Assert.True(post.Reaches(Reach.OwnAndBelow, "0001/0001/"));
        Assert.False(post.Reaches(Reach.OwnAndBelow, "00010/"));
        Assert.False(post.Reaches(Reach.Children, "0001/0001/0001/"));
    }
}
