using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Progress;

/// <summary>Each item or promise by month.</summary>
public sealed class ProgressMonthsExport(ViewProgressMonths view) : ListExport<ViewProgressMonths.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewProgressMonths.Row>> Columns =>
    [
        new(ProgressText.What, 44, Look.Text, row => row.Text),
        new(ProgressText.Owner, 24, Look.Text, row => row.Owner.Length > 0 ? row.Owner : Wording.Of(row.Subject)),
        new(ProgressText.Due, 13, Look.Date, row => row.DueOn),
        .. Enumerable.Range(1, ViewProgressMonths.Months).Select(month => new Column<ViewProgressMonths.Row>(ProgressText.Month.With(month), 13, Look.Text, row => Said(row.Cells[month - 1]))),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewProgressMonths.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = MonthsAsked.Read(query["unit"], query["year"], query["subject"], query["search"], null);
        var found = await view.RunAsync(asked.Input with { Skip = skip, Take = Paging.FileSize }, ct);
        return new($"{ProgressText.MonthsTitle} {found.Year}", found.Page, found.UnitName, ProgressWords.Filter(new(Subject: asked.Subject, Search: asked.Search)));
    }

    private static string? Said(ViewProgressMonths.Cell? cell) => cell is null ? null : cell.Figure is { } figure ? $"{ProgressWords.Of(cell.Answer)}, {ProgressWords.Figure(figure, null)}" : ProgressWords.Of(cell.Answer);
}
