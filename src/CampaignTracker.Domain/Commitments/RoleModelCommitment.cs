using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;

namespace CampaignTracker.Domain.Commitments;

/// <summary>
/// What one person promises for a year or the term: one record, printed as whichever paper a unit's rules ask for.
/// Verbs take the actor first and follow <see cref="CommitmentTransitions"/>.
/// </summary>
public sealed class RoleModelCommitment : Entity, IBelongsToPerson, IVersioned
{
    private readonly List<CommitmentLine> lines = [];

    private RoleModelCommitment() { }

    private RoleModelCommitment(Guid id) : base(id) { }

    /// <summary>The person.</summary>
    public Guid ParticipantId { get; private set; }
    /// <inheritdoc/>
    public Guid? AccountId { get; private set; }
    /// <summary>The person's unit now: a commitment goes along with a transfer.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The register it was entered in.</summary>
    public Guid RegisterId { get; private set; }
    /// <summary>For the year or the term.</summary>
    public CommitmentScope Scope { get; private set; }
    /// <summary>The year, or the first year of the term.</summary>
    public int Year { get; private set; }
    /// <summary>Last year of the period.</summary>
    public int ToYear { get; private set; }
    /// <summary>Where it is in its life.</summary>
    public CommitmentState State { get; private set; }
    /// <summary>Who confirmed it, null before.</summary>
    public Confirmation? Confirmation { get; private set; }
    /// <summary>The office or association that confirmed it, or null.</summary>
    public string? ConfirmedBy { get; private set; }
    /// <summary>Local date of the adoption or confirmation.</summary>
    public DateOnly? AdoptedOn { get; private set; }
    /// <summary>Whoever typed it for the person, and from which paper; null when the person wrote it.</summary>
    public TypedEntry? Typed { get; private set; }
    /// <summary>What the cell asks to make concrete, null when nothing is asked.</summary>
    public string? ConcreteAsk { get; private set; }
    /// <summary>The person's own account at the end of the period.</summary>
    public string? SelfAssessment { get; private set; }
    /// <summary>The collective's comment.</summary>
    public string? CollectiveComment { get; private set; }
    /// <summary>When a text was last changed, UTC.</summary>
    public DateTime EditedAt { get; private set; }
    /// <summary>Who changed it last.</summary>
    public string EditedByName { get; private set; } = "";
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>Hạn chế cần khắc phục: loaded only for author and secretary, in no export; null when not written or not loaded.</summary>
    public Shortcoming? Shortcoming { get; private set; }
    /// <summary>Its lines by number.</summary>
    public IReadOnlyList<CommitmentLine> Lines => [.. lines.OrderBy(line => line.Ordinal)];
    /// <summary>True from adoption on: counts as registered.</summary>
    public bool Registered => CommitmentStates.Registered.Contains(State);

    /// <summary>Begins a person's commitment in their unit's register.</summary>
    /// <exception cref="Refusal">ParticipantLeft, NotAllowed, NotFound (another unit's register).</exception>
    public static RoleModelCommitment Begin(Actor actor, Guid? id, Participant person, CommitmentRegister register, DateTime now)
    {
        if (person.UnitId != register.UnitId) throw new Refusal(Because.NotFound);
        if (person.To is not null) throw new Refusal(Because.ParticipantLeft, null, person.Name);
        var begun = id is { } given ? new RoleModelCommitment(given) : new RoleModelCommitment();
        begun.ParticipantId = person.Id;
        begun.AccountId = person.AccountId;
        begun.UnitId = person.UnitId;
        begun.UnitPath = person.UnitPath;
        begun.RegisterId = register.Id;
        begun.Scope = register.Scope;
        begun.Year = register.Year;
        begun.ToYear = register.ToYear;
        begun.Do(actor, CommitmentAct.Write);
        begun.Touched(actor, now);
        return begun;
    }

    /// <summary>Adds an empty line at the end.</summary>
    public CommitmentLine AddLine(Actor actor, DateTime now, Guid? id = null)
    {
        Do(actor, CommitmentAct.Write);
        if (lines.Count >= CommitmentLimits.Lines) throw new Refusal(Because.TooManyLines, null, CommitmentLimits.Lines);
        var line = new CommitmentLine(id, Id, lines.Count + 1);
        lines.Add(line);
        Touched(actor, now);
        return line;
    }

    /// <summary>Removes a line; the numbers close up.</summary>
    public void RemoveLine(Actor actor, Guid lineId, DateTime now)
    {
        Do(actor, CommitmentAct.Write);
        lines.Remove(Line(lineId));
        var n = 0;
        foreach (var line in Lines) line.Ordinal = ++n;
        Touched(actor, now);
    }

