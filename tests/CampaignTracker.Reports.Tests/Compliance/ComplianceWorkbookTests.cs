using System.IO.Compression;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Tests.Compliance;

public sealed class ComplianceWorkbookTests
{
    private const int HeaderRow = 4; // title, moment, mark of a demonstration

    public ComplianceWorkbookTests() => System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    public async Task The_validator_finds_nothing(string language)
    {
        foreach (var given in (Given[])[Given.EveryStandingUnderOddNames(whole: true), Given.Nothing(), Given.Many(200)])
        {
            using var document = SpreadsheetDocument.Open(await given.WriteAsync(language), false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => error.Part!.Uri + ": " + error.Description));
        }
    }

    [Fact]
    public async Task Texts_come_back_as_texts()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        var data = book.Worksheet(Text.DataTab);
        foreach (var (i, row) in given.Rows.Index())
        {
            var r = HeaderRow + 1 + i;
            foreach (var (column, wanted) in ((int, string)[])[(1, row.LineCode), (2, row.LineName), (3, row.UnitCode), (4, row.UnitName), (5, row.UnitKind), (13, Wording.Of(row.Standing))])
            {
                var cell = data.Cell(r, column);
                Assert.False(cell.HasFormula);
                // Excel undoes this escape; ClosedXML does so in shared strings only.
                Assert.Equal(AsACellHoldsIt(wanted), cell.GetString().Replace("_x005F_", "_"));
                if (cell.GetString().Length > 0) Assert.Equal(XLDataType.Text, cell.DataType);
            }
        }
    }

    [Fact]
    public async Task Dates_come_back_as_dates()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        var data = book.Worksheet(Text.DataTab);
        foreach (var (i, row) in given.Rows.Index())
            foreach (var (column, wanted) in ((int, DateOnly?)[])[(7, row.Facts.DueOn), (8, row.Facts.FirstSentOn), (9, row.Facts.SupplementDueOn), (10, row.Facts.CompletedOn), (12, row.Facts.ExcusedOn)])
            {
                var cell = data.Cell(HeaderRow + 1 + i, column);
                Assert.Equal(wanted, cell.IsEmpty() ? null : DateOnly.FromDateTime(cell.GetDateTime()));
            }
    }

    [Fact]
    public async Task Every_figure_is_a_formula_over_all_rows_and_carries_its_value()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        var summary = book.Worksheet(Text.SummaryTab);
        var last = HeaderRow + given.Rows.Count;
        var totals = HeaderRow + given.Lines.Count + 1;
        for (var row = HeaderRow + 1; row <= totals; row++)
            for (var column = 3; column <= 13 + given.Requirements.Count; column++)
            {
                var formula = summary.Cell(row, column).FormulaA1;
                if (column is >= 11 and <= 13) Assert.StartsWith($"IF(C{row}=0,\"\",", formula);
                else if (column <= 10 && row == totals) Assert.Equal($"SUM({(char)('A' + column - 1)}{HeaderRow + 1}:{(char)('A' + column - 1)}{totals - 1})", formula);
                else
                {
                    Assert.Contains("COUNTIFS('" + Text.DataTab + "'!", formula);
                    Assert.All(System.Text.RegularExpressions.Regex.Matches(formula, @"\$\w+\$(\d+):\$\w+\$(\d+)"), range => Assert.Equal(($"{HeaderRow + 1}", $"{last}"), (range.Groups[1].Value, range.Groups[2].Value)));
                }
            }
        Figures.AreThoseOfTheBoard(given, summary, HeaderRow);
        Assert.All(book.Worksheet(Text.DataTab).Range(HeaderRow + 1, 16, last, 23).Cells(), cell => Assert.True(cell.HasFormula));
    }

    [Fact]
    public async Task On_request_every_unit_has_its_sheet_and_every_share_in_the_workbook_is_a_formula()
    {
        var given = Given.EveryStandingUnderOddNames(whole: true);
        using var book = new XLWorkbook(await given.WriteAsync());
        var sheets = UnitFigures.Sheets(given, book).ToList();
        Assert.Equal(given.Lines.Count, sheets.Count);
        Assert.All(sheets, sheet => Assert.InRange(sheet.Name.Length, 1, 31));
        Assert.Equal(book.Worksheets.Count, book.Worksheets.Select(sheet => sheet.Name.ToUpperInvariant()).Distinct().Count());
        foreach (var (line, sheet) in given.Lines.Zip(sheets).Where(pair => pair.First.Name.Length < 100)) Assert.Contains($"({line.Code})", sheet.Cell(1, 1).GetString());
        UnitFigures.AreThoseOfTheBoard(given, book, HeaderRow);
        Assert.All(book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => cell.Style.NumberFormat.Format == "0.0%")), cell => Assert.True(cell.HasFormula, cell.Address.ToString(XLReferenceStyle.A1, true)));
    }

    [Fact]
    public async Task Sheets_that_have_nothing_to_say_are_left_out()
    {
        using var book = new XLWorkbook(await Given.EveryStandingUnderOddNames().WriteAsync());
        Assert.False(book.TryGetWorksheet(Text.TrendTab, out _));
        Assert.Equal(10, book.Worksheets.Count);
    }

    [Fact]
    public async Task Every_figure_of_every_sheet_is_defined_and_says_where_it_comes_from()
    {
        var given = Given.EveryStandingUnderOddNames(whole: true);
        using var book = new XLWorkbook(await given.WriteAsync());
        var definitions = book.Worksheet(Text.DefinitionsTab);
        var defined = definitions.RowsUsed().Where(row => row.Cell(5).GetString().Length > 0).Select(row => row.Cell(1).GetString()).ToHashSet();
        var byRequirement = Text.CompletedRateOf.Replace("{0}", "");
        var figures = book.Worksheets.SelectMany(sheet => sheet.Row(HeaderRow).CellsUsed(cell => cell.Style.Font.Italic && cell.Style.Font.Bold)).Select(cell => cell.GetString())
            .Distinct().Where(title => !title.StartsWith(byRequirement, StringComparison.Ordinal)).ToList();
        Assert.Contains(Text.SentInWeek, figures);
        Assert.Empty(figures.Except(defined));
    }

    [Fact]
    public async Task The_cover_shows_the_totals_and_the_day_that_the_flags_read()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        var cover = book.Worksheet(1);
        Assert.Equal(Given.Today, DateOnly.FromDateTime(cover.Cell("B8").GetDateTime()));
        Assert.Contains("'" + Text.CoverTab + "'!$B$8", book.Worksheet(Text.DataTab).Cell(HeaderRow + 1, 22).FormulaA1);
        var total = given.Board().Total;
        Assert.Equal([total.Expected, total.Sent, total.OnTime, total.Completed, total.SupplementAsked, total.Waiting, total.Overdue, total.Excused],
            Enumerable.Range(11, 8).Select(row => Figures.Cached(cover.Cell(row, 2))!.Value));
        Assert.All(cover.Range("B11:B18").Cells(), cell => Assert.StartsWith("'" + Text.SummaryTab + "'!", cell.FormulaA1));
        Assert.Contains(cover.CellsUsed(), cell => cell.GetString().Contains("13:40") && cell.GetString().Contains("22/11/2026"));
    }

    [Fact]
    public async Task Lists_are_frozen_filtered_and_printed_with_their_headings()
    {
        var given = Given.Many(30);
        using var book = new XLWorkbook(await given.WriteAsync());
        foreach (var (tab, area) in ((string, string)[])[(Text.SummaryTab, "A4:P6"), (Text.DataTab, "A4:W34"), (Text.ExclusionsTab, null!)])
        {
            var sheet = book.Worksheet(tab);
            Assert.Equal(HeaderRow, sheet.SheetView.SplitRow);
            Assert.Equal((HeaderRow, HeaderRow), (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.LastRowToRepeatAtTop));
            Assert.Equal(XLPageOrientation.Landscape, sheet.PageSetup.PageOrientation);
            Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize);
            Assert.Equal(1, sheet.PageSetup.PagesWide);
            Assert.True(sheet.AutoFilter.IsEnabled);
            if (area is not null) Assert.Equal(area, sheet.AutoFilter.Range.RangeAddress.ToStringRelative());
        }
        Assert.Equal("A1:M34", book.Worksheet(Text.DataTab).PageSetup.PrintAreas.Single().RangeAddress.ToStringRelative());
        Assert.All(book.Worksheets, sheet => Assert.All(sheet.CellsUsed(), cell => Assert.Equal("Times New Roman", cell.Style.Font.FontName)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_demonstration_says_so_on_every_sheet_and_nothing_else_does(bool demo)
    {
        using var book = new XLWorkbook(await new Given { Demo = demo }.WriteAsync());
        Assert.All(book.Worksheets, sheet => Assert.Equal(demo, sheet.CellsUsed().Any(cell => cell.GetString() == Text.Demo)));
        Assert.All(book.Worksheets, sheet => Assert.Equal(demo, sheet.PageSetup.Header.Right.GetText(XLHFOccurrence.OddPages).Contains(Text.Demo)));
    }

    [Fact]
    public async Task Exclusions_say_why_who_and_when()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var book = new XLWorkbook(await given.WriteAsync());
        var rows = book.Worksheet(Text.ExclusionsTab).RowsUsed().Skip(HeaderRow).ToArray();
        Assert.Equal(given.Rows.Count(row => row.ExcuseReason is not null) + given.Rows.Count(row => row.ExtensionReason is not null), rows.Length);
        Assert.All(rows, row => Assert.Contains(row.Cell(6).GetString(), new[] { "@excused", "=extended" }));
        Assert.All(rows, row => Assert.Contains(row.Cell(7).GetString(), new[] { "-Someone", Text.NotInFigures }));
        Assert.All(rows, row => Assert.Equal(row.Cell(5).GetString() == Text.Excused, !row.Cell(8).IsEmpty()));
    }

    [Fact]
    public async Task Definitions_name_every_count_and_requirement()
    {
        using var book = new XLWorkbook(await Given.Many(3).WriteAsync());
        var words = book.Worksheet(Text.DefinitionsTab).CellsUsed().Select(cell => cell.GetString()).ToHashSet();
        Assert.Superset(new HashSet<string> { Text.Expected, Text.OnTimeMeaning, Text.OnTimeRate, Text.TimeZoneMeaning, "=A plan for the year", "Document B", Text.NoSource, Wording.Of(Domain.GoverningDocuments.Confidence.Recalled) }, words);
    }

    [Fact]
    public async Task An_empty_report_says_that_it_is_empty()
    {
        using var book = new XLWorkbook(await Given.Nothing().WriteAsync());
        Assert.Equal(Text.NoData, book.Worksheet(Text.DataTab).Cell(HeaderRow + 1, 1).GetString());
        Assert.Equal(Text.NoLines, book.Worksheet(Text.SummaryTab).Cell(HeaderRow + 1, 1).GetString());
        Assert.Equal(Text.NoExclusions, book.Worksheet(Text.ExclusionsTab).Cell(HeaderRow + 1, 1).GetString());
        Assert.Equal(0, Figures.Cached(book.Worksheet(Text.SummaryTab).Cell(HeaderRow + 2, 3)));
        Assert.Null(Figures.Cached(book.Worksheet(Text.SummaryTab).Cell(HeaderRow + 2, 11)));
    }

    [Fact]
    public async Task A_row_under_no_line_stops_the_writing()
    {
        var given = Given.Many(4);
        given.Lines.RemoveAt(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => given.WriteAsync());
    }

    [Fact]
    public async Task Every_row_has_its_height()
    {
        using var zip = new ZipArchive(await Given.EveryStandingUnderOddNames().WriteAsync());
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            var xml = await reader.ReadToEndAsync();
            Assert.DoesNotMatch("<row r=\"[0-9]+\">", xml);
            Assert.DoesNotContain("<dimension", xml);
            Assert.All(System.Text.RegularExpressions.Regex.Matches(xml, "<row r=\"[0-9]+\" ht=\"([0-9.]+)\""), row => Assert.InRange(double.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 15, 409));
        }
    }

    private static string AsACellHoldsIt(string text)
    {
        var clean = string.Concat(text.Replace("\r\n", "\n").Where(letter => letter >= ' ' || letter is '\n' or '\t'));
        if (clean.EndsWith('\uD83C')) clean = clean[..^1] + '\uFFFD'; // half a letter
        return clean.Length > 32_767 ? clean[..32_767] : clean;
    }
}
