using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain;

/// <summary>Text at the border, and the key by which it is found whatever the marks and the case.</summary>
public static class SearchKey
{
    /// <summary>Composed form (NFC), outer and no-break blanks gone, as well as what no database takes. Null stays null.</summary>
    public static string? Clean(string? text) =>
        text is null ? null : Storable(text).Replace('\u00A0', ' ').Normalize(NormalizationForm.FormC).Trim();

    // A zero character is refused by PostgreSQL, half of a surrogate pair (a cut emoji) by the normalisation itself.
    private static string Storable(string text)
    {
        var whole = !text.Contains('\0');
        for (var i = 0; whole && i < text.Length; i++)
            if (char.IsSurrogate(text[i])) whole = char.IsSurrogatePair(text, i) || (i > 0 && char.IsSurrogatePair(text, i - 1));
        return whole ? text : string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && rune.Value != 0));
    }

    /// <summary>
    /// Lower case without marks, đ as d, runs of blanks as one: "ĐẢNG ỦY", "đảng uỷ" and "dang uy" give the same key.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var c in Storable(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }
            folded.Append(c is '\u0111' or '\u0110' ? 'd' : char.ToLowerInvariant(c));
        }
        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }
}
