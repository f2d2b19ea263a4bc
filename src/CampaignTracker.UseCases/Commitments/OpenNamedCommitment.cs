using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// Opens the commitment of one person of a unit below, by their full name and with a reason. Each opening is logged in the same transaction, and the unit sees the log.
/// There is no list to choose from: above the unit there are only counts.
/// </summary>
public sealed class OpenNamedCommitment(Operations operations)
{
    /// <summary>Whose, and why.</summary>
    /// <param name="Unit">The unit's code.</param>
    /// <param name="FullName">The person's full name; marks and case do not matter.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year, or a year of the term.</param>
    /// <param name="Reason">Why it is opened.</param>
    public sealed record Input([property: Required, StringLength(Domain.Units.Unit.CodeLength)] string Unit, [property: Required, StringLength(Participant.NameLength)] string FullName, CommitmentScope Scope, int Year,
        [property: Required, StringLength(CommitmentOpening.ReasonLength)] string Reason);

    /// <summary>One commitment, without its shortcoming.</summary>
    public sealed record Opened(Guid Id, string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, string UnitName, CommitmentScope Scope, int Year, int ToYear, CommitmentState State,
        Confirmation? Confirmation, DateOnly? AdoptedOn, IReadOnlyList<Line> Lines, string? SelfAssessment, string? CollectiveComment);

    /// <summary>One line.</summary>
    public sealed record Line(int Ordinal, string Action, string Result, DateOnly? DueOn, string Proof, RoleModelStandard? Standard, Outcome? Outcome, int? Figure, DateOnly? ReportedOn);

    /// <summary>Logs and opens. Two people of one name in the unit are both opened, and both logged.</summary>
    /// <exception cref="Refusal">NotFound (also for a name that nobody bears), NotAllowed, OpeningWithoutReason.</exception>
    public async Task<IReadOnlyList<Opened>> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await op.Db.Units.AsNoTracking().Where(u => u.Code == input.Unit).Select(u => new { u.Path, u.Name }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.OpenNamedCommitment, unit.Path);
        var found = await UnscopedReads.NamedCommitmentsAsync(op.Db, unit.Path, SearchKey.Fold(input.FullName), input.Scope, input.Year, ct);
        if (found.Count == 0) throw new Refusal(Because.NotFound, nameof(Input.FullName));
        foreach (var (commitment, _) in found) op.Db.Openings.Add(CommitmentOpening.Log(op.Actor, commitment, input.Reason, op.Now));
        await op.SaveAsync(ct);
        return [.. found.Select(f => Of(f.Commitment, f.Person, unit.Name))];
    }

    private static Opened Of(RoleModelCommitment commitment, Participant person, string unitName) => new(commitment.Id, person.Name, person.Kind, person.PostTitle, person.UnitHead, unitName,
        commitment.Scope, commitment.Year, commitment.ToYear, commitment.State, commitment.Confirmation, commitment.AdoptedOn,
        [.. commitment.Lines.Select(l => new Line(l.Ordinal, l.Action, l.Result, l.DueOn, l.Proof, l.Standard, l.Outcome, l.Figure, l.ReportedOn))], commitment.SelfAssessment, commitment.CollectiveComment);
}
