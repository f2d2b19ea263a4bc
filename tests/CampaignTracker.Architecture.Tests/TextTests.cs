using System.Text.RegularExpressions;
using System.Xml.Linq;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rule 9: both languages say the same, and no sentence stands in code.</summary>
public class TextTests
{
    /// <summary>Texts in one language on purpose: Vietnamese papers and accounts, and the component library's own words, which it has in English itself.</summary>
    private static readonly string[] VietnameseOnly =
    [
        "src/CampaignTracker.UseCases/Plans/PlanTemplate.resx", "src/CampaignTracker.UseCases/People/AccountTexts.resx", "src/CampaignTracker.Web/Plans/PlanPaperTemplate.resx", "src/CampaignTracker.Reports/Commitments/CommitmentPaperText.resx", "src/CampaignTracker.Reports/Reminders/UrgingPaperText.resx", "src/CampaignTracker.Reports/Compliance/HeadNotePaperText.resx", "src/CampaignTracker.Web/Shared/RadzenWords.resx",
    ];

    /// <summary>Code with Vietnamese in literals, each with its reason.</summary>
    private static readonly string[] MaySpeak = [];

    private static readonly Regex Vietnamese = new("[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]", RegexOptions.IgnoreCase);

    [Fact]
    public void Both_languages_have_the_same_keys_and_places() => Complaints.None(Repository.Files("src", ".resx").Where(f => !f.Name.EndsWith(".en.resx", StringComparison.Ordinal) && !VietnameseOnly.Contains(f.Path))
        .SelectMany(f =>
        {
            var english = new Repository.File(f.Path.Replace(".resx", ".en.resx", StringComparison.Ordinal));
            return File.Exists(Path.Combine(Repository.Root.FullName, english.Path)) ? Differ(f.Path, Texts(f.Text), Texts(english.Text)) : [$"{f.Path} has no English"];
        }));

    [Fact]
    public void Every_refusal_and_standing_has_its_words()
    {
        foreach (var code in Enum.GetValues<Because>()) Assert.NotEmpty(Wording.Of(code));
        foreach (var standing in Enum.GetValues<Standing>()) Assert.NotEmpty(Wording.Of(standing));
    }

    [Fact]
    public void No_sentence_stands_in_code() => Complaints.None(
        Repository.Files("src", ".cs").Concat(Repository.Files("src", ".razor")).Where(f => !MaySpeak.Contains(f.Path)).SelectMany(f => Spoken(f.Path, f.Text)));

    [Fact]
    public void A_missing_word_or_a_sentence_in_code_would_be_seen()
    {
        Complaints.Some(Differ("x", new() { ["A"] = "{0} và {1}", ["B"] = "b" }, new() { ["A"] = "{0}", ["C"] = "c" }), "places of A", "lacks B", "C is English only");
        Complaints.Some(Differ("x", new() { ["A"] = "b" }, new() { ["A"] = " " }), "A is empty");
        Complaints.Some(Spoken("a.cs", "// đơn vị\nvar said = \"Gửi đi\";"), "Gửi đi");
        Complaints.Some(Spoken("a.cs", "var said = $\"Còn {left} ngày\";"), "Còn");
        Complaints.Some(Spoken("a.razor", "@* đơn vị *@\n<p>Đơn vị</p>"), "Đơn vị");
        Complaints.None(Spoken("a.cs", "/// <summary>Bí thư.</summary>\n/* đảng */ var name = \"bi thu\"; // cấp ủy"));
        Complaints.None(Spoken("a.razor", "@* đơn vị *@\n@code {\n    /// <summary>Bí thư.</summary>\n}"));
    }

    private static Dictionary<string, string> Texts(string resx) => XDocument.Parse(resx).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Differ(string path, Dictionary<string, string> vi, Dictionary<string, string> en)
    {
        foreach (var key in vi.Keys.Except(en.Keys)) yield return $"{path}: English lacks {key}";
        foreach (var key in en.Keys.Except(vi.Keys)) yield return $"{path}: {key} is English only";
        foreach (var key in vi.Keys.Intersect(en.Keys))
        {
            if (!Places(vi[key]).SetEquals(Places(en[key]))) yield return $"{path}: places of {key} differ";
            if (string.IsNullOrWhiteSpace(vi[key]) || string.IsNullOrWhiteSpace(en[key])) yield return $"{path}: {key} is empty";
        }
    }

    private static HashSet<string> Places(string text) => [.. Regex.Matches(text, @"\{(\d+)[^}]*\}").Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> Spoken(string path, string text)
    {
        if (path.EndsWith(".razor", StringComparison.Ordinal)) text = Regex.Replace(text, @"@\*.*?\*@|<!--.*?-->", "", RegexOptions.Singleline);
        // Comments go, literals stay: whichever begins first wins.
        text = Regex.Replace(text, """"(?<keep>"""(?s:.*?)"""|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*")|(?<!:)//[^\n]*|/\*(?s:.*?)\*/"""", m => m.Groups["keep"].Value);
        return text.Split('\n').Where(line => Vietnamese.IsMatch(line)).Select(line => $"{path}: {line.Trim()}");
    }
}
