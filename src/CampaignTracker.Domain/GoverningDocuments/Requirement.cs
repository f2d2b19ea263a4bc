namespace CampaignTracker.Domain.GoverningDocuments;

/// <summary>
/// One thing a document asks ("nhiệm vụ"): who must answer, what it wants, how often, by when, and how the superior closes it.
/// <see cref="Text"/> only when quoted from a kept source; otherwise <see cref="Summary"/>, shown as "tóm tắt, chưa đối chiếu bản gốc".
/// </summary>
public sealed class Requirement : Entity
{
    private readonly List<DeadlineRule> deadlines = [];

    private Requirement() { }

    /// <summary>A requirement as its document's file gives it.</summary>
    public Requirement(Guid id, Guid documentId, string code, string number, string? text, string summary, RequirementKind kind, IEnumerable<string> unitKinds,
        Frequency frequency, ClosingMode closingMode, Confidence confidence, string? source, Guid? derivedFromId, int order, IEnumerable<DeadlineRule> deadlines) : base(id)
    {
        DocumentId = documentId;
        Code = code;
        Number = number;
        Text = text;
        Summary = summary;
        Kind = kind;
        UnitKinds = [.. unitKinds];
        Frequency = frequency;
        ClosingMode = closingMode;
        Confidence = confidence;
        Source = source;
        DerivedFromId = derivedFromId;
        Order = order;
        this.deadlines = [.. deadlines];
    }

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }
    /// <summary>Stable code, e.g. "01-KL/TW#1-year".</summary>
    public string Code { get; private set; } = "";
    /// <summary>Number as people say it: "Nhiệm vụ 1".</summary>
    public string Number { get; private set; } = "";
    /// <summary>Literal quotation, or null.</summary>
    public string? Text { get; private set; }
    /// <summary>In our words.</summary>
    public string Summary { get; private set; } = "";
    /// <summary>What it wants.</summary>
    public RequirementKind Kind { get; private set; }
    /// <summary>Codes of the unit kinds that must answer.</summary>
    public IReadOnlyList<string> UnitKinds { get; private set; } = [];
    /// <summary>How often.</summary>
    public Frequency Frequency { get; private set; }
    /// <summary>How the superior closes it.</summary>
    public ClosingMode ClosingMode { get; private set; }
    /// <summary>How sure.</summary>
    public Confidence Confidence { get; private set; }
    /// <summary>Where it was read.</summary>
    public string? Source { get; private set; }
    /// <summary>The higher requirement it derives from, or null.</summary>
    public Guid? DerivedFromId { get; private set; }
    /// <summary>Place in its document.</summary>
    public int Order { get; private set; }
    /// <summary>Due dates by unit kind.</summary>
    public IReadOnlyList<DeadlineRule> Deadlines => deadlines;

    /// <summary>True where units file something the program can hold today: a kind whose feature does not exist yet makes no obligations.</summary>
    public bool MakesObligations => (Kind.IsPlan() || Kind.IsCommitments()) && deadlines.Count > 0;

    /// <summary>The rule that dates the obligations of a unit kind, or null.</summary>
    public DeadlineRule? DeadlineFor(string unitKind) => deadlines.FirstOrDefault(rule => rule.UnitKinds.Contains(unitKind));
}

/// <summary>When units of certain kinds answer: on a day of the year, or so many working days after the superior's paper.</summary>
public sealed class DeadlineRule : Entity
{
    private DeadlineRule() { }

    /// <summary>A rule as the seed gives it.</summary>
    /// <param name="unitKinds">Codes of unit kinds.</param>
    /// <param name="month">1–12: the fixed day, or the fallback while the superior's paper is not issued.</param>
    /// <param name="day">1–31.</param>
    /// <param name="workingDaysAfterSuperior">Null for a fixed day; else working days after the superior's issue date.</param>
    /// <param name="id">Derived key for seed rows; null makes a new one.</param>
    public DeadlineRule(IEnumerable<string> unitKinds, int month, int day, int? workingDaysAfterSuperior, Guid? id = null) : base(id ?? Guid.CreateVersion7())
    {
        UnitKinds = [.. unitKinds];
        Month = month;
        Day = day;
        WorkingDaysAfterSuperior = workingDaysAfterSuperior;
    }

    /// <summary>Codes of unit kinds.</summary>
    public IReadOnlyList<string> UnitKinds { get; private set; } = [];
    /// <summary>Month of the fixed or fallback day.</summary>
    public int Month { get; private set; }
    /// <summary>Day of the month.</summary>
    public int Day { get; private set; }
    /// <summary>Working days after the superior's issue date, or null for a fixed day.</summary>
    public int? WorkingDaysAfterSuperior { get; private set; }
}

/// <summary>What a requirement wants filed.</summary>
public enum RequirementKind
{
    /// <summary>Kế hoạch toàn khóa.</summary>
    TermPlan,
    /// <summary>Kế hoạch năm.</summary>
    AnnualPlan,
    /// <summary>Đăng ký, cam kết toàn khóa.</summary>
    TermCommitments,
    /// <summary>Đăng ký, cam kết năm.</summary>
    AnnualCommitments,
    /// <summary>Báo cáo 6 tháng.</summary>
    HalfYearReport,
    /// <summary>Báo cáo năm.</summary>
    AnnualReport,
    /// <summary>Rà soát quy chế, quy định.</summary>
    InternalRules,
    /// <summary>Học tập, quán triệt.</summary>
    DocumentStudy,
    /// <summary>Continuous; nothing is filed.</summary>
    Standing,
}

/// <summary>Which feature answers a kind.</summary>
public static class RequirementKinds
{
    /// <summary>Answered by a plan.</summary>
    public static bool IsPlan(this RequirementKind kind) => kind is RequirementKind.AnnualPlan or RequirementKind.TermPlan;

    /// <summary>Answered by the unit's register of commitments, once its meeting has adopted it.</summary>
    public static bool IsCommitments(this RequirementKind kind) => kind is RequirementKind.AnnualCommitments or RequirementKind.TermCommitments;

    /// <summary>Owed once for the whole term.</summary>
    public static bool IsForTerm(this RequirementKind kind) => kind is RequirementKind.TermPlan or RequirementKind.TermCommitments;
}

/// <summary>How often a requirement is answered.</summary>
public enum Frequency
{
    /// <summary>Once a term.</summary>
    Term,
    /// <summary>Once a year.</summary>
    Yearly,
    /// <summary>Twice a year.</summary>
    HalfYearly,
    /// <summary>When needed.</summary>
    AsNeeded,
    /// <summary>All the time.</summary>
    Continuous,
}

/// <summary>How the superior closes a filing. Default for plans: opinion (KL 226-KL/TW: no asking superiors about one's own competence).</summary>
public enum ClosingMode
{
    /// <summary>Tiếp nhận.</summary>
    Received,
    /// <summary>Cho ý kiến.</summary>
    Opinion,
    /// <summary>Phê duyệt: only where the superior's paper says so.</summary>
    Approval,
}
