using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Plans;

/// <summary>The unit's own plans.</summary>
public sealed class PlansExport(ViewObligations view) : ListExport<ViewObligations.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewObligations.Row>> Columns =>
    [
        new(PlanListText.Filing, 32, Look.Text, row => PlanName.Of(row.Kind, row.Year, row.ToYear)),
        new(PlanListText.Standing, 22, Look.Text, row => row.CompletionMode is { } mode ? Wording.Of(mode) : Wording.Of(row.Standing)),
        new(PlanListText.Due, 13, Look.Date, row => row.Facts.SupplementDueOn ?? row.Facts.DueOn),
        new(PlanListText.Sent, 13, Look.Date, row => row.Facts.FirstSentOn),
        new(PlanListText.Number, 18, Look.Text, row => row.PaperNumber),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewObligations.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var found = await view.RunAsync(new(null, null, OwnOnly: true, Order: ObligationOrder.Newest, Skip: skip, Take: Paging.FileSize, PlansOnly: true), ct);
        return new(PlanListText.Title, found.Page, found.UnitName);
    }
}
