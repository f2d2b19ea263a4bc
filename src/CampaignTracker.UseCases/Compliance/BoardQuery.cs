using System.Linq.Expressions;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Adds up obligations in the database; the same conditions as <see cref="ObligationStatus.Judge"/>.</summary>
internal static class BoardQuery
{
    /// <summary>Counts by the path of the unit directly below the board's unit (or the board's unit itself) and requirement.</summary>
    public sealed record Row(string Path, Guid RequirementId, Counts Counts);

    /// <summary>The sums for each child's subtree and requirement of a year.</summary>
    public static Task<List<Row>> RowsAsync(Operation op, string path, int year, CancellationToken ct) => RowsAsync(op, path, o => o.Year == year, ct);

    /// <summary>The same sums over other obligations than those of one year.</summary>
    public static async Task<List<Row>> RowsAsync(Operation op, string path, Expression<Func<Obligation, bool>> which, CancellationToken ct)
    {
        var (today, soon, to, length) = (op.Today, op.Today.AddDays(ObligationStatus.DueSoonDays), UnitPath.End(path), path.Length + UnitPath.Segment);
        var rows = await op.Db.Obligations
            .Where(which).Where(o => string.Compare(o.UnitPath, path) >= 0 && string.Compare(o.UnitPath, to) < 0)
            .GroupBy(o => new { Path = o.UnitPath.Substring(0, length), o.RequirementId })
            .Select(g => new
            {
                g.Key.Path,
                g.Key.RequirementId,
                Expected = g.Sum(o => o.ExcusedOn == null ? 1 : 0),
                Sent = g.Sum(o => o.ExcusedOn == null && o.FirstSentOn != null ? 1 : 0),
                OnTime = g.Sum(o => o.ExcusedOn == null && o.FirstSentOn != null && o.FirstSentOn <= o.DueOn ? 1 : 0),
                Completed = g.Sum(o => o.ExcusedOn == null && o.CompletedOn != null ? 1 : 0),
                Supplement = g.Sum(o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn != null ? 1 : 0),
                Waiting = g.Sum(o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn == null && o.FirstSentOn != null ? 1 : 0),
                WaitingLate = g.Sum(o => o.ExcusedOn == null && o.CompletedOn == null && o.SupplementDueOn == null && o.FirstSentOn != null && o.FirstSentOn > o.DueOn ? 1 : 0),
                Overdue = g.Sum(o => o.ExcusedOn == null && o.FirstSentOn == null && o.DueOn < today ? 1 : 0),
                DueSoon = g.Sum(o => o.ExcusedOn == null && o.FirstSentOn == null && o.DueOn >= today && o.DueOn <= soon ? 1 : 0),
                Excused = g.Sum(o => o.ExcusedOn != null ? 1 : 0),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new Row(r.Path, r.RequirementId, new Counts(r.Expected, r.Sent, r.OnTime, r.Completed, r.Supplement, r.Waiting, r.Overdue, r.DueSoon, r.Excused, r.WaitingLate)))];
    }

    /// <summary>The sum over a unit and everything below it.</summary>
    public static async Task<Counts> TotalAsync(Operation op, string path, int year, CancellationToken ct) =>
        (await RowsAsync(op, path, year, ct)).Aggregate(default(Counts), (sum, row) => sum + row.Counts);
}
