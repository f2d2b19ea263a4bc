using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;

namespace CampaignTracker.Reports.People;

/// <summary>The words by which columns of participants are known: those of the template in both languages, and what lists commonly say. Marks, case, brackets and stars do not count.</summary>
internal static partial class Headings
{
    private static readonly Dictionary<string, ParticipantColumn> Known = Words();

    // A running number says nothing that is lost.
    private static readonly HashSet<string> Silent = ["stt", "tt", "so tt", "so thu tu", "no", "ghi chu", "remarks"];

    /// <summary>The column of a heading, or null.</summary>
    public static ParticipantColumn? Of(string heading) => heading.Length < 200 && Known.TryGetValue(Plain(heading), out var column) ? column : null;

    /// <summary>True for headings whose leaving out nobody has to be told.</summary>
    public static bool IsSilent(string heading) => Plain(heading) is { Length: 0 } || Silent.Contains(Plain(heading));

    private static Dictionary<string, ParticipantColumn> Words()
    {
        var known = new Dictionary<string, ParticipantColumn>
        {
            ["ho ten"] = ParticipantColumn.Name, ["ho va ten khai sinh"] = ParticipantColumn.Name, ["ho va ten dang vien"] = ParticipantColumn.Name, ["ho ten dang vien"] = ParticipantColumn.Name, ["name"] = ParticipantColumn.Name,
            ["doi tuong tham gia"] = ParticipantColumn.Kind, ["loai doi tuong"] = ParticipantColumn.Kind,
            ["chuc danh"] = ParticipantColumn.PostTitle, ["chuc vu chuc danh"] = ParticipantColumn.PostTitle, ["position"] = ParticipantColumn.PostTitle,
            ["dung dau"] = ParticipantColumn.UnitHead, ["la nguoi dung dau"] = ParticipantColumn.UnitHead, ["nguoi dung dau don vi"] = ParticipantColumn.UnitHead, ["head"] = ParticipantColumn.UnitHead,
            ["ngay ve chi bo"] = ParticipantColumn.From, ["ve don vi tu ngay"] = ParticipantColumn.From, ["ve don vi tu"] = ParticipantColumn.From, ["tu ngay"] = ParticipantColumn.From,
            ["mien"] = ParticipantColumn.Exempt, ["mien cong tac"] = ParticipantColumn.Exempt, ["mien sinh hoat"] = ParticipantColumn.Exempt, ["mien cong tac sinh hoat"] = ParticipantColumn.Exempt, ["mien cong tac va sinh hoat dang"] = ParticipantColumn.Exempt, ["exempt"] = ParticipantColumn.Exempt,
            ["mien tu"] = ParticipantColumn.ExemptFrom, ["ngay mien"] = ParticipantColumn.ExemptFrom, ["duoc mien tu ngay"] = ParticipantColumn.ExemptFrom,
        };
        foreach (var column in Enum.GetValues<ParticipantColumn>())
            foreach (var language in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en") })
                known.TryAdd(Plain(Domain.Words.ResourceManager.GetString($"{nameof(ParticipantColumn)}_{column}", language)!), column);
        return known;
    }

    private static string Plain(string heading) => NoWord().Replace(Bracketed().Replace(SearchKey.Fold(heading), " "), " ").Trim();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
