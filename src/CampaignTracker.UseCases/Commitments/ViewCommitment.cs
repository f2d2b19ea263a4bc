using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Audit;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>One person's commitment with everything its page shows: lines and what they leave open, last year's beside, the steps, what the asker may do.</summary>
public sealed class ViewCommitment(Operations operations)
{
    /// <summary>The page.</summary>
    /// <param name="Id">The commitment.</param>
    /// <param name="Name">Whose it is.</param>
    /// <param name="PostTitle">Post, or null.</param>
    /// <param name="Kind">What the person takes part as.</param>
    /// <param name="UnitHead">Head of the unit.</param>
    /// <param name="Own">It is the asker's own.</param>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="UnitShortName">As addressed: "Chi bộ".</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">First year of the period.</param>
    /// <param name="ToYear">Last year of the period.</param>
    /// <param name="Topic">The topic of the year or the term, or null.</param>
    /// <param name="State">Where it is in its life.</param>
    /// <param name="Lines">Lines by number.</param>
    /// <param name="Keeper">Who confirms in this unit.</param>
    /// <param name="ConfirmedHere">The unit's own act confirms it; else an office or association does.</param>
    /// <param name="Confirmation">Who confirmed it, or null.</param>
    /// <param name="ConfirmedBy">The office or association, or null.</param>
    /// <param name="AdoptedOn">When, or null.</param>
    /// <param name="Typed">Who typed it for the person, from which paper, or null.</param>
    /// <param name="ConcreteAsk">What the cell asks to make concrete, or null.</param>
    /// <param name="SelfAssessment">The person's own account, or null.</param>
    /// <param name="CollectiveComment">The collective's comment, or null.</param>
    /// <param name="SeesShortcoming">Author and secretary: the shortcoming is shown.</param>
    /// <param name="Shortcoming">Its text, "" when nothing is written or the asker may not see it.</param>
    /// <param name="Before">The same person's commitment before, or null.</param>
    /// <param name="Steps">The steps of its life in order, with who and when as far as they were taken.</param>
    /// <param name="Acts">What the asker may do now.</param>
    /// <param name="EditedAt">UTC.</param>
    /// <param name="EditedByName">Who changed a text last.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Page(Guid Id, string Name, string? PostTitle, ParticipantKind Kind, bool UnitHead, bool Own, string UnitCode, string UnitName, string UnitShortName, CommitmentScope Scope, int Year, int ToYear, string? Topic,
        CommitmentState State, IReadOnlyList<Line> Lines, RegisterKeeper Keeper, bool ConfirmedHere, Confirmation? Confirmation, string? ConfirmedBy, DateOnly? AdoptedOn, TypedFacts? Typed, string? ConcreteAsk,
        string? SelfAssessment, string? CollectiveComment, bool SeesShortcoming, string Shortcoming, Earlier? Before, IReadOnlyList<Step> Steps, IReadOnlySet<CommitmentAct> Acts, DateTime EditedAt, string EditedByName, DateOnly Today);

    /// <summary>A line with what it leaves open.</summary>
    /// <param name="Id">The line.</param>
    /// <param name="Ordinal">From 1.</param>
    /// <param name="Section">Section of the form, or null.</param>
    /// <param name="Action">Việc làm cụ thể.</param>
    /// <param name="Result">Kết quả cần đạt.</param>
    /// <param name="DueOn">Hoàn thành chậm nhất.</param>
    /// <param name="Proof">Minh chứng.</param>
    /// <param name="Standard">Chuẩn mực.</param>
    /// <param name="Hints">"Gợi ý".</param>
    /// <param name="Outcome">The latest outcome, or null.</param>
    /// <param name="Figure">The latest figure, or null.</param>
    /// <param name="ReportedOn">Day of the latest report, or null.</param>
    public sealed record Line(Guid Id, int Ordinal, string? Section, string Action, string Result, DateOnly? DueOn, string Proof, RoleModelStandard? Standard, IReadOnlyList<CommitmentHint> Hints, Outcome? Outcome, int? Figure, DateOnly? ReportedOn);

    /// <summary>Delegated entry.</summary>
    public sealed record TypedFacts(string ByName, string Paper, DateTime At);

    /// <summary>An earlier commitment to read beside.</summary>
    public sealed record Earlier(Guid Id, int Year, int ToYear, CommitmentState State, IReadOnlyList<Line> Lines, string? CollectiveComment);

    /// <summary>One step.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Done">It was taken and still stands.</param>
    /// <param name="On">Local date, where a date is known.</param>
    /// <param name="Name">By whom, or null.</param>
    public sealed record Step(StepKind Kind, bool Done, DateOnly? On, string? Name);

    /// <summary>The steps of a commitment's life.</summary>
    public enum StepKind
    {
        /// <summary>The topic was studied.</summary>
        TopicStudied,
        /// <summary>Written.</summary>
        Written,
        /// <summary>Discussed by the meeting.</summary>
        Discussed,
        /// <summary>Adopted or confirmed.</summary>
        Adopted,
        /// <summary>The person said what came of it.</summary>
        SelfAssessed,
        /// <summary>The collective commented.</summary>
        Commented,
        /// <summary>Settled.</summary>
        Closed,
    }

    /// <summary>Reads the page.</summary>
    /// <exception cref="Refusal">NotFound: missing, or not the asker's to read.</exception>
    public async Task<Page> RunAsync(Guid commitmentId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var commitment = await db.Commitments.AsNoTracking().Include(c => c.Lines).FirstOrDefaultAsync(c => c.Id == commitmentId, ct).OrRefuseAsync();
        var person = await db.Participants.AsNoTracking().FirstOrDefaultAsync(p => p.Id == commitment.ParticipantId, ct).OrRefuseAsync();
        var unit = await db.Units.Where(u => u.Id == commitment.UnitId).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Code, u.Name, Kind = k }).AsNoTracking().FirstOrDefaultAsync(ct).OrRefuseAsync();
        var register = await db.Registers.AsNoTracking().FirstOrDefaultAsync(r => r.UnitId == commitment.UnitId && r.Scope == commitment.Scope && r.Year == commitment.Year, ct);
        var topic = commitment.Scope == CommitmentScope.Year ? await db.Years.Where(y => y.Year == commitment.Year).Select(y => y.Topic).FirstOrDefaultAsync(ct)
            : await db.Terms.Where(t => t.FromYear <= commitment.Year && t.ToYear >= commitment.Year).Select(t => t.Topic).FirstOrDefaultAsync(ct);
        var sees = commitment.MaySeeShortcoming(op.Actor);
        var shortcoming = sees ? await db.Commitments.Where(c => c.Id == commitmentId && c.Shortcoming != null).Select(c => c.Shortcoming!.Text).FirstOrDefaultAsync(ct) : null;
        var before = await db.Commitments.AsNoTracking().Include(c => c.Lines).Where(c => c.ParticipantId == commitment.ParticipantId && c.Scope == commitment.Scope && c.Year < commitment.Year).OrderByDescending(c => c.Year).FirstOrDefaultAsync(ct);
        // Who took which step when: every change of state stands in the trail.
        var moves = (await db.Audit.AsNoTracking().Where(e => e.RootId == commitmentId && e.Changes.Contains("\"State\":")).OrderBy(e => e.At).ToListAsync(ct)).Select(Move).ToList();
        var keeper = register?.Keeper ?? RegisterReads.KeeperOf(unit.Kind);

        return new Page(commitment.Id, person.Name, person.PostTitle, person.Kind, person.UnitHead, commitment.IsAuthor(op.Actor), unit.Code, unit.Name, unit.Kind.ShortName, commitment.Scope, commitment.Year, commitment.ToYear, topic,
            commitment.State, [.. commitment.Lines.Select(Shown)], keeper, CommitmentRegister.Confirms(keeper, person.Kind), commitment.Confirmation, commitment.ConfirmedBy, commitment.AdoptedOn,
            commitment.Typed is { } typed ? new TypedFacts(typed.ByName, typed.Paper, typed.At) : null, commitment.ConcreteAsk, commitment.SelfAssessment, commitment.CollectiveComment, sees, shortcoming ?? "",
            before is null ? null : new Earlier(before.Id, before.Year, before.ToYear, before.State, [.. before.Lines.Where(l => l.Action.Length > 0).Select(Shown)], before.CollectiveComment),
            Steps(commitment, register?.TopicStudiedOn, moves), Enum.GetValues<CommitmentAct>().Where(act => commitment.May(op.Actor, act)).ToHashSet(), commitment.EditedAt, commitment.EditedByName, op.Today);
    }

    private static Line Shown(CommitmentLine l) => new(l.Id, l.Ordinal, l.Section, l.Action, l.Result, l.DueOn, l.Proof, l.Standard, CommitmentClarity.Of(l), l.Outcome, l.Figure, l.ReportedOn);

    private static (CommitmentState? To, DateOnly On, string Name) Move(AuditEntry entry) =>
        (AuditTrail.Read(entry.Changes).GetValueOrDefault("State") is [_, { } to] && Enum.TryParse<CommitmentState>(to, out var state) ? state : null, LocalTime.Today(entry.At), entry.ActorName);

    private static List<Step> Steps(RoleModelCommitment commitment, DateOnly? topicOn, List<(CommitmentState? To, DateOnly On, string Name)> moves)
    {
        var written = commitment.Lines.Any(l => l.Action.Length > 0);
        Step Reached(StepKind kind, CommitmentState state)
        {
            var move = moves.FindLast(m => m.To == state);
            // A step may be left out: adopted without a discussion noted, closed without a comment.
            var done = commitment.State >= state && (move != default || state is CommitmentState.Adopted or CommitmentState.Closed || commitment.State == state
                || (state == CommitmentState.SelfAssessed && commitment.SelfAssessment is not null) || (state == CommitmentState.Commented && commitment.CollectiveComment is not null));
            return new Step(kind, done, done && move != default ? move.On : null, done && move != default ? move.Name : null);
        }

        var adopted = Reached(StepKind.Adopted, CommitmentState.Adopted);
        return
        [
            new(StepKind.TopicStudied, topicOn is not null, topicOn, null),
            new(StepKind.Written, written, written ? LocalTime.Today(commitment.EditedAt) : null, written && commitment.EditedByName.Length > 0 ? commitment.EditedByName : null),
            Reached(StepKind.Discussed, CommitmentState.Discussed),
            adopted with { On = adopted.Done ? commitment.AdoptedOn ?? adopted.On : null, Name = adopted.Done ? commitment.ConfirmedBy ?? adopted.Name : null },
            Reached(StepKind.SelfAssessed, CommitmentState.SelfAssessed),
            Reached(StepKind.Commented, CommitmentState.Commented),
            Reached(StepKind.Closed, CommitmentState.Closed),
        ];
    }
}
