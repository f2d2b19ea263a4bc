using System.Globalization;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Compliance;

/// <summary>How a rate changed: in points, with sign and word.</summary>
public static class Change
{
    /// <summary>"+4,2 điểm", "−1 điểm", or that it is the same.</summary>
    public static string Words(double now, double before) => Points(now, before) is var points and not 0
        ? BoardText.Points.With(points.ToString("+0.#;−0.#", CultureInfo.CurrentCulture)) : BoardText.Same;

    /// <summary>The symbol beside it.</summary>
    public static string Arrow(double now, double before) => Points(now, before) switch { > 0 => "arrow_upward", < 0 => "arrow_downward", _ => "arrow_forward" };

    private static double Points(double now, double before) => Math.Round((now - before) * 100, 1, MidpointRounding.AwayFromZero);
}
