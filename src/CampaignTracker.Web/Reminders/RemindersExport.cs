using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reminders;

/// <summary>What the asker was reminded of.</summary>
public sealed class RemindersExport(ViewBell view) : ListExport<ViewBell.Row>
{
    private DateOnly today;

    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewBell.Row>> Columns =>
    [
        new(BellText.At, 20, Look.Moment, row => row.At),
        new(BellText.What, 60, Look.Text, row => ReminderWords.Sentence(row.Rule, row.Kind, row.Year, row.ToYear, row.DueOn, row.Count, row.UnitName, today)),
        new(BellText.Unit, 32, Look.Text, row => row.UnitName),
        new(BellText.Due, 13, Look.Date, row => row.DueOn),
        new(BellText.State, 12, Look.Text, row => row.Settled ? BellText.Settled : row.Read ? null : BellText.New),
        new(BellText.Urging, 36, Look.Text, row => row.UrgedBy is { } by ? BellText.UrgedBy.With(by, row.Reason) : null),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewBell.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var found = await view.RunAsync(new(query["search"], Skip: skip, Take: Paging.FileSize), ct);
        today = found.Today;
        return new(BellText.Title, found.Page, null, Searched(query["search"]));
    }
}
