using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reviews;

/// <summary>The superior's steps: open, remark, propose, decide.</summary>
public sealed class ForwardPlan(Operations operations)
{
    /// <summary>A remark: new (no key) or changed; an empty text removes it.</summary>
    public sealed record RemarkInput(Guid ReviewId, Guid? RemarkId, Guid? ItemId, [property: StringLength(PlanLimits.Remark)] string Remark);

    /// <summary>The reader opens the filing: from now on its author cannot take it back. Opening twice changes nothing.</summary>
    public Task OpenAsync(Guid reviewId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        // Each look at the page comes by here: the plan is read for the first alone.
        var known = await op.Db.Reviews.Where(r => r.Id == reviewId).Select(r => new { New = r.OpenedAt == null && r.Decision == null && !r.Withdrawn }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (!known.New) return;
        var (review, plan) = await LoadAsync(op, reviewId, ct);
        if (review.OpenedAt is not null || !review.Waiting || !plan.May(op.Actor, PlanAct.Open) || plan.IsHand(op.Actor)) return;
        review.Open(op.Actor, plan, op.Now);
        await op.SaveAsync(ct);
    });

    /// <summary>Writes, changes or removes a remark; the key of the one written.</summary>
    public Task<Guid?> RemarkAsync(RemarkInput input, CancellationToken ct) => Again.WhenChangedAsync(() => WriteRemarkAsync(input, ct));

    private async Task<Guid?> WriteRemarkAsync(RemarkInput input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (review, plan) = await LoadAsync(op, input.ReviewId, ct);
        var key = input.RemarkId;
        if (key is { } existing) review.ChangeRemark(op.Actor, plan, existing, input.Remark, op.Now);
        else key = review.AddRemark(op.Actor, plan, input.ItemId, input.Remark, op.Now).Id;
        await op.SaveAsync(ct);
        return key;
    }

    /// <summary>The officer proposes to the leader.</summary>
    public async Task ProposeAsync(Guid reviewId, OpinionKind kind, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (review, plan) = await LoadAsync(op, reviewId, ct);
        review.Propose(op.Actor, plan, kind, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>The leader agrees; by the requirement's closing mode this is an opinion, a receipt or an approval.</summary>
    public async Task AgreeAsync(Guid reviewId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (review, plan) = await LoadAsync(op, reviewId, ct);
        var obligation = await op.Db.ObligationAsync(plan.ObligationId, ct);
        var mode = ReviewQueue.Closing(plan.Answer, await op.Db.Requirements.Where(r => r.Id == obligation.RequirementId).Select(r => r.ClosingMode).FirstAsync(ct));
        review.Agree(op.Actor, plan, obligation, mode, op.Now, op.Today);
        await op.SaveAsync(ct);
    }

    /// <summary>The leader asks to supplement; its date is the set number of working days away.</summary>
    public async Task AskSupplementAsync(Guid reviewId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (review, plan) = await LoadAsync(op, reviewId, ct);
        var obligation = await op.Db.ObligationAsync(plan.ObligationId, ct);
        review.AskSupplement(op.Actor, plan, obligation, ReviewQueue.SupplementBy(await op.Db.CalendarAsync(ct), op.Today), op.Now);
        await op.SaveAsync(ct);
    }

    private static async Task<(Review, UnitPlan)> LoadAsync(Operation op, Guid reviewId, CancellationToken ct)
    {
        var review = await op.Db.Reviews.Include(r => r.Remarks).FirstOrDefaultAsync(r => r.Id == reviewId, ct).OrRefuseAsync();
        return (review, await op.Db.PlanAsync(review.PlanId, ct));
    }
}
