using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Reminders;

/// <summary>How a unit was urged by hand.</summary>
public enum UrgingWay
{
    /// <summary>In the program, and by e-mail where the person has an address.</summary>
    Program,
    /// <summary>A ready text was copied to be sent by other means, such as Zalo: kept as sent by hand.</summary>
    Copied,
    /// <summary>A công văn đôn đốc was printed.</summary>
    Letter,
}

/// <summary>One act of urging ("Đôn đốc 12 đơn vị đã chọn"): who, why, which filings. An advisory body may urge (domain.md, J).</summary>
public sealed class Urging : Entity, IBelongsToUnit
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>Most filings in one act.</summary>
    public const int MostFilings = 500;

    /// <summary>Days within which the same filing is not urged again, unless set otherwise (assumption).</summary>
    public const int RestDays = 3;

    private readonly List<UrgedFiling> filings = [];

    private Urging() { }

    /// <summary>Urges on behalf of a unit.</summary>
    /// <exception cref="Refusal">NotAllowed; Required or TooLong for the reason.</exception>
    public Urging(Actor actor, HeldPost post, UrgingWay way, string reason, DateTime now)
    {
        FromUnitId = post.UnitId;
        UnitPath = post.UnitPath;
        ByAccountId = actor.AccountId;
        ByName = actor.Name;
        Body = post.Body;
        Way = way;
        Reason = Needed.Text(reason, nameof(Reason), FieldName.Reason, ReasonLength);
        At = now;
    }

    /// <summary>The unit in whose name.</summary>
    public Guid FromUnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>Who.</summary>
    public Guid? ByAccountId { get; private set; }
    /// <summary>Their name then.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>The advisory body they spoke for, or null.</summary>
    public string? Body { get; private set; }
    /// <summary>How.</summary>
    public UrgingWay Way { get; private set; }
    /// <summary>Why: told to whoever is urged.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
    /// <summary>What was urged.</summary>
    public IReadOnlyList<UrgedFiling> Filings => filings;

    /// <summary>Adds a filing of a unit below that is still open and whose step is the unit's own.</summary>
    /// <param name="actor">Who urges.</param>
    /// <param name="obligation">What is urged.</param>
    /// <param name="lastUrgedOn">Local date of the last urging of the same filing, null when never.</param>
    /// <param name="restDays">Days of rest between two.</param>
    /// <param name="today">Local date.</param>
    /// <exception cref="Refusal">NotAllowed, NothingToUrge, UrgedAlready, TooManyUrged.</exception>
    public void Add(Actor actor, Obligation obligation, DateOnly? lastUrgedOn, int restDays, DateOnly today)
    {
        actor.Must(Permission.UrgeUnits, obligation.UnitPath);
        if (obligation.UnitPath == UnitPath || !Units.UnitPath.IsAtOrBelow(obligation.UnitPath, UnitPath)) throw new Refusal(Because.NotAllowed);
        if (!Open(obligation.Facts)) throw new Refusal(Because.NothingToUrge);
        if (lastUrgedOn is { } last && today.DayNumber - last.DayNumber < restDays) throw new Refusal(Because.UrgedAlready, null, last, last.AddDays(restDays));
        if (filings.Count >= MostFilings) throw new Refusal(Because.TooManyUrged, null, MostFilings);
        filings.Add(new UrgedFiling(Id, obligation.Id, obligation.UnitId));
    }

    /// <summary>True while the unit itself has something to send: not sent yet, or asked to supplement.</summary>
    public static bool Open(ObligationFacts facts) => facts is { ExcusedOn: null, CompletedOn: null } && (facts.FirstSentOn is null || facts.SupplementDueOn is not null);
}

/// <summary>One filing of an urging. Child of <see cref="Urging"/>.</summary>
public sealed class UrgedFiling : Entity
{
    private UrgedFiling() { }

    internal UrgedFiling(Guid urgingId, Guid obligationId, Guid unitId)
    {
        UrgingId = urgingId;
        ObligationId = obligationId;
        UnitId = unitId;
    }

    /// <summary>The urging.</summary>
    public Guid UrgingId { get; private set; }
    /// <summary>The filing.</summary>
    public Guid ObligationId { get; private set; }
    /// <summary>Its unit.</summary>
    public Guid UnitId { get; private set; }
}
