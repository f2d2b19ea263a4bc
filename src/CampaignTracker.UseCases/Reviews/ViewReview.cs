using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reviews;

/// <summary>One filing as its reader sees it: the plan, the remarks in the making, the proposal, what changed since the last round.</summary>
public sealed class ViewReview(Operations operations)
{
    /// <summary>The page.</summary>
    /// <param name="Id">The review.</param>
    /// <param name="Plan">The plan with what stands beside it.</param>
    /// <param name="Round">The sending's round.</param>
    /// <param name="SentByName">Who sent it.</param>
    /// <param name="ReceivedOn">Local date.</param>
    /// <param name="ExpectedBy">Local date.</param>
    /// <param name="Step">Where it is.</param>
    /// <param name="Waiting">Not decided yet.</param>
    /// <param name="Remarks">Remarks of this round.</param>
    /// <param name="Proposal">The officer's proposal, or null.</param>
    /// <param name="ProposedByName">Who proposed.</param>
    /// <param name="ProposedByBody">For which advisory body.</param>
    /// <param name="ProposedAt">UTC.</param>
    /// <param name="Decision">The decision, or null.</param>
    /// <param name="MayPropose">The asker may propose.</param>
    /// <param name="MayDecide">The asker may decide.</param>
    /// <param name="OwnHand">The asker wrote or sent it and so decides nothing.</param>
    /// <param name="Position">Place in the asker's queue, from 1; 0 when not in it.</param>
    /// <param name="QueueLength">Filings in the queue.</param>
    /// <param name="NextId">The next filing in the queue, or null.</param>
    public sealed record Page(Guid Id, ViewPlan.Page Plan, int Round, string SentByName, DateOnly ReceivedOn, DateOnly ExpectedBy, ReviewStep Step, bool Waiting, IReadOnlyList<Remark> Remarks,
        OpinionKind? Proposal, string? ProposedByName, string? ProposedByBody, DateTime? ProposedAt, OpinionKind? Decision, bool MayPropose, bool MayDecide, bool OwnHand, int Position, int QueueLength, Guid? NextId);

    /// <summary>A remark.</summary>
    public sealed record Remark(Guid Id, Guid? ItemId, string Text, string AuthorName, string? Body, DateTime At);

    /// <summary>Reads the page.</summary>
    public async Task<Page> RunAsync(Guid reviewId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var review = await op.Db.Reviews.AsNoTracking().Include(r => r.Remarks).FirstOrDefaultAsync(r => r.Id == reviewId, ct).OrRefuseAsync();
        if (!op.Actor.Can(Permission.ProposeOpinion, review.UnitPath) && !op.Actor.Can(Permission.DecideFiling, review.UnitPath)) throw new Refusal(Because.NotFound);
        var plan = await ViewPlan.ReadAsync(op, review.PlanId, ct);
        var hands = await op.Db.Plans.Where(p => p.Id == review.PlanId).Select(p => p.Hands).FirstAsync(ct);
        var own = op.Actor.AccountId is { } me && hands.Contains(me);
        var queue = await ReviewQueue.Mine(op).OrderBy(r => r.ExpectedBy).ThenBy(r => r.UnitPath).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var at = queue.IndexOf(reviewId);
        return new Page(review.Id, plan, review.Round, plan.Path.LastOrDefault(e => e.Kind == ViewPlan.EventKind.Sent && e.Round == review.Round)?.Name ?? "", review.ReceivedOn, review.ExpectedBy,
            ReviewQueue.Step(plan.State), review.Waiting, [.. review.Remarks.OrderBy(r => r.At).Select(r => new Remark(r.Id, r.ItemId, r.Text, r.AuthorName, r.Body, r.At))],
            review.Proposal, review.ProposedByName, review.ProposedByBody, review.ProposedAt, review.Decision,
            review.Waiting && !own && op.Actor.Can(Permission.ProposeOpinion, review.UnitPath), review.Waiting && !own && op.Actor.Can(Permission.DecideFiling, review.UnitPath), own,
            at + 1, queue.Count, queue.Count > 1 ? queue[(at + 1) % queue.Count] : null);
    }
}
