using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Progress;

/// <summary>What can be counted in a result to reach: "6 hộ, mỗi quý một lần" gives 6 and "hộ". Never a typed percentage as a figure reached.</summary>
/// <param name="Number">The first number named.</param>
/// <param name="Counted">The word or two behind it, "" when there is none.</param>
public readonly partial record struct Measure(int Number, string Counted)
{
    /// <summary>Reads the first whole number with what it counts; null when none is named.</summary>
    public static Measure? Read(string? result)
    {
        if (string.IsNullOrWhiteSpace(result) || FirstNumber().Match(result) is not { Success: true } match) return null;
        var digits = match.Groups["n"].Value.Replace(".", "", StringComparison.Ordinal);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > ProgressFacts.FigureLimit) return null;
        return new Measure(number, match.Groups["of"].Value.Trim());
    }

    [GeneratedRegex(@"(?<![\d/])(?<n>\d{1,3}(\.\d{3})+|\d+)(?!\s*/\s*\d)(?<of>%|\s+[\p{L}]+(\s+[\p{L}]+)?)?")]
    private static partial Regex FirstNumber();
}
