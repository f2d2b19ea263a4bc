using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Units;

/// <summary>
/// An organisation that files: a committee, a cell, a People's Committee, a Front. Its one parent is the reporting parent, which alone gives scope and review.
/// Units open and close on dates; the past keeps its shape through <see cref="Placements"/>.
/// </summary>
public sealed class Unit : Entity, IBelongsToUnit, IVersioned
{
    /// <summary>Longest code and name, in characters.</summary>
    public const int CodeLength = 40, NameLength = 200;

    private readonly List<Placement> placements = [];

    private Unit() { }

    private Unit(Guid id) : base(id) { }

    /// <summary>Given by the parent and never reused, e.g. "19-05434-012".</summary>
    public string Code { get; private set; } = "";
    /// <summary>Full name as it stands in a letterhead, in ordinary case.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Folded name and code.</summary>
    public string SearchKey { get; private set; } = "";
    /// <summary>Code of a <see cref="UnitKind"/>.</summary>
    public string KindCode { get; private set; } = "";
    /// <summary>Reporting parent, null for a root.</summary>
    public Guid? ParentId { get; private set; }
    /// <summary>Current path; see <see cref="Units.UnitPath"/>.</summary>
    public string Path { get; private set; } = "";
    /// <summary>Place in the official list among its siblings, from 1.</summary>
    public int OfficialOrder { get; private set; }
    /// <summary>Official five-digit code of the commune or ward it covers, or null.</summary>
    public string? TerritoryCode { get; private set; }
    /// <summary>First day, or null when not known.</summary>
    public DateOnly? OpenedOn { get; private set; }
    /// <summary>Day on which it ceased, or null.</summary>
    public DateOnly? ClosedOn { get; private set; }
    /// <summary>Công an, Quân sự: shown at bloc level only, without subtree or persons.</summary>
    public bool Sensitive { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>Where it hung, from when to when.</summary>
    public IReadOnlyList<Placement> Placements => placements;

    string IBelongsToUnit.UnitPath => Path;

    /// <summary>Opens a unit below a parent (null for a root).</summary>
    /// <param name="actor">Needs <see cref="Permission.ManageUnits"/> at the parent.</param>
    /// <param name="id">Derived key for seed rows; null makes a new one.</param>
    /// <param name="code">Given by the parent.</param>
    /// <param name="name">Full name.</param>
    /// <param name="kindCode">A <see cref="UnitKind"/>.</param>
    /// <param name="parent">Reporting parent or null.</param>
    /// <param name="siblingNumber">Next free number for the path, from 1.</param>
    /// <param name="officialOrder">Place in the official list.</param>
    /// <param name="openedOn">First day, null when unknown.</param>
    public static Unit Open(Actor actor, Guid? id, string code, string name, string kindCode, Unit? parent, int siblingNumber, int officialOrder, DateOnly? openedOn)
    {
        actor.Must(Permission.ManageUnits, parent?.Path ?? "");
        var unit = id is { } given ? new Unit(given) : new Unit();
        unit.Code = code;
        unit.KindCode = kindCode;
        unit.ParentId = parent?.Id;
        unit.Path = Units.UnitPath.Child(parent?.Path ?? "", siblingNumber);
        unit.OfficialOrder = officialOrder;
        unit.OpenedOn = openedOn;
        unit.placements.Add(new Placement(DerivedId.Of("placement", $"{unit.Id:N}:1"), unit.Id, parent?.Id, openedOn));
        unit.Call(name);
        return unit;
    }

    /// <summary>Gives the unit another name; earlier papers keep the one they were filed under.</summary>
    public void Rename(Actor actor, string name)
    {
        actor.Must(Permission.ManageUnits, Path);
        Call(name);
    }

    /// <summary>Ties the unit to the commune or ward it covers.</summary>
    public void Cover(Actor actor, string? territoryCode, bool sensitive)
    {
        actor.Must(Permission.ManageUnits, Path);
        TerritoryCode = territoryCode;
        Sensitive = sensitive;
    }

    /// <summary>The unit ceases on a day; its records stay.</summary>
    public void Close(Actor actor, DateOnly on)
    {
        actor.Must(Permission.ManageUnits, Path);
        ClosedOn = on;
        placements.LastOrDefault()?.End(on);
    }

    private void Call(string name)
    {
        Name = Domain.SearchKey.Clean(name)!;
        SearchKey = Domain.SearchKey.Fold(Name + " " + Code);
    }
}
