using CampaignTracker.Domain;

namespace CampaignTracker.Reports.Excel;

/// <summary>Names for the tabs of one workbook: what Excel takes, and each once whatever the case.</summary>
/// <param name="taken">Names in use.</param>
public sealed class SheetNames(IEnumerable<string> taken)
{
    private const int Longest = 31;

    // Excel takes the last three inside a name; not every reader does: a name ends at the first two for some, and _x0041_ is a letter for others.
    private static readonly System.Buffers.SearchValues<char> Refused = System.Buffers.SearchValues.Create("[]:*?/\\'!_");

    private readonly HashSet<string> names = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name nearest to a text, from now on taken; a number behind it where it is taken already.</summary>
    public string Take(string text)
    {
        var clean = string.Concat(SearchKey.Clean(text)!.Where(letter => !char.IsControl(letter) && !Refused.Contains(letter))).Trim();
        if (clean.Length == 0) clean = "-";
        for (var n = 1; ; n++)
        {
            var end = n == 1 ? "" : $" ({n})";
            var name = Cut(clean, Longest - end.Length) + end;
            if (names.Add(name)) return name;
        }
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
}
