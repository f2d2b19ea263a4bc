using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Units;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Units;

/// <summary>The units a search finds; without one all the asker may see, level by level.</summary>
public sealed class UnitsExport(ViewUnits view) : ListExport<ViewUnits.Hit>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewUnits.Hit>> Columns =>
    [
        new(UnitText.Unit, 44, Look.Text, row => row.Name),
        new(UnitText.CodeColumn, 18, Look.Text, row => row.Code),
        new(UnitText.KindColumn, 26, Look.Text, row => KindName.Of(row.KindName, row.KindNameEnglish)),
        new(UnitText.Superior, 44, Look.Text, row => row.ParentName),
        new(UnitText.Closed, 13, Look.Date, row => row.ClosedOn),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewUnits.Hit row) => row.Code;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) =>
        new(UnitText.Units, await view.SearchAsync(new(query["q"] ?? "", skip, Paging.FileSize), ct), null, Searched(query["q"]));
}
