using System.Linq.Expressions;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Adds up the ledger: for a board of today or of a past day, for a trend, for the comparison with the obligations themselves.</summary>
internal static class LedgerSums
{
    /// <summary>How a unit's part of the tree stands by one requirement.</summary>
    public sealed record Row(string Path, Guid RequirementId, Counts Counts);

    /// <summary>
    /// How every unit directly below a unit stands, itself included, by requirement: of the periods that hold a year.
    /// The unit's own line is what its part of the tree has beyond those below.
    /// </summary>
    /// <param name="op">The operation.</param>
    /// <param name="path">The unit.</param>
    /// <param name="year">The campaign year.</param>
    /// <param name="asOf">The end of a past day (local), or null for now.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<Row>> RowsAsync(Operation op, string path, int year, DateOnly? asOf, CancellationToken ct) =>
        await RowsAsync(op, await OpenAsync(op, ct), path, year, asOf, BoardPeriod.All, ct);

    /// <summary>The same of all requirements together, by the unit's path.</summary>
    public static async Task<Dictionary<string, Counts>> ByUnitAsync(Operation op, Opened open, string path, int year, CancellationToken ct) =>
        (await RowsAsync(op, open, path, year, null, BoardPeriod.All, ct)).GroupBy(r => r.Path, r => r.Counts).ToDictionary(g => g.Key, Counts.Sum);

    /// <summary>The same of some periods alone, where it is known already what is open.</summary>
    public static async Task<List<Row>> RowsAsync(Operation op, Opened open, string path, int year, DateOnly? asOf, BoardPeriod period, CancellationToken ct)
    {
        var (to, level) = (UnitPath.End(path), UnitPath.Level(path));
        return WithoutBelow(await StandAsync(op, open, year, asOf, period, s => (s.Level == level || s.Level == level + 1) && string.Compare(s.UnitPath, path) >= 0 && string.Compare(s.UnitPath, to) < 0, ct), level);
    }

    /// <summary>How every unit directly below a unit stood by itself at the end of a past day, without those below it: what the unit reviews.</summary>
    public static async Task<List<Row>> OwnRowsAsync(Operation op, Opened open, string path, int year, DateOnly asOf, BoardPeriod period, CancellationToken ct)
    {
        var (to, level) = (UnitPath.End(path), UnitPath.Level(path) + 1);
        var sums = await StandAsync(op, open, year, asOf, period, s => (s.Level == level || s.Level == level + 1) && string.Compare(s.UnitPath, path) >= 0 && string.Compare(s.UnitPath, to) < 0, ct);
        return [.. WithoutBelow(sums, level).Where(r => UnitPath.Level(r.Path) == level)];
    }

    // A unit's own is what its part of the tree has beyond those below.
    private static List<Row> WithoutBelow(List<Row> sums, int level)
    {
        var below = sums.Where(r => UnitPath.Level(r.Path) > level).ToLookup(r => (UnitPath.Parent(r.Path), r.RequirementId), r => r.Counts);
        return [.. sums.Select(r => UnitPath.Level(r.Path) > level ? r : r with { Counts = below[(r.Path, r.RequirementId)].Aggregate(r.Counts, (own, child) => own - child) }).Where(r => r.Counts != default)];
    }

    /// <summary>The years that are open, the latest first, and the last day that the balances contain.</summary>
    public sealed record Opened(IReadOnlyList<int> Years, DateOnly Through)
    {
        /// <summary>The year that is meant: the one asked for, else the latest that has begun, else one that is open.</summary>
        public int Meant(int? asked, DateOnly today) => asked ?? Years.Where(y => y <= today.Year).Concat(Years).FirstOrDefault(today.Year);
    }

