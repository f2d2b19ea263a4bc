using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reminders;

/// <summary>Who has read one announcement, by unit.</summary>
public sealed class ReceiptsExport(ViewAnnouncements view) : ListExport<ViewAnnouncements.UnitReceipts>
{
    private ViewAnnouncements.One? announcement;

    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewAnnouncements.UnitReceipts>> Columns =>
    [
        new(AnnouncementText.Unit, 36, Look.Text, row => row.UnitName),
        new(AnnouncementText.UnitCode, 16, Look.Text, row => row.UnitCode),
        new(AnnouncementText.Parent, 32, Look.Text, row => row.ParentName),
        new(AnnouncementText.FirstRead, 20, Look.Moment, row => row.Readers.Count == 0 ? null : (DateTime?)row.Readers.Min(reader => reader.At)),
        new(AnnouncementText.Readers, 10, Look.Number, row => row.Readers.Count),
        new(AnnouncementText.ReaderNames, 50, Look.Text, row => string.Join("; ", row.Readers.Select(reader => AnnouncementText.ReaderAt.With(reader.Name, Wording.Moment(reader.At))))),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewAnnouncements.UnitReceipts row) => row.UnitCode;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (id, part, search) = (query.Key("id") ?? Guid.Empty, query.Member<ViewAnnouncements.Part>("part") ?? default, query["search"]);
        announcement ??= await view.OneAsync(id, ct);
        var found = await view.ReceiptsAsync(new(id, part, search, skip, Paging.FileSize), ct);
        return new($"{AnnouncementText.ReceiptsTitle}: {announcement.Title}", found, announcement.UnitName, Word(part), Searched(search));
    }

    private static string Word(ViewAnnouncements.Part part) => part switch
    {
        ViewAnnouncements.Part.Read => AnnouncementText.OnlyRead,
        ViewAnnouncements.Part.NoAccount => AnnouncementText.OnlyNoAccount,
        _ => AnnouncementText.OnlyNotRead,
    };
}
