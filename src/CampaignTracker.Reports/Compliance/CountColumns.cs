using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;

namespace CampaignTracker.Reports.Compliance;

/// <summary>The counts of a list's rows, then their rates: each a live formula, with the cells of the row of totals.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class CountColumns<T>
{
    private readonly Func<Counts> all;
    private readonly List<(Column<T> Column, Measure Measure)> counts, rates;
    private ListSheet<T>? sheet;

    /// <param name="of">The counts of a row.</param>
    /// <param name="all">The counts of all rows, asked once they are read.</param>
    /// <param name="formula">The formula of a count, where <c>{r}</c> stands for the row's number.</param>
    public CountColumns(Func<T, Counts> of, Func<Counts> all, Func<Measure, string> formula)
    {
        this.all = all;
        var measures = Measure.All();
        counts = [.. measures.Select(measure => (new Column<T>(measure.Title, 10, Look.Number, row => measure.Of(of(row))) { Formula = () => formula(measure) }, measure))];
        rates = [.. measures.Where(measure => measure.RateTitle is not null).Select(measure => (new Column<T>(measure.RateTitle!, 10, Look.Percent, row => of(row).Rate(measure.Of(of(row)))) { Formula = () => Share(measure) }, measure))];
    }

    /// <summary>The columns, counts first.</summary>
    public IEnumerable<Column<T>> Columns => counts.Concat(rates).Select(item => item.Column);

    /// <summary>The cells of the totals below them.</summary>
    public IEnumerable<Cell> Totals() =>
    [
        .. counts.Select(item => new Cell(Look.TotalNumber, item.Measure.Of(all()), $"SUM({sheet!.Letter(item.Column)}{sheet.FirstRow}:{sheet.Letter(item.Column)}{sheet.LastListRow})")),
        .. rates.Select(item => new Cell(Look.TotalPercent, all().Rate(item.Measure.Of(all())), Share(item.Measure))),
    ];

    /// <summary>The letter of a count's column.</summary>
    public string Letter(Measure measure) => sheet!.Letter(counts.First(item => item.Measure == measure).Column);

    /// <summary>Tells which sheet the columns stand on.</summary>
    public ListSheet<T> On(ListSheet<T> list) => sheet = list;

    private string Share(Measure measure) => SummarySheet.Share(Letter(measure) + "{r}", Letter(Measure.Expected) + "{r}");
}
