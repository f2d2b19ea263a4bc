using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Opens a person's commitment for a year or the term: the one begun earlier, or a new one with its first empty line.</summary>
public sealed class BeginCommitment(Operations operations)
{
    /// <summary>Which.</summary>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year, or any year of the term.</param>
    /// <param name="ParticipantId">The person, for who keeps the unit's commitments; null for oneself.</param>
    public sealed record Input(CommitmentScope Scope, int Year, Guid? ParticipantId = null);

    /// <summary>The commitment's key.</summary>
    /// <exception cref="Refusal">NotFound (no such person, or the asker is in no register), NotAllowed, ParticipantLeft.</exception>
    // Two may begin at once: the unique index lets one through, the other finds the commitment begun.
    public Task<Guid> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var person = await (input.ParticipantId is { } id ? op.Db.Participants.FirstOrDefaultAsync(p => p.Id == id, ct)
            : op.Db.Participants.FirstOrDefaultAsync(p => p.AccountId == op.Actor.AccountId && p.AccountId != null && p.To == null, ct)).OrRefuseAsync();
        var begun = await op.Db.Commitments.Where(c => c.ParticipantId == person.Id && c.Scope == input.Scope && c.Year <= input.Year && c.ToYear >= input.Year).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        if (begun is { } existing) return existing;
        if (person.To is not null) throw new Refusal(Because.ParticipantLeft, null, person.Name);

        var register = await op.RegisterAsync(person.UnitId, input.Scope, input.Year, ct);
        var commitment = RoleModelCommitment.Begin(op.Actor, null, person, register, op.Now);
        commitment.AddLine(op.Actor, op.Now);
        op.Db.Commitments.Add(commitment);
        if (op.Db.Entry(register).State == EntityState.Added) await op.RecountAsync(person.UnitId, ct);
        await op.SaveAsync(ct);
        return commitment.Id;
    });
}
