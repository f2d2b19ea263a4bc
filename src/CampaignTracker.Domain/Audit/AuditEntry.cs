using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Audit;

/// <summary>One change with its author and time, written in the transaction of the change itself.</summary>
public sealed class AuditEntry : Entity, IBelongsToUnit
{
    private AuditEntry() { }

    /// <summary>A new entry.</summary>
    public AuditEntry(DateTime at, Guid? accountId, string actorName, string act, string subject, Guid subjectId, Guid rootId, string unitPath, string changes, Guid? id = null, bool personal = false) : base(id ?? Guid.CreateVersion7())
    {
        At = at;
        AccountId = accountId;
        ActorName = actorName;
        Act = act;
        Subject = subject;
        SubjectId = subjectId;
        RootId = rootId;
        UnitPath = unitPath;
        Changes = changes;
        Personal = personal;
    }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    /// <summary>The account, null for the clock-work and the seed.</summary>
    public Guid? AccountId { get; private set; }
    /// <summary>Its holder's name then.</summary>
    public string ActorName { get; private set; } = "";
    /// <summary>The task that was done, by the name of its use case, e.g. "FileUnitPlan".</summary>
    public string Act { get; private set; } = "";
    /// <summary>What kind of thing changed, by type name.</summary>
    public string Subject { get; private set; } = "";
    /// <summary>Which one.</summary>
    public Guid SubjectId { get; private set; }
    /// <summary>The root it belongs to: a plan for its items.</summary>
    public Guid RootId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>About a person: above their unit only the act is shown, not what stood there.</summary>
    public bool Personal { get; private set; }
    /// <summary>JSON: field → [before, after].</summary>
    public string Changes { get; private set; } = "";

    /// <summary>Joins a later draft save of the same sitting: net change, latest time.</summary>
    public void Absorb(DateTime at, string changes)
    {
        At = at;
        Changes = changes;
    }
}
