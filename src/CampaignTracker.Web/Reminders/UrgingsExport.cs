using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reminders;

/// <summary>Who urged whom, and what came of it.</summary>
public sealed class UrgingsExport(ViewUrgings view) : ListExport<ViewUrgings.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewUrgings.Row>> Columns =>
    [
        new(UrgeText.At, 20, Look.Moment, row => row.At),
        new(UrgeText.By, 26, Look.Text, row => row.ByName),
        new(UrgeText.Body, 30, Look.Text, row => row.Body ?? row.UnitName),
        new(UrgeText.Why, 40, Look.Text, row => row.Reason),
        new(UrgeText.How, 16, Look.Text, row => Wording.Of(row.Way)),
        new(UrgeText.UnitCount, 9, Look.Number, row => row.Units),
        new(UrgeText.FilingCount, 9, Look.Number, row => row.Filings),
        new(UrgeText.PeopleCount, 9, Look.Number, row => row.People),
        new(UrgeText.SentCount.With(ViewUrgings.WithinDays), 12, Look.Number, row => row.SentWithin),
        new(UrgeText.OpenCount, 9, Look.Number, row => row.Open),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewUrgings.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) =>
        new(UrgeText.PastTitle, await view.RunAsync(new(query["search"], skip, Paging.FileSize), ct), null, Searched(query["search"]));
}
