using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reviews;

/// <summary>The filings that wait for somebody's opinion.</summary>
internal static class ReviewQueue
{
    /// <summary>Waiting filings of the units whose reporting parent is a unit in which the asker may propose or decide.</summary>
    public static IQueryable<Review> Mine(Operation op)
    {
        if (PostOf(op.Actor) is not { } post) return op.Db.Reviews.Where(_ => false);
        var (from, to, length) = (post.UnitPath, UnitPath.End(post.UnitPath), post.UnitPath.Length + UnitPath.Segment);
        return op.Db.Reviews.Where(r => r.Decision == null && !r.Withdrawn
            && string.Compare(r.UnitPath, from) > 0 && string.Compare(r.UnitPath, to) < 0 && r.UnitPath.Length == length);
    }

    /// <summary>The asker gives opinions somewhere, or prepares them.</summary>
    public static bool Reads(Actor actor) => PostOf(actor) is not null;

    private static HeldPost? PostOf(Actor actor) => actor.Posts.FirstOrDefault(p => p.Permissions.Any(x => x.Permission is Permission.ProposeOpinion or Permission.DecideFiling));

    /// <summary>How agreeing closes a filing: by the requirement's mode; an answer that is no plan of its own is received.</summary>
    public static CompletionMode Closing(PlanAnswer answer, ClosingMode mode) => (answer, mode) switch
    {
        (not PlanAnswer.OwnPlan, _) or (_, ClosingMode.Received) => CompletionMode.Received,
        (_, ClosingMode.Approval) => CompletionMode.Approved,
        _ => CompletionMode.Agreed,
    };

    /// <summary>By when a supplement asked today is expected.</summary>
    public static DateOnly SupplementBy(WorkCalendar calendar, DateOnly today) =>
        calendar.DeadlineOnOrAfter(calendar.AddWorkingDays(today, Review.SupplementWorkingDays));

    /// <summary>Where a waiting filing is in the superior's house.</summary>
    public static ReviewStep Step(PlanState state) => state switch
    {
        PlanState.Sent => ReviewStep.NotOpened,
        PlanState.Proposed => ReviewStep.Proposed,
        _ => ReviewStep.Reading,
    };
}

/// <summary>Where a waiting filing is in the superior's house.</summary>
public enum ReviewStep
{
    /// <summary>Received, not opened.</summary>
    NotOpened,
    /// <summary>Opened, being read.</summary>
    Reading,
    /// <summary>The officer has proposed; the leader decides.</summary>
    Proposed,
}
