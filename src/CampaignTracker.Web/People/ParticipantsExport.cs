using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.People;

/// <summary>A unit's participants. Its headings are those of the template, so that the list can come back by the import.</summary>
public sealed class ParticipantsExport(ViewParticipants view) : ListExport<ViewParticipants.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewParticipants.Row>> Columns =>
    [
        new(Wording.Of(ParticipantColumn.Name), 30, Look.Text, row => row.Name.Length == 0 ? ParticipantsText.Forgotten : row.Name),
        new(Wording.Of(ParticipantColumn.Kind), 20, Look.Text, row => Wording.Of(row.Kind)),
        new(Wording.Of(ParticipantColumn.PostTitle), 26, Look.Text, row => row.PostTitle),
        new(Wording.Of(ParticipantColumn.UnitHead), 13, Look.Text, row => row.UnitHead ? ParticipantsText.Yes : null),
        new(Wording.Of(ParticipantColumn.From), 13, Look.Date, row => row.From),
        new(Wording.Of(ParticipantColumn.ExemptFrom), 13, Look.Date, row => row.ExemptSince),
        new(ParticipantsText.LastDay, 13, Look.Date, row => row.To),
        new(ParticipantsText.WhyLeft, 22, Look.Text, row => row.Left is { } left ? Wording.Of(left) : null),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewParticipants.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (search, part) = (query["search"], query.Member<ViewParticipants.Part>("part") ?? default);
        var found = await view.RunAsync(new(query["unit"], search, part, skip, Paging.FileSize), ct);
        return new(ParticipantsText.Title, found.Page, found.UnitName, part switch { ViewParticipants.Part.Exempt => ParticipantsText.OnlyExempt, ViewParticipants.Part.Left => ParticipantsText.OnlyLeft, _ => ParticipantsText.OnlyPresent }, Searched(search));
    }
}
