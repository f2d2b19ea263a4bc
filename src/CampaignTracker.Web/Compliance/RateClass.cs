using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Compliance;

/// <summary>One of the five classes of the map: a rate from its lower bound up to the next one.</summary>
/// <param name="Number">1 to 5, low to high; the css and the hatch go by it.</param>
/// <param name="From">Lower bound, included.</param>
/// <param name="To">Upper bound, not included; null for the highest class.</param>
public sealed record RateClass(int Number, double From, double? To)
{
    /// <summary>The classes by their bounds.</summary>
    public static IReadOnlyList<RateClass> All { get; } = Between([0.5, 0.7, 0.8, 0.9]);

    /// <summary>The class of a rate; null for an unknown one.</summary>
    public static RateClass? Of(double? rate) => rate is { } known ? All.Last(c => known >= c.From) : null;

    /// <summary>In the legend: "dưới 50%", "50 – 69,9%", "từ 90%".</summary>
    public string Word => this switch
    {
        { Number: 1 } => ComplianceText.ClassBelow.With(To * 100),
        { To: null } => ComplianceText.ClassFrom.With(From * 100),
        _ => ComplianceText.ClassBetween.With(From * 100, To * 100 - 0.1),
    };

    private static List<RateClass> Between(double[] bounds) =>
        [.. Enumerable.Range(0, bounds.Length + 1).Select(i => new RateClass(i + 1, i == 0 ? 0 : bounds[i - 1], i < bounds.Length ? bounds[i] : null))];
}
