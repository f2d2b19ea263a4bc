using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Commitments;

/// <summary>
/// Sổ đăng ký cam kết of a unit for a year or the term. Adopted by one act of the unit's own meeting, which fulfils the obligation; n of m stands beside it.
/// The counts are kept here, in the transaction that changes them: boards above add up registers, never people.
/// </summary>
public sealed class CommitmentRegister : Entity, IBelongsToUnit, IVersioned
{
    private CommitmentRegister() { }

    private CommitmentRegister(Guid id) : base(id) { }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The obligation it fulfils, or null where none is owed.</summary>
    public Guid? ObligationId { get; private set; }
    /// <summary>For the year or the term.</summary>
    public CommitmentScope Scope { get; private set; }
    /// <summary>The year, or the first year of the term.</summary>
    public int Year { get; private set; }
    /// <summary>Last year of the period.</summary>
    public int ToYear { get; private set; }
    /// <summary>Who confirms here.</summary>
    public RegisterKeeper Keeper { get; private set; }
    /// <summary>Local date on which the year's topic was studied, null before.</summary>
    public DateOnly? TopicStudiedOn { get; private set; }
    /// <summary>Local date of the first adoption, null before.</summary>
    public DateOnly? AdoptedOn { get; private set; }
    /// <summary>The meeting that adopted it first.</summary>
    public Guid? MeetingId { get; private set; }
    /// <summary>Local date on which the period was settled.</summary>
    public DateOnly? ClosedOn { get; private set; }
    /// <summary>m: people of the unit, without those exempt.</summary>
    public int People { get; private set; }
    /// <summary>n: those with an adopted commitment.</summary>
    public int Registered { get; private set; }
    /// <summary>Heads among m.</summary>
    public int Heads { get; private set; }
    /// <summary>Heads among n.</summary>
    public int HeadsRegistered { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;

    /// <summary>Opens a unit's register.</summary>
    /// <param name="actor">Keeps the unit's commitments, or is one of its people.</param>
    /// <param name="id">A derived key for seed rows; null makes a new one.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="keeper">Who confirms here.</param>
    /// <param name="scope">Year or term.</param>
    /// <param name="year">The year, or the first year of the term.</param>
    /// <param name="toYear">Last year.</param>
    /// <param name="obligationId">What it will fulfil, or null.</param>
    public static CommitmentRegister Open(Actor actor, Guid? id, Unit unit, RegisterKeeper keeper, CommitmentScope scope, int year, int toYear, Guid? obligationId)
    {
        if (!actor.IsSystem && !actor.Posts.Any(post => post.UnitPath == unit.Path)) throw new Refusal(Because.NotAllowed);
        var register = id is { } given ? new CommitmentRegister(given) : new CommitmentRegister();
        register.UnitId = unit.Id;
        register.UnitPath = unit.Path;
        register.Keeper = keeper;
        register.Scope = scope;
        register.Year = year;
        register.ToYear = toYear;
        register.ObligationId = obligationId;
        return register;
    }

    /// <summary>The year's topic was studied.</summary>
    public void TopicStudied(Actor actor, DateOnly on)
    {
        actor.Must(Permission.RecordMeeting, UnitPath);
        TopicStudiedOn = on;
    }

    /// <summary>True when this register's own act confirms such a person's commitment: the cell for members, office or association for others.</summary>
    public bool Confirms(ParticipantKind kind) => Confirms(Keeper, kind);

    /// <summary>The same, for a register that is not open yet.</summary>
    public static bool Confirms(RegisterKeeper keeper, ParticipantKind kind) => keeper != RegisterKeeper.Cell || kind is ParticipantKind.Member or ParticipantKind.ProbationaryMember;

    /// <summary>Adopts what is written, by one act of the meeting. Later meetings add those who wrote later. The first adoption fulfils the obligation.</summary>
    /// <param name="actor">Speaks for the collective.</param>
    /// <param name="meeting">A meeting of this unit.</param>
    /// <param name="written">Commitments with at least one action, each with its person.</param>
    /// <param name="obligation">What it fulfils, or null.</param>
    /// <param name="today">Local date: the day it counts as sent.</param>
    /// <exception cref="Refusal">NotAllowed, MeetingElsewhere, RegisterEmpty, ConfirmedElsewhere.</exception>
    public void Adopt(Actor actor, CellMeeting meeting, IReadOnlyCollection<(RoleModelCommitment Commitment, Participant Person)> written, Obligation? obligation, DateOnly today)
    {
        actor.Must(Permission.AdoptCommitments, UnitPath);
        if (meeting.UnitId != UnitId || meeting.HeldOn > today) throw new Refusal(Because.MeetingElsewhere);
        if (written.Count == 0) throw new Refusal(Because.RegisterEmpty);
        if (written.FirstOrDefault(w => !Confirms(w.Person.Kind)).Person is { } elsewhere) throw new Refusal(Because.ConfirmedElsewhere, null, elsewhere.Name);
        foreach (var (commitment, person) in written) commitment.Adopt(actor, person, meeting.HeldOn);
        meeting.Adopts(actor, Scope == CommitmentScope.Year ? MeetingItem.AnnualRegistrations : MeetingItem.TermRegistrations, Id, null);
        // An obligation made after the first adoption is fulfilled by the next one.
        if (obligation is { CompletedOn: null }) obligation.AdoptedByUnit(today);
        if (AdoptedOn is not null) return;
        AdoptedOn = meeting.HeldOn;
        MeetingId = meeting.Id;
    }

    /// <summary>The meeting that adopted it first was recorded with a wrong day.</summary>
    public void Redate(Actor actor, CellMeeting meeting)
    {
        actor.Must(Permission.RecordMeeting, UnitPath);
        if (MeetingId == meeting.Id) AdoptedOn = meeting.HeldOn;
    }

    /// <summary>The counts as they stand now; called by whoever changed a person or a commitment.</summary>
    public void Recount(Actor actor, int people, int registered, int heads, int headsRegistered)
    {
        if (actor == Actor.Anonymous) throw new Refusal(Because.NotAllowed);
        People = people;
        Registered = registered;
        Heads = heads;
        HeadsRegistered = headsRegistered;
    }

    /// <summary>Settles the period.</summary>
    public void Close(Actor actor, DateOnly today)
    {
        actor.Must(Permission.AdoptCommitments, UnitPath);
        ClosedOn ??= today;
    }
}

/// <summary>Who confirms the commitments of a register.</summary>
public enum RegisterKeeper
{
    /// <summary>Chi bộ.</summary>
    Cell,
    /// <summary>Cơ quan.</summary>
    Office,
    /// <summary>Tổ chức, đoàn thể.</summary>
    Association,
}
