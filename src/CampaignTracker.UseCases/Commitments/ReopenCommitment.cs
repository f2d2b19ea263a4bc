namespace CampaignTracker.UseCases.Commitments;

/// <summary>Takes a commitment up again after its adoption, to be written and adopted anew; until then it is not counted.</summary>
public sealed class ReopenCommitment(Operations operations)
{
    /// <summary>Takes it up again and counts anew.</summary>
    public Task RunAsync(Guid commitmentId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var commitment = await op.Db.CommitmentAsync(commitmentId, ct);
        commitment.Reopen(op.Actor, op.Now);
        await op.RecountAsync(commitment.UnitId, ct);
        await op.SaveAsync(ct);
    });
}
