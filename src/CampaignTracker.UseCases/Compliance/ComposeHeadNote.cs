using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Gathers the one page that a unit's head reads.</summary>
public sealed class ComposeHeadNote(Operations operations)
{
    /// <summary>Which note.</summary>
    /// <param name="Year">The campaign year.</param>
    /// <param name="UnitCode">The unit; null for the asker's own.</param>
    public sealed record Input([property: Range(2000, 2100)] int Year, [property: StringLength(Unit.CodeLength)] string? UnitCode = null);

    /// <summary>The note, with the code of its unit.</summary>
    public sealed record Answer(string UnitCode, HeadNote Note);

    /// <summary>Gathers it.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (code, mine) = (input.UnitCode, op.Actor.MainPost!.UnitPath);
        var unit = await op.Db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadCompliance, unit.Path);
        var rows = await LedgerSums.RowsAsync(op, unit.Path, input.Year, null, ct);
        var below = await op.Db.Units.AsNoTracking().Where(u => u.ParentId == unit.Id).Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Path, u.Name, k.Order, u.OfficialOrder, u.Code })
            .OrderBy(u => u.Order).ThenBy(u => u.OfficialOrder).ThenBy(u => u.Code).ToListAsync(ct);
        var asked = rows.Select(r => r.RequirementId).Distinct().ToList();
        var requirements = await op.Db.Requirements.Where(r => asked.Contains(r.Id)).OrderBy(r => r.Order).Select(r => new { r.Id, r.Kind, r.Number }).ToListAsync(ct);
        var days = await LedgerSums.DaysAsync(op, unit.Path, input.Year, ct);
        var (to, length) = (UnitPath.End(unit.Path), unit.Path.Length + UnitPath.Segment);
        // Those directly below: whoever stands further down has another reader.
        var waiting = await op.Db.Reviews.Where(r => r.Decision == null && !r.Withdrawn && r.UnitPath.Length == length && string.Compare(r.UnitPath, unit.Path) > 0 && string.Compare(r.UnitPath, to) < 0)
            .GroupBy(r => 1).Select(g => new { Count = g.Count(), Since = g.Min(r => r.ReceivedOn) }).FirstOrDefaultAsync(ct);

        var (byPath, byRequirement) = (rows.ToLookup(r => r.Path, r => r.Counts), rows.ToLookup(r => r.RequirementId, r => r.Counts));
        return new Answer(unit.Code, new HeadNote(unit.Name, input.Year, LocalTime.Of(op.Now), await op.Db.SeedMarks.AnyAsync(m => m.Name == "demo", ct), Counts.Sum(rows.Select(r => r.Counts)),
            requirements.ConvertAll(r => new HeadNote.Row(r.Kind, r.Number, Counts.Sum(byRequirement[r.Id]))), WeeklyTrend.Of(days, op.Today),
            [.. below.Select(u => new HeadNote.Line(u.Name, Counts.Sum(byPath[u.Path]))).Where(line => line.Counts.Expected > 0)], waiting?.Count ?? 0, waiting?.Since));
    }
}
