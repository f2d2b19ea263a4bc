using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Obligations;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>What a board reads beside the ledger.</summary>
internal static class BoardReads
{
    /// <summary>How every unit directly below a unit stands by itself today, without those below it: what the unit reviews.</summary>
    public static async Task<List<LedgerSums.Row>> ReviewedRowsAsync(Operation op, Guid unitId, int year, BoardPeriod period, CancellationToken ct)
    {
        var owed = op.Db.Obligations.Where(o => o.Year <= year && o.ToYear >= year).Of(period);
        var rows = await op.Db.Units.Where(u => u.ParentId == unitId)
            .Join(owed, u => u.Id, o => o.UnitId, (u, o) => new { u.Path, o.RequirementId, o.DueOn, o.FirstSentOn, o.SupplementDueOn, o.CompletedOn, o.ExcusedOn }).ToListAsync(ct);
        return rows.ConvertAll(r => new LedgerSums.Row(r.Path, r.RequirementId, Counts.Of(new ObligationFacts(r.DueOn, r.FirstSentOn, r.SupplementDueOn, r.CompletedOn, r.ExcusedOn), op.Today)));
    }

    /// <summary>By the path of a line: how many of its filings wait for an opinion, and for how many working days.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="path">The board's unit.</param>
    /// <param name="year">The campaign year.</param>
    /// <param name="input">The filters.</param>
    /// <param name="asOf">The end of a past day (local), or null for now.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ILookup<string, (int Days, int Count)>> WaitingAsync(Operation op, string path, int year, ViewCompliance.Input input, DateOnly? asOf, CancellationToken ct)
    {
        var (to, length, day) = (UnitPath.End(path), path.Length + UnitPath.Segment, asOf ?? op.Today);
        var end = LocalTime.StartOf(day.AddDays(1));
        var reviews = op.Db.Reviews.Where(r => !r.Withdrawn && string.Compare(r.UnitPath, path) >= 0 && string.Compare(r.UnitPath, to) < 0);
        reviews = asOf is null ? reviews.Where(r => r.Decision == null) : reviews.Where(r => r.ReceivedOn <= day && (r.DecidedAt == null || r.DecidedAt >= end));
        if (input.Reviewed) reviews = reviews.Where(r => r.UnitPath.Length == length);
        var owed = op.Db.Obligations.Where(o => o.Year <= year && o.ToYear >= year && (o.ExcusedOn == null || o.ExcusedOn > day)).Of(input.Period);
        if (input.RequirementId is { } requirement) owed = owed.Where(o => o.RequirementId == requirement);
        var rows = await reviews.Join(op.Db.Plans, r => r.PlanId, p => p.Id, (r, p) => new { r.UnitPath, r.ReceivedOn, p.ObligationId })
            .Join(owed, r => r.ObligationId, o => o.Id, (r, _) => new { Path = r.UnitPath.Substring(0, length), r.ReceivedOn })
            .GroupBy(r => r).Select(g => new { g.Key.Path, g.Key.ReceivedOn, Count = g.Count() }).ToListAsync(ct);
        if (rows.Count == 0) return Enumerable.Empty<string>().ToLookup(p => p, _ => default((int, int)));
        var calendar = await op.Db.CalendarAsync(ct);
        return rows.ToLookup(r => r.Path, r => (calendar.WorkingDaysBetween(r.ReceivedOn, day), r.Count));
    }
}
