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

/// <summary>Why a filing is left out of an urging.</summary>
public enum UrgingObstacle
{
    /// <summary>The unit has nothing to send: sent, settled or excused.</summary>
    NothingOpen,
    /// <summary>Urged a short while ago.</summary>
    UrgedLately,
    /// <summary>The urging unit's own filing.</summary>
    OwnUnit,
    /// <summary>Its date hangs on the superior's paper, which is not issued yet: nobody is chased for it.</summary>
    WaitsForSuperior,
    /// <summary>Nobody who writes for the unit has an account: another way is needed.</summary>
    NobodyToTell,
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
    /// <param name="actor">Who.</param>
    /// <param name="post">For which unit.</param>
    /// <param name="way">How.</param>
    /// <param name="reason">Why: told to whoever is urged.</param>
    /// <param name="now">UTC.</param>
    /// <param name="key">The page's key for this act, so that a second click is the same act; null makes one.</param>
    /// <exception cref="Refusal">NotAllowed; Required or TooLong for the reason.</exception>
    public Urging(Actor actor, HeldPost post, UrgingWay way, string reason, DateTime now, Guid? key = null) : base(key ?? Guid.CreateVersion7())
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
        switch (WhyNot(obligation.Facts, lastUrgedOn, restDays, today))
        {
            case UrgingObstacle.NothingOpen: throw new Refusal(Because.NothingToUrge);
            case UrgingObstacle.UrgedLately: throw new Refusal(Because.UrgedAlready, null, lastUrgedOn!.Value, lastUrgedOn.Value.AddDays(restDays));
        }
        if (filings.Count >= MostFilings) throw new Refusal(Because.TooManyUrged, null, MostFilings);
        filings.Add(new UrgedFiling(Id, obligation.Id, obligation.UnitId));
    }

    /// <summary>Why a filing is not urged today; null when it may be.</summary>
    /// <param name="facts">How it stands.</param>
    /// <param name="lastUrgedOn">Local date of the last urging of the same filing, null when never.</param>
    /// <param name="restDays">Days of rest between two.</param>
    /// <param name="today">Local date.</param>
    public static UrgingObstacle? WhyNot(ObligationFacts facts, DateOnly? lastUrgedOn, int restDays, DateOnly today) =>
        !Open(facts) ? UrgingObstacle.NothingOpen
        : lastUrgedOn is { } last && today.DayNumber - last.DayNumber < restDays ? UrgingObstacle.UrgedLately
        : null;

    /// <summary>The date that counts: the supplement's while one is open, else the due date in force.</summary>
    public static DateOnly DueOn(ObligationFacts facts) => facts.SupplementDueOn ?? facts.DueOn;

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
