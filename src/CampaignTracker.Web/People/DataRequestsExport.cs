using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.People;

/// <summary>Requests on personal data to the asker's units.</summary>
public sealed class DataRequestsExport(AnswerDataRequests requests) : ListExport<AnswerDataRequests.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<AnswerDataRequests.Row>> Columns =>
    [
        new(MyDataText.Asker, 28, Look.Text, row => row.Name),
        new(MyDataText.AskKind, 20, Look.Text, row => Wording.Of(row.Ask)),
        new(MyDataText.AskText, 44, Look.Text, row => row.Text),
        new(MyDataText.AskedOn, 13, Look.Date, row => row.AskedOn),
        new(MyDataText.AcknowledgedOn, 13, Look.Date, row => row.AcknowledgedOn),
        new(MyDataText.AnswerBy, 13, Look.Date, row => row.AnswerBy),
        new(MyDataText.AnsweredOn, 13, Look.Date, row => row.AnsweredOn),
        new(MyDataText.Reply, 44, Look.Text, row => row.Answer),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(AnswerDataRequests.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) => new(MyDataText.RequestsTitle, (await requests.ViewAsync(skip, ct)).Page);
}
