using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Plans;

/// <summary>
/// A unit's answer for a term or a year. Valid by the unit's own vote; the superior gives an opinion (domain.md, corrections).
/// Verbs take the actor first and follow <see cref="PlanTransitions"/>; the issued plan stays valid while a supplement is asked.
/// </summary>
public sealed class UnitPlan : Entity, IPublishedDownward, IVersioned
{
    private readonly List<PlanItem> items = [];
    private readonly List<RequirementAnswer> requirementAnswers = [];
    private readonly List<Sending> sendings = [];
    private readonly List<Guid> hands = [];

    private UnitPlan() { }

    private UnitPlan(Guid id) : base(id) { }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The obligation it answers.</summary>
    public Guid ObligationId { get; private set; }
    /// <summary>First year of its period.</summary>
    public int Year { get; private set; }
    /// <summary>Last year of its period.</summary>
    public int ToYear { get; private set; }
    /// <summary>How the unit answers.</summary>
    public PlanAnswer Answer { get; private set; }
    /// <summary>The covering plan's citation, or why it is out of scope.</summary>
    public string? AnswerText { get; private set; }
    /// <summary>Where it is in its life.</summary>
    public PlanState State { get; private set; }
    /// <summary>The adopting meeting, null before.</summary>
    public PlanMeeting? Meeting { get; private set; }
    /// <summary>Number, date, signer; null before.</summary>
    public PlanPaper? Paper { get; private set; }
    /// <summary>Scan of the signed page, null while there is none.</summary>
    public Guid? ScanFileId { get; private set; }
    /// <summary>A text was changed after the meeting adopted it: told gently, never blocked.</summary>
    public bool EditedAfterMeeting { get; private set; }
    /// <inheritdoc/>
    public bool PublishedDownward { get; private set; }
    /// <summary>When a text was last changed, UTC.</summary>
    public DateTime EditedAt { get; private set; }
    /// <summary>Who changed it last.</summary>
    public string EditedByName { get; private set; } = "";
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>Its long texts.</summary>
    public PlanTexts Texts { get; private set; } = null!;
    /// <summary>Its items by number.</summary>
    public IReadOnlyList<PlanItem> Items => [.. items.OrderBy(item => item.Ordinal)];
    /// <summary>Requirements answered without an item.</summary>
    public IReadOnlyList<RequirementAnswer> RequirementAnswers => requirementAnswers;
    /// <summary>Its sendings by round.</summary>
    public IReadOnlyList<Sending> Sendings => [.. sendings.OrderBy(s => s.Round)];
    /// <summary>Accounts that created, edited or sent it: none of them decides on it.</summary>
    public IReadOnlyList<Guid> Hands => hands;
    /// <summary>Rounds sent so far.</summary>
    public int Rounds => sendings.Count;

    /// <summary>Begins the plan that answers an obligation.</summary>
    public static UnitPlan Begin(Actor actor, Guid? id, Obligation obligation, string basis, string recipients, DateTime now)
    {
        actor.Must(Permission.EditPlan, obligation.UnitPath);
        if (!obligation.Kind.IsPlan()) throw new Refusal(Because.NotFound);
        if (obligation.ExcusedOn is not null) throw new Refusal(Because.ObligationSettled);
        var plan = id is { } given ? new UnitPlan(given) : new UnitPlan();
        plan.UnitId = obligation.UnitId;
        plan.UnitPath = obligation.UnitPath;
        plan.ObligationId = obligation.Id;
        plan.Year = obligation.Year;
        plan.ToYear = obligation.ToYear;
        plan.Texts = new PlanTexts(plan.Id) { Basis = basis, Recipients = recipients };
        plan.Touched(actor, now);
        return plan;
    }

    /// <summary>Adds an empty item at the end.</summary>
    public PlanItem AddItem(Actor actor, DateTime now, Guid? id = null)
    {
        Do(actor, PlanAct.Edit);
        if (items.Count >= PlanLimits.Items) throw new Refusal(Because.TooManyItems, null, PlanLimits.Items);
        var item = new PlanItem(id, Id, items.Count + 1);
        items.Add(item);
        Touched(actor, now);
        return item;
    }

    /// <summary>Removes an item; the numbers close up.</summary>
    public void RemoveItem(Actor actor, Guid itemId, DateTime now)
    {
        Do(actor, PlanAct.Edit);
        items.Remove(Item(itemId));
        Renumber(Items);
        Rewritten(actor, now);
    }

    /// <summary>Moves an item to another number (from 1).</summary>
    public void MoveItem(Actor actor, Guid itemId, int to, DateTime now)
    {
        Do(actor, PlanAct.Edit);
        var item = Item(itemId);
        var order = Items.Where(i => i != item).ToList();
        order.Insert(Math.Clamp(to - 1, 0, order.Count), item);
        Renumber(order);
        Touched(actor, now);
    }

