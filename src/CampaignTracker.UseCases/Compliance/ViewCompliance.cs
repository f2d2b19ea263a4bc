using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>The board: units directly below one unit × requirements of a year.</summary>
public sealed class ViewCompliance(Operations operations)
{
    /// <summary>Which board.</summary>
    /// <param name="Year">The campaign year; null for the one that runs today (the next may be open already).</param>
    /// <param name="UnitCode">The unit; null for the asker's own.</param>
    /// <param name="Order">Order of the lines.</param>
    /// <param name="KindCode">Only units of a kind, or null.</param>
    public sealed record Input(int? Year, [property: StringLength(Unit.CodeLength)] string? UnitCode = null, BoardOrder Order = BoardOrder.Official, string? KindCode = null);

    /// <summary>The board with its surroundings.</summary>
    /// <param name="UnitCode">The unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="Above">The way from the asker's top unit down to it: code, name.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Years">Years that are open.</param>
    /// <param name="Requirements">The columns.</param>
    /// <param name="Kinds">Kinds that occur among the lines.</param>
    /// <param name="Board">Lines and totals.</param>
    /// <param name="At">UTC: the moment the figures hold for.</param>
    /// <param name="Today">Local date.</param>
    /// <param name="Units">Units in this part of the tree, itself included.</param>
    /// <param name="MayUrge">The asker may urge the units of the lines, but for the board's own unit.</param>
    public sealed record Answer(string UnitCode, string UnitName, IReadOnlyList<Step> Above, int Year, IReadOnlyList<int> Years, IReadOnlyList<Column> Requirements,
        IReadOnlyList<Kind> Kinds, ComplianceBoard Board, DateTime At, DateOnly Today, int Units, bool MayUrge = false)
    {
        /// <summary>What a column is called: its kind, with its number where two are of a kind.</summary>
        public string NameOf(Column column) => Requirements.Count(other => other.Kind == column.Kind) > 1 ? $"{Wording.Of(column.Kind)}, {column.Number}" : Wording.Of(column.Kind);
    }

    /// <summary>A unit on the way.</summary>
    public sealed record Step(string Code, string Name);

    /// <summary>A requirement as a column.</summary>
    public sealed record Column(Guid Id, string Number, RequirementKind Kind, string Summary);

    /// <summary>A kind of unit.</summary>
    public sealed record Kind(string Code, string Name, string NameEnglish);

    /// <summary>Reads the board.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var code = input.UnitCode;
        var mine = op.Actor.MainPost!.UnitPath;
        var unit = await op.Db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadCompliance, unit.Path);
        var to = UnitPath.End(unit.Path);

        var years = await op.Db.Years.Where(y => y.OpenedAt != null).OrderByDescending(y => y.Year).Select(y => y.Year).ToListAsync(ct);
        var year = input.Year ?? years.Where(y => y <= op.Today.Year).Concat(years).FirstOrDefault(op.Today.Year);
        var rows = await LedgerSums.RowsAsync(op, unit.Path, year, null, ct);
        var units = await op.Db.Units.AsNoTracking().Where(u => u.ParentId == unit.Id || u.Id == unit.Id)
            .Select(u => new { u.Id, u.Path, u.Code, u.Name, u.KindCode, u.OfficialOrder, u.TerritoryCode, u.Sensitive, HasChildren = op.Db.Units.Any(c => c.ParentId == u.Id) }).ToListAsync(ct);
        var kinds = await op.Db.UnitKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(ct);
        var requirementIds = rows.Select(r => r.RequirementId).Distinct().ToList();
        var columns = await op.Db.Requirements.Where(r => requirementIds.Contains(r.Id)).OrderBy(r => r.Order).Select(r => new Column(r.Id, r.Number, r.Kind, r.Summary)).ToListAsync(ct);
        var above = await AboveAsync(op, unit.Path, ct);

        var byPath = units.ToDictionary(u => u.Path);
        // A kind filter narrows the lines; the totals follow, since they are the sum of the lines.
        var boardUnits = units.Where(u => input.KindCode is null || u.KindCode == input.KindCode).OrderBy(u => u.Id == unit.Id ? 0 : 1)
            .Select(u => new BoardUnit(u.Id, u.Code, u.Name, u.KindCode, u.Id == unit.Id ? 0 : u.OfficialOrder + kinds.First(k => k.Code == u.KindCode).Order * 100_000, u.TerritoryCode, u.Id != unit.Id && u.HasChildren && !u.Sensitive)).ToList();
        var inputs = rows.Where(r => byPath.ContainsKey(r.Path)).Select(r => new BoardInput(byPath[r.Path].Id, r.RequirementId, r.Counts)).ToList();
        var present = rows.Where(r => byPath.ContainsKey(r.Path)).Select(r => byPath[r.Path].KindCode).ToHashSet();
        return new Answer(unit.Code, unit.Name, above, year, years, columns,
            [.. kinds.Where(k => present.Contains(k.Code)).Select(k => new Kind(k.Code, k.Name, k.NameEnglish))],
            ComplianceBoard.Build(boardUnits, inputs, input.Order), op.Now, op.Today,
            // Where no line has units below it, they are all here.
            units.Exists(u => u.Id != unit.Id && u.HasChildren) ? await op.Db.Units.CountAsync(u => string.Compare(u.Path, unit.Path) >= 0 && string.Compare(u.Path, to) < 0, ct) : units.Count,
            op.Actor.Can(Permission.UrgeUnits, unit.Path));
    }

    private static async Task<List<Step>> AboveAsync(Operation op, string path, CancellationToken ct)
    {
        var readable = UnitPath.Ancestors(path).Where(p => op.Actor.Can(Permission.ReadCompliance, p)).ToList();
        if (readable.Count == 0) return [];
        return await op.Db.Units.Where(u => readable.Contains(u.Path)).OrderBy(u => u.Path).Select(u => new Step(u.Code, u.Name)).ToListAsync(ct);
    }
}
