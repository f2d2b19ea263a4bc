using CampaignTracker.Domain.Commitments;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>The registers of the units below in numbers: no name.</summary>
public sealed class RegistersBelowExport(ViewRegistersBelow view) : ListExport<ViewRegistersBelow.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewRegistersBelow.Row>> Columns =>
    [
        new(RegisterText.Unit, 40, Look.Text, row => row.Name),
        new(RegisterText.UnitCode, 16, Look.Text, row => row.Code),
        new(RegisterText.Registers, 11, Look.Number, row => row.Sums.Owed),
        new(RegisterText.RegistersAdopted, 11, Look.Number, row => row.Sums.Adopted),
        new(RegisterText.SumsOpen, 11, Look.Number, row => row.Sums.Open),
        new(RegisterText.People, 11, Look.Number, row => Known(row, row.Sums.People)),
        new(RegisterText.PeopleAdopted, 11, Look.Number, row => Known(row, row.Sums.Registered)),
        new(RegisterText.Heads, 11, Look.Number, row => Known(row, row.Sums.Heads)),
        new(RegisterText.HeadsRegistered, 14, Look.Number, row => Known(row, row.Sums.HeadsRegistered)),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewRegistersBelow.Row row) => row.Code;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = RegisterAsked.Read(query["unit"], query["year"], query["scope"], query["view"], null, query["search"], null);
        var found = await view.RunAsync(asked.Units with { Skip = skip, Take = Paging.FileSize }, ct);
        return new(found.Scope == CommitmentScope.Year ? RegisterText.BelowTitle.With(found.Year) : RegisterText.BelowTermTitle, found.Page, found.UnitName, Searched(asked.Search));
    }

    // Nobody has opened a register there yet: unknown, never zero.
    private static double? Known(ViewRegistersBelow.Row row, int number) => row.Sums.Open == 0 ? null : number;
}