    /// <summary>Writes one field; see <see cref="PlanField"/> for how dates and lists are written.</summary>
    /// <exception cref="Refusal">TooLong, NotADate, NotFound (a key that is none), ItemEndsBeforeStart.</exception>
    public void Write(Actor actor, Guid? itemId, PlanField field, string value, DateTime now)
    {
        Do(actor, PlanAct.Edit);
        PlanWriting.Write(this, itemId is { } key ? Item(key) : null, field, SearchKey.Clean(value) ?? "");
        if (field == PlanField.HintDismissed) Touched(actor, now);
        else Rewritten(actor, now);
    }

    /// <summary>What a field holds, written as <see cref="Write"/> takes it.</summary>
    public string Read(Guid? itemId, PlanField field) => PlanWriting.Read(this, itemId is { } key ? Item(key) : null, field);

    /// <summary>Answers a requirement without an item; null takes the answer back.</summary>
    public void AnswerRequirement(Actor actor, Guid requirementId, RequirementAnswerKind? kind, DateTime now, Guid? id = null)
    {
        Do(actor, PlanAct.Edit);
        requirementAnswers.RemoveAll(answer => answer.RequirementId == requirementId);
        if (kind is { } given) requirementAnswers.Add(new RequirementAnswer(id, Id, requirementId, given));
        Rewritten(actor, now);
    }

    /// <summary>Records the meeting that adopted the plan.</summary>
    public void RecordMeeting(Actor actor, PlanMeeting meeting, DateTime now)
    {
        Do(actor, PlanAct.RecordMeeting);
        Meeting = meeting;
        EditedAfterMeeting = false;
        // The paper may have been entered first.
        if (State == PlanState.Adopted && Paper is not null) State = PlanState.Issued;
        PublishedDownward = PublishedDownward || IssuedWithDate;
        Touched(actor, now);
    }

    /// <summary>Records number, date and signer.</summary>
    public void Issue(Actor actor, PlanPaper paper, DateTime now)
    {
        Do(actor, PlanAct.Issue);
        Paper = paper;
        PublishedDownward = PublishedDownward || IssuedWithDate;
        Touched(actor, now);
    }

    /// <summary>Attaches the scan of the signed page; null takes it off.</summary>
    public void AttachScan(Actor actor, Guid? fileId, DateTime now)
    {
        Do(actor, PlanAct.Edit);
        ScanFileId = fileId;
        Touched(actor, now);
    }

    /// <summary>Sets how the unit answers: a plan of its own, a covering plan, or out of scope.</summary>
    /// <param name="actor">Needs to edit.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="text">Citation or reason; required unless an own plan.</param>
    /// <param name="now">UTC.</param>
    public void AnswerWith(Actor actor, PlanAnswer answer, string? text, DateTime now)
    {
        Do(actor, PlanAct.Edit);
        var clean = SearchKey.Clean(text);
        var name = answer == PlanAnswer.CoveredByPlan ? FieldName.CoveringPlan : FieldName.Reason;
        if (answer != PlanAnswer.OwnPlan && string.IsNullOrEmpty(clean)) throw new Refusal(Because.Required, nameof(AnswerText), name);
        if (clean?.Length > PlanLimits.Answer) throw new Refusal(Because.TooLong, nameof(AnswerText), name, PlanLimits.Answer);
        Answer = answer;
        AnswerText = answer == PlanAnswer.OwnPlan ? null : clean;
        Rewritten(actor, now);
    }

    /// <summary>Why it cannot be sent yet, in the order in which to settle it; empty when it can.</summary>
    public IReadOnlyList<Because> BlocksSending()
    {
        if (Answer != PlanAnswer.OwnPlan) return [];
        var blocks = new List<Because>();
        if (items.Count == 0) blocks.Add(Because.PlanWithoutItem);
        if (Meeting is null) blocks.Add(Because.PlanWithoutMeeting);
        if (Paper is null) blocks.Add(Because.PlanWithoutSigner);
        return blocks;
    }

    /// <summary>Sends the plan: freezes and seals it, and settles the obligation's facts.</summary>
    public Sending Send(Actor actor, Obligation obligation, DateTime now, DateOnly today, Guid? id = null)
    {
        var to = Allowed(actor, PlanAct.Send);
        if (BlocksSending() is [var first, ..]) throw new Refusal(first);
        State = to;
        PublishedDownward = true;
        var frozen = PlanSeal.Freeze(this);
        var sending = new Sending(id, Id, Rounds + 1, now, actor.AccountId, actor.Name, frozen, PlanSeal.Hash(frozen));
        sendings.Add(sending);
        obligation.Sent(today);
        Hand(actor);
        return sending;
    }

