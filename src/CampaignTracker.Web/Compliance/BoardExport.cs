using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Compliance;

/// <summary>The board's table as it is shown: a line a unit, a rate a requirement, the totals below. Its figures are values; the workbook beside it is the one that calculates.</summary>
public sealed class BoardExport(ViewCompliance view) : ListExport<BoardLine>
{
    private ViewCompliance.Answer? found;
    private BoardRate rate;

    /// <inheritdoc/>
    protected override IReadOnlyList<Column<BoardLine>> Columns => found is null ? [] :
    [
        new(ComplianceText.Unit, 38, Look.Text, line => line.Unit.Name),
        .. Counted().Select(column => new Column<BoardLine>(column.Title, 11, Look.Number, line => column.Of(line.Total))),
        new($"{ComplianceText.Rate}: {rate.Word()}", 12, Look.Percent, line => rate.Of(line.Total)),
        .. found.Requirements.Select(asked => new Column<BoardLine>(found.NameOf(asked), 13, Look.Percent, line => rate.Of(line.ByRequirement.GetValueOrDefault(asked.Id)))),
    ];

    /// <inheritdoc/>
    protected override IReadOnlyList<Cell> Totals =>
    [
        new(Look.TotalText, ComplianceText.Total),
        .. Counted().Select(column => new Cell(Look.TotalNumber, column.Of(found!.Board.Total))),
        new(Look.TotalPercent, rate.Of(found!.Board.Total)),
        .. found.Requirements.Select(asked => new Cell(Look.TotalPercent, rate.Of(found.Board.TotalByRequirement.GetValueOrDefault(asked.Id)))),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(BoardLine row) => row.Unit.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = BoardAsked.Read(int.TryParse(query["year"], out var year) ? year : null, query);
        (found, rate) = (await view.RunAsync(asked.Input, ct), asked.Rate);
        return new(ComplianceText.Title.With(found.Year), Whole(found.Board.Lines), found.UnitName, [.. BoardWords.Set(asked with { On = found.AsOf }, found).Select(chosen => chosen.Words)]);
    }

    private static (string Title, Func<Counts, int> Of)[] Counted() =>
    [
        (ComplianceText.Expected, counts => counts.Expected), .. Enum.GetValues<BoardRate>().Select(one => (one.Word(), new Func<Counts, int>(counts => one.Count(counts)))),
        (Wording.Of(Standing.SupplementAsked), counts => counts.SupplementAsked), (Wording.Of(Standing.Overdue), counts => counts.Overdue), (Wording.Of(Standing.Excused), counts => counts.Excused),
    ];
}
