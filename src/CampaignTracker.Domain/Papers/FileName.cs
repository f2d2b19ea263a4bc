using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Papers;

/// <summary>The name of a file as it is shown and handed over again. It never becomes a path here; the reader's own machine makes one of it.</summary>
public static class FileName
{
    // Names that Windows takes for devices, whatever follows the first dot.
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>What a refusal calls a file whose kind is not told yet: harmless to show, short.</summary>
    public static string Shown(string? given) => Clean(given, null);

    /// <summary>
    /// Without folders, without characters that are invisible, turn the reading direction or mean something to a shell, no longer than
    /// <see cref="StoredFile.NameLength"/>, and with the ending that its content has: "report.exe" of a PDF becomes "report.exe.pdf".
    /// </summary>
    public static string Clean(string? given, FileKind kind) => Clean(given, (FileKind?)kind);

    private static string Clean(string? given, FileKind? kind)
    {
        // The end of a name counts; what is far longer is not worth going through.
        var text = given ?? "";
        if (text.Length > 4096) text = text[^4096..];
        text = SearchKey.Clean(text)!;
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.IsBmp && "<>:\"|?*%".Contains((char)rune.Value, StringComparison.Ordinal)) clean.Append('_');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)) clean.Append(rune.ToString());
        var name = clean.ToString().Trim(' ', '.');
        var endings = kind?.Endings() ?? [""];
        var ending = endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = (ending is null ? name : name[..^ending.Length]).TrimEnd(' ', '.');
        ending = ending is null ? endings[0] : name[^ending.Length..];
        if (stem.Length == 0) stem = "file";
        if (Devices.Contains(stem.Split('.')[0].TrimEnd())) stem = "_" + stem;
        if (stem.Length + ending.Length > StoredFile.NameLength) stem = stem[^(StoredFile.NameLength - ending.Length)..];
        if (char.IsLowSurrogate(stem[0])) stem = stem[1..];
        return stem + ending;
    }
}
