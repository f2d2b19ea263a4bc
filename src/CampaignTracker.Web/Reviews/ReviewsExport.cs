using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Reviews;

/// <summary>Filings that wait for an opinion of the asker's body.</summary>
public sealed class ReviewsExport(ViewReviews view) : ListExport<ViewReviews.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewReviews.Row>> Columns =>
    [
        new(ReviewsText.Unit, 34, Look.Text, row => row.UnitName),
        new(ReviewsText.What, 30, Look.Text, row => ReviewsWords.What(row)),
        new(ReviewsText.Received, 13, Look.Date, row => row.ReceivedOn),
        new(ReviewsText.Expected, 13, Look.Date, row => row.ExpectedBy),
        new(ReviewsText.Step, 16, Look.Text, row => StepChip.Word(row.Step)),
        new(ReviewsText.Proposal, 40, Look.Text, row => ReviewsWords.Proposal(row)),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewReviews.Row row) => row.ReviewId;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (search, step) = (query["search"], query.Member<ReviewStep>("step"));
        var found = await view.RunAsync(new(search, step, skip, Paging.FileSize), ct);
        return new(ReviewsText.Title, found.Page, null, step is { } only ? StepChip.Word(only) : null, Searched(search));
    }
}
