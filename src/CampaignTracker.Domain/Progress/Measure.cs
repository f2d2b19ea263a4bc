using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Progress;

/// <summary>
/// What can be counted in a result to reach: "6 hộ, mỗi quý một lần" gives 6 and "hộ", "10/12 cuộc họp" gives 10 and "cuộc họp".
/// Percentages are passed over (a figure reached is counted, never typed as a percentage), as are days, years and the numbers of papers.
/// </summary>
/// <param name="Number">The first number that counts something.</param>
/// <param name="Counted">What it counts, in one word or two; "" when nothing is named.</param>
public readonly partial record struct Measure(int Number, string Counted)
{
    // Folded. Behind these words a number is an ordinal or the number of a paper.
    private static readonly HashSet<string> BeforeNames = ["thu", "so", "khoan", "dieu", "muc", "khoa", "ngay"];

    // Folded. A period: "tháng 6" is a day of the calendar, "6 tháng" how long, "mỗi tháng 2 buổi" how often.
    private static readonly HashSet<string> Periods = ["nam", "thang", "quy", "tuan", "ngay", "gio", "nhiem ky"];

    private static readonly HashSet<string> Every = ["moi", "hang", "mot", "tung"];

    // Folded. Behind these words "30/6" is a day; a plain number still counts.
    private static readonly HashSet<string> BeforeDays = ["truoc", "den", "tu", "sau", "het", "han", "xong"];

    // Folded. What is counted is named in two words; everything else in one.
    private static readonly HashSet<string> Pairs =
    [
        "cuoc hop", "ho so", "dong chi", "dang vien", "hoi vien", "doan vien", "mo hinh", "gia dinh", "van ban", "thu tuc", "hoc sinh", "tin bai", "phong su", "sang kien", "to chuc",
        "chuyen de", "quan chung", "cong trinh", "dien hinh", "viec lam", "nguoi dan", "can bo", "don thu", "cuoc van", "phan anh", "kien nghi", "nhiem vu", "dau viec", "quyen so", "luot nguoi", "ngay cong", "mau chuyen", "bien ban", "bao cao", "bai viet", "bai bao", "chuong trinh", "ho gia", "cong viec", "don vi",
    ];

    // Folded. Words that tell when or how, never what.
    private static readonly HashSet<string> CountNothing =
    [
        "moi", "mot", "trong", "truoc", "den", "duoc", "khong", "co", "la", "va", "tro", "tai", "cua", "cho", "dung", "voi", "theo", "hang", "bi", "thi", "o", "ve", "do", "se", "da",
    ];

    /// <summary>Reads the first whole number that counts something; null when there is none.</summary>
    public static Measure? Read(string? result)
    {
        if (string.IsNullOrWhiteSpace(result)) return null;
        var text = SearchKey.Clean(result)!;
        foreach (Match match in Numbers().Matches(text))
            if (Counts(match, OnceA(text, match)) is { } measure) return measure;
        return null;
    }

    private static Measure? Counts(Match match, bool every)
    {
        var (lead, before, first) = (Folded(match, "lead"), Folded(match, "before"), Folded(match, "first"));
        if (match.Groups["percent"].Success || (Periods.Contains(first) && !Pairs.Contains($"{first} {Folded(match, "second")}"))) return null;
        if ((Periods.Contains(before) || BeforeNames.Contains(before)) && !every && !Every.Contains(lead)) return null;
        if (match.Groups["parts"].Success && IsDay(match, before, first)) return null;
        if (!int.TryParse(Digits(match), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > ProgressFacts.FigureLimit) return null;
        return new Measure(number, What(match.Groups["first"].Value, match.Groups["second"].Value));
    }

    // "1 tháng 2 lần": the number before the period was read already.
    private static bool OnceA(string text, Match match) => text[..match.Index].TrimEnd() is var read && (read == "1" || read.EndsWith(" 1", StringComparison.Ordinal));

    // "10/12 cuộc họp" is a part of a whole; "30/6", "15/11/2027" and "trước 6/12" are days.
    private static bool IsDay(Match match, string before, string first) =>
        match.Groups["parts"].Captures.Count > 1 || first.Length == 0 || CountNothing.Contains(first) || BeforeDays.Contains(before)
        || int.Parse(match.Groups["parts"].Value, CultureInfo.InvariantCulture) < int.Parse(Digits(match), CultureInfo.InvariantCulture);

    private static string Folded(Match match, string group) => SearchKey.Fold(match.Groups[group].Value);

    private static string Digits(Match match) => match.Groups["n"].Value.Replace(".", "", StringComparison.Ordinal);

    private static string What(string first, string second)
    {
        if (first.Length == 0 || CountNothing.Contains(SearchKey.Fold(first))) return "";
        return Pairs.Contains(SearchKey.Fold($"{first} {second}")) ? $"{first} {second}" : first;
    }

    // A number standing alone ("05-CT" and "1,5" are none), perhaps a part of a whole or a range, with two words before and two behind. Nothing is given back once read.
    [GeneratedRegex(@"(?:(?:(?<lead>\p{L}+)\s+)?(?<before>\p{L}+)\s+)?(?<![\d\p{L}/.,-])(?<n>(?>\d{1,3}(?:\.\d{3})+|\d{1,7}))(?![\d]|,\d|-\p{L})(?>\s*/\s*(?<parts>\d{1,4})(?!\d))*(?>\s*[-\u2013]\s*\d{1,7})?(?=(?<percent>\s*%)|\s+(?<first>\p{L}+)(?:\s+(?<second>\p{L}+))?|)")]
    private static partial Regex Numbers();
}
