namespace CampaignTracker.Domain.Units;

/// <summary>Where a unit hung in the tree from one day to another. Child of <see cref="Unit"/>.</summary>
public sealed class Placement : Entity
{
    private Placement() { }

    internal Placement(Guid id, Guid unitId, Guid? parentId, DateOnly? from) : base(id)
    {
        UnitId = unitId;
        ParentId = parentId;
        From = from;
    }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>Its reporting parent then, null for a root.</summary>
    public Guid? ParentId { get; private set; }
    /// <summary>First day, null when unknown.</summary>
    public DateOnly? From { get; private set; }
    /// <summary>First day no longer there, or null.</summary>
    public DateOnly? To { get; private set; }

    internal void End(DateOnly on) => To = on;
}

/// <summary>What a unit that ceased went into, when, by which decision.</summary>
public sealed class Successor : Entity
{
    private Successor() { }

    /// <summary>A succession as the seed gives it.</summary>
    public Successor(Guid id, Guid unitId, Guid successorId, SuccessionKind kind, DateOnly on, string? decision) : base(id)
    {
        UnitId = unitId;
        SuccessorId = successorId;
        Kind = kind;
        On = on;
        Decision = decision;
    }

    /// <summary>The unit that ceased.</summary>
    public Guid UnitId { get; private set; }
    /// <summary>The unit it went into.</summary>
    public Guid SuccessorId { get; private set; }
    /// <summary>How.</summary>
    public SuccessionKind Kind { get; private set; }
    /// <summary>From which day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>The deciding paper, or null when no source gives it.</summary>
    public string? Decision { get; private set; }
}

/// <summary>Sáp nhập, chia tách.</summary>
public enum SuccessionKind
{
    /// <summary>Wholly into the successor.</summary>
    Merged,
    /// <summary>In part.</summary>
    Split,
}

/// <summary>A commune or ward of today, for names and the map. Reference data.</summary>
public sealed class Territory
{
    private Territory() { }

    /// <summary>A territory as the seed gives it.</summary>
    public Territory(string code, string name, string type, string? mergedFrom)
    {
        Code = code;
        Name = name;
        Type = type;
        MergedFrom = mergedFrom;
    }

    /// <summary>Official five-digit code, leading zeros kept.</summary>
    public string Code { get; private set; } = "";
    /// <summary>Official name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Xã or phường, in words.</summary>
    public string Type { get; private set; } = "";
    /// <summary>The units of before 1/7/2025 it was made of, in words; null where the source is silent.</summary>
    public string? MergedFrom { get; private set; }
}
