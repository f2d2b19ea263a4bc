using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain.Commitments;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>What the meeting says of a draft: discussed, or "chi bộ đề nghị cụ thể hóa".</summary>
public sealed class AskConcrete(Operations operations)
{
    /// <summary>What is asked.</summary>
    public sealed record Input(Guid CommitmentId, [property: Required, StringLength(CommitmentLimits.Text)] string Remark);

    /// <summary>Asks the author to make it concrete: back to the draft, with what is asked.</summary>
    public async Task RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        (await op.Db.CommitmentAsync(input.CommitmentId, ct)).AskConcrete(op.Actor, input.Remark, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Notes that the meeting has discussed it.</summary>
    public async Task DiscussedAsync(Guid commitmentId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        (await op.Db.CommitmentAsync(commitmentId, ct)).Discuss(op.Actor);
        await op.SaveAsync(ct);
    }
}
