using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Plans;

namespace CampaignTracker.UseCases.Obligations;

/// <summary>More time, or nothing owed: acts with a reason and a name.</summary>
public sealed class AdjustObligation(Operations operations)
{
    /// <summary>A later due date.</summary>
    public sealed record Extension(Guid ObligationId, [property: Required] DateOnly? NewDueDate, [property: Required, StringLength(Obligation.ReasonLength)] string Reason);

    /// <summary>Nothing owed.</summary>
    public sealed record Excuse(Guid ObligationId, [property: Required, StringLength(Obligation.ReasonLength)] string Reason);

    /// <summary>Extends.</summary>
    public async Task ExtendAsync(Extension input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        (await op.Db.ObligationAsync(input.ObligationId, ct)).Extend(op.Actor, input.NewDueDate!.Value, input.Reason);
        await op.SaveAsync(ct);
    }

    /// <summary>Excuses.</summary>
    public async Task ExcuseAsync(Excuse input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        (await op.Db.ObligationAsync(input.ObligationId, ct)).Excuse(op.Actor, op.Today, input.Reason);
        await op.SaveAsync(ct);
    }
}
