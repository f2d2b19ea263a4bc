namespace CampaignTracker.Web.Shared;

/// <summary>A point of a trend.</summary>
/// <param name="On">The day.</param>
/// <param name="First">First series, in percent 0 to 100.</param>
/// <param name="Second">Second series, in percent 0 to 100.</param>
public sealed record ChartPoint(DateTime On, double First, double Second);

/// <summary>A column of a chart.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">How many.</param>
public sealed record ChartColumn(string Label, double Value);
