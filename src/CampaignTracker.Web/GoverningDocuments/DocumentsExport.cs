using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.GoverningDocuments;

/// <summary>The governing documents.</summary>
public sealed class DocumentsExport(ViewDocuments view) : ListExport<ViewDocuments.Row>
{
    private bool seesConfidence;

    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewDocuments.Row>> Columns =>
    [
        new(DocumentText.Document, 30, Look.Text, row => DocumentName.Of(row)),
        new(DocumentText.IssuedOn, 13, Look.Date, row => row.IssuedOn),
        new(DocumentText.Issuer, 26, Look.Text, row => row.Issuer),
        new(DocumentText.FullTitle, 60, Look.Text, row => row.Title),
        new(DocumentText.Relations, 44, Look.Text, row => string.Join("; ", row.Links.Select(link => $"{Wording.Of(link.Relation)}: {link.Name}"))),
        new(DocumentText.Tasks, 10, Look.Number, row => row.Requirements),
        new(DocumentText.FollowedName, 13, Look.Text, row => row.Followed ? DocumentText.Yes : null),
        new(DocumentText.Source, 44, Look.Text, row => row.SourceAddress),
        .. seesConfidence ? [new Column<ViewDocuments.Row>(DocumentText.Certainty, 18, Look.Text, row => Wording.Of(row.Confidence))] : Array.Empty<Column<ViewDocuments.Row>>(),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewDocuments.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var chain = await view.RunAsync(ct);
        seesConfidence = chain.SeesConfidence;
        return new(DocumentText.Documents, Whole(DocumentName.Found(chain.Rows, query["search"])), null, Searched(query["search"]));
    }
}
