using System.Diagnostics;
using System.Globalization;
using CampaignTracker.Reports.Excel;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace CampaignTracker.Benchmarks;

/// <summary>
/// A list of 160,000 rows × 12 columns (texts, dates, numbers, one formula) as a workbook: by our writer, by OpenXmlWriter and by ClosedXML, the same cells in the same run.
/// Peak memory belongs to a process: each writer is measured in one of its own, which this one starts.
/// </summary>
internal static class WorkbookFigures
{
    private const int RowCount = 160_000, Rounds = 7, BarMilliseconds = 3000, BarMegabytes = 200;

    private static readonly string[] Writers = ["ours", "openxml", "closedxml"];
    private static readonly DateOnly Day = new(2026, 1, 2);

    private sealed record Row(int Number, string Code, string Name, string Parent, string Kind, DateOnly Due, DateOnly? Sent, DateOnly? Completed, string Standing, int Expected, double Share);

    /// <summary>Measures all three; a bar that is missed is said.</summary>
    public static void Print()
    {
        Console.WriteLine($"{$"workbook, {RowCount:N0} rows x 12",-34}{"p50 ms",9}{"slowest",9}{"peak MB",9}{"file MB",9}{"x ours",8}");
        double? ours = null;
        foreach (var writer in Writers)
        {
            var said = Measured(writer).Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            ours ??= said[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writer,-34}{said[0],9:F0}{said[1],9:F0}{said[2],9:F0}{said[3],9:F1}{said[0] / ours,8:F1}{(writer == Writers[0] && (said[0] > BarMilliseconds || said[2] > BarMegabytes) ? $"   MISSED: {BarMilliseconds} ms, {BarMegabytes} MB" : "")}"));
        }
    }

