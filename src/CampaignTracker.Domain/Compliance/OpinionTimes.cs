namespace CampaignTracker.Domain.Compliance;

/// <summary>How long a committee took over its opinions, in working days from receipt to decision. Shown to those who give them, as a help to plan, never above them.</summary>
/// <param name="UpToTwo">Decided within two working days.</param>
/// <param name="UpToFive">Within three to five.</param>
/// <param name="UpToTen">Within six to ten: still as expected.</param>
/// <param name="Longer">More than ten.</param>
/// <param name="Median">The median in working days; null where nothing was decided.</param>
/// <param name="ByClock">Closed without an opinion when the days had passed: counted apart.</param>
public sealed record OpinionTimes(int UpToTwo, int UpToFive, int UpToTen, int Longer, double? Median, int ByClock)
{
    /// <summary>Opinions given.</summary>
    public int Given => UpToTwo + UpToFive + UpToTen + Longer;

    /// <summary>Sorts them.</summary>
    /// <param name="workingDays">Of each opinion given, 0 or more.</param>
    /// <param name="byClock">How many were closed by the clock.</param>
    public static OpinionTimes Of(IEnumerable<int> workingDays, int byClock)
    {
        var days = workingDays.Order().ToList();
        int Within(int from, int to) => days.Count(n => n >= from && n <= to);
        double? median = days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0;
        return new OpinionTimes(Within(0, 2), Within(3, 5), Within(6, 10), Within(11, int.MaxValue), median, byClock);
    }
}
