using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>Gathers the list of the progress page, with its filter but unpaged, for the workbook. Whoever may not read a row on the page does not find it here.</summary>
public sealed class ComposeProgressReport(Operations operations)
{
    /// <summary>Gathers it; paging is not looked at.</summary>
    public async Task<ProgressReport> RunAsync(ViewProgress.Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await ProgressUnit.FindAsync(op, input.UnitCode, input.Year, ct);
        var (_, left) = await ViewProgress.FilteredAsync(op, unit, input, ct);
        var rows = await ProgressDetails.ShownAsync(op, unit, left, ct);
        var demo = await op.Db.SeedMarks.AnyAsync(m => m.Name == "demo", ct);
        return new ProgressReport(unit.Code, unit.Name, unit.Year, LocalTime.Of(op.Now), demo, null, [.. rows.Select(r => new ProgressReportRow(r.Subject, r.Owner, r.Number, r.Text, r.Result, r.DueOn, r.Standing, r.Outcome, r.Figure,
            r.Measure?.Number, r.Measure?.Counted ?? "", r.ReportedOn, r.LastText, r.Reports, r.Proofs))]);
    }
}
