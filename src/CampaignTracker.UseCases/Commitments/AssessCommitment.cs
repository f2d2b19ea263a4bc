using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>The end of the period: what the person says came of it, what the collective says, and settling it.</summary>
public sealed class AssessCommitment(Operations operations)
{
    /// <summary>The person's own account.</summary>
    public sealed record Self(Guid CommitmentId, [property: Required, StringLength(CommitmentLimits.Text)] string SelfAssessment);

    /// <summary>The collective's comment.</summary>
    /// <param name="CommitmentId">The commitment.</param>
    /// <param name="CollectiveComment">The comment.</param>
    /// <param name="FromMinutes">Copied from the minutes: needed where the one who writes it comments on themselves.</param>
    public sealed record Collective(Guid CommitmentId, [property: Required, StringLength(CommitmentLimits.Text)] string CollectiveComment, bool FromMinutes = false);

    /// <summary>Whose register to close.</summary>
    public sealed record Whole(Guid UnitId, CommitmentScope Scope, int Year);

    /// <summary>Records the person's own account.</summary>
    public async Task SelfAsync(Self input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        (await op.Db.CommitmentAsync(input.CommitmentId, ct)).AssessSelf(op.Actor, input.SelfAssessment, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Records the collective's comment.</summary>
    /// <exception cref="Refusal">OwnCommitment.</exception>
    public async Task CommentAsync(Collective input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        (await op.Db.CommitmentAsync(input.CommitmentId, ct)).Comment(op.Actor, input.CollectiveComment, input.FromMinutes, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Settles one.</summary>
    public async Task CloseAsync(Guid commitmentId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        (await op.Db.CommitmentAsync(commitmentId, ct)).Close(op.Actor);
        await op.SaveAsync(ct);
    }

    /// <summary>Settles the period for the whole register; how many commitments were settled. What was never adopted stays a draft.</summary>
    public Task<int> CloseRegisterAsync(Whole input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var register = await op.Db.Registers.FirstOrDefaultAsync(r => r.UnitId == input.UnitId && r.Scope == input.Scope && r.Year <= input.Year && r.ToYear >= input.Year, ct).OrRefuseAsync();
        op.Actor.Must(Permission.AdoptCommitments, register.UnitPath);
        // Counted a last time before the numbers are left as they stand.
        await op.RecountAsync(register.UnitId, ct);
        var open = (await op.Db.Commitments.Include(c => c.Lines).Where(c => c.UnitId == register.UnitId && c.Scope == register.Scope && c.Year == register.Year).ToListAsync(ct)).FindAll(c => c.May(op.Actor, CommitmentAct.Close));
        foreach (var commitment in open) commitment.Close(op.Actor);
        register.Close(op.Actor, op.Today);
        await op.SaveAsync(ct);
        return open.Count;
    });
}
