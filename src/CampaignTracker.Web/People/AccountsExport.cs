using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.People;

/// <summary>Accounts with their posts.</summary>
public sealed class AccountsExport(ViewAccounts view) : ListExport<ViewAccounts.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewAccounts.Row>> Columns =>
    [
        new(AccountsText.FullName, 28, Look.Text, row => row.FullName),
        new(AccountsText.UserName, 20, Look.Text, row => row.UserName),
        new(AccountsText.State, 16, Look.Text, row => row.Closed ? AccountsText.Closed : row.LockedOut ? AccountsText.Locked : AccountsText.Active),
        new(AccountsText.Posts, 60, Look.Text, row => AccountsTable.Posts(row)),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewAccounts.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) =>
        new(AccountsText.Title, await view.RunAsync(new(query["search"], skip, Paging.FileSize), ct), null, Searched(query["search"]));
}
