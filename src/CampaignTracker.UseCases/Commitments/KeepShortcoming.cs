using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Hạn chế cần khắc phục: written by author and secretary, seen by nobody else, in no trail and no export.</summary>
public sealed class KeepShortcoming(Operations operations)
{
    /// <summary>What was typed.</summary>
    /// <param name="CommitmentId">The commitment.</param>
    /// <param name="Shortcoming">The text; empty takes it off.</param>
    /// <param name="Base">What stood there when the writer began; null overwrites whatever is there.</param>
    public sealed record Input(Guid CommitmentId, [property: StringLength(CommitmentLimits.Text)] string? Shortcoming, string? Base);

    /// <summary>Stores it. Null when stored; else the other person's newer text, and nothing was stored.</summary>
    public Task<string?> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var commitment = await op.Db.Commitments.FirstOrDefaultAsync(c => c.Id == input.CommitmentId, ct).OrRefuseAsync();
        if (!commitment.MaySeeShortcoming(op.Actor)) throw new Refusal(Because.NotAllowed);
        await op.Db.Entry(commitment).Reference(c => c.Shortcoming).LoadAsync(ct);
        var stands = commitment.Shortcoming?.Text ?? "";
        var text = SearchKey.Clean(input.Shortcoming) ?? "";
        if (stands == text) return null;
        if (input.Base is { } began && stands != (SearchKey.Clean(began) ?? "")) return stands;
        commitment.WriteShortcoming(op.Actor, text, op.Now);
        await op.SaveAsync(ct);
        return null;
    });
}
