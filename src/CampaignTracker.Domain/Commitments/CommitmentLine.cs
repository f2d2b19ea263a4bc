using CampaignTracker.Domain.Progress;

namespace CampaignTracker.Domain.Commitments;

/// <summary>
/// One promise: concrete action → result to reach → by when → proof → standard. Child of <see cref="RoleModelCommitment"/>.
/// What is unclear is named by <see cref="CommitmentClarity"/>, never blocked.
/// </summary>
public sealed class CommitmentLine : Entity
{
    private readonly List<LineProgress> progress = [];

    private CommitmentLine() { }

    internal CommitmentLine(Guid? id, Guid commitmentId, int ordinal) : base(id ?? Guid.CreateVersion7())
    {
        CommitmentId = commitmentId;
        Ordinal = ordinal;
    }

    /// <summary>The commitment.</summary>
    public Guid CommitmentId { get; private set; }
    /// <summary>Number in the commitment, from 1.</summary>
    public int Ordinal { get; internal set; }
    /// <summary>Section of the form profile, or null where the form has none.</summary>
    public string? Section { get; internal set; }
    /// <summary>Việc làm cụ thể.</summary>
    public string Action { get; internal set; } = "";
    /// <summary>Kết quả cần đạt.</summary>
    public string Result { get; internal set; } = "";
    /// <summary>Hoàn thành chậm nhất.</summary>
    public DateOnly? DueOn { get; internal set; }
    /// <summary>Minh chứng.</summary>
    public string Proof { get; internal set; } = "";
    /// <summary>Chuẩn mực, null until chosen.</summary>
    public RoleModelStandard? Standard { get; internal set; }
    /// <summary>The latest outcome reported, null while nothing was.</summary>
    public Outcome? Outcome { get; internal set; }
    /// <summary>The latest figure reported, in the measure's own unit.</summary>
    public int? Figure { get; internal set; }
    /// <summary>Day of the latest report, also of "nothing new".</summary>
    public DateOnly? ReportedOn { get; internal set; }
    /// <summary>Everything reported, oldest first.</summary>
    public IReadOnlyList<LineProgress> Progress => [.. progress.OrderBy(p => p.RecordedAt)];

    internal void Forget()
    {
        Action = Result = Proof = "";
        foreach (var entry in progress) entry.Forget();
    }

    internal void Add(LineProgress entry)
    {
        progress.Add(entry);
        Outcome = entry.Outcome ?? Outcome;
        Figure = entry.Figure ?? Figure;
        ReportedOn = entry.On;
    }
}

/// <summary>One report on a line. Child of <see cref="CommitmentLine"/>.</summary>
public sealed class LineProgress : ProgressEntry
{
    private LineProgress() { }

    internal LineProgress(Guid? id, Guid commitmentId, Guid lineId, ProgressFacts facts, People.Actor actor, DateTime now) : base(id, facts, actor, now)
    {
        CommitmentId = commitmentId;
        LineId = lineId;
    }

    /// <summary>The commitment.</summary>
    public Guid CommitmentId { get; private set; }
    /// <summary>The line.</summary>
    public Guid LineId { get; private set; }
}
