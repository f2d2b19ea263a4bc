using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Audit;

/// <summary>The trail: who did what, when, what stood before and after.</summary>
public sealed class AuditExport(ViewAudit view) : ListExport<ViewAudit.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewAudit.Row>> Columns =>
    [
        new(AuditText.Time, 20, Look.Moment, row => row.At),
        new(AuditText.Who, 28, Look.Text, row => row.ActorName == Actor.System.Name ? AuditText.System : row.ActorName),
        new(AuditText.What, 40, Look.Text, row => AuditWords.Act(row)),
        new(AuditText.Where, 34, Look.Text, row => row.UnitName ?? AuditText.WholeSystem),
        new(AuditText.Changes, 80, Look.Text, row => row.Withheld ? AuditText.Withheld : string.Join('\n', AuditWords.Lines(row).Where(line => !line.Technical).Select(Said))),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewAudit.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var (unit, who, root, from, to) = (query["unit"], query["who"], query.Key("root"), query.Day("from"), query.Day("to"));
        var found = await view.RunAsync(new(unit, who, root, from, to, skip, Paging.FileSize), ct);
        return new(AuditText.Title, found, null, root is null ? null : AuditText.OneThing.TrimEnd('.'), unit is null ? null : $"{AuditText.Unit}: {unit}", Searched(who),
            from is { } first ? $"{AuditText.From} {Wording.Day(first)}" : null, to is { } last ? $"{AuditText.To} {Wording.Day(last)}" : null);
    }

    private static string Said(AuditWords.Line line) => AuditText.ChangeLine.With(line.Field, line.Before ?? AuditText.Nothing, line.After ?? (line.Before is null ? AuditText.Nothing : AuditText.Removed));
}
