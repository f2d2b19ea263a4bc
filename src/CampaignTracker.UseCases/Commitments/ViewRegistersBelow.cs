using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Commitments of the units below in numbers: registers adopted, n of m, heads; each line opens the units below it. No names.</summary>
public sealed class ViewRegistersBelow(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="UnitCode">The unit above; null for the asker's own.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year, or any year of the term; null for the running one.</param>
    /// <param name="Search">Part of a unit's name or code, marks and case ignored.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, CommitmentScope Scope = CommitmentScope.Year, int? Year = null, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>The numbers.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Above">Units between the asker's own and this one, from the top: code, name.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year asked for.</param>
    /// <param name="All">The unit with everything below it.</param>
    /// <param name="Page">The unit itself where it keeps people, then the units directly below, each with everything below it.</param>
    /// <param name="MayKeep">The asker keeps this unit's own commitments.</param>
    /// <param name="MayOpen">The asker may open one person's commitment here or below, with a reason that is logged.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(string UnitCode, string UnitName, IReadOnlyList<Link> Above, CommitmentScope Scope, int Year, Sums All, Page<Row> Page, bool MayKeep, bool MayOpen, DateOnly Today);

    /// <summary>A unit to go to.</summary>
    public sealed record Link(string Code, string Name);

    /// <summary>One line.</summary>
    /// <param name="Code">The unit.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="HasBelow">Opens into units below; else into its own register's numbers.</param>
    /// <param name="Sums">The numbers.</param>
    public sealed record Row(string Code, string Name, bool HasBelow, Sums Sums);

    /// <summary>Numbers added up over registers, never over people.</summary>
    /// <param name="Owed">Registers owed, without those excused.</param>
    /// <param name="Adopted">Of these adopted.</param>
    /// <param name="Open">Registers open: people of the others are not in m.</param>
    /// <param name="People">m.</param>
    /// <param name="Registered">n.</param>
    /// <param name="Heads">Heads among m.</param>
    /// <param name="HeadsRegistered">Heads among n.</param>
    public readonly record struct Sums(int Owed, int Adopted, int Open, int People, int Registered, int Heads, int HeadsRegistered)
    {
        /// <summary>Adds.</summary>
        public static Sums operator +(Sums a, Sums b) => new(a.Owed + b.Owed, a.Adopted + b.Adopted, a.Open + b.Open, a.People + b.People, a.Registered + b.Registered, a.Heads + b.Heads, a.HeadsRegistered + b.HeadsRegistered);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var db = op.Db;
        var (code, mine) = (input.UnitCode, op.Actor.MainPost!.UnitPath);
        var unit = await db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadCommitmentCounts, unit.Path);
        var year = input.Year ?? await RunningYear.OfAsync(op, ct);
        var sums = await SumsAsync(op, unit.Path, input.Scope, year, ct);

        var between = UnitPath.Ancestors(unit.Path).Where(path => op.Actor.Can(Permission.ReadCommitmentCounts, path)).ToList();
        var above = between.Count == 0 ? [] : await db.Units.Where(u => between.Contains(u.Path)).OrderBy(u => u.Path).Select(u => new Link(u.Code, u.Name)).ToListAsync(ct);
        var own = sums.ContainsKey(unit.Path);
        var lines = db.Units.Where(u => (u.ParentId == unit.Id && u.ClosedOn == null) || (own && u.Id == unit.Id));
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) lines = lines.Where(u => u.SearchKey.Contains(key));
        var count = await lines.CountAsync(ct);
        var page = await lines.OrderBy(u => u.Path).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))
            .Select(u => new { u.Id, u.Code, u.Name, u.Path, HasBelow = db.Units.Any(b => b.ParentId == u.Id && b.ClosedOn == null) }).ToListAsync(ct);
        return new Answer(unit.Code, unit.Name, above, input.Scope, year, sums.Values.Aggregate(default(Sums), (all, one) => all + one),
            new Page<Row>([.. page.Select(u => new Row(u.Code, u.Name, u.HasBelow && u.Id != unit.Id, sums.GetValueOrDefault(u.Path)))], count), op.Actor.Can(Permission.KeepCommitments, unit.Path), op.Actor.Can(Permission.OpenNamedCommitment, unit.Path), op.Today);
    }

    private static async Task<Dictionary<string, Sums>> SumsAsync(Operation op, string path, CommitmentScope scope, int year, CancellationToken ct)
    {
        var (to, length, wanted) = (UnitPath.End(path), path.Length + UnitPath.Segment, RegisterReads.KindOf(scope));
        var owed = await op.Db.Obligations.Where(o => o.Kind == wanted && o.Year <= year && o.ToYear >= year && string.Compare(o.UnitPath, path) >= 0 && string.Compare(o.UnitPath, to) < 0)
            .GroupBy(o => o.UnitPath.Substring(0, length))
            .Select(g => new { Path = g.Key, Owed = g.Sum(o => o.ExcusedOn == null ? 1 : 0), Adopted = g.Sum(o => o.ExcusedOn == null && o.CompletedOn != null ? 1 : 0) }).ToListAsync(ct);
        var people = await op.Db.Registers.Where(r => r.Scope == scope && r.Year <= year && r.ToYear >= year && string.Compare(r.UnitPath, path) >= 0 && string.Compare(r.UnitPath, to) < 0)
            .GroupBy(r => r.UnitPath.Substring(0, length))
            .Select(g => new { Path = g.Key, Open = g.Count(), People = g.Sum(r => r.People), Registered = g.Sum(r => r.Registered), Heads = g.Sum(r => r.Heads), HeadsRegistered = g.Sum(r => r.HeadsRegistered) }).ToListAsync(ct);
        return owed.Select(o => (o.Path, Sums: new Sums(o.Owed, o.Adopted, 0, 0, 0, 0, 0))).Concat(people.Select(p => (p.Path, Sums: new Sums(0, 0, p.Open, p.People, p.Registered, p.Heads, p.HeadsRegistered))))
            .GroupBy(x => x.Path).ToDictionary(g => g.Key, g => g.Aggregate(default(Sums), (sum, x) => sum + x.Sums));
    }
}
