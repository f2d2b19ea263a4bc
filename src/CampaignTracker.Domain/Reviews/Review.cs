using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Reviews;

/// <summary>
/// The superior's reading of one sending, in two steps: an officer reads and proposes with remarks tied to items; a leader decides.
/// Remarks of an advisory body carry its name as a proposal, never the committee's voice. The author sees them once the leader has decided.
/// </summary>
public sealed class Review : Entity, IBelongsToUnit, IVersioned
{
    /// <summary>Working days within which an opinion is expected, unless set otherwise (default, low confidence).</summary>
    public const int OpinionWorkingDays = 10;

    /// <summary>Working days for a supplement, unless set otherwise (default, low confidence).</summary>
    public const int SupplementWorkingDays = 7;

    private readonly List<Remark> remarks = [];

    private Review() { }

    private Review(Guid id) : base(id) { }

    /// <summary>The plan read.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>The unit that filed.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>The sending's round, from 1.</summary>
    public int Round { get; private set; }
    /// <summary>Local date of receipt.</summary>
    public DateOnly ReceivedOn { get; private set; }
    /// <summary>Local date by which an opinion is expected.</summary>
    public DateOnly ExpectedBy { get; private set; }
    /// <summary>When its reader opened it, UTC.</summary>
    public DateTime? OpenedAt { get; private set; }
    /// <summary>Who opened it.</summary>
    public string? OpenedByName { get; private set; }
    /// <summary>The officer's proposal, null before.</summary>
    public OpinionKind? Proposal { get; private set; }
    /// <summary>When proposed, UTC.</summary>
    public DateTime? ProposedAt { get; private set; }
    /// <summary>Who proposed.</summary>
    public string? ProposedByName { get; private set; }
    /// <summary>For which advisory body.</summary>
    public string? ProposedByBody { get; private set; }
    /// <summary>The decision, null before.</summary>
    public OpinionKind? Decision { get; private set; }
    /// <summary>When decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }
    /// <summary>Who decided; null when the clock closed it.</summary>
    public string? DecidedByName { get; private set; }
    /// <summary>By when the supplement is asked.</summary>
    public DateOnly? SupplementBy { get; private set; }
    /// <summary>Taken back by its author before it was opened.</summary>
    public bool Withdrawn { get; private set; }
    /// <inheritdoc/>
    public int Version { get; private set; } = 1;
    /// <summary>Remarks in the order they were written.</summary>
    public IReadOnlyList<Remark> Remarks => remarks;
    /// <summary>Neither decided nor withdrawn.</summary>
    public bool Waiting => Decision is null && !Withdrawn;

    /// <summary>Receives a sending.</summary>
    public static Review Receive(Actor actor, Guid? id, UnitPlan plan, DateOnly receivedOn, DateOnly expectedBy)
    {
        actor.Must(Permission.SendPlan, plan.UnitPath);
        var review = id is { } given ? new Review(given) : new Review();
        review.PlanId = plan.Id;
        review.UnitId = plan.UnitId;
        review.UnitPath = plan.UnitPath;
        review.Round = plan.Rounds;
        review.ReceivedOn = receivedOn;
        review.ExpectedBy = expectedBy;
        return review;
    }

    /// <summary>Its reader opens it: from now on the author cannot take it back.</summary>
    public void Open(Actor actor, UnitPlan plan, DateTime now)
    {
        MustBeOn(actor, plan, PlanAct.Open);
        plan.Open(actor);
        OpenedAt = now;
        OpenedByName = actor.Name;
    }

    /// <summary>Writes a remark to an item, or to the whole plan (null).</summary>
    public Remark AddRemark(Actor actor, UnitPlan plan, Guid? itemId, string text, DateTime now, Guid? id = null)
    {
        MustBeOn(actor, plan, PlanAct.Remark);
        plan.Remark(actor);
        var remark = new Remark(id, Id, itemId, Checked(text), actor.AccountId, actor.Name, BodyOf(actor), now);
        remarks.Add(remark);
        return remark;
    }

    /// <summary>Rewrites a remark, under the name of who rewrites it; an empty text removes it.</summary>
    public void ChangeRemark(Actor actor, UnitPlan plan, Guid remarkId, string text, DateTime now)
    {
        MustBeOn(actor, plan, PlanAct.Remark);
        plan.Remark(actor);
        var remark = remarks.FirstOrDefault(r => r.Id == remarkId) ?? throw new Refusal(Because.NotFound);
        if (string.IsNullOrWhiteSpace(text)) remarks.Remove(remark);
        else remark.Change(Checked(text), actor, BodyOf(actor), now);
    }

    /// <summary>The officer proposes an opinion to the leader.</summary>
    public void Propose(Actor actor, UnitPlan plan, OpinionKind kind, DateTime now)
    {
        MustBeOn(actor, plan, PlanAct.Propose);
        if (kind == OpinionKind.AskSupplement && remarks.Count == 0) throw new Refusal(Because.SupplementWithoutRemark);
        plan.Propose(actor);
        Proposal = kind;
        ProposedAt = now;
        ProposedByName = actor.Name;
        ProposedByBody = BodyOf(actor);
    }

