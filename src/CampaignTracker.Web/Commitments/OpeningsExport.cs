using CampaignTracker.Domain.Commitments;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>Who opened whose commitment from above, and why.</summary>
public sealed class OpeningsExport(ViewOpenings view) : ListExport<ViewOpenings.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewOpenings.Row>> Columns =>
    [
        new(OpeningText.At, 20, Look.Moment, row => row.At),
        new(OpeningText.By, 40, Look.Text, row => row.OpenedBy),
        new(OpeningText.Whose, 28, Look.Text, row => row.Name ?? OpeningText.NameKept),
        new(OpeningText.Unit, 34, Look.Text, row => row.UnitName),
        new(OpeningText.Scope, 20, Look.Text, row => row.Year is { } year ? (row.Scope == CommitmentScope.Year ? OpeningText.OfYear : OpeningText.OfTermFrom).With(year) : null),
        new(OpeningText.Reason, 50, Look.Text, row => row.Reason),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewOpenings.Row row) => row;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) => new(OpeningText.LogTitle, await view.RunAsync(skip, ct));
}
