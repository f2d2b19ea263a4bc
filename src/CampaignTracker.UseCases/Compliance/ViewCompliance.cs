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
    /// <param name="Sort">Order of the lines.</param>
    /// <param name="KindCode">Only units of a kind, or null.</param>
    /// <param name="TerritoryCode">Only units of a commune or ward, or null.</param>
    /// <param name="Search">Only units whose name or code holds this, marks and case ignored.</param>
    /// <param name="RequirementId">One requirement alone: column, totals and rates; or null.</param>
    /// <param name="Period">Of which periods.</param>
    /// <param name="Reviewed">Only what the units directly below owe themselves: what the unit reviews.</param>
    /// <param name="AsOf">The end of a past day (local); today and later mean now.</param>
    /// <param name="Compare">With the same day a year before.</param>
    public sealed record Input(int? Year, [property: StringLength(Unit.CodeLength)] string? UnitCode = null, BoardSort Sort = default, [property: StringLength(Unit.CodeLength)] string? KindCode = null,
        [property: StringLength(Unit.CodeLength)] string? TerritoryCode = null, [property: StringLength(100)] string? Search = null, Guid? RequirementId = null, BoardPeriod Period = BoardPeriod.All,
        bool Reviewed = false, DateOnly? AsOf = null, bool Compare = false);

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
    /// <param name="AsOf">The past day the figures hold for, at its end; null for now.</param>
    public sealed record Answer(string UnitCode, string UnitName, IReadOnlyList<Step> Above, int Year, IReadOnlyList<int> Years, IReadOnlyList<Column> Requirements,
        IReadOnlyList<Kind> Kinds, ComplianceBoard Board, DateTime At, DateOnly Today, int Units, bool MayUrge = false, DateOnly? AsOf = null)
    {
        /// <summary>What a column is called: its kind, with its number where two are of a kind.</summary>
        public string NameOf(Column column) => Choosable.Count(other => other.Kind == column.Kind) > 1 ? $"{Wording.Of(column.Kind)}, {column.Number}" : Wording.Of(column.Kind);

        /// <summary>The requirements there are, whichever is shown.</summary>
        public IReadOnlyList<Column> Choosable { get; init; } = Requirements;

        /// <summary>Communes and wards that occur among the units.</summary>
        public IReadOnlyList<Place> Territories { get; init; } = [];

        /// <summary>The asker's saved views, by name.</summary>
        public IReadOnlyList<View> Views { get; init; } = [];
    }

    /// <summary>A unit on the way.</summary>
    public sealed record Step(string Code, string Name);

    /// <summary>A requirement as a column.</summary>
    public sealed record Column(Guid Id, string Number, RequirementKind Kind, string Summary);

    /// <summary>A kind of unit.</summary>
    public sealed record Kind(string Code, string Name, string NameEnglish);

    /// <summary>A commune or ward.</summary>
    public sealed record Place(string Code, string Name);

    /// <summary>A saved view.</summary>
    public sealed record View(Guid Id, string Name, string Address);

    /// <summary>Reads the board.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = input.UnitCode is { } code
            ? await op.Db.Units.Where(u => u.Code == code).Select(u => new { u.Id, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync()
            : new { Id = op.Actor.MainPost!.UnitId, Path = op.Actor.MainPost.UnitPath };
        op.Actor.Must(Permission.ReadCompliance, unit.Path);
        var to = UnitPath.End(unit.Path);

        var open = await LedgerSums.OpenAsync(op, ct);
        var year = open.Meant(input.Year, op.Today);
        var asOf = input.AsOf < op.Today ? input.AsOf : null;
        Task<List<LedgerSums.Row>> RowsAsync(int of, DateOnly? day) => (input.Reviewed, day) switch
        {
            (false, _) => LedgerSums.RowsAsync(op, open, unit.Path, of, day, input.Period, ct),
            (true, null) => BoardReads.ReviewedRowsAsync(op, unit.Id, of, input.Period, ct),
            (true, { } past) => LedgerSums.OwnRowsAsync(op, open, unit.Path, of, past, input.Period, ct),
        };
        var rows = await RowsAsync(year, asOf);
        var before = input.Compare ? await RowsAsync(year - 1, (asOf ?? op.Today).AddYears(-1)) : [];
        var units = await op.Db.Units.AsNoTracking().Where(u => u.ParentId == unit.Id || u.Id == unit.Id)
            .Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new
            {
                Kind = new Kind(k.Code, k.Name, k.NameEnglish),
                KindOrder = k.Order,
                u.Id,
                u.Path,
                u.Code,
                u.Name,
                u.SearchKey,
                u.KindCode,
                u.OfficialOrder,
                u.TerritoryCode,
                u.Sensitive,
                Territory = op.Db.Territories.Where(t => t.Code == u.TerritoryCode).Select(t => t.Name).FirstOrDefault(),
                HasChildren = op.Db.Units.Any(c => c.ParentId == u.Id),
            }).ToListAsync(ct);
        var requirementIds = rows.Select(r => r.RequirementId).Distinct().ToList();
        var columns = await op.Db.Requirements.Where(r => requirementIds.Contains(r.Id)).OrderBy(r => r.Order).Select(r => new Column(r.Id, r.Number, r.Kind, r.Summary)).ToListAsync(ct);
        var above = await AboveAsync(op, unit.Path, ct);
        var waiting = await BoardReads.WaitingAsync(op, unit.Path, year, input, asOf, ct);
        var views = await op.Db.SavedViews.Where(v => v.AccountId == op.Actor.AccountId).OrderBy(v => v.Name).Select(v => new View(v.Id, v.Name, v.Address)).ToListAsync(ct);

        var byPath = units.ToDictionary(u => u.Path);
        var present = units.Where(u => rows.Exists(r => r.Path == u.Path)).ToList();
        var search = SearchKey.Fold(input.Search);
        // A filter narrows the lines; the totals follow, since they are the sum of the lines.
        var boardUnits = units.Where(u => (input.KindCode is null || u.KindCode == input.KindCode) && (input.TerritoryCode is null || u.TerritoryCode == input.TerritoryCode) && u.SearchKey.Contains(search, StringComparison.Ordinal))
            .OrderBy(u => u.Id == unit.Id ? 0 : 1)
            .Select(u => new BoardUnit(u.Id, u.Code, u.Name, u.KindCode, u.Id == unit.Id ? 0 : u.OfficialOrder + u.KindOrder * 100_000, u.TerritoryCode, u.Id != unit.Id && u.HasChildren && !u.Sensitive)).ToList();
        IEnumerable<BoardInput> Counted(List<LedgerSums.Row> some) => some.Where(r => byPath.ContainsKey(r.Path) && (input.RequirementId is null || r.RequirementId == input.RequirementId)).Select(r => new BoardInput(byPath[r.Path].Id, r.RequirementId, r.Counts));
        var board = ComplianceBoard.Build(boardUnits, [.. Counted(rows)], input.Sort,
            waiting.Where(w => byPath.ContainsKey(w.Key)).SelectMany(w => w.Select(v => (byPath[w.Key].Id, Value: v))).ToLookup(w => w.Id, w => w.Value),
            Counted(before).GroupBy(r => r.UnitId, r => r.Counts).ToDictionary(g => g.Key, Counts.Sum));
        return new Answer(byPath[unit.Path].Code, byPath[unit.Path].Name, above, year, open.Years, input.RequirementId is { } one ? [.. columns.Where(c => c.Id == one)] : columns,
            [.. present.OrderBy(u => u.KindOrder).Select(u => u.Kind).Distinct()], board, op.Now, op.Today,
            // Where no line has units below it, they are all here.
            units.Exists(u => u.Id != unit.Id && u.HasChildren) ? await op.Db.Units.CountAsync(u => string.Compare(u.Path, unit.Path) >= 0 && string.Compare(u.Path, to) < 0, ct) : units.Count,
            asOf is null && op.Actor.Can(Permission.UrgeUnits, unit.Path), asOf)
        {
            Choosable = columns,
            Territories = [.. present.Where(u => u.Territory is not null).OrderBy(u => u.OfficialOrder).Select(u => new Place(u.TerritoryCode!, u.Territory!)).Distinct()],
            Views = views,
        };
    }

    private static async Task<List<Step>> AboveAsync(Operation op, string path, CancellationToken ct)
    {
        var readable = UnitPath.Ancestors(path).Where(p => op.Actor.Can(Permission.ReadCompliance, p)).ToList();
        if (readable.Count == 0) return [];
        return await op.Db.Units.Where(u => readable.Contains(u.Path)).OrderBy(u => u.Path).Select(u => new Step(u.Code, u.Name)).ToListAsync(ct);
    }
}
