using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Obligations;

namespace CampaignTracker.Web.Compliance;

/// <summary>Which of the three rates colours the map and fills the bars.</summary>
public enum BoardRate
{
    /// <summary>Đã gửi.</summary>
    Sent,
    /// <summary>Đúng hạn.</summary>
    OnTime,
    /// <summary>Hoàn tất.</summary>
    Completed,
}

/// <summary>What hangs on the chosen rate.</summary>
public static class BoardRates
{
    /// <summary>Its numerator.</summary>
    public static int Count(this BoardRate rate, Counts counts) => rate switch { BoardRate.Sent => counts.Sent, BoardRate.OnTime => counts.OnTime, _ => counts.Completed };

    /// <summary>The share of what is owed; null where nothing is.</summary>
    public static double? Of(this BoardRate rate, Counts counts) => counts.Rate(rate.Count(counts));

    /// <summary>The rows of its numerator.</summary>
    public static ObligationSlice Slice(this BoardRate rate) => rate switch { BoardRate.Sent => ObligationSlice.Sent, BoardRate.OnTime => ObligationSlice.OnTime, _ => ObligationSlice.Completed };

    /// <summary>Lines from the lowest rate to the highest.</summary>
    public static BoardOrder Order(this BoardRate rate) => rate switch { BoardRate.Sent => BoardOrder.SentRate, BoardRate.OnTime => BoardOrder.OnTimeRate, _ => BoardOrder.CompletedRate };

    /// <summary>Its word, as in the four numbers.</summary>
    public static string Word(this BoardRate rate) => rate switch { BoardRate.Sent => ComplianceText.Sent, BoardRate.OnTime => ComplianceText.OnTime, _ => ComplianceText.Completed };
}
