using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;

namespace CampaignTracker.Reports.Excel;

/// <summary>Text of a cell as people mean it.</summary>
internal static partial class CellText
{
    // Blanks of no width that programs leave behind, and the soft hyphen.
    private static readonly System.Buffers.SearchValues<char> Unseen = System.Buffers.SearchValues.Create("\u200B\u200C\u200D\u2060\uFEFF\u00AD");

    /// <summary>Composed (NFC), without what is not seen, control characters as blanks, outer blanks gone.</summary>
    public static string Clean(StringBuilder text)
    {
        var clean = text.ToString();
        // Excel writes characters that XML does not take as _x000D_.
        if (clean.Contains("_x", StringComparison.Ordinal)) clean = Escaped().Replace(clean, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        if (clean.AsSpan().IndexOfAny(Unseen) >= 0) clean = string.Concat(clean.Where(c => !Unseen.Contains(c)));
        if (clean.Any(char.IsControl)) clean = string.Concat(clean.Select(c => char.IsControl(c) ? ' ' : c));
        return SearchKey.Clean(clean)!;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
