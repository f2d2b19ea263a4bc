using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Tests.Compliance;

/// <summary>What other programs make of the workbook.</summary>
public sealed partial class OtherReadersTests
{
    public OtherReadersTests() => System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi-VN");

    [NeedsLibreOffice]
    public async Task LibreOffice_works_out_the_figures_of_the_board()
    {
        foreach (var (given, headerRow) in ((Given, int)[])[(Given.EveryStandingUnderOddNames(whole: true), 4), (Given.Many(500), 4), (new Given { Demo = false }, 3)])
        {
            using var folder = new TemporaryFolder();
            await SpoilCarriedValuesAsync(await given.WriteAsync(), folder.File("report.xlsx"));
            using (var spoiled = new XLWorkbook(folder.File("report.xlsx"))) Assert.Equal(777, Figures.Cached(spoiled.Worksheet(Text.SummaryTab).Cell(headerRow + 1 + Math.Max(1, given.Lines.Count), 3)));

            using var recalculated = new XLWorkbook(await RecalculatedAsync(folder));
            Figures.AreThoseOfTheBoard(given, recalculated.Worksheet(Text.SummaryTab), headerRow + (given.Lines.Count == 0 ? 1 : 0));
            var board = given.Board();
            Assert.Equal(board.Total.Overdue, Figures.Cached(recalculated.Worksheet(Text.CoverTab).Cell("B17")));
            Assert.Equal(Figures.Rounded(board.Total.Rate(board.Total.Sent)), Figures.Rounded(Figures.Cached(recalculated.Worksheet(Text.CoverTab).Cell("C12"))));
            CountedFigures.AreThoseOfTheRows(given, recalculated, headerRow);
            UnitFigures.AreThoseOfTheBoard(given, recalculated, headerRow);
        }
    }

    [NeedsOpenpyxl]
    public async Task Openpyxl_reads_the_same_workbook()
    {
        var given = Given.EveryStandingUnderOddNames();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("report.xlsx"), (await given.WriteAsync()).ToArray());
        var answer = JsonDocument.Parse(await OutsideTools.RunAsync(OutsideTools.Python, "-c",
            """
            import json, sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1]); carried = openpyxl.load_workbook(sys.argv[1], data_only=True)
            summary, data = book.worksheets[1], book.worksheets[2]
            print(json.dumps(dict(sheets=book.sheetnames, freeze=data.freeze_panes, filter=data.auto_filter.ref, titles=data.print_title_rows, area=str(data.print_area),
              rows=data.max_row, due=data['G5'].value.isoformat(), format=data['G5'].number_format, font=data['D5'].font.name, line=data['B5'].value, kind=data['B5'].data_type,
              count=summary['C5'].value, carried=carried.worksheets[1]['C5'].value, percent=summary['K5'].number_format,
              people=book.worksheets[3]['E5'].value, peopleCarried=carried.worksheets[3]['E5'].value, share=book.worksheets[3]['W5'].value)))
            """, folder.File("report.xlsx"))).RootElement;

        Assert.Equal([Text.CoverTab, Text.SummaryTab, Text.DataTab, Text.CommitmentYearTab, Text.CommitmentTermTab, Text.CommitmentTab, Text.ProgressSummaryTab, Text.ProgressTab, Text.ExclusionsTab, Text.DefinitionsTab], answer.GetProperty("sheets").EnumerateArray().Select(name => name.GetString()!));
        var last = 4 + given.Rows.Count;
        Assert.Equal(last, answer.GetProperty("rows").GetInt32());
        Assert.Equal("B5", answer.GetProperty("freeze").GetString());
        Assert.Equal($"A4:W{last}", answer.GetProperty("filter").GetString());
        Assert.Equal("$4:$4", answer.GetProperty("titles").GetString()!.Replace("4:4", "$4:$4").Replace("$$", "$"));
        Assert.Contains($"$A$1:$M${last}", answer.GetProperty("area").GetString());
        Assert.StartsWith(given.Rows[0].Facts.DueOn.ToString("yyyy-MM-dd"), answer.GetProperty("due").GetString());
        Assert.Equal("dd/MM/yyyy", answer.GetProperty("format").GetString());
        Assert.Equal("Times New Roman", answer.GetProperty("font").GetString());
        Assert.Equal(given.Rows[0].LineName, answer.GetProperty("line").GetString());
        Assert.StartsWith("=COUNTIFS(", answer.GetProperty("count").GetString());
        Assert.Equal(given.Board().Lines[0].Total.Expected, answer.GetProperty("carried").GetInt32());
        Assert.Equal("0.0%", answer.GetProperty("percent").GetString());
        Assert.StartsWith("=SUMIFS('" + Text.CommitmentTab + "'!", answer.GetProperty("people").GetString());
        Assert.Equal(given.Registers.Where(row => row.LineCode == given.Lines[0].Code && row.Scope == Domain.Commitments.CommitmentScope.Year).Sum(row => row.People ?? 0), answer.GetProperty("peopleCarried").GetInt32());
        Assert.StartsWith("=IF(E5=0,", answer.GetProperty("share").GetString());
    }

    // With every carried value wrong, right figures can only have been worked out from the formulas.
    private static async Task SpoilCarriedValuesAsync(Stream workbook, string path)
    {
        using var from = new ZipArchive(workbook);
        using var to = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var entry in from.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            await using var writer = new StreamWriter(to.CreateEntry(entry.FullName).Open());
            await writer.WriteAsync(CarriedValue().Replace(await reader.ReadToEndAsync(), "</f><v>777</v>"));
        }
    }

    private static async Task<string> RecalculatedAsync(TemporaryFolder folder)
    {
        // A profile of its own that always recalculates what other programs wrote.
        Directory.CreateDirectory(folder.File("profile/user"));
        await File.WriteAllTextAsync(folder.File("profile/user/registrymodifications.xcu"),
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """);
        await OutsideTools.RunAsync("soffice", "-env:UserInstallation=" + new Uri(folder.File("profile")).AbsoluteUri, "--headless", "--convert-to", "xlsx", "--outdir", folder.File("out"), folder.File("report.xlsx"));
        return folder.File("out/report.xlsx");
    }

    [GeneratedRegex("</f><v>[^<]*</v>")]
    private static partial Regex CarriedValue();
}