    /// <summary>Writes one field of a line; see <see cref="CommitmentField"/> for how dates and standards are written.</summary>
    /// <exception cref="Refusal">TooLong, NotADate, OutOfRange, NotFound.</exception>
    public void Write(Actor actor, Guid lineId, CommitmentField field, string value, DateTime now)
    {
        Do(actor, CommitmentAct.Write);
        CommitmentWriting.Write(Line(lineId), field, SearchKey.Clean(value) ?? "");
        ConcreteAsk = null;
        Touched(actor, now);
    }

    /// <summary>What a field holds, written as <see cref="Write"/> takes it.</summary>
    public string Read(Guid lineId, CommitmentField field) => CommitmentWriting.Read(Line(lineId), field);

    /// <summary>Notes that it was typed for the person, from which paper.</summary>
    public void TypedFrom(Actor actor, string paper, Guid? meetingId, DateTime now)
    {
        Do(actor, CommitmentAct.Write);
        Typed = new TypedEntry(actor, Needed.Text(paper, nameof(Typed), FieldName.SourcePaper, CommitmentLimits.Paper), meetingId, now);
        Touched(actor, now);
    }

    /// <summary>Writes the shortcoming; empty takes it off. Author and secretary only.</summary>
    public void WriteShortcoming(Actor actor, string? text, DateTime now)
    {
        if (!MaySeeShortcoming(actor)) throw new Refusal(Because.NotAllowed);
        var clean = SearchKey.Clean(text);
        if (clean?.Length > CommitmentLimits.Text) throw new Refusal(Because.TooLong, nameof(Shortcoming), FieldName.Shortcoming, CommitmentLimits.Text);
        if (string.IsNullOrEmpty(clean)) Shortcoming = null;
        else if (Shortcoming is null) Shortcoming = new Shortcoming(Id, clean);
        else Shortcoming.Text = clean;
        Touched(actor, now);
    }

    /// <summary>True for the author and the unit's secretary.</summary>
    public bool MaySeeShortcoming(Actor actor) => IsAuthor(actor) || actor.Can(Permission.ReadShortcomings, UnitPath);

    /// <summary>The meeting has discussed it.</summary>
    public void Discuss(Actor actor)
    {
        NotEmpty();
        Do(actor, CommitmentAct.Discuss);
    }

    /// <summary>"Chi bộ đề nghị cụ thể hóa": back to the author with what is asked.</summary>
    public void AskConcrete(Actor actor, string ask, DateTime now)
    {
        var clean = Needed.Text(ask, nameof(ConcreteAsk), FieldName.Remark, CommitmentLimits.Text);
        Do(actor, CommitmentAct.AskConcrete);
        ConcreteAsk = clean;
        Touched(actor, now);
    }

    // The register adopts the whole list by one act of the meeting.
    internal void Adopt(Actor actor, Participant person, DateOnly on)
    {
        NotEmpty();
        Do(actor, CommitmentAct.Adopt);
        Confirmation = ConfirmationBy(actor, person);
        AdoptedOn = on;
    }

    // Nobody confirms their own, and a head's is the deputy's: otherwise the minutes stand for it.
    private Confirmation ConfirmationBy(Actor actor, Participant person)
    {
        if (IsAuthor(actor)) return Commitments.Confirmation.Minutes;
        return person.UnitHead && actor.Posts.Any(post => post.Role == Role.DeputySecretary && post.UnitPath == UnitPath) ? Commitments.Confirmation.Deputy : Commitments.Confirmation.Meeting;
    }

    /// <summary>A non-member's is confirmed by their office or association, never by the cell.</summary>
    /// <exception cref="Refusal">CommitmentEmpty, Required (which body), MeetingInFuture (a day after today), NotAllowed (a meeting is no office).</exception>
    public void ConfirmOutside(Actor actor, Confirmation by, string body, DateOnly on, DateOnly today)
    {
        if (by is not (Commitments.Confirmation.Office or Commitments.Confirmation.Association)) throw new Refusal(Because.NotAllowed);
        NotEmpty();
        var clean = Needed.Text(body, nameof(ConfirmedBy), FieldName.ConfirmingBody, CommitmentLimits.Paper);
        if (on > today) throw new Refusal(Because.MeetingInFuture, nameof(AdoptedOn), on, today);
        Do(actor, CommitmentAct.Adopt);
        Confirmation = by;
        ConfirmedBy = clean;
        AdoptedOn = on;
    }

