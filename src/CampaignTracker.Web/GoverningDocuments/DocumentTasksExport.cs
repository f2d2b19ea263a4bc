using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.GoverningDocuments;

/// <summary>What one document asks, who answers it, and how it stands in the asker's part of the tree.</summary>
public sealed class DocumentTasksExport(ViewDocuments view) : ListExport<ViewDocuments.Task>
{
    private ViewDocuments.Page? page;

    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewDocuments.Task>> Columns =>
    [
        new(DocumentText.Task, 10, Look.Text, row => row.Number),
        new(DocumentText.Summary, 50, Look.Text, row => row.Summary),
        new(DocumentText.Quotation, 50, Look.Text, row => row.Text),
        new(DocumentText.Source, 36, Look.Text, row => row.Source),
        new(DocumentText.Who, 36, Look.Text, row => string.Join(", ", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? row.WhoEnglish : row.Who)),
        new(DocumentText.When, 30, Look.Text, row => $"{Wording.Of(row.Kind)} · {Wording.Of(row.Frequency)} · {Wording.Of(row.ClosingMode)}"),
        .. page is { SeesCounts: true } ? Counted : [],
        .. page is { SeesConfidence: true } ? [new Column<ViewDocuments.Task>(DocumentText.Certainty, 18, Look.Text, row => Wording.Of(row.Confidence))] : Array.Empty<Column<ViewDocuments.Task>>(),
    ];

    private static Column<ViewDocuments.Task>[] Counted =>
    [
        new(DocumentText.Expected, 10, Look.Number, row => row.Counts?.Expected),
        new(DocumentText.Sent, 10, Look.Number, row => row.Counts?.Sent),
        new(DocumentText.Completed, 10, Look.Number, row => row.Counts?.Completed),
        new(DocumentText.CompletedRate, 12, Look.Percent, row => row.Counts is { } counts ? counts.Rate(counts.Completed) : null),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewDocuments.Task row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        page = await view.OneAsync(query["code"] ?? "", ct);
        return new($"{DocumentText.TasksTitle}: {DocumentName.WithDate(page.Document)}", Whole(page.Tasks), null, page.SeesCounts ? DocumentText.OfYear.With(page.Year) : null);
    }
}
