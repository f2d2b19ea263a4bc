using ClosedXML.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Tests.Compliance;

public sealed class CommitmentSheetsTests
{
    private const int HeaderRow = 4; // title, moment, mark of a demonstration

    public CommitmentSheetsTests() => System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");

    [Fact]
    public async Task The_carried_sums_are_those_of_the_rows()
    {
        foreach (var given in (Given[])[Given.EveryStandingUnderOddNames(), Given.Many(20)])
        {
            using var book = new XLWorkbook(await given.WriteAsync());
            CountedFigures.AreThoseOfTheRows(given, book, HeaderRow);
        }
    }

    [Fact]
    public async Task Every_sum_and_share_is_a_formula_over_all_rows()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        foreach (var (tab, data, count, rows) in ((string, string, int, int)[])[(Text.CommitmentYearTab, Text.CommitmentTab, 19, given.Registers.Count), (Text.CommitmentTermTab, Text.CommitmentTab, 19, given.Registers.Count), (Text.ProgressSummaryTab, Text.ProgressTab, 6, given.Plans.Count)])
        {
            var sheet = book.Worksheet(tab);
            for (var row = HeaderRow + 1; row <= HeaderRow + given.Lines.Count; row++)
                for (var column = 3; column < 3 + count; column++)
                {
                    var formula = sheet.Cell(row, column).FormulaA1;
                    Assert.StartsWith($"SUMIFS('{data}'!", formula);
                    Assert.All(System.Text.RegularExpressions.Regex.Matches(formula, @"\$\w+\$(\d+):\$\w+\$(\d+)"), range => Assert.Equal(($"{HeaderRow + 1}", $"{HeaderRow + rows}"), (range.Groups[1].Value, range.Groups[2].Value)));
                }
            Assert.StartsWith("IF(", sheet.Cell(HeaderRow + 1, 3 + count).FormulaA1);
            Assert.StartsWith("SUM(", sheet.Cell(HeaderRow + 1 + given.Lines.Count, 3).FormulaA1);
        }
    }

    [Fact]
    public async Task A_register_that_was_not_opened_leaves_its_people_empty()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        var sheet = book.Worksheet(Text.CommitmentTab);
        foreach (var (i, row) in given.Registers.Index())
        {
            Assert.Equal(row.People, (int?)Figures.Cached(sheet.Cell(HeaderRow + 1 + i, 10)));
            Assert.Equal(row.AdoptedOn is null, sheet.Cell(HeaderRow + 1 + i, 6).IsEmpty());
        }
    }

    [Fact]
    public async Task The_definitions_name_every_figure_of_both()
    {
        using var book = new XLWorkbook(await Given.Many(3).WriteAsync());
        var words = book.Worksheet(Text.DefinitionsTab).CellsUsed().Select(cell => cell.GetString()).ToHashSet();
        Assert.Superset(new HashSet<string> { Text.People, Text.PeopleMeaning, Text.Exempt, Text.ExemptMeaning, Text.RegisteredRate, Text.DoneRate, Text.PlanItemsMeaning, Text.PromiseOverdueMeaning, Text.ScopeNumberMeaning }, words);
    }
}
