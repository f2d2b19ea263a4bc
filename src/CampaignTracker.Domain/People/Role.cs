namespace CampaignTracker.Domain.People;

/// <summary>What a post lets a person do; see <see cref="RolePermissions"/>.</summary>
public enum Role
{
    /// <summary>Accounts, units, settings; reads no filing and no person.</summary>
    Administrator,
    /// <summary>Chuyên viên of the province's advisory body.</summary>
    ProvincialOfficer,
    /// <summary>Head of the province's committee or standing committee.</summary>
    ProvincialHead,
    /// <summary>Bí thư of a committee or cell.</summary>
    Secretary,
    /// <summary>Phó bí thư: acts when delegated or when the secretary's post is vacant.</summary>
    DeputySecretary,
    /// <summary>Officer of a committee, or the committee member of a cell who drafts.</summary>
    Officer,
    /// <summary>A person who commits.</summary>
    Participant,
    /// <summary>UBKT: reads a whole trail, changes nothing.</summary>
    Inspector,
}

/// <summary>Single things a role may permit.</summary>
public enum Permission
{
    /// <summary>Read filings of a unit.</summary>
    ReadFilings,
    /// <summary>Write a unit's plan.</summary>
    EditPlan,
    /// <summary>Record the meeting, the number, and send.</summary>
    SendPlan,
    /// <summary>Read a filing as the superior's officer and propose an opinion.</summary>
    ProposeOpinion,
    /// <summary>Give the superior's opinion.</summary>
    DecideFiling,
    /// <summary>Extend or excuse an obligation, with a reason.</summary>
    AdjustObligation,
    /// <summary>Requirements, terms, opening a year.</summary>
    ManageRequirements,
    /// <summary>Read the board and take its Excel report.</summary>
    ReadCompliance,
    /// <summary>Read the trail of changes.</summary>
    ReadAudit,
    /// <summary>Accounts and posts.</summary>
    ManageAccounts,
    /// <summary>Open, rename, close, move units.</summary>
    ManageUnits,
    /// <summary>Read the names of participants.</summary>
    ReadParticipants,
    /// <summary>Close what the program itself must close by the clock.</summary>
    CloseByClock,
    /// <summary>Enter, correct, move participants.</summary>
    KeepParticipants,
    /// <summary>Write commitments for people of the unit, from their paper; record progress.</summary>
    KeepCommitments,
    /// <summary>Record that the meeting adopted the register; ask to be more concrete; comment for the collective; close.</summary>
    AdoptCommitments,
    /// <summary>Read and write a person's shortcoming besides the author.</summary>
    ReadShortcomings,
    /// <summary>Record a meeting of the unit and what it adopted.</summary>
    RecordMeeting,
    /// <summary>Counts of commitments and progress.</summary>
    ReadCommitmentCounts,
    /// <summary>Open one named commitment of a unit below, with a reason that is logged.</summary>
    OpenNamedCommitment,
    /// <summary>Make backups of the whole installation and see which there are.</summary>
    KeepBackups,
    /// <summary>Set the ladders of reminders, switch rules off.</summary>
    ManageReminders,
    /// <summary>Urge units below by hand.</summary>
    UrgeUnits,
    /// <summary>Announce something to the units below.</summary>
    Announce,
}

/// <summary>How far from the post's unit a permission reaches.</summary>
public enum Reach
{
    /// <summary>The post's own unit.</summary>
    Own,
    /// <summary>Units whose reporting parent is the post's unit.</summary>
    Children,
    /// <summary>The post's unit and everything below it.</summary>
    OwnAndBelow,
}

/// <summary>The one table of who may do what, and how far.</summary>
public static class RolePermissions
{
    // Whoever keeps a unit's papers: secretary, deputy, the officer or committee member assigned.
    private static readonly (Permission Permission, Reach Reach)[] OfKeeper =
    [
        (Permission.KeepParticipants, Reach.Own), (Permission.KeepCommitments, Reach.Own), (Permission.RecordMeeting, Reach.Own), (Permission.ReadCommitmentCounts, Reach.OwnAndBelow),
    ];

