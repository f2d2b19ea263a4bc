using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Compliance;

/// <summary>Counts under a key of the ledger, as the database keeps them.</summary>
public abstract class ComplianceSum : IBelongsToUnit
{
    private protected ComplianceSum() { }

    private protected ComplianceSum(LedgerKey key, Counts counts)
    {
        (UnitPath, Level, RequirementId, Year, ToYear, DueOn) = (key.UnitPath, Units.UnitPath.Level(key.UnitPath), key.RequirementId, key.Year, key.ToYear, key.DueOn);
        (Expected, Sent, OnTime, Completed) = (counts.Expected, counts.Sent, counts.OnTime, counts.Completed);
        (SupplementAsked, Waiting, WaitingLate, Excused) = (counts.SupplementAsked, counts.Waiting, counts.WaitingLate, counts.Excused);
    }

    /// <summary>Everything at and below this unit.</summary>
    public string UnitPath { get; private set; } = "";
    /// <summary>The unit's depth, 1 for a root: the lines of a board are one level.</summary>
    public int Level { get; private set; }
    /// <summary>The requirement.</summary>
    public Guid RequirementId { get; private set; }
    /// <summary>First year of the period.</summary>
    public int Year { get; private set; }
    /// <summary>Last year of the period.</summary>
    public int ToYear { get; private set; }
    /// <summary>The due date in force.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>See <see cref="Counts.Expected"/>; so the others.</summary>
    public int Expected { get; private set; }
    /// <inheritdoc cref="Counts.Sent"/>
    public int Sent { get; private set; }
    /// <inheritdoc cref="Counts.OnTime"/>
    public int OnTime { get; private set; }
    /// <inheritdoc cref="Counts.Completed"/>
    public int Completed { get; private set; }
    /// <inheritdoc cref="Counts.SupplementAsked"/>
    public int SupplementAsked { get; private set; }
    /// <inheritdoc cref="Counts.Waiting"/>
    public int Waiting { get; private set; }
    /// <inheritdoc cref="Counts.WaitingLate"/>
    public int WaitingLate { get; private set; }
    /// <inheritdoc cref="Counts.Excused"/>
    public int Excused { get; private set; }
}

/// <summary>One booking: by how much the counts under a key changed on a day. Negative where something was taken back.</summary>
public sealed class ComplianceEntry : ComplianceSum
{
    private ComplianceEntry() { }

    /// <summary>A booking of a day.</summary>
    public ComplianceEntry(LedgerKey key, Counts change, DateOnly on, Guid? id = null) : base(key, change) => (Id, BookedOn) = (id ?? Guid.CreateVersion7(), on);

    /// <summary>The history of a day, of which there is one row a key: told again it has the same id.</summary>
    public static ComplianceEntry OfHistory(LedgerKey key, Counts change, DateOnly on) =>
        new(key, change, on, DerivedId.Of("booking", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.UnitPath}:{key.RequirementId}:{key.Year}:{key.ToYear}:{key.DueOn:yyyyMMdd}:{on:yyyyMMdd}")));

    /// <summary>The key of the row.</summary>
    public Guid Id { get; private set; }
    /// <summary>Local date of what is booked.</summary>
    public DateOnly BookedOn { get; private set; }
}

/// <summary>What all bookings under a key add up to, up to and including the day in <see cref="LedgerState.ThroughOn"/>: boards of today add only what was booked since.</summary>
public sealed class ComplianceBalance : ComplianceSum
{
    private ComplianceBalance() { }

    /// <summary>A balance.</summary>
    public ComplianceBalance(LedgerKey key, Counts counts) : base(key, counts) { }
}

/// <summary>How far the ledger is carried forward, and what the last comparison with the obligations themselves found. One row.</summary>
public sealed class LedgerState : Entity
{
    /// <summary>Longest list of examples, in characters.</summary>
    public const int ExamplesLength = 1000;

    private LedgerState() { }

    private LedgerState(Guid id) : base(id) { }

    /// <summary>The last local day that the balances contain.</summary>
    public DateOnly ThroughOn { get; private set; }
    /// <summary>When it was last compared, UTC; null before.</summary>
    public DateTime? ComparedAt { get; private set; }
    /// <summary>How many sums were compared.</summary>
    public int Compared { get; private set; }
    /// <summary>How many of them differed.</summary>
    public int Differences { get; private set; }
    /// <summary>The first few that differed, in words.</summary>
    public string? Examples { get; private set; }

    /// <summary>The row of a ledger that begins.</summary>
    public static LedgerState Begin(People.Actor actor, DateOnly throughOn)
    {
        actor.Must(People.Permission.CloseByClock, "");
        return new(DerivedId.Of("ledger", "state")) { ThroughOn = throughOn };
    }

    /// <summary>The balances were made anew up to a day.</summary>
    public void CarriedThrough(People.Actor actor, DateOnly on)
    {
        actor.Must(People.Permission.CloseByClock, "");
        if (on > ThroughOn) ThroughOn = on;
    }

    /// <summary>The sums were compared with the obligations.</summary>
    public void ComparedWith(People.Actor actor, DateTime now, int compared, int differences, string? examples)
    {
        actor.Must(People.Permission.CloseByClock, "");
        (ComparedAt, Compared, Differences) = (now, compared, differences);
        Examples = examples is { Length: > ExamplesLength } ? examples[..ExamplesLength] : examples;
    }
}
