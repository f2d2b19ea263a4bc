using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Meetings;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Meetings;

/// <summary>The unit's meetings.</summary>
public sealed class MeetingsExport(ViewMeetings view) : ListExport<ViewMeetings.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewMeetings.Row>> Columns =>
    [
        new(MeetingText.HeldOn, 13, Look.Date, row => row.HeldOn),
        new(MeetingText.Present, 10, Look.Number, row => row.Present),
        new(MeetingText.Total, 10, Look.Number, row => row.Total),
        new(MeetingText.InFavour, 10, Look.Number, row => row.InFavour),
        new(MeetingText.Passed, 60, Look.Text, row => string.Join("; ", row.Decisions.Select(decision => decision.Note is { } note ? $"{Wording.Of(decision.Item)}: {note}" : Wording.Of(decision.Item)))),
        new(MeetingText.Minutes, 30, Look.Text, row => row.Minutes?.Name),
        new(MeetingText.Recorder, 26, Look.Text, row => row.RecordedByName),
        new(MeetingText.RecordedAt, 20, Look.Moment, row => row.RecordedAt),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewMeetings.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var found = await view.RunAsync(new(Search: query["search"], Skip: skip, Take: Paging.FileSize), ct);
        return new(MeetingText.Title, found.Page, found.UnitName, Searched(query["search"]));
    }
}