    /// <summary>The meeting that adopted it was recorded with a wrong day.</summary>
    public void Redate(Actor actor, DateOnly recorded, DateOnly held)
    {
        actor.Must(Permission.RecordMeeting, UnitPath);
        if (AdoptedOn == recorded && Confirmation is Commitments.Confirmation.Meeting or Commitments.Confirmation.Deputy or Commitments.Confirmation.Minutes) AdoptedOn = held;
    }

    /// <summary>Takes it up again after adoption: to be adopted anew.</summary>
    public void Reopen(Actor actor, DateTime now)
    {
        Do(actor, CommitmentAct.Reopen);
        Confirmation = null;
        ConfirmedBy = null;
        AdoptedOn = null;
        Touched(actor, now);
    }

    /// <summary>Reports on a line.</summary>
    public LineProgress Report(Actor actor, Guid lineId, ProgressFacts facts, DateTime now, Guid? id = null)
    {
        Do(actor, CommitmentAct.Report);
        var line = Line(lineId);
        var entry = new LineProgress(id, Id, line.Id, facts, actor, now);
        line.Add(entry);
        return entry;
    }

    /// <summary>The person's own account of what came of it.</summary>
    public void AssessSelf(Actor actor, string text, DateTime now)
    {
        var clean = Needed.Text(text, nameof(SelfAssessment), FieldName.SelfAssessment, CommitmentLimits.Text);
        Do(actor, CommitmentAct.AssessSelf);
        SelfAssessment = clean;
        Touched(actor, now);
    }

    /// <summary>The collective's comment. One's own is written by the deputy, or from the minutes of a meeting.</summary>
    /// <exception cref="Refusal">OwnCommitment.</exception>
    public void Comment(Actor actor, string text, bool fromMinutes, DateTime now)
    {
        var clean = Needed.Text(text, nameof(CollectiveComment), FieldName.CollectiveComment, CommitmentLimits.Text);
        if (IsAuthor(actor) && !fromMinutes) throw new Refusal(Because.OwnCommitment);
        Do(actor, CommitmentAct.Comment);
        CollectiveComment = clean;
        Touched(actor, now);
    }

    /// <summary>Settles it at the end of the period.</summary>
    public void Close(Actor actor) => Do(actor, CommitmentAct.Close);

    /// <summary>Follows its person to another unit or another entry.</summary>
    public void Follow(Actor actor, Participant person)
    {
        actor.Must(Permission.KeepParticipants, UnitPath);
        ParticipantId = person.Id;
        AccountId = person.AccountId;
        UnitId = person.UnitId;
        UnitPath = person.UnitPath;
    }

    /// <summary>Erases the words of one who left long ago; outcomes, standards and dates stay for the totals.</summary>
    public void Forget(Actor actor)
    {
        actor.Must(Permission.CloseByClock, UnitPath);
        AccountId = null;
        ConcreteAsk = SelfAssessment = CollectiveComment = null;
        Shortcoming = null;
        Typed = null;
        EditedByName = "";
        foreach (var line in lines) line.Forget();
    }

    /// <summary>True when the actor may do it now.</summary>
    public bool May(Actor actor, CommitmentAct act) => CommitmentTransitions.Find(State, act) is { } found && IsHand(actor, found.Hand);

    /// <summary>True for the person whose commitment it is.</summary>
    public bool IsAuthor(Actor actor) => actor.AccountId is { } account && account == AccountId;

    private void Do(Actor actor, CommitmentAct act)
    {
        if (CommitmentTransitions.Find(State, act) is not { } found)
        {
            if (!IsHand(actor, CommitmentHand.AuthorOrKeeper)) throw new Refusal(Because.NotAllowed);
            throw new Refusal(Because.CommitmentNotInState, null, act, State);
        }
        if (!IsHand(actor, found.Hand)) throw new Refusal(Because.NotAllowed);
        State = found.To;
    }

    private bool IsHand(Actor actor, CommitmentHand hand) => hand == CommitmentHand.Collective
        ? actor.Can(Permission.AdoptCommitments, UnitPath)
        : IsAuthor(actor) || actor.Can(Permission.KeepCommitments, UnitPath);

    private void NotEmpty()
    {
        if (lines.All(line => line.Action.Length == 0)) throw new Refusal(Because.CommitmentEmpty);
    }

    private CommitmentLine Line(Guid id) => lines.FirstOrDefault(line => line.Id == id) ?? throw new Refusal(Because.NotFound);

    private void Touched(Actor actor, DateTime now)
    {
        EditedAt = now;
        EditedByName = actor.Name;
    }
}
