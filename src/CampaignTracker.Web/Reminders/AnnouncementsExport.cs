using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Reminders;

/// <summary>Announcements to the asker and of their own unit.</summary>
public sealed class AnnouncementsExport(ViewAnnouncements view) : ListExport<ViewAnnouncements.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewAnnouncements.Row>> Columns =>
    [
        new(AnnouncementText.On, 13, Look.Date, row => row.On),
        new(AnnouncementText.Subject, 50, Look.Text, row => row.Title),
        new(AnnouncementText.Sender, 34, Look.Text, row => row.Body is null ? row.UnitName : $"{row.Body}, {row.UnitName}"),
        new(AnnouncementText.Unread, 12, Look.Text, row => row.Unread ? AnnouncementText.Unread : null),
        new(AnnouncementText.UnitsRead, 12, Look.Number, row => row.Units is null ? null : (double?)row.ReadUnits),
        new(AnnouncementText.UnitsAll, 12, Look.Number, row => row.Units),
        new(AnnouncementText.WithdrawnOn, 13, Look.Date, row => row.WithdrawnOn),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewAnnouncements.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) =>
        new(AnnouncementText.Title, (await view.RunAsync(new(query["search"], skip, Paging.FileSize), ct)).Page, null, Searched(query["search"]));
}
