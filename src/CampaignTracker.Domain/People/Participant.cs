using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.People;

/// <summary>A row that names a person: seen by that person, and by the secretary and officers of their unit.</summary>
public interface IBelongsToPerson
{
    /// <summary>The person's unit.</summary>
    string UnitPath { get; }
    /// <summary>The person's account, or null for one who never signs in.</summary>
    Guid? AccountId { get; }
}

/// <summary>
/// A person who commits. Imported; the electronic member handbook (339-QĐ/TW) is the register.
/// No ethnicity, religion or gender: no form asks for them.
/// </summary>
public sealed class Participant : Entity, IBelongsToPerson
{
    /// <summary>Longest name and post, in characters.</summary>
    public const int NameLength = 120, PostLength = 160;

    private Participant() { }

    private Participant(Guid id) : base(id) { }

    /// <summary>Full name, family name first.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Folded name.</summary>
    public string SearchKey { get; private set; } = "";
    /// <summary>What they take part as.</summary>
    public ParticipantKind Kind { get; private set; }
    /// <summary>Post in the unit, or null.</summary>
    public string? PostTitle { get; private set; }
    /// <summary>Head of the unit.</summary>
    public bool UnitHead { get; private set; }
    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>In the unit from this day.</summary>
    public DateOnly From { get; private set; }
    /// <summary>Last day in the unit, or null.</summary>
    public DateOnly? To { get; private set; }
    /// <summary>Exempt from activity: kept out of denominators.</summary>
    public bool Exempt { get; private set; }
    /// <inheritdoc/>
    public Guid? AccountId { get; private set; }

    /// <summary>Enters a person as the register names them.</summary>
    public static Participant Enter(Actor actor, Guid? id, string name, ParticipantKind kind, string? postTitle, bool unitHead, Unit unit, DateOnly from, bool exempt, Guid? accountId)
    {
        actor.Must(Permission.ReadParticipants, unit.Path);
        var person = id is { } given ? new Participant(given) : new Participant();
        person.Name = Domain.SearchKey.Clean(name)!;
        person.SearchKey = Domain.SearchKey.Fold(name);
        person.Kind = kind;
        person.PostTitle = postTitle;
        person.UnitHead = unitHead;
        person.UnitId = unit.Id;
        person.UnitPath = unit.Path;
        person.From = from;
        person.Exempt = exempt;
        person.AccountId = accountId;
        return person;
    }
}

/// <summary>What a person takes part as (source article: cán bộ, đảng viên, công chức, viên chức, đoàn viên, hội viên).</summary>
public enum ParticipantKind
{
    /// <summary>Đảng viên.</summary>
    Member,
    /// <summary>Đảng viên dự bị.</summary>
    ProbationaryMember,
    /// <summary>Cán bộ, not a member.</summary>
    Cadre,
    /// <summary>Công chức.</summary>
    CivilServant,
    /// <summary>Viên chức.</summary>
    PublicEmployee,
    /// <summary>Đoàn viên.</summary>
    UnionMember,
    /// <summary>Hội viên.</summary>
    AssociationMember,
}
