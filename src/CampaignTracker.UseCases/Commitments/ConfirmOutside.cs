using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Notes that a non-member's commitment was confirmed by their office or association, never by the cell.</summary>
public sealed class ConfirmOutside(Operations operations)
{
    /// <summary>By whom and when.</summary>
    /// <param name="CommitmentId">The commitment.</param>
    /// <param name="By">Office or association.</param>
    /// <param name="ConfirmingBody">Its name.</param>
    /// <param name="ConfirmedOn">Local date.</param>
    public sealed record Input(Guid CommitmentId, Confirmation By, [property: Required, StringLength(CommitmentLimits.Paper)] string ConfirmingBody, [property: Required] DateOnly? ConfirmedOn);

    /// <summary>Notes it and counts anew.</summary>
    /// <exception cref="Refusal">NotAllowed also for a person whom this register itself confirms.</exception>
    public Task RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var commitment = await op.Db.CommitmentAsync(input.CommitmentId, ct);
        var kind = await op.Db.Participants.Where(p => p.Id == commitment.ParticipantId).Select(p => p.Kind).FirstAsync(ct);
        var register = await op.RegisterAsync(commitment.UnitId, commitment.Scope, commitment.Year, ct);
        if (register.Confirms(kind)) throw new Refusal(Because.NotAllowed);
        commitment.ConfirmOutside(op.Actor, input.By, input.ConfirmingBody, input.ConfirmedOn!.Value, op.Today);
        await op.RecountAsync(commitment.UnitId, ct);
        await op.SaveAsync(ct);
    });
}
