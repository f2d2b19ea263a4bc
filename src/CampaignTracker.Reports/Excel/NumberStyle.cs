using System.Globalization;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>Which styles of a workbook show a number as a date.</summary>
internal static class NumberStyle
{
    /// <summary>A truth value a cell style, in their order; closes the part.</summary>
    public static IReadOnlyList<bool> DatesOf(PartReader styles)
    {
        using var part = styles;
        var formats = new Dictionary<int, bool>();
        var dates = new List<bool>();
        var ofCells = false;
        while (part.NextElement())
            switch (part.Xml.LocalName)
            {
                case "numFmt" when Number(part.Xml.GetAttribute("numFmtId")) is { } id && formats.Count < ReadLimits.Formats:
                    formats[id] = ShowsDate(part.Xml.GetAttribute("formatCode") ?? "");
                    break;
                case "cellStyleXfs" or "cellStyles" or "dxfs":
                    ofCells = false;
                    break;
                case "cellXfs":
                    ofCells = true;
                    break;
                case "xf" when ofCells:
                    var format = Number(part.Xml.GetAttribute("numFmtId")) ?? 0;
                    dates.Add(formats.TryGetValue(format, out var shows) ? shows : IsBuiltInDate(format));
                    if (dates.Count > ReadLimits.Formats) throw UntrustedZip.TooMuch(WorkbookMeasure.Formats, ReadLimits.Formats);
                    break;
            }
        return dates;
    }

    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    // A letter of day, month, year or time outside quotation marks and brackets, in the part for positive numbers.
    private static bool ShowsDate(string code)
    {
        bool quoted = false, bracketed = false;
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[') bracketed = true;
            else if (c == ']') bracketed = false;
            else if (bracketed) continue;
            else if (c == ';') return false;
            else if ("dmyhsDMYHS".Contains(c, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
