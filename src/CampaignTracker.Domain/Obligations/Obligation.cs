using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Obligations;

/// <summary>
/// What one unit owes for one requirement and year: made and stored when the year opens, with the place in the tree the unit had then.
/// Extension and excuse are acts with a reason and a name.
/// </summary>
public sealed class Obligation : Entity, IBelongsToUnit, IVersioned
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private Obligation() { }

    private Obligation(Guid id) : base(id) { }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The path it was made under: "as reported then".</summary>
    public string PathThen { get; private set; } = "";
    /// <summary>The requirement.</summary>
    public Guid RequirementId { get; private set; }
    /// <summary>What it wants: kept here so that boards need no join.</summary>
    public RequirementKind Kind { get; private set; }
    /// <summary>The campaign year whose opening made it.</summary>
    public int Year { get; private set; }
    /// <summary>Last year of the period: equals <see cref="Year"/> but for term plans.</summary>
    public int ToYear { get; private set; }
    /// <summary>The first due date.</summary>
    public DateOnly FirstDueOn { get; private set; }
    /// <summary>The due date in force: extended or first.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>Why and by whom it was extended, or null.</summary>
    public string? ExtensionReason { get; private set; }
    /// <summary>Who extended it.</summary>
    public string? ExtendedBy { get; private set; }
    /// <summary>Local date of the excuse, or null.</summary>
    public DateOnly? ExcusedOn { get; private set; }
    /// <summary>Why nothing is owed.</summary>
    public string? ExcuseReason { get; private set; }
    /// <summary>Who excused it.</summary>
    public string? ExcusedBy { get; private set; }
    /// <summary>Local date of the first sending.</summary>
    public DateOnly? FirstSentOn { get; private set; }
    /// <summary>Local date of the latest sending.</summary>
    public DateOnly? LastSentOn { get; private set; }
    /// <summary>How often a supplement was asked.</summary>
    public int SupplementsAsked { get; private set; }
    /// <summary>Date for the open supplement, null when none is open.</summary>
    public DateOnly? SupplementDueOn { get; private set; }
    /// <summary>Local date of completion.</summary>
    public DateOnly? CompletedOn { get; private set; }
    /// <summary>How it was closed.</summary>
    public CompletionMode? CompletionMode { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;

    /// <summary>The time-free facts that a standing is judged from.</summary>
    public ObligationFacts Facts => new(DueOn, FirstSentOn, SupplementDueOn, CompletedOn, ExcusedOn);

    /// <summary>Makes the obligation of a unit when a year opens.</summary>
    public static Obligation Make(Actor actor, Guid? id, Unit unit, Requirement requirement, int year, int toYear, DateOnly dueOn)
    {
        actor.Must(Permission.ManageRequirements, unit.Path);
        var made = id is { } given ? new Obligation(given) : new Obligation();
        made.UnitId = unit.Id;
        made.UnitPath = made.PathThen = unit.Path;
        made.RequirementId = requirement.Id;
        made.Kind = requirement.Kind;
        made.Year = year;
        made.ToYear = toYear;
        made.FirstDueOn = made.DueOn = dueOn;
        return made;
    }

    /// <summary>The superior's paper was issued: a due date that hangs on it moves, unless something was sent or extended already.</summary>
    public void DateFromSuperior(Actor actor, DateOnly dueOn)
    {
        if (!actor.IsSystem) actor.Must(Permission.EditPlan, Units.UnitPath.Parent(UnitPath));
        if (FirstSentOn is null && ExtensionReason is null) FirstDueOn = DueOn = dueOn;
    }

    /// <summary>Gives more time, with a reason.</summary>
    public void Extend(Actor actor, DateOnly to, string reason)
    {
        actor.Must(Permission.AdjustObligation, UnitPath);
        if (ExcusedOn is not null || FirstSentOn is not null) throw new Refusal(Because.ObligationSettled);
        if (to <= DueOn) throw new Refusal(Because.ExtensionNotLater, nameof(DueOn), DueOn);
        DueOn = to;
        ExtensionReason = Needed.Text(reason, "Reason", FieldName.Reason, ReasonLength);
        ExtendedBy = actor.Name;
    }

    /// <summary>Nothing is owed, with a reason; counted apart.</summary>
    public void Excuse(Actor actor, DateOnly today, string reason)
    {
        actor.Must(Permission.AdjustObligation, UnitPath);
        if (CompletedOn is not null || ExcusedOn is not null) throw new Refusal(Because.ObligationSettled);
        ExcusedOn = today;
        ExcuseReason = Needed.Text(reason, "Reason", FieldName.Reason, ReasonLength);
        ExcusedBy = actor.Name;
    }

    internal void Sent(DateOnly today)
    {
        FirstSentOn ??= today;
        LastSentOn = today;
        SupplementDueOn = null;
    }

    // What stays sent is the round before; null when there was none.
    internal void TakenBack(DateOnly? reopenedSupplementDueOn, DateOnly? previousSentOn)
    {
        if (previousSentOn is null) FirstSentOn = null;
        LastSentOn = previousSentOn;
        SupplementDueOn = reopenedSupplementDueOn;
    }

    internal void AskedToSupplement(DateOnly dueOn)
    {
        SupplementsAsked++;
        SupplementDueOn = dueOn;
    }

    internal void Completed(DateOnly today, CompletionMode mode)
    {
        CompletedOn = today;
        CompletionMode = mode;
        SupplementDueOn = null;
    }

    // The unit's own act fulfils it: the register of commitments needs no opinion from above.
    internal void AdoptedByUnit(DateOnly today)
    {
        Sent(today);
        Completed(today, Obligations.CompletionMode.AdoptedByUnit);
    }
}
