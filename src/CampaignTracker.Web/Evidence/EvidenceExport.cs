using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Evidence;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Evidence;

/// <summary>What was attached as proof: the list, not the files.</summary>
public sealed class EvidenceExport(ViewEvidence view) : ListExport<ViewEvidence.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewEvidence.Row>> Columns =>
    [
        new(EvidenceText.Caption, 36, Look.Text, row => row.Caption),
        new(EvidenceText.FileName, 30, Look.Text, row => row.Name),
        new(EvidenceText.FileKind, 14, Look.Text, row => Wording.Of(row.Kind)),
        new(EvidenceText.FileSize, 12, Look.Text, row => EvidenceWords.Size(row.Size)),
        new(EvidenceText.ProofOf, 50, Look.Text, row => row.At is { } at ? EvidenceWords.Place(at) : null),
        new(EvidenceText.HappenedOn, 13, Look.Date, row => row.HappenedOn),
        new(EvidenceText.FiledOn, 13, Look.Date, row => row.FiledOn),
        new(EvidenceText.ReceivedAt, 20, Look.Moment, row => row.ReceivedAt),
        new(EvidenceText.ReceivedFrom, 26, Look.Text, row => row.ReceivedFrom),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewEvidence.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = EvidenceAsked.Read(query["unit"], query["year"], query["of"], query["search"], null);
        var found = await view.RunAsync(asked.Input with { Skip = skip, Take = Paging.FileSize }, ct);
        return new(EvidenceText.PageTitle, found.Page, found.UnitName, EvidenceText.InYear.With(found.Year),
            asked.Of switch { EvidenceOf.PlanItem => EvidenceText.OfPlans, EvidenceOf.CommitmentLine => EvidenceText.OfCommitments, _ => null }, Searched(asked.Search));
    }
}
