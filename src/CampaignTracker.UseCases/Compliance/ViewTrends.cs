using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.GoverningDocuments;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>How a unit's part of the tree came to stand where it stands: week by week, how its lines spread, the blocs beside each other, how long opinions took.</summary>
public sealed class ViewTrends(Operations operations)
{
    /// <summary>Which part.</summary>
    /// <param name="Year">The campaign year; null for the one that runs today.</param>
    /// <param name="UnitCode">The unit; null for the asker's own.</param>
    public sealed record Input([property: Range(2000, 2100)] int? Year = null, [property: StringLength(Unit.CodeLength)] string? UnitCode = null);

    /// <summary>The page.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Years">Years that are open.</param>
    /// <param name="Recent">The last twelve weeks.</param>
    /// <param name="Whole">The weeks of the year so far.</param>
    /// <param name="Lines">Units directly below with something owed, in official order.</param>
    /// <param name="Blocs">At the province: committees directly below it that are no territory.</param>
    /// <param name="Opinions">How long the unit's own opinions of the year took; null for everybody but those who give them.</param>
    /// <param name="Today">Local date.</param>
    /// <param name="At">UTC: the moment the figures hold for.</param>
    public sealed record Answer(string UnitCode, string UnitName, int Year, IReadOnlyList<int> Years, IReadOnlyList<TrendWeek> Recent, IReadOnlyList<TrendWeek> Whole,
        IReadOnlyList<Line> Lines, IReadOnlyList<Bloc> Blocs, OpinionTimes? Opinions, DateOnly Today, DateTime At);

    /// <summary>A unit directly below, with its sums.</summary>
    public sealed record Line(string Code, string Name, Counts Counts);

    /// <summary>A bloc, with its last twelve weeks.</summary>
    public sealed record Bloc(string Code, string Name, IReadOnlyList<TrendWeek> Weeks);

    private sealed record Place(Guid Id, string Code, string Name, string Path, UnitLevel Level);

    /// <summary>Reads all of it.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await FindAsync(op, input.UnitCode, ct);
        var open = await LedgerSums.OpenAsync(op, ct);
        var year = open.Meant(input.Year, op.Today);
        var below = await BelowAsync(op, unit.Id, ct);
        var blocs = unit.Level == UnitLevel.Province ? below.FindAll(b => b is { Level: UnitLevel.Commune, TerritoryCode: null }) : [];
        var days = await LedgerSums.DaysOfAsync(op, [unit.Path, .. blocs.Select(b => b.Path)], year, ct);
        return new Answer(unit.Code, unit.Name, year, open.Years, WeeklyTrend.Of(days[unit.Path], op.Today), WeeklyTrend.OfYear(days[unit.Path], year, op.Today),
            await LinesAsync(op, open, unit.Path, below, year, ct),
            [.. blocs.Select(b => new Bloc(b.Code, b.Name, WeeklyTrend.Of(days[b.Path], op.Today))).Where(b => b.Weeks.Count > 0)],
            GivesOpinions(op.Actor, unit.Path) ? await OpinionsAsync(op, unit.Path, year, ct) : null, op.Today, op.Now);
    }

    /// <summary>The last twelve weeks alone, oldest first; empty where nothing was owed.</summary>
    public async Task<IReadOnlyList<TrendWeek>> RecentAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var path = input.UnitCode is null ? op.Actor.MainPost!.UnitPath : (await FindAsync(op, input.UnitCode, ct)).Path;
        op.Actor.Must(Permission.ReadCompliance, path);
        return WeeklyTrend.Of(await LedgerSums.DaysAsync(op, path, input.Year ?? await RunningYear.OfAsync(op, ct), ct), op.Today);
    }

    private static async Task<Place> FindAsync(Operation op, string? code, CancellationToken ct)
    {
        var mine = op.Actor.MainPost!.UnitPath;
        var unit = await op.Db.Units.Where(u => code == null ? u.Path == mine : u.Code == code)
            .Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new Place(u.Id, u.Code, u.Name, u.Path, k.Level)).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadCompliance, unit.Path);
        return unit;
    }

    private sealed record Child(string Code, string Name, string Path, string? TerritoryCode, UnitLevel Level);

    private static async Task<List<Child>> BelowAsync(Operation op, Guid unitId, CancellationToken ct) =>
        (await op.Db.Units.AsNoTracking().Where(u => u.ParentId == unitId)
            .Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Code, u.Name, u.Path, u.TerritoryCode, u.OfficialOrder, k.Level, k.Order }).ToListAsync(ct))
        .OrderBy(u => u.Order).ThenBy(u => u.OfficialOrder).Select(u => new Child(u.Code, u.Name, u.Path, u.TerritoryCode, u.Level)).ToList();

    private static async Task<List<Line>> LinesAsync(Operation op, LedgerSums.Opened open, string path, List<Child> below, int year, CancellationToken ct)
    {
        var sums = await LedgerSums.ByUnitAsync(op, open, path, year, ct);
        return [.. below.Select(child => new Line(child.Code, child.Name, sums.GetValueOrDefault(child.Path))).Where(line => line.Counts.Expected > 0)];
    }

    // Own post alone: who stands above a committee does not time it.
    private static bool GivesOpinions(Actor actor, string path) =>
        actor.Posts.Any(post => post.UnitPath == path && post.Permissions.Any(p => p.Permission is Permission.ProposeOpinion or Permission.DecideFiling));

    private static async Task<OpinionTimes> OpinionsAsync(Operation op, string path, int year, CancellationToken ct)
    {
        var (to, length) = (UnitPath.End(path), path.Length + UnitPath.Segment);
        var (from, until) = (LocalTime.StartOf(new DateOnly(year, 1, 1)), LocalTime.StartOf(new DateOnly(year + 1, 1, 1)));
        var decided = await op.Db.Reviews.Where(r => r.DecidedAt >= from && r.DecidedAt < until && !r.Withdrawn && string.Compare(r.UnitPath, path) > 0 && string.Compare(r.UnitPath, to) < 0 && r.UnitPath.Length == length)
            .Select(r => new { r.ReceivedOn, DecidedAt = r.DecidedAt!.Value, r.Decision }).ToListAsync(ct);
        var calendar = await op.Db.CalendarAsync(ct);
        return OpinionTimes.Of(decided.Where(r => r.Decision != OpinionKind.NoOpinion).Select(r => calendar.WorkingDaysBetween(r.ReceivedOn, LocalTime.Today(r.DecidedAt))), decided.Count(r => r.Decision == OpinionKind.NoOpinion));
    }
}