    /// <summary>Takes a sending back before its reader opened it.</summary>
    public void TakeBack(Actor actor, Obligation obligation, DateOnly? supplementDueOn)
    {
        Do(actor, PlanAct.TakeBack);
        sendings.Remove(Sendings[^1]);
        var previous = Rounds > 0 ? Sendings[^1] : null;
        obligation.TakenBack(previous is null ? null : supplementDueOn, previous is null ? null : LocalTime.Today(previous.SentAt));
        // Back to where it was sent from.
        if (previous is not null) State = PlanState.SupplementAsked;
        else if (Meeting is null) State = PlanState.Draft;
        else if (Paper is null) State = PlanState.Adopted;
        if (previous is null) PublishedDownward = IssuedWithDate;
    }

    /// <summary>The superior's reader opens it.</summary>
    public void Open(Actor actor) => ReviewerDoes(actor, PlanAct.Open);

    // The reader writes a remark; the text lies in the review.
    internal void Remark(Actor actor) => ReviewerDoes(actor, PlanAct.Remark);

    /// <summary>The officer has proposed.</summary>
    public void Propose(Actor actor) => ReviewerDoes(actor, PlanAct.Propose);

    /// <summary>The leader agrees (or receives, or approves): the filing is settled.</summary>
    public void Agree(Actor actor, Obligation obligation, CompletionMode mode, DateOnly today)
    {
        NotOwn(actor);
        Do(actor, PlanAct.Agree);
        obligation.Completed(today, mode);
    }

    /// <summary>The leader asks to supplement by a date.</summary>
    public void AskSupplement(Actor actor, Obligation obligation, DateOnly by)
    {
        NotOwn(actor);
        Do(actor, PlanAct.AskSupplement);
        obligation.AskedToSupplement(by);
    }

    /// <summary>No opinion within the set days: received, no opinion. A superior's slowness never makes a unit late.</summary>
    public void CloseWithoutOpinion(Actor actor, Obligation obligation, DateOnly today)
    {
        Do(actor, PlanAct.CloseWithoutOpinion);
        obligation.Completed(today, CompletionMode.ReceivedWithoutOpinion);
    }

    /// <summary>True when the actor may do it now.</summary>
    public bool May(Actor actor, PlanAct act) =>
        PlanTransitions.Find(State, act) is { } found && MayAs(actor, found.Needs) && (act is not (PlanAct.Open or PlanAct.Remark or PlanAct.Propose or PlanAct.Agree or PlanAct.AskSupplement) || !IsHand(actor));

    /// <summary>True when the account created, edited or sent it.</summary>
    public bool IsHand(Actor actor) => actor.AccountId is { } account && hands.Contains(account);

    private bool IssuedWithDate => Meeting is not null && Paper?.IssuedOn is not null;

    private bool MayAs(Actor actor, Permission needs) =>
        actor.Can(needs, UnitPath) || (needs == Permission.ProposeOpinion && actor.Can(Permission.DecideFiling, UnitPath));

    // A leader may also open and remark, not only the officer.
    private void ReviewerDoes(Actor actor, PlanAct act)
    {
        NotOwn(actor);
        Do(actor, act);
    }

    private void NotOwn(Actor actor)
    {
        if (IsHand(actor)) throw new Refusal(Because.OwnFiling);
    }

    private void Do(Actor actor, PlanAct act) => State = Allowed(actor, act);

    private PlanState Allowed(Actor actor, PlanAct act)
    {
        if (PlanTransitions.Find(State, act) is not { } found)
        {
            // Nobody learns the state of a plan they may not touch.
            if (!actor.Can(Permission.EditPlan, UnitPath) && !actor.Can(Permission.ProposeOpinion, UnitPath) && !actor.Can(Permission.DecideFiling, UnitPath))
                throw new Refusal(Because.NotAllowed);
            throw new Refusal(Because.PlanNotInState, null, act, State);
        }
        if (!MayAs(actor, found.Needs)) throw new Refusal(Because.NotAllowed);
        return found.To;
    }

    private PlanItem Item(Guid id) => items.FirstOrDefault(item => item.Id == id) ?? throw new Refusal(Because.NotFound);

    private static void Renumber(IEnumerable<PlanItem> order)
    {
        var n = 0;
        foreach (var item in order.ToList()) item.Ordinal = ++n;
    }

    // What the meeting adopted is no longer what stands here.
    private void Rewritten(Actor actor, DateTime now)
    {
        if (Meeting is not null) EditedAfterMeeting = true;
        Touched(actor, now);
    }

    private void Touched(Actor actor, DateTime now)
    {
        EditedAt = now;
        EditedByName = actor.Name;
        Hand(actor);
    }

    private void Hand(Actor actor)
    {
        if (actor.AccountId is { } account && !hands.Contains(account)) hands.Add(account);
    }
}
