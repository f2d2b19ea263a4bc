using ClosedXML.Excel;

namespace CampaignTracker.Reports.Excel;

/// <summary>Any list as a sheet: heading lines, one row of column headings with filter buttons, the rows as they come, perhaps totals.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="name">What stands on its tab.</param>
/// <param name="columns">The columns.</param>
/// <param name="rows">The rows: read once, forward only.</param>
public sealed class ListSheet<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) : Sheet(name)
{
    private int rowCount;

    /// <summary>Lines above the list.</summary>
    public IReadOnlyList<Cell> Headings { get; init; } = [];

    /// <summary>Columns that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Buttons for filtering beside the headings.</summary>
    public bool WithFilter { get; init; } = true;

    /// <summary>Last row that people may fill in: up to it the choices and prompts of the columns are offered. 0 for a list that is only read.</summary>
    public int FillTo { get; init; }

    /// <summary>What the list says when it has no rows, or null.</summary>
    public string? EmptyText { get; init; }

    /// <summary>Gives the row of totals, asked after the rows.</summary>
    public Func<ListSheet<T>, IReadOnlyList<Cell>>? Totals { get; init; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Column<T>> Columns => columns;

    /// <summary>The row of column headings.</summary>
    public int HeaderRow => Headings.Count + 1;

    /// <summary>The first row of the list.</summary>
    public int FirstRow => HeaderRow + 1;

    /// <summary>The last row of the list: an empty list has one row that holds nothing.</summary>
    public int LastListRow => HeaderRow + Math.Max(1, rowCount);

    internal override IReadOnlyList<double> Widths { get; } = [.. columns.Select(column => column.Width)];
    internal override (int Rows, int Columns) Frozen => (HeaderRow, FrozenColumns);
    internal override int RepeatedRow => HeaderRow;
    internal override string? FilterArea => !WithFilter ? null : $"A{HeaderRow}:{RowWriter.Letters(columns.Count - 1)}{LastListRow}";
    internal override string PrintArea => $"A1:{RowWriter.Letters(PrintedColumns - 1)}{LastRow}";

    private int PrintedColumns => columns.Count(column => column.Printed);

    /// <summary>Letter of a column.</summary>
    public string Letter(Column<T> column) => RowWriter.Letters(columns.Index().First(item => ReferenceEquals(item.Item, column)).Index);

    /// <summary>The cells of a column as formulas of other sheets call them: bounded by the real last row.</summary>
    public string Cells(Column<T> column) => $"{Reference}${Letter(column)}${FirstRow}:${Letter(column)}${LastListRow}";

    private protected override void Furnish(IXLWorksheet sheet)
    {
        if (FillTo < FirstRow) return;
        foreach (var (i, column) in columns.Index())
        {
            // Cells below the written rows look like them: a date typed there is shown as one.
            if (column.Look == Look.Date) sheet.Column(i + 1).Style.DateFormat.SetFormat("dd/MM/yyyy");
            if (column.Choices is null && column.Prompt is null) continue;
            var validation = sheet.Range(FirstRow, i + 1, FillTo, i + 1).SetDataValidation();
            if (column.Choices is { } choices) validation.List($"\"{string.Join(',', choices)}\"", inCellDropdown: true);
            else validation.AllowedValues = XLAllowedValues.AnyValue;
            validation.ShowErrorMessage = column.Choices is not null;
            validation.IgnoreBlanks = true;
            validation.InputTitle = column.Title;
            validation.InputMessage = column.Prompt ?? "";
            validation.ShowInputMessage = column.Prompt is not null;
        }
    }

    private protected override async Task WriteRowsAsync(RowWriter writer, CancellationToken ct)
    {
        foreach (var heading in Headings) await LineAsync(writer, [heading with { Span = PrintedColumns }], ct);
        await LineAsync(writer, [.. columns.Select(column => new Cell(column.Formula is null ? Look.Header : Look.WorkedOutHeader, column.Title))], ct);

        var formulas = columns.Select(column => column.Formula is null ? null : new RowFormula(column.Formula())).ToArray();
        var values = new CellValue[columns.Count];
        await foreach (var row in rows.WithCancellation(ct))
        {
            double height = 15;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = columns[i].Value(row);
                if (values[i].Text is { } text) height = Math.Max(height, Height(text, columns[i].Width, columns[i].Look));
            }
            writer.BeginRow(height);
            for (var i = 0; i < values.Length; i++)
                if (formulas[i] is { } formula) writer.Formula(columns[i].Look, formula, values[i]);
                else writer.Value(columns[i].Look, values[i]);
            await writer.EndRowAsync(ct);
            rowCount++;
        }
        if (rowCount == 0) await LineAsync(writer, [new Cell(Look.Text, EmptyText, Span: PrintedColumns)], ct);
        if (Totals is not null) await LineAsync(writer, Totals(this), ct);
    }

    private ValueTask LineAsync(RowWriter writer, IReadOnlyList<Cell> cells, CancellationToken ct)
    {
        writer.BeginRow(Height(cells.Select((cell, i) => (cell.Value.Text, Widths.Skip(i).Take(cell.Span).Sum(), cell.Look))));
        foreach (var cell in cells) writer.Cell(cell);
        return writer.EndRowAsync(ct);
    }
}
