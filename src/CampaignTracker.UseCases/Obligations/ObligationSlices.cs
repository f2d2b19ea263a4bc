using System.Linq.Expressions;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.UseCases.Obligations;

/// <summary>The numbers of the board; each opens the rows it counts.</summary>
public enum ObligationSlice
{
    /// <summary>Owed: not excused.</summary>
    Expected,
    /// <summary>Sent at least once.</summary>
    Sent,
    /// <summary>First sent by the due date in force.</summary>
    OnTime,
    /// <summary>Closed.</summary>
    Completed,
    /// <summary>A supplement is open.</summary>
    SupplementAsked,
    /// <summary>With the superior.</summary>
    Waiting,
    /// <summary>Not sent, past the due date.</summary>
    Overdue,
    /// <summary>Not sent, due within the set days.</summary>
    DueSoon,
    /// <summary>Not sent, due later.</summary>
    NotYetDue,
    /// <summary>Not sent at all, whether due or not.</summary>
    NotSent,
    /// <summary>Not owed.</summary>
    Excused,
    /// <summary>With the superior, first sent late.</summary>
    WaitingLate,
    /// <summary>With the superior, first sent in time.</summary>
    WaitingOnTime,
}

/// <summary>
/// <see cref="ObligationStatus.Judge"/> once more, as conditions a database can answer. A test holds the two against each other on random facts.
/// </summary>
internal static class ObligationSlices
{
    public static Expression<Func<Obligation, bool>> Filter(ObligationSlice slice, DateOnly today)
    {
        var soon = today.AddDays(ObligationStatus.DueSoonDays);
        return slice switch
        {
            ObligationSlice.Expected => o => o.ExcusedOn == null,
            ObligationSlice.Sent => o => o.ExcusedOn == null && o.FirstSentOn != null,
            ObligationSlice.OnTime => o => o.ExcusedOn == null && o.FirstSentOn != null && o.FirstSentOn <= o.DueOn,
            ObligationSlice.Completed => o => o.ExcusedOn == null && o.CompletedOn != null,
            ObligationSlice.SupplementAsked => o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn != null,
            ObligationSlice.Waiting => o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn == null && o.FirstSentOn != null,
            ObligationSlice.WaitingLate => o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn == null && o.FirstSentOn != null && o.FirstSentOn > o.DueOn,
            ObligationSlice.WaitingOnTime => o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn == null && o.FirstSentOn != null && o.FirstSentOn <= o.DueOn,
            ObligationSlice.Overdue => o => o.ExcusedOn == null && o.FirstSentOn == null && o.DueOn < today,
            ObligationSlice.DueSoon => o => o.ExcusedOn == null && o.FirstSentOn == null && o.DueOn >= today && o.DueOn <= soon,
            ObligationSlice.NotYetDue => o => o.ExcusedOn == null && o.FirstSentOn == null && o.DueOn > soon,
            ObligationSlice.NotSent => o => o.ExcusedOn == null && o.FirstSentOn == null,
            _ => o => o.ExcusedOn != null,
        };
    }

    /// <summary>Those of some periods alone.</summary>
    public static IQueryable<Obligation> Of(this IQueryable<Obligation> all, BoardPeriod period) => period switch
    {
        BoardPeriod.Year => all.Where(o => o.ToYear == o.Year),
        BoardPeriod.Term => all.Where(o => o.ToYear > o.Year),
        _ => all,
    };
}