    /// <summary>Reads what is open.</summary>
    public static async Task<Opened> OpenAsync(Operation op, CancellationToken ct)
    {
        var years = await op.Db.Years.Where(y => y.OpenedAt != null).OrderByDescending(y => y.Year).Select(y => new { y.Year, Through = op.Db.LedgerStates.Select(s => s.ThroughOn).FirstOrDefault() }).ToListAsync(ct);
        return new Opened(years.ConvertAll(y => y.Year), years.FirstOrDefault()?.Through ?? default);
    }

    /// <summary>How a unit and everything below it stand today, by requirement: of the periods that hold a year.</summary>
    public static async Task<Dictionary<Guid, Counts>> ByRequirementAsync(Operation op, string path, int year, CancellationToken ct)
    {
        var level = UnitPath.Level(path);
        return (await StandAsync(op, await OpenAsync(op, ct), year, null, BoardPeriod.All, s => s.Level == level && s.UnitPath == path, ct)).ToDictionary(r => r.RequirementId, r => r.Counts);
    }

    /// <summary>The sum over a unit and everything below it.</summary>
    public static async Task<Counts> TotalAsync(Operation op, string path, int year, CancellationToken ct) =>
        Counts.Sum((await ByRequirementAsync(op, path, year, ct)).Values);

    /// <summary>What changed on each day at and below a unit, oldest first: of the periods that hold a year.</summary>
    public static async Task<List<(DateOnly On, Counts Change)>> DaysAsync(Operation op, string path, int year, CancellationToken ct) =>
        [.. (await DaysOfAsync(op, [path], year, ct))[path].OrderBy(day => day.On)];

    /// <summary>What changed on each day at and below some units, by the unit's path.</summary>
    public static async Task<ILookup<string, (DateOnly On, Counts Change)>> DaysOfAsync(Operation op, IReadOnlyCollection<string> paths, int year, CancellationToken ct)
    {
        // Year and level are named for the index, which begins with them.
        var (levels, open) = (paths.Select(UnitPath.Level).Distinct().ToList(), op.Db.Years.Where(y => y.Year <= year).Select(y => y.Year));
        var rows = await op.Db.ComplianceEntries.Where(e => open.Contains(e.Year) && levels.Contains(e.Level) && paths.Contains(e.UnitPath) && e.ToYear >= year).GroupBy(e => new { e.UnitPath, e.BookedOn })
            .Select(g => new { g.Key.UnitPath, On = g.Key.BookedOn, Expected = g.Sum(e => e.Expected), Sent = g.Sum(e => e.Sent), OnTime = g.Sum(e => e.OnTime), Completed = g.Sum(e => e.Completed) }).ToListAsync(ct);
        return rows.ToLookup(r => r.UnitPath, r => (r.On, new Counts(r.Expected, r.Sent, r.OnTime, r.Completed, 0, 0, 0, 0, 0, 0)));
    }

    /// <summary>Some bookings, added up by key.</summary>
    public static async Task<Dictionary<LedgerKey, Counts>> ByKeyAsync(IQueryable<ComplianceSum> some, CancellationToken ct)
    {
        var rows = await some.GroupBy(s => new { s.UnitPath, s.RequirementId, s.Year, s.ToYear, s.DueOn })
            .Select(g => new
            {
                g.Key,
                Expected = g.Sum(s => s.Expected),
                Sent = g.Sum(s => s.Sent),
                OnTime = g.Sum(s => s.OnTime),
                Completed = g.Sum(s => s.Completed),
                Supplement = g.Sum(s => s.SupplementAsked),
                Waiting = g.Sum(s => s.Waiting),
                WaitingLate = g.Sum(s => s.WaitingLate),
                Excused = g.Sum(s => s.Excused),
            }).ToListAsync(ct);
        return rows.Select(r => (Key: new LedgerKey(r.Key.UnitPath, r.Key.RequirementId, r.Key.Year, r.Key.ToYear, r.Key.DueOn),
                Counts: new Counts(r.Expected, r.Sent, r.OnTime, r.Completed, r.Supplement, r.Waiting, 0, 0, r.Excused, r.WaitingLate)))
            .Where(r => r.Counts != default).ToDictionary(r => r.Key, r => r.Counts);
    }

