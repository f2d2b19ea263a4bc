using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reports;

/// <summary>
/// A list of the program as a workbook: described once beside its page, in the page's own words, and read through the page's own use case, so that nobody gets a row that the page would not show.
/// It stands under <c>/lists/{name}.xlsx</c> with the page's own query.
/// </summary>
public abstract partial class ListExport
{
    /// <summary>How its address calls a list: "registers-below" for <c>RegistersBelowExport</c>.</summary>
    public static string NameOf(Type list) => Humps().Replace(list.Name[..^"Export".Length], "-").ToLowerInvariant();

    /// <summary>Reads its first rows.</summary>
    /// <exception cref="Domain.Refusal">As on the page.</exception>
    public abstract Task<OpenList> OpenAsync(ListQuery query, CancellationToken ct);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}

/// <summary>A list whose first rows are read.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Unit">Whose list, or null for the asker's.</param>
/// <param name="Filter">What was left out, in words, or null.</param>
/// <param name="Headings">Headings of its columns.</param>
/// <param name="WriteAsync">Writes the whole list.</param>
public sealed record OpenList(string Title, string? Unit, string? Filter, IReadOnlyList<string> Headings, Func<ListHead, Stream, CancellationToken, Task> WriteAsync);

/// <summary>A list of rows.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public abstract class ListExport<TRow> : ListExport
{
    /// <summary>Some of the rows, with what is said above the list.</summary>
    /// <param name="Title">The list's name.</param>
    /// <param name="Rows">The rows, and how many there are of all.</param>
    /// <param name="Unit">Whose list; null for the asker's own.</param>
    /// <param name="Filter">What was left out, in words; what is null leaves nothing out.</param>
    protected sealed record Part(string Title, Page<TRow> Rows, string? Unit = null, params string?[] Filter);

    /// <summary>The columns, asked once the first part is read.</summary>
    protected abstract IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>The row of totals below the list, a cell a column; empty where the page has none.</summary>
    protected virtual IReadOnlyList<Cell> Totals => [];

    /// <summary>Reads a part in the order of the page.</summary>
    /// <param name="query">The page's query.</param>
    /// <param name="skip">Rows before it.</param>
    /// <param name="ct">Cancels.</param>
    protected abstract Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct);

    /// <summary>What tells a row from all others.</summary>
    protected abstract object KeyOf(TRow row);

    /// <inheritdoc/>
    public override async Task<OpenList> OpenAsync(ListQuery query, CancellationToken ct)
    {
        var first = await ReadAsync(query, 0, ct);
        var filter = first.Filter.Where(words => words is not null).ToList();
        if (first.Rows.Count > ListWorkbook.MostRows) filter.Add(ExportText.First.With(ListWorkbook.MostRows, first.Rows.Count));
        return new(first.Title, first.Unit, filter.Count == 0 ? null : string.Join(" · ", filter), [.. Columns.Select(column => column.Title)],
            (head, output, stop) => ListWorkbook.WriteAsync(head, Columns, RowsAsync(first, query, stop), Totals, output, stop));
    }

    /// <summary>A whole list that its use case gives at once.</summary>
    protected static Page<TRow> Whole(IReadOnlyList<TRow> rows) => new(rows, rows.Count);

    /// <summary>How a search reads in the words above a list.</summary>
    protected static string? Searched(string? search) => string.IsNullOrWhiteSpace(search) ? null : ExportText.Search.With(search.Trim());

    // What came in meanwhile pushes rows on into the next part, where they are known again.
    private async IAsyncEnumerable<TRow> RowsAsync(Part part, ListQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        HashSet<object> before = [];
        for (var read = 0; part.Rows.Rows.Count > 0; part = await ReadAsync(query, read, ct))
        {
            foreach (var row in part.Rows.Rows)
                if (!before.Contains(KeyOf(row))) yield return row;
            read += part.Rows.Rows.Count;
            if (read >= Math.Min(part.Rows.Count, ListWorkbook.MostRows)) yield break;
            before = [.. part.Rows.Rows.Select(KeyOf)];
        }
    }
}
