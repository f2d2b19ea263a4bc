namespace CampaignTracker.Domain.Plans;

/// <summary>The meeting that adopted the plan: one act of the unit's own.</summary>
public sealed class PlanMeeting
{
    private PlanMeeting() { }

    /// <summary>A meeting checked against today: not in the future, in favour ≤ present ≤ total.</summary>
    public PlanMeeting(DateOnly heldOn, int present, int total, int inFavour, DateOnly today)
    {
        if (heldOn > today) throw new Refusal(Because.MeetingInFuture, nameof(HeldOn), heldOn, today);
        if (total is < 1 or > PlanLimits.MeetingPeople) throw new Refusal(Because.OutOfRange, nameof(Total), FieldName.Total, 1, PlanLimits.MeetingPeople);
        if (present < 1 || present > total) throw new Refusal(Because.MeetingCounts, nameof(Present), FieldName.Present, present, FieldName.Total, total);
        if (inFavour < 0 || inFavour > present) throw new Refusal(Because.MeetingCounts, nameof(InFavour), FieldName.InFavour, inFavour, FieldName.Present, present);
        HeldOn = heldOn;
        Present = present;
        Total = total;
        InFavour = inFavour;
    }

    /// <summary>Day of the meeting.</summary>
    public DateOnly HeldOn { get; private set; }
    /// <summary>People present.</summary>
    public int Present { get; private set; }
    /// <summary>People of the unit.</summary>
    public int Total { get; private set; }
    /// <summary>People in favour.</summary>
    public int InFavour { get; private set; }
}

/// <summary>Number and date from the office's register, and who signed. The program warns of a doubled number, it never gives one.</summary>
public sealed class PlanPaper
{
    private PlanPaper() { }

    /// <summary>The paper's facts; number and date may follow later, the signer may not.</summary>
    public PlanPaper(string? number, DateOnly? issuedOn, string signer, string signerPost, DateOnly? meetingHeldOn, DateOnly today)
    {
        Signer = Short(signer, nameof(Signer), FieldName.Signer) ?? throw new Refusal(Because.Required, nameof(Signer), FieldName.Signer);
        SignerPost = Short(signerPost, nameof(SignerPost), FieldName.SignerPost) ?? throw new Refusal(Because.Required, nameof(SignerPost), FieldName.SignerPost);
        Number = Short(number, nameof(Number), FieldName.PaperNumber, PlanLimits.PaperNumber);
        if (issuedOn is { } on)
        {
            if (on > today) throw new Refusal(Because.PaperDate, nameof(IssuedOn), on, today);
            if (meetingHeldOn is { } held && on < held) throw new Refusal(Because.PaperDate, nameof(IssuedOn), on, held);
        }
        IssuedOn = issuedOn;
    }

    /// <summary>E.g. "03-KH/CB", as the register has it; null until known.</summary>
    public string? Number { get; private set; }
    /// <summary>Date of issue; null until known.</summary>
    public DateOnly? IssuedOn { get; private set; }
    /// <summary>Who signed.</summary>
    public string Signer { get; private set; } = "";
    /// <summary>In which post.</summary>
    public string SignerPost { get; private set; } = "";

    private static string? Short(string? text, string field, FieldName name, int limit = PlanLimits.Signer)
    {
        var clean = SearchKey.Clean(text);
        if (string.IsNullOrEmpty(clean)) return null;
        return clean.Length <= limit ? clean : throw new Refusal(Because.TooLong, field, name, limit);
    }
}

/// <summary>A unit's answer to a requirement for which its plan has no item.</summary>
public sealed class RequirementAnswer : Entity
{
    private RequirementAnswer() { }

    internal RequirementAnswer(Guid? id, Guid planId, Guid requirementId, RequirementAnswerKind kind) : base(id ?? Guid.CreateVersion7())
    {
        PlanId = planId;
        RequirementId = requirementId;
        Kind = kind;
    }

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>The requirement.</summary>
    public Guid RequirementId { get; private set; }
    /// <summary>The answer.</summary>
    public RequirementAnswerKind Kind { get; private set; }
}

/// <summary>The two answers that need no item.</summary>
public enum RequirementAnswerKind
{
    /// <summary>Thực hiện theo quy định của Đảng ủy.</summary>
    AsCommitteeRules,
    /// <summary>Không thuộc phạm vi.</summary>
    OutOfScope,
}

/// <summary>How a unit answers the requirement of a plan.</summary>
public enum PlanAnswer
{
    /// <summary>A plan of its own.</summary>
    OwnPlan,
    /// <summary>Thực hiện chung theo Kế hoạch số …: the plan of its Party organisation covers it.</summary>
    CoveredByPlan,
    /// <summary>Không thuộc phạm vi.</summary>
    OutOfScope,
}

/// <summary>One sending: what was frozen, by whom, when. Child of <see cref="UnitPlan"/>.</summary>
public sealed class Sending : Entity
{
    private Sending() { }

    internal Sending(Guid? id, Guid planId, int round, DateTime sentAt, Guid? sentBy, string sentByName, string frozen, string seal) : base(id ?? Guid.CreateVersion7())
    {
        PlanId = planId;
        Round = round;
        SentAt = sentAt;
        SentBy = sentBy;
        SentByName = sentByName;
        Frozen = frozen;
        Seal = seal;
    }

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }
    /// <summary>1 for the first.</summary>
    public int Round { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime SentAt { get; private set; }
    /// <summary>The account that sent it.</summary>
    public Guid? SentBy { get; private set; }
    /// <summary>Its holder's name then.</summary>
    public string SentByName { get; private set; } = "";
    /// <summary>Canonical JSON of what was sent; see <see cref="PlanSeal"/>.</summary>
    public string Frozen { get; private set; } = "";
    /// <summary>SHA-256 of <see cref="Frozen"/>, lower-case hexadecimal.</summary>
    public string Seal { get; private set; } = "";
}