    /// <summary>One writer, in this process: p50 and slowest in ms, peak and file in MB.</summary>
    public static async Task<string> MeasureAsync(string writer)
    {
        var times = new List<double>();
        long bytes = 0;
        for (var round = 0; round < (writer == "closedxml" ? 3 : Rounds); round++)
        {
            await using var output = new Counted();
            var watch = Stopwatch.StartNew();
            await WriteAsync(writer, output);
            times.Add(watch.Elapsed.TotalMilliseconds);
            bytes = output.Bytes;
        }
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:F1} {times[^1]:F1} {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F1} {bytes / 1048576.0:F2}");
    }

    private static string Measured(string writer)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.GetCommandLineArgs().Take(1).Where(path => path.EndsWith(".dll", StringComparison.Ordinal) && !Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals(Path.GetFileNameWithoutExtension(path), StringComparison.Ordinal)), "workbook=" + writer]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"{writer} ended with {process.ExitCode}");
    }

    private static Task WriteAsync(string writer, Stream output) => writer switch
    {
        "ours" => OursAsync(output),
        "openxml" => Task.Run(() => OpenXml(output)),
        "closedxml" => Task.Run(() => ClosedXml(output)),
        _ => throw new ArgumentException(writer),
    };

    private static IEnumerable<Row> Rows()
    {
        for (var i = 1; i <= RowCount; i++)
            yield return new(i, $"19-{i % 92 + 5000:00000}-{i % 400:000}", $"Chi bộ Tổ dân phố số {i % 400}, phường Phan Đình Phùng", $"Đảng ủy phường số {i % 92}", "Chi bộ trực thuộc", Day.AddDays(i % 300),
                i % 4 == 0 ? null : Day.AddDays(i % 290), i % 3 == 0 ? null : Day.AddDays(i % 295), i % 5 == 0 ? "Quá hạn" : "Hoàn tất", i % 7, i % 100 / 100.0);
    }

    private static async IAsyncEnumerable<Row> RowsAsync()
    {
        foreach (var row in Rows()) yield return row;
        await Task.CompletedTask;
    }

    private static readonly string[] Titles = ["No.", "Code", "Name", "Parent", "Kind", "Due", "Sent", "Completed", "Standing", "Expected", "Share", "Flag"];

    private static Task OursAsync(Stream output) => WorkbookFile.WriteAsync("Rows", [new ListSheet<Row>("Rows",
    [
        new(Titles[0], 8, Look.Number, row => row.Number), new(Titles[1], 16, Look.Text, row => row.Code), new(Titles[2], 44, Look.Text, row => row.Name), new(Titles[3], 30, Look.Text, row => row.Parent),
        new(Titles[4], 20, Look.Text, row => row.Kind), new(Titles[5], 12, Look.Date, row => row.Due), new(Titles[6], 12, Look.Date, row => row.Sent), new(Titles[7], 12, Look.Date, row => row.Completed),
        new(Titles[8], 14, Look.Text, row => row.Standing), new(Titles[9], 10, Look.Number, row => row.Expected), new(Titles[10], 10, Look.Percent, row => row.Share),
        new(Titles[11], 8, Look.Number, row => row.Sent is null ? 0 : 1) { Formula = () => "IF($G{r}=\"\",0,1)" },
    ], RowsAsync())], output, default);

    // As its makers show it: one element a cell, styles by number, nothing kept.
    private static void OpenXml(Stream output)
    {
        using var kept = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(kept, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new(new Spreadsheet.Fonts(new Spreadsheet.Font()), new Spreadsheet.Fills(new Spreadsheet.Fill()), new Spreadsheet.Borders(new Spreadsheet.Border()),
                new Spreadsheet.CellFormats(new Spreadsheet.CellFormat(), new Spreadsheet.CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }, new Spreadsheet.CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }));
            var sheet = book.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(sheet))
            {
                writer.WriteStartElement(new Spreadsheet.Worksheet());
                writer.WriteStartElement(new Spreadsheet.SheetData());
                writer.WriteStartElement(new Spreadsheet.Row());
                foreach (var title in Titles) Text(title);
                writer.WriteEndElement();
                foreach (var row in Rows())
                {
                    writer.WriteStartElement(new Spreadsheet.Row());
                    Number(row.Number);
                    foreach (var text in (string[])[row.Code, row.Name, row.Parent, row.Kind]) Text(text);
                    foreach (var day in (DateOnly?[])[row.Due, row.Sent, row.Completed]) Number(day?.DayNumber - 693593, 1);
                    Text(row.Standing);
                    Number(row.Expected);
                    Number(row.Share, 2);
                    writer.WriteElement(new Spreadsheet.Cell { CellFormula = new($"IF($G{row.Number + 1}=\"\",0,1)"), CellValue = new(row.Sent is null ? 0 : 1) });
                    writer.WriteEndElement();
                }
                writer.WriteEndElement();
                writer.WriteEndElement();

                void Text(string text) => writer.WriteElement(new Spreadsheet.Cell { DataType = Spreadsheet.CellValues.InlineString, InlineString = new(new Spreadsheet.Text(text)) });
                void Number(double? number, uint style = 0) => writer.WriteElement(number is { } known ? new Spreadsheet.Cell { CellValue = new(known), StyleIndex = style } : new Spreadsheet.Cell { StyleIndex = style });
            }
            book.Workbook = new(new Spreadsheet.Sheets(new Spreadsheet.Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Rows" }));
        }
        kept.Position = 0;
        kept.CopyTo(output);
    }

    private static void ClosedXml(Stream output)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Rows");
        for (var i = 0; i < Titles.Length; i++) sheet.Cell(1, i + 1).SetValue(Titles[i]);
        foreach (var row in Rows())
        {
            var at = row.Number + 1;
            sheet.Cell(at, 1).SetValue(row.Number);
            foreach (var (i, text) in new[] { row.Code, row.Name, row.Parent, row.Kind }.Index()) sheet.Cell(at, i + 2).SetValue(text);
            foreach (var (i, day) in new DateOnly?[] { row.Due, row.Sent, row.Completed }.Index())
                if (day is { } known) sheet.Cell(at, i + 6).SetValue(known.ToDateTime(TimeOnly.MinValue));
            sheet.Cell(at, 9).SetValue(row.Standing);
            sheet.Cell(at, 10).SetValue(row.Expected);
            sheet.Cell(at, 11).SetValue(row.Share);
            sheet.Cell(at, 12).FormulaA1 = $"IF($G{at}=\"\",0,1)";
        }
        using var kept = new MemoryStream();
        book.SaveAs(kept);
        kept.Position = 0;
        kept.CopyTo(output);
    }

    private sealed class Counted : Stream
    {
        public long Bytes { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Bytes;
        public override long Position { get => Bytes; set => throw new NotSupportedException(); }
        public override void Write(ReadOnlySpan<byte> buffer) => Bytes += buffer.Length;
        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
