using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Obligations;

/// <summary>The rows behind every number: obligations of a unit and below, filtered, sorted and paged by the database.</summary>
public sealed class ViewObligations(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="UnitCode">The unit with everything below it; null for the asker's own.</param>
    /// <param name="Year">The campaign year, or null for all.</param>
    /// <param name="OwnOnly">Only the unit's own obligations.</param>
    /// <param name="RequirementId">One requirement, or null.</param>
    /// <param name="Slice">One number of the board, or null for all.</param>
    /// <param name="Search">Part of a unit's name or code, marks and case ignored.</param>
    /// <param name="Order">Order of the rows.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    /// <param name="LineKindCode">Only what counts under units of this kind directly below (the board's kind filter), or null.</param>
    /// <param name="PlansOnly">Only what a plan answers.</param>
    /// <param name="LineTerritory">Only what counts under units of this territory directly below, or null.</param>
    /// <param name="LineSearch">Only what counts under units directly below whose name or code holds this, marks and case ignored.</param>
    /// <param name="Period">Of which periods.</param>
    /// <param name="Reviewed">Only what the units directly below owe themselves: what the unit reviews.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode, int? Year, bool OwnOnly = false, Guid? RequirementId = null, ObligationSlice? Slice = null,
        [property: StringLength(100)] string? Search = null, ObligationOrder Order = ObligationOrder.Official, int Skip = 0, int Take = Paging.Size,
        [property: StringLength(Unit.CodeLength)] string? LineKindCode = null, bool PlansOnly = false, [property: StringLength(Unit.CodeLength)] string? LineTerritory = null, [property: StringLength(100)] string? LineSearch = null,
        BoardPeriod Period = BoardPeriod.All, bool Reviewed = false);

    /// <summary>One obligation. The plan's key and number are there only for who may open it; its state always.</summary>
    public sealed record Row(Guid Id, Guid UnitId, string UnitCode, string UnitName, string? ParentName, RequirementKind Kind, string RequirementNumber, int Year, int ToYear,
        ObligationFacts Facts, Standing Standing, CompletionMode? CompletionMode, DateOnly FirstDueOn, string? ExtensionReason, string? ExtendedBy, string? ExcuseReason, string? ExcusedBy,
        Guid? PlanId, PlanState? PlanState, string? PaperNumber, bool MayAdjust, bool MayUrge = false);

    /// <summary>A page with the unit it is about, and the one requirement asked for, if any.</summary>
    public sealed record Answer(string UnitCode, string UnitName, RequirementKind? Kind, Page<Row> Page, DateOnly Today);

    /// <summary>Reads a page.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (code, mine) = (input.UnitCode, op.Actor.MainPost!.UnitPath);
        var unit = await op.Db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Code, u.Name, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ReadFilings, unit.Path);

        var (from, to) = (unit.Path, UnitPath.End(unit.Path));
        var obligations = op.Db.Obligations.AsNoTracking().Where(o => string.Compare(o.UnitPath, from) >= 0 && string.Compare(o.UnitPath, to) < 0);
        if (input.PlansOnly) obligations = obligations.Where(o => o.Kind == RequirementKind.AnnualPlan || o.Kind == RequirementKind.TermPlan);
        if (input.OwnOnly) obligations = obligations.Where(o => o.UnitId == unit.Id);
        if (input.Year is { } year) obligations = obligations.Where(o => o.Year <= year && o.ToYear >= year);
        if (input.RequirementId is { } requirement) obligations = obligations.Where(o => o.RequirementId == requirement);
        obligations = obligations.Of(input.Period);
        if (input.Reviewed) obligations = obligations.Where(o => op.Db.Units.Any(u => u.Id == o.UnitId && u.ParentId == unit.Id));
        if ((input.LineKindCode ?? input.LineTerritory ?? input.LineSearch) is not null)
        {
            var (length, name) = (unit.Path.Length + UnitPath.Segment, SearchKey.Fold(input.LineSearch));
            var units = op.Db.Units.Where(u => (u.ParentId == unit.Id || u.Id == unit.Id) && u.SearchKey.Contains(name));
            if (input.LineKindCode is { } kind) units = units.Where(u => u.KindCode == kind);
            if (input.LineTerritory is { } territory) units = units.Where(u => u.TerritoryCode == territory);
            var lines = units.Select(u => u.Path);
            obligations = obligations.Where(o => lines.Contains(o.UnitPath.Substring(0, length)));
        }
        if (input.Slice is { } slice) obligations = obligations.Where(ObligationSlices.Filter(slice, op.Today));

        var rows = from o in obligations
                   join u in op.Db.Units on o.UnitId equals u.Id
                   join r in op.Db.Requirements on o.RequirementId equals r.Id
                   select new { o, u, r };
        var count = 0;
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key)
        {
            rows = rows.Where(row => row.u.SearchKey.Contains(key));
            count = await rows.CountAsync(ct);
        }
        // Every obligation has its unit and its requirement: counted without looking them up.
        else count = await obligations.CountAsync(ct);
        rows = input.Order switch
        {
            ObligationOrder.DueDate => rows.OrderBy(row => row.o.DueOn).ThenBy(row => row.u.Path).ThenBy(row => row.r.Order).ThenBy(row => row.o.Id),
            ObligationOrder.Name => rows.OrderBy(row => row.u.Name).ThenBy(row => row.u.Path).ThenBy(row => row.o.Year).ThenBy(row => row.r.Order).ThenBy(row => row.o.Id),
            ObligationOrder.Newest => rows.OrderByDescending(row => row.o.Year).ThenBy(row => row.r.Order).ThenBy(row => row.u.Path).ThenBy(row => row.o.Id),
            _ => rows.OrderBy(row => row.o.UnitPath).ThenByDescending(row => row.o.Year).ThenBy(row => row.r.Order).ThenBy(row => row.o.Id),
        };
        var page = await rows.Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).Select(row => new
        {
            row.o,
            row.u.Code,
            row.u.Name,
            row.u.Path,
            row.r.Number,
            Parent = op.Db.Units.Where(p => p.Id == row.u.ParentId).Select(p => p.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        // Asked for the page alone: within the rows' own question each plan there is would be numbered first.
        var shown = page.ConvertAll(row => row.o.Id);
        var plans = await op.Db.Plans.Where(p => shown.Contains(p.ObligationId)).Select(p => new { p.ObligationId, p.Id, p.State, p.PublishedDownward, p.Paper!.Number }).ToDictionaryAsync(p => p.ObligationId, ct);
        var asked = input.RequirementId is { } id ? await op.Db.Requirements.Where(r => r.Id == id).Select(r => (RequirementKind?)r.Kind).FirstOrDefaultAsync(ct) : null;
        // A plan still being written opens for its own unit only.
        bool Open(string path, bool? published) => published == true || op.Actor.Can(Permission.EditPlan, path);
        Row Shown(Obligation o, string unitCode, string unitName, string path, string number, string? parent)
        {
            var plan = plans.GetValueOrDefault(o.Id);
            var open = Open(path, plan?.PublishedDownward);
            return new Row(o.Id, o.UnitId, unitCode, unitName, parent, o.Kind, number, o.Year, o.ToYear, o.Facts, ObligationStatus.Judge(o.Facts, op.Today), o.CompletionMode, o.FirstDueOn,
                o.ExtensionReason, o.ExtendedBy, o.ExcuseReason, o.ExcusedBy, open ? plan?.Id : null, plan?.State, open ? plan?.Number : null, op.Actor.Can(Permission.AdjustObligation, path),
                Urging.Open(o.Facts) && op.Actor.PostFor(Permission.UrgeUnits, path) is { } post && post.UnitPath != path);
        }

        return new Answer(unit.Code, unit.Name, asked, new Page<Row>([.. page.Select(row => Shown(row.o, row.Code, row.Name, row.Path, row.Number, row.Parent))], count), op.Today);
    }
}

/// <summary>Order of obligation rows.</summary>
public enum ObligationOrder
{
    /// <summary>The official list.</summary>
    Official,
    /// <summary>Earliest due first.</summary>
    DueDate,
    /// <summary>By name, Vietnamese order.</summary>
    Name,
    /// <summary>Latest year first.</summary>
    Newest,
}
