using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Counts of commitments and progress below a unit, a row a register and a row a plan.</summary>
internal static class ReportFigures
{
    /// <summary>Where a row counts, and how its unit is called.</summary>
    public delegate (string LineCode, string LineName, string UnitCode, string UnitName, string UnitKind) Place(string unitPath);

    /// <summary>Every register owed for the year, opened or not.</summary>
    public static async Task<List<RegisterRow>> RegistersAsync(Operation op, string path, int year, Place place, CancellationToken ct)
    {
        var to = UnitPath.End(path);
        var registers = await op.Db.Registers.AsNoTracking().Where(r => r.Year <= year && r.ToYear >= year && string.Compare(r.UnitPath, path) >= 0 && string.Compare(r.UnitPath, to) < 0)
            .Select(r => new { r.UnitId, r.UnitPath, r.Scope, r.AdoptedOn, r.People, r.Registered, r.Heads, r.HeadsRegistered }).ToListAsync(ct);
        var owed = await op.Db.Obligations.AsNoTracking().Where(o => (o.Kind == RequirementKind.AnnualCommitments || o.Kind == RequirementKind.TermCommitments)
                && o.Year <= year && o.ToYear >= year && string.Compare(o.UnitPath, path) >= 0 && string.Compare(o.UnitPath, to) < 0)
            .Select(o => new { o.UnitId, o.UnitPath, o.Kind, o.ExcusedOn }).ToListAsync(ct);
        var lines = await UnscopedReads.LineCountsAsync(op.Db, path, year, op.Today, ct);
        var exempt = await UnscopedReads.ExemptCountsAsync(op.Db, path, ct);

        var opened = registers.ToDictionary(r => (r.UnitId, r.Scope));
        var excused = owed.GroupBy(o => (o.UnitId, Scope: ScopeOf(o.Kind))).ToDictionary(g => g.Key, g => g.First().ExcusedOn);
        var keys = registers.Select(r => (r.UnitPath, r.UnitId, r.Scope)).Union(owed.Select(o => (o.UnitPath, o.UnitId, Scope: ScopeOf(o.Kind)))).OrderBy(k => k.UnitPath, StringComparer.Ordinal).ThenBy(k => k.Scope);
        return [.. keys.Select(key =>
        {
            var register = opened.GetValueOrDefault((key.UnitId, key.Scope));
            var (lineCode, lineName, unitCode, unitName, unitKind) = place(key.UnitPath);
            return new RegisterRow(lineCode, lineName, unitCode, unitName, unitKind, key.Scope, excused.GetValueOrDefault((key.UnitId, key.Scope)), register?.AdoptedOn,
                register?.People, register?.Registered, register?.Heads, register?.HeadsRegistered, exempt.GetValueOrDefault(key.UnitId), lines.GetValueOrDefault((key.UnitId, key.Scope)));
        })];
    }

    /// <summary>Every plan of the unit's own that its meeting has adopted.</summary>
    public static async Task<List<PlanRow>> PlansAsync(Operation op, string path, int year, Place place, CancellationToken ct)
    {
        var (to, today) = (UnitPath.End(path), op.Today);
        var plans = op.Db.Plans.AsNoTracking().Where(p => p.Year <= year && p.ToYear >= year && p.Answer == PlanAnswer.OwnPlan && p.Meeting != null && string.Compare(p.UnitPath, path) >= 0 && string.Compare(p.UnitPath, to) < 0);
        var sums = await plans.SelectMany(p => p.Items, (p, i) => new { p.Id, p.UnitPath, p.Year, p.ToYear, i.EndsOn, ItemId = i.Id })
            .GroupJoin(op.Db.ItemProgress, i => i.ItemId, g => g.ItemId, (i, g) => new { i, g }).SelectMany(x => x.g.DefaultIfEmpty(), (x, g) => new { x.i.Id, x.i.UnitPath, x.i.Year, x.i.ToYear, x.i.EndsOn, Outcome = g == null ? null : g.Outcome })
            .GroupBy(i => new { i.Id, i.UnitPath, i.Year, i.ToYear })
            .Select(g => new
            {
                g.Key.UnitPath,
                Term = g.Key.ToYear > g.Key.Year,
                All = g.Count(),
                Done = g.Sum(i => i.Outcome == Outcome.Done ? 1 : 0),
                Partly = g.Sum(i => i.Outcome == Outcome.PartlyDone ? 1 : 0),
                Not = g.Sum(i => i.Outcome == Outcome.NotDone ? 1 : 0),
                Overdue = g.Sum(i => i.EndsOn < today && (i.Outcome == null || i.Outcome != Outcome.Done) ? 1 : 0),
            }).ToListAsync(ct);
        return [.. sums.OrderBy(s => s.UnitPath, StringComparer.Ordinal).ThenBy(s => s.Term).Select(s =>
        {
            var (lineCode, lineName, unitCode, unitName, unitKind) = place(s.UnitPath);
            return new PlanRow(lineCode, lineName, unitCode, unitName, unitKind, s.Term ? RequirementKind.TermPlan : RequirementKind.AnnualPlan, new OutcomeCounts(s.Done, s.Partly, s.Not, s.All - s.Done - s.Partly - s.Not, s.Overdue));
        })];
    }

    private static CommitmentScope ScopeOf(RequirementKind kind) => kind == RequirementKind.TermCommitments ? CommitmentScope.Term : CommitmentScope.Year;
}
