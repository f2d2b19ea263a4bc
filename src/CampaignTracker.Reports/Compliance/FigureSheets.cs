using System.Globalization;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using Text = CampaignTracker.Reports.Compliance.ComplianceWorkbookText;

namespace CampaignTracker.Reports.Compliance;

/// <summary>A data row with the number of its summary row.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="Row">The row.</param>
/// <param name="Line">Number of its summary row, from 1.</param>
internal readonly record struct Numbered<T>(T Row, int Line);

/// <summary>
/// A list of figures and the summaries that add it up by unit: one column a figure, every sum a SUMIFS over the list, every share a quotient of sums.
/// Tied by number, as in <see cref="DataSheet"/>.
/// </summary>
internal sealed class FigureSheets<T>
{
    private readonly ComplianceReport report;
    private readonly List<Numbered<T>> rows;
    private readonly IReadOnlyList<Figure<T>> figures;
    private readonly Dictionary<Figure<T>, Column<Numbered<T>>> columns;
    private readonly Column<Numbered<T>> line;

    /// <param name="report">The report.</param>
    /// <param name="tab">What stands on the list's tab.</param>
    /// <param name="title">The list's title.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="lineOf">Code of the summary row a row counts under.</param>
    /// <param name="texts">The columns before the figures; those that formulas read have a name.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="hidden">Columns that only formulas need.</param>
    public FigureSheets(ComplianceReport report, string tab, string title, IReadOnlyList<T> rows, Func<T, string> lineOf, IReadOnlyList<(string? Name, Column<Numbered<T>> Column)> texts,
        IReadOnlyList<Figure<T>> figures, IReadOnlyList<Column<Numbered<T>>> hidden)
    {
        this.report = report;
        this.figures = figures;
        var numbers = report.Lines.Index().ToDictionary(item => item.Item.Code, item => item.Index + 1, StringComparer.Ordinal);
        this.rows = [.. rows.Select(row => new Numbered<T>(row, numbers.TryGetValue(lineOf(row), out var number) ? number : throw new InvalidOperationException("No summary line " + lineOf(row))))];
        line = new(Text.LineNumber, 10, Look.Number, row => row.Line) { Printed = false };
        columns = figures.ToDictionary(figure => figure, figure => new Column<Numbered<T>>(figure.Title, 11, Look.Number, row => figure.Of(row.Row))
            { Formula = figure.Formula is { } formula ? () => Resolved(formula) : null });
        Data = new(tab, [.. texts.Select(text => text.Column), .. figures.Select(figure => columns[figure]), line, .. hidden], Given(this.rows))
        {
            Headings = ComplianceWorkbook.Headings(report, title),
            Landscape = true,
            FrozenColumns = 2,
            EmptyText = Text.NoData,
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };

        string Resolved(string formula)
        {
            foreach (var (name, column) in texts.Where(text => text.Name is not null)) formula = formula.Replace($"{{{name}}}", At(column), StringComparison.Ordinal);
            foreach (var (i, figure) in figures.Index()) formula = formula.Replace($"{{{i.ToString(CultureInfo.InvariantCulture)}}}", At(columns![figure]), StringComparison.Ordinal);
            return formula;
        }

        string At(Column<Numbered<T>> column) => "$" + Data!.Letter(column) + "{r}";
    }

    /// <summary>The list.</summary>
    public ListSheet<Numbered<T>> Data { get; }

    /// <summary>A summary of the rows that satisfy a condition, which stands both as a function and as a column with what it equals.</summary>
    public ListSheet<SummaryLine> Summary(string tab, string title, Func<T, bool>? which = null, (Column<Numbered<T>> Column, int EqualTo)? condition = null)
    {
        var sums = new Dictionary<(int Line, Figure<T>), int>();
        foreach (var row in rows.Where(row => which is null || which(row.Row)))
            foreach (var figure in figures)
                foreach (var at in (int[])[row.Line, 0]) sums[(at, figure)] = sums.GetValueOrDefault((at, figure)) + (figure.Of(row.Row) ?? 0);
        int Sum(int line, Figure<T> figure) => sums.GetValueOrDefault((line, figure));
        double? Share(int line, Figure<T> figure) => Sum(line, figure.Share!.Value.Whole) is > 0 and var whole ? (double)Sum(line, figure) / whole : null;

        ListSheet<SummaryLine>? sheet = null;
        var added = figures.ToDictionary(figure => figure, figure => new Column<SummaryLine>(figure.Title, 11, Look.Number, at => Sum(at.Number, figure))
            { Formula = () => $"SUMIFS({Data.Cells(columns[figure])},{Data.Cells(line)},$A{{r}}{(condition is { } also ? $",{Data.Cells(also.Column)},{also.EqualTo.ToString(CultureInfo.InvariantCulture)}" : "")})" });
        var shared = figures.Where(figure => figure.Share is not null).Select(figure => (Figure: figure, Column: new Column<SummaryLine>(figure.Share!.Value.Title, 11, Look.Percent, at => Share(at.Number, figure)) { Formula = () => Quotient(figure) })).ToList();
        string Quotient(Figure<T> figure) => SummarySheet.Share(sheet!.Letter(added[figure]) + "{r}", sheet.Letter(added[figure.Share!.Value.Whole]) + "{r}");

        return sheet = new(tab,
        [
            new(Text.Number, 6, Look.Number, at => at.Number),
            new(Text.Unit, 34, Look.Text, at => at.Unit.Name),
            .. figures.Select(figure => added[figure]), .. shared.Select(item => item.Column),
        ], Given(report.Lines.Select((unit, i) => new SummaryLine(i + 1, unit))))
        {
            Headings = ComplianceWorkbook.Headings(report, title),
            Landscape = true,
            FrozenColumns = 2,
            EmptyText = Text.NoLines,
            Totals = list =>
            [
                new(Look.TotalText), new(Look.TotalText, Text.Total),
                .. figures.Select(figure => new Cell(Look.TotalNumber, Sum(0, figure), $"SUM({list.Letter(added[figure])}{list.FirstRow}:{list.Letter(added[figure])}{list.LastListRow})")),
                .. shared.Select(item => new Cell(Look.TotalPercent, Share(0, item.Figure), Quotient(item.Figure))),
            ],
            PageHeader = ComplianceWorkbook.Notice(report),
            PageFooter = ComplianceWorkbook.AsOf(report),
            PageWord = Text.Page,
        };
    }

    private static async IAsyncEnumerable<TRow> Given<TRow>(IEnumerable<TRow> rows)
    {
        foreach (var row in rows) yield return row;
        await Task.CompletedTask;
    }
}
