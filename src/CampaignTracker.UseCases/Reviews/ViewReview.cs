using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
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
    /// <param name="Closing">How agreeing closes it.</param>
    /// <param name="SupplementBy">By when a supplement asked today would be expected, local date.</param>
    /// <param name="Changes">What the unit changed since the sending before; empty for the first.</param>
    public sealed record Page(Guid Id, ViewPlan.Page Plan, int Round, string SentByName, DateOnly ReceivedOn, DateOnly ExpectedBy, ReviewStep Step, bool Waiting, IReadOnlyList<Remark> Remarks,
        OpinionKind? Proposal, string? ProposedByName, string? ProposedByBody, DateTime? ProposedAt, OpinionKind? Decision, bool MayPropose, bool MayDecide, bool OwnHand, int Position, int QueueLength, Guid? NextId,
        CompletionMode Closing, DateOnly SupplementBy, IReadOnlyList<Change> Changes);

    /// <summary>A remark; <paramref name="Mine"/> when the asker wrote it.</summary>
    public sealed record Remark(Guid Id, Guid? ItemId, string Text, string AuthorName, string? Body, DateTime At, bool Mine);

    /// <summary>A text that differs from the sending before; null before: a new item, null after: a removed one.</summary>
    public sealed record Change(Guid? ItemId, PlanField Field, string? Before, string? After);

    /// <summary>Reads the page.</summary>
    public async Task<Page> RunAsync(Guid reviewId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var review = await op.Db.Reviews.AsNoTracking().Include(r => r.Remarks).FirstOrDefaultAsync(r => r.Id == reviewId, ct).OrRefuseAsync();
        if (!op.Actor.Can(Permission.ProposeOpinion, review.UnitPath) && !op.Actor.Can(Permission.DecideFiling, review.UnitPath)) throw new Refusal(Because.NotFound);
        var (plan, filed, closing) = await ViewPlan.ReadAsync(op, review.PlanId, ct);
        var own = filed.IsHand(op.Actor);
        var sent = filed.Sendings.Where(s => s.Round == review.Round || s.Round == review.Round - 1).Select(s => s.Frozen).ToList();
        var queue = await ReviewQueue.Mine(op).OrderBy(r => r.ExpectedBy).ThenBy(r => r.UnitPath).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var at = queue.IndexOf(reviewId);
        return new Page(review.Id, plan, review.Round, plan.Path.LastOrDefault(e => e.Kind == ViewPlan.EventKind.Sent && e.Round == review.Round)?.Name ?? "", review.ReceivedOn, review.ExpectedBy,
            ReviewQueue.Step(plan.State), review.Waiting, [.. review.Remarks.OrderBy(r => r.At).Select(r => new Remark(r.Id, r.ItemId, r.Text, r.AuthorName, r.Body, r.At, r.AuthorId == op.Actor.AccountId))],
            review.Proposal, review.ProposedByName, review.ProposedByBody, review.ProposedAt, review.Decision,
            review.Waiting && !own && op.Actor.Can(Permission.ProposeOpinion, review.UnitPath), review.Waiting && !own && op.Actor.Can(Permission.DecideFiling, review.UnitPath), own,
            at + 1, queue.Count, Next(queue, at),
            ReviewQueue.Closing(plan.Answer, closing), ReviewQueue.SupplementBy(await op.Db.CalendarAsync(ct), op.Today),
            sent is [var earlier, var later] ? RoundChanges.Between(earlier, later) : []);
    }
    // The one after it, from the end back to the start; null when nothing else waits.
    private static Guid? Next(List<Guid> queue, int at) => queue.Count > (at < 0 ? 0 : 1) ? queue[(at + 1) % queue.Count] : null;
}