    /// <summary>The leader agrees, receives or approves.</summary>
    public void Agree(Actor actor, UnitPlan plan, Obligations.Obligation obligation, Obligations.CompletionMode mode, DateTime now, DateOnly today)
    {
        MustBeOn(actor, plan, PlanAct.Agree);
        plan.Agree(actor, obligation, mode, today);
        Decide(OpinionKind.Agree, actor, now);
    }

    /// <summary>The leader asks to supplement by a date; the remarks become visible to the author.</summary>
    public void AskSupplement(Actor actor, UnitPlan plan, Obligations.Obligation obligation, DateOnly by, DateTime now)
    {
        MustBeOn(actor, plan, PlanAct.AskSupplement);
        if (remarks.Count == 0) throw new Refusal(Because.SupplementWithoutRemark);
        plan.AskSupplement(actor, obligation, by);
        SupplementBy = by;
        Decide(OpinionKind.AskSupplement, actor, now);
    }

    /// <summary>The clock closes it: received, no opinion.</summary>
    public void CloseWithoutOpinion(Actor actor, UnitPlan plan, Obligations.Obligation obligation, DateTime now, DateOnly today)
    {
        MustBeOn(actor, plan, PlanAct.CloseWithoutOpinion);
        plan.CloseWithoutOpinion(actor, obligation, today);
        Decision = OpinionKind.NoOpinion;
        DecidedAt = now;
    }

    /// <summary>The author took the sending back before it was opened.</summary>
    public void Withdraw(Actor actor)
    {
        actor.Must(Permission.SendPlan, UnitPath);
        if (OpenedAt is { } at) throw new Refusal(Because.AlreadyOpened, null, OpenedByName ?? "", at);
        Withdrawn = true;
    }

    // A page of an earlier round may still stand open: what was decided there is decided, and a remark would reach the author at once.
    private void MustBeOn(Actor actor, UnitPlan plan, PlanAct act)
    {
        if (plan.May(actor, act) && !(Waiting && Round == plan.Rounds)) throw new Refusal(Because.PlanNotInState, null, act, plan.State);
    }

    private void Decide(OpinionKind kind, Actor actor, DateTime now)
    {
        Decision = kind;
        DecidedAt = now;
        DecidedByName = actor.Name;
    }

    private string? BodyOf(Actor actor) => (actor.PostFor(Permission.ProposeOpinion, UnitPath) ?? actor.PostFor(Permission.DecideFiling, UnitPath))?.Body;

    private static string Checked(string text)
    {
        var clean = SearchKey.Clean(text);
        if (string.IsNullOrEmpty(clean)) throw new Refusal(Because.Required, nameof(Remark.Text), FieldName.Remark);
        return clean.Length <= PlanLimits.Remark ? clean : throw new Refusal(Because.TooLong, nameof(Remark.Text), FieldName.Remark, PlanLimits.Remark);
    }
}

/// <summary>What an opinion says.</summary>
public enum OpinionKind
{
    /// <summary>Thống nhất (tiếp nhận, phê duyệt by the requirement's closing mode).</summary>
    Agree,
    /// <summary>Đề nghị bổ sung.</summary>
    AskSupplement,
    /// <summary>Closed by the clock.</summary>
    NoOpinion,
}

/// <summary>One remark, tied to an item or to the whole plan. Child of <see cref="Review"/>.</summary>
public sealed class Remark : Entity
{
    private Remark() { }

    internal Remark(Guid? id, Guid reviewId, Guid? itemId, string text, Guid? authorId, string authorName, string? body, DateTime at) : base(id ?? Guid.CreateVersion7())
    {
        ReviewId = reviewId;
        ItemId = itemId;
        Text = text;
        AuthorId = authorId;
        AuthorName = authorName;
        Body = body;
        At = at;
    }

    /// <summary>The review.</summary>
    public Guid ReviewId { get; private set; }
    /// <summary>The plan item, or null for the whole plan.</summary>
    public Guid? ItemId { get; private set; }
    /// <summary>What it says.</summary>
    public string Text { get; private set; } = "";
    /// <summary>The account that wrote it.</summary>
    public Guid? AuthorId { get; private set; }
    /// <summary>Its holder's name then.</summary>
    public string AuthorName { get; private set; } = "";
    /// <summary>The advisory body it speaks for, or null.</summary>
    public string? Body { get; private set; }
    /// <summary>Written or last changed, UTC.</summary>
    public DateTime At { get; private set; }

    internal void Change(string text, Actor author, string? body, DateTime now)
    {
        Text = text;
        (AuthorId, AuthorName, Body) = (author.AccountId, author.Name, body);
        At = now;
    }
}