    private static async Task<List<Row>> StandAsync(Operation op, Opened open, int year, DateOnly? asOf, BoardPeriod period, Expression<Func<Sum, bool>> which, CancellationToken ct)
    {
        var day = asOf ?? op.Today;
        var soon = day.AddDays(ObligationStatus.DueSoonDays);
        List<int> from = [.. open.Years.Where(y => y <= year)];
        if (from.Count == 0) return [];
        var rows = await Sums(op, from, year, asOf, open.Through, period).Where(which)
            .GroupBy(s => new { s.UnitPath, s.RequirementId })
            .Select(g => new
            {
                g.Key.UnitPath,
                g.Key.RequirementId,
                Expected = g.Sum(s => s.Expected),
                Sent = g.Sum(s => s.Sent),
                OnTime = g.Sum(s => s.OnTime),
                Completed = g.Sum(s => s.Completed),
                Supplement = g.Sum(s => s.SupplementAsked),
                Waiting = g.Sum(s => s.Waiting),
                WaitingLate = g.Sum(s => s.WaitingLate),
                Excused = g.Sum(s => s.Excused),
                Overdue = g.Sum(s => s.DueOn < day ? s.Expected - s.Sent : 0),
                DueSoon = g.Sum(s => s.DueOn >= day && s.DueOn <= soon ? s.Expected - s.Sent : 0),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new Row(r.UnitPath, r.RequirementId, new Counts(r.Expected, r.Sent, r.OnTime, r.Completed, r.Supplement, r.Waiting, r.Overdue, r.DueSoon, r.Excused, r.WaitingLate))).Where(r => r.Counts != default)];
    }

    // Balances hold whole days only: a day before the last of them is added up from the bookings.
    private static IQueryable<Sum> Sums(Operation op, List<int> open, int year, DateOnly? asOf, DateOnly through, BoardPeriod period)
    {
        // The years are named one by one: a range could not use the index beyond them.
        IQueryable<T> Of<T>(IQueryable<T> all) where T : ComplianceSum
        {
            var sums = all.Where(s => open.Contains(s.Year) && s.ToYear >= year);
            return period switch { BoardPeriod.Year => sums.Where(s => s.ToYear == s.Year), BoardPeriod.Term => sums.Where(s => s.ToYear > s.Year), _ => sums };
        }
        var (entries, balances) = (Of(op.Db.ComplianceEntries), Of(op.Db.ComplianceBalances));
        if (asOf is { } day && day < through) return Rows(entries.Where(e => e.BookedOn <= day));
        var since = entries.Where(e => e.BookedOn > through);
        return Rows(balances).Concat(Rows(asOf is { } last ? since.Where(e => e.BookedOn <= last) : since));
    }

    private static IQueryable<Sum> Rows(IQueryable<ComplianceSum> sums) => sums.Select(s => new Sum
    {
        UnitPath = s.UnitPath,
        Level = s.Level,
        RequirementId = s.RequirementId,
        DueOn = s.DueOn,
        Expected = s.Expected,
        Sent = s.Sent,
        OnTime = s.OnTime,
        Completed = s.Completed,
        SupplementAsked = s.SupplementAsked,
        Waiting = s.Waiting,
        WaitingLate = s.WaitingLate,
        Excused = s.Excused,
    });

    private sealed class Sum
    {
        public string UnitPath { get; init; } = "";
        public int Level { get; init; }
        public Guid RequirementId { get; init; }
        public DateOnly DueOn { get; init; }
        public int Expected { get; init; }
        public int Sent { get; init; }
        public int OnTime { get; init; }
        public int Completed { get; init; }
        public int SupplementAsked { get; init; }
        public int Waiting { get; init; }
        public int WaitingLate { get; init; }
        public int Excused { get; init; }
    }
}
