using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Obligations;

/// <summary>The rows behind a number.</summary>
public sealed class ObligationsExport(ViewObligations view) : ListExport<ViewObligations.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewObligations.Row>> Columns =>
    [
        new(ObligationsText.Unit, 34, Look.Text, row => row.UnitName),
        new(ObligationsText.UnitCode, 16, Look.Text, row => row.UnitCode),
        new(ObligationsText.Parent, 30, Look.Text, row => row.ParentName),
        new(ObligationsText.Filing, 28, Look.Text, row => FilingWords.Name(row.Kind, row.Year, row.ToYear)),
        new(ObligationsText.Standing, 20, Look.Text, row => Wording.Of(row.Standing)),
        new(ObligationsText.Due, 13, Look.Date, row => row.Facts.SupplementDueOn ?? row.Facts.DueOn),
        new(ObligationsText.SentOn, 13, Look.Date, row => row.Facts.FirstSentOn),
        new(ObligationsText.CompletedOn, 13, Look.Date, row => row.Facts.CompletedOn),
        new(ObligationsText.Mode, 20, Look.Text, row => row.CompletionMode is { } mode ? Wording.Of(mode) : null),
        new(ObligationsText.FirstDue, 13, Look.Date, row => row.FirstDueOn) { Printed = false },
        new(ObligationsText.Extended, 36, Look.Text, row => Told(row.ExtensionReason, row.ExtendedBy)) { Printed = false },
        new(ObligationsText.Excused, 36, Look.Text, row => Told(row.ExcuseReason, row.ExcusedBy)) { Printed = false },
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewObligations.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = RowsAsked.Read(query);
        var found = await view.RunAsync(asked.Input with { Skip = skip, Take = Paging.FileSize }, ct);
        return new(ObligationsText.ListTitle, found.Page, found.UnitName,
            asked.Slice is null ? null : FilingWords.Of(asked.Slice), asked.Year is { } year ? ObligationsText.Year.With(year) : null, asked.Requirement is not null && found.Kind is { } kind ? Wording.Of(kind) : null,
            asked.Own ? ObligationsText.OwnOnly : null, asked.Reviewed ? BoardText.Reviewed : null, (asked.Kind ?? asked.Territory ?? asked.Line) is null ? null : ObligationsText.OfKind, asked.Period == BoardPeriod.All ? null : Wording.Of(asked.Period), Searched(asked.Search));
    }

    private static string? Told(string? reason, string? by) => reason is null || by is null ? reason : ObligationsText.ExtendedBy.With(reason, by);
}
