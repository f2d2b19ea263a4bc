using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;

namespace CampaignTracker.UseCases.Progress;

/// <summary>The numbers of the progress page; each opens the rows it counts.</summary>
public enum ProgressSlice
{
    /// <summary>Not done yet.</summary>
    Open,
    /// <summary>Not done, the day is over.</summary>
    Overdue,
    /// <summary>Not done, the day is near.</summary>
    DueSoon,
    /// <summary>Nothing was ever reported.</summary>
    NeverReported,
    /// <summary>Last reported as done.</summary>
    Done,
    /// <summary>Last reported as partly done.</summary>
    PartlyDone,
    /// <summary>Last reported as not done.</summary>
    NotDone,
}

/// <summary>Order of the rows.</summary>
public enum ProgressOrder
{
    /// <summary>Overdue first, then the nearest day, what is done last.</summary>
    Pressing,
    /// <summary>Plans by number, then people in the official order.</summary>
    Official,
}

/// <summary>What was answered in a month.</summary>
public enum ProgressAnswer
{
    /// <summary>Đã thực hiện.</summary>
    Done,
    /// <summary>Thực hiện một phần.</summary>
    PartlyDone,
    /// <summary>Chưa thực hiện.</summary>
    NotDone,
    /// <summary>Không có gì mới.</summary>
    NothingNew,
}

/// <summary>How many rows stand in each slice.</summary>
/// <param name="All">Everything that is reported on.</param>
/// <param name="Items">Of these, plan items.</param>
/// <param name="Lines">Of these, commitment lines.</param>
/// <param name="Open">Not done yet.</param>
/// <param name="Overdue">Not done, the day is over.</param>
/// <param name="DueSoon">Not done, the day is near.</param>
/// <param name="NeverReported">Nothing was ever reported.</param>
/// <param name="Done">Last reported as done.</param>
/// <param name="PartlyDone">Last reported as partly done.</param>
/// <param name="NotDone">Last reported as not done.</param>
public readonly record struct ProgressCounts(int All, int Items, int Lines, int Open, int Overdue, int DueSoon, int NeverReported, int Done, int PartlyDone, int NotDone)
{
    internal static ProgressCounts Of(IReadOnlyCollection<Tracked> rows, DateOnly today)
    {
        int In(ProgressSlice slice) => rows.Count(row => ProgressSlices.Holds(slice, row, today));
        var items = rows.Count(row => row.Subject == ProgressSubject.PlanItem);
        return new ProgressCounts(rows.Count, items, rows.Count - items, In(ProgressSlice.Open), In(ProgressSlice.Overdue), In(ProgressSlice.DueSoon), In(ProgressSlice.NeverReported),
            In(ProgressSlice.Done), In(ProgressSlice.PartlyDone), In(ProgressSlice.NotDone));
    }
}

/// <summary>Which rows a number counts and a filter leaves, and in which order they stand.</summary>
internal static class ProgressSlices
{
    public static bool Holds(ProgressSlice slice, Tracked row, DateOnly today) => slice switch
    {
        ProgressSlice.Open => row.Outcome != Outcome.Done,
        ProgressSlice.Overdue => row.On(today) == ProgressStanding.Overdue,
        ProgressSlice.DueSoon => row.On(today) == ProgressStanding.DueSoon,
        ProgressSlice.NeverReported => row.ReportedOn is null,
        ProgressSlice.Done => row.Outcome == Outcome.Done,
        ProgressSlice.PartlyDone => row.Outcome == Outcome.PartlyDone,
        _ => row.Outcome == Outcome.NotDone,
    };

    /// <summary>What the filter leaves, but for months.</summary>
    public static bool Holds(ViewProgress.Input filter, Tracked row, DateOnly today, string folded) =>
        (filter.Subject is not { } subject || row.Subject == subject)
        && (filter.Slice is not { } slice || Holds(slice, row, today))
        && (!filter.Reportable || row.MayReport)
        && (filter.PlanId is not { } plan || row.OwnerId == plan)
        // Whatever is done needs no further report.
        && (filter.SilentDays is not { } days || (row.Outcome != Outcome.Done && (row.ReportedOn is not { } last || last <= today.AddDays(-days))))
        && (folded.Length == 0 || SearchKey.Fold($"{row.Text} {row.Result} {row.Owner}").Contains(folded, StringComparison.Ordinal));

    /// <summary>Overdue first, then the nearest day, then what has no day, what is done last; within one day the official order.</summary>
    public static IEnumerable<Tracked> InOrder(IEnumerable<Tracked> rows, DateOnly today) => rows
        .OrderBy(row => row.On(today) switch { ProgressStanding.Overdue => 0, ProgressStanding.Done => 3, ProgressStanding.Undated => 2, _ => 1 })
        .ThenBy(row => row.DueOn ?? DateOnly.MaxValue);
}
