using System.Text.RegularExpressions;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Every list in the program is exported: whatever draws a table or turns pages stands on a page with the export's link.</summary>
public partial class ListTests
{
    /// <summary>Tables that are no list of the program, each with its reason.</summary>
    private static readonly Dictionary<string, string> NoLists = new()
    {
        ["DemoAccounts"] = "accounts to try, on the sign-in page",
        ["GalleryPage"] = "shows the parts, in development only",
        ["HelpPage"] = "explains the standings",
        ["ImportQuestions"] = "a form about a file that the reader holds",
        ["ImportResult"] = "says what is wrong in a file that the reader holds",
        ["ChangeLines"] = "a part of one row of the trail, whose export has it",
        ["LineSums"] = "five sums, in the compliance workbook",
        ["ProgressQuickPage"] = "a form over rows of the progress list",
        ["WithSuperior"] = "an excerpt of the unit's own filings",
    };

    private static IReadOnlyList<Repository.File> Parts => Repository.Files("src/CampaignTracker.Web", ".razor");

    [Fact]
    public void Every_list_is_exported() => Complaints.None(Unexported([.. Parts.Select(f => (f.Name, f.Text))], [.. NoLists.Keys]));

    [Fact]
    public void The_list_of_other_tables_is_true() => Complaints.None(NoLists.Keys.Where(name => !Parts.Any(f => f.Name == name + ".razor" && Lists().IsMatch(f.Text))).Select(name => name + " draws no table"));

    [Fact]
    public void A_list_without_its_link_would_be_seen()
    {
        Complaints.Some(Unexported([("Paged.razor", "<PageLinks Page=\"page\" />")], []), "Paged.razor");
        Complaints.Some(Unexported([("Page.razor", "<Rows />"), ("Rows.razor", "<table class=\"table\">")], []), "Rows.razor");
        Complaints.None(Unexported([("Page.razor", "<ExcelLink List=\"x\" />\n<Rows Of=\"y\" />"), ("Rows.razor", "<RadzenPager />")], []));
        Complaints.None(Unexported([("Paged.razor", "<PageLinks />")], ["Paged"]));
    }

    private static IEnumerable<string> Unexported(IReadOnlyList<(string Name, string Text)> parts, string[] besides)
    {
        return parts.Where(part => Lists().IsMatch(part.Text) && !besides.Contains(Bare(part.Name)) && !IsExported(part, [])).Select(part => part.Name + " draws a list without a link to its export, and so does every page around it");

        bool IsExported((string Name, string Text) part, HashSet<string> seen) => part.Text.Contains("<ExcelLink ", StringComparison.Ordinal)
            || (seen.Add(part.Name) && parts.Any(around => Regex.IsMatch(around.Text, $"<{Bare(part.Name)}[ />]") && IsExported(around, seen)));

        static string Bare(string file) => file[..^".razor".Length];
    }

    [GeneratedRegex("<table|<PageLinks|<RadzenPager")]
    private static partial Regex Lists();
}
