using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.UseCases.Obligations;

namespace CampaignTracker.Web.Compliance;

/// <summary>A number of the board as a column.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Slice">The rows it counts.</param>
/// <param name="Count">The count.</param>
/// <param name="ByCount">The order by the count.</param>
/// <param name="ByRate">The order by the rate; the official one where it has no rate.</param>
public sealed record BoardColumn(string Title, ObligationSlice Slice, Func<Counts, int> Count, BoardOrder ByCount, BoardOrder ByRate)
{
    private static IReadOnlyList<BoardColumn> All =>
    [
        new(ComplianceText.Expected, ObligationSlice.Expected, c => c.Expected, BoardOrder.Expected, BoardOrder.Official),
        new(ComplianceText.Sent, ObligationSlice.Sent, c => c.Sent, BoardOrder.Sent, BoardOrder.SentRate),
        new(ComplianceText.OnTime, ObligationSlice.OnTime, c => c.OnTime, BoardOrder.OnTime, BoardOrder.OnTimeRate),
        new(ComplianceText.Completed, ObligationSlice.Completed, c => c.Completed, BoardOrder.Completed, BoardOrder.CompletedRate),
        new(Wording.Of(Standing.SupplementAsked), ObligationSlice.SupplementAsked, c => c.SupplementAsked, BoardOrder.SupplementAsked, BoardOrder.SupplementRate),
        new(Wording.Of(Standing.Overdue), ObligationSlice.Overdue, c => c.Overdue, BoardOrder.Overdue, BoardOrder.OverdueRate),
        new(Wording.Of(Standing.Excused), ObligationSlice.Excused, c => c.Excused, BoardOrder.Excused, BoardOrder.ExcusedRate),
        new(BoardText.Waiting, ObligationSlice.Waiting, c => c.Waiting, BoardOrder.Waiting, BoardOrder.WaitingRate),
    ];

    /// <summary>The columns of a table.</summary>
    public static IReadOnlyList<BoardColumn> Of(BoardShow show) => show == BoardShow.Tasks ? [.. All.Take(4)] : All;

    /// <summary>The share of what is owed; of what would be owed for what is excused. Null where that is nothing.</summary>
    public double? Rate(Counts counts) => Slice == ObligationSlice.Excused ? counts.ExcusedRate : counts.Rate(Count(counts));

    /// <summary>As a rate: what is owed stays a count.</summary>
    public bool AsRate(BoardShow show) => show == BoardShow.Rates && ByRate != BoardOrder.Official;

    /// <summary>The order by what the column shows.</summary>
    public BoardSort Sort(BoardShow show) => new(AsRate(show) ? ByRate : ByCount);
}