    // Whoever works for a committee may urge and tell the units below it; the act itself refuses the committee's own unit.
    private static readonly (Permission Permission, Reach Reach)[] OfUrger = [(Permission.UrgeUnits, Reach.OwnAndBelow), (Permission.Announce, Reach.OwnAndBelow)];

    private static readonly Dictionary<Role, (Permission Permission, Reach Reach)[]> Table = new()
    {
        [Role.Administrator] = [(Permission.ManageAccounts, Reach.OwnAndBelow), (Permission.ManageUnits, Reach.OwnAndBelow), (Permission.KeepBackups, Reach.OwnAndBelow)],
        [Role.ProvincialOfficer] =
        [
            (Permission.ReadFilings, Reach.OwnAndBelow), (Permission.ProposeOpinion, Reach.Children), (Permission.AdjustObligation, Reach.OwnAndBelow),
            (Permission.ManageRequirements, Reach.OwnAndBelow), (Permission.ReadCompliance, Reach.OwnAndBelow),
            (Permission.ReadCommitmentCounts, Reach.OwnAndBelow), (Permission.ManageReminders, Reach.OwnAndBelow), .. OfUrger,
        ],
        [Role.ProvincialHead] =
        [
            (Permission.ReadFilings, Reach.OwnAndBelow), (Permission.DecideFiling, Reach.Children), (Permission.AdjustObligation, Reach.OwnAndBelow),
            (Permission.ReadCompliance, Reach.OwnAndBelow), (Permission.ReadAudit, Reach.OwnAndBelow),
            (Permission.ReadCommitmentCounts, Reach.OwnAndBelow), (Permission.OpenNamedCommitment, Reach.OwnAndBelow), .. OfUrger,
        ],
        [Role.Secretary] =
        [
            (Permission.ReadFilings, Reach.OwnAndBelow), (Permission.EditPlan, Reach.Own), (Permission.SendPlan, Reach.Own), (Permission.DecideFiling, Reach.Children),
            (Permission.AdjustObligation, Reach.Children), (Permission.ReadCompliance, Reach.OwnAndBelow), (Permission.ReadAudit, Reach.Own), (Permission.ReadParticipants, Reach.Own),
            .. OfKeeper, (Permission.AdoptCommitments, Reach.Own), (Permission.ReadShortcomings, Reach.Own), (Permission.OpenNamedCommitment, Reach.OwnAndBelow), .. OfUrger,
        ],
        [Role.DeputySecretary] =
        [
            (Permission.ReadFilings, Reach.OwnAndBelow), (Permission.EditPlan, Reach.Own), (Permission.SendPlan, Reach.Own),
            (Permission.ReadCompliance, Reach.OwnAndBelow), (Permission.ReadParticipants, Reach.Own),
            .. OfKeeper, (Permission.AdoptCommitments, Reach.Own), .. OfUrger,
        ],
        [Role.Officer] =
        [
            (Permission.ReadFilings, Reach.OwnAndBelow), (Permission.EditPlan, Reach.Own), (Permission.ProposeOpinion, Reach.Children),
            (Permission.ReadCompliance, Reach.OwnAndBelow), (Permission.ReadParticipants, Reach.Own),
            .. OfKeeper, .. OfUrger,
        ],
        [Role.Participant] = [],
        [Role.Inspector] =
        [
            (Permission.ReadFilings, Reach.OwnAndBelow), (Permission.ReadCompliance, Reach.OwnAndBelow), (Permission.ReadAudit, Reach.OwnAndBelow),
            (Permission.ReadCommitmentCounts, Reach.OwnAndBelow), (Permission.OpenNamedCommitment, Reach.OwnAndBelow),
        ],
    };

    /// <summary>What a deputy may besides, while delegated or while the secretary's post is vacant.</summary>
    public static readonly IReadOnlyList<(Permission Permission, Reach Reach)> OfActingDeputy = [(Permission.DecideFiling, Reach.Children), (Permission.AdjustObligation, Reach.Children)];

    /// <summary>The permissions of a role with their reach.</summary>
    public static IReadOnlyList<(Permission Permission, Reach Reach)> Of(Role role) => Table[role];
}
