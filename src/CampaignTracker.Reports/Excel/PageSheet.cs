namespace CampaignTracker.Reports.Excel;

/// <summary>A page to read: a cover, a page of definitions. Each line is a row of cells side by side.</summary>
/// <param name="name">What stands on its tab.</param>
/// <param name="widths">Widths of its columns.</param>
/// <param name="lines">Its lines, asked when the page is written.</param>
public sealed class PageSheet(string name, IReadOnlyList<double> widths, Func<IEnumerable<IReadOnlyList<Cell>>> lines) : Sheet(name)
{
    internal override IReadOnlyList<double> Widths => widths;

    private protected override async Task WriteRowsAsync(RowWriter writer, CancellationToken ct)
    {
        foreach (var line in lines())
        {
            writer.BeginRow(Height(Sized(line)));
            foreach (var cell in line) writer.Cell(cell);
            await writer.EndRowAsync(ct);
        }
    }

    private IEnumerable<(string?, double, Look)> Sized(IReadOnlyList<Cell> line)
    {
        var column = 0;
        foreach (var cell in line)
        {
            yield return (cell.Value.Text, widths.Skip(column).Take(cell.Span).Sum(), cell.Look);
            column += cell.Span;
        }
    }
}
