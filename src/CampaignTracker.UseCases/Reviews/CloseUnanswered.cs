using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reviews;

/// <summary>By the clock: filings past the day by which an opinion was expected are closed as received, no opinion. Run as the system.</summary>
public sealed class CloseUnanswered(Operations operations)
{
    /// <summary>Closes what is due; how many.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var look = await operations.BeginAsync(ct);
        var late = await look.Db.Reviews.Where(r => r.Decision == null && !r.Withdrawn && r.ExpectedBy < look.Today).Select(r => r.Id).ToListAsync(ct);
        var closed = 0;
        foreach (var id in late)
            if (await Again.WhenChangedAsync(() => CloseAsync(id, ct))) closed++;
        return closed;
    }

    private async Task<bool> CloseAsync(Guid reviewId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var review = await op.Db.Reviews.Include(r => r.Remarks).FirstOrDefaultAsync(r => r.Id == reviewId, ct).OrRefuseAsync();
        if (!review.Waiting) return false;
        var plan = await op.Db.PlanAsync(review.PlanId, ct);
        var obligation = await op.Db.ObligationAsync(plan.ObligationId, ct);
        review.CloseWithoutOpinion(op.Actor, plan, obligation, op.Now, op.Today);
        await op.SaveAsync(ct);
        return true;
    }
}
