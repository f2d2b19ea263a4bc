using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Reminders;

/// <summary>Mails: gone out, waiting, given up.</summary>
public sealed class MessagesExport(ViewMessages view) : ListExport<ViewMessages.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewMessages.Row>> Columns =>
    [
        new(MessagesText.Person, 26, Look.Text, row => row.Person),
        new(MessagesText.Unit, 32, Look.Text, row => row.UnitName),
        new(MessagesText.Address, 30, Look.Text, row => row.Address),
        new(MessagesText.Kind, 18, Look.Text, row => Wording.Of(row.Kind)),
        new(MessagesText.Day, 13, Look.Date, row => row.Day),
        new(MessagesText.State, 16, Look.Text, row => Wording.Of(row.State)),
        new(MessagesText.Tries, 8, Look.Number, row => row.Tries),
        new(MessagesText.SentTime, 20, Look.Moment, row => row.SentAt),
        new(MessagesText.What, 44, Look.Text, row => row.State == MessageState.Sent || row.Fault is not { } fault ? null : string.Join(' ', Wording.Of(fault), row.FaultText).TrimEnd()),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewMessages.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (search, state) = (query["search"], query.Member<MessageState>("state"));
        return new(MessagesText.Title, (await view.RunAsync(new(state, search, skip, Paging.FileSize), ct)).Page, null, state is { } only ? Wording.Of(only) : null, Searched(search));
    }
}
