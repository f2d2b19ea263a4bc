using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Web.Compliance;

/// <summary>Counts as the eight standings.</summary>
public static class StandingCounts
{
    /// <summary>The standings that occur, done first; together they are what is owed, and what is excused.</summary>
    public static IEnumerable<(Standing Standing, int Count)> Of(Counts counts) => new[]
    {
        (Standing.Completed, counts.Completed),
        (Standing.SentOnTime, counts.Waiting - counts.WaitingLate),
        (Standing.SentLate, counts.WaitingLate),
        (Standing.SupplementAsked, counts.SupplementAsked),
        (Standing.Overdue, counts.Overdue),
        (Standing.DueSoon, counts.DueSoon),
        (Standing.NotYetDue, counts.NotYetSent - counts.DueSoon),
        (Standing.Excused, counts.Excused),
    }.Where(pair => pair.Item2 > 0);
}
