using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Units;

/// <summary>The tree, opened branch by branch, and the search over it.</summary>
public sealed class ViewUnits(Operations operations)
{
    /// <summary>A unit in the tree.</summary>
    public sealed record Node(Guid Id, string Code, string Name, string KindCode, string KindName, string KindNameEnglish, bool HasChildren, bool Closed, DateOnly? ClosedOn, bool Sensitive);

    /// <summary>A unit found by search, with the way to it.</summary>
    public sealed record Hit(string Code, string Name, string KindName, string KindNameEnglish, string? ParentName, bool Closed, DateOnly? ClosedOn);

    /// <summary>What to search for: part of a name or code, marks and case ignored.</summary>
    public sealed record Search([property: StringLength(100)] string Text, int Skip = 0, int Take = Paging.Size);

    /// <summary>The top units the asker may see.</summary>
    public Task<IReadOnlyList<Node>> RootsAsync(CancellationToken ct) => ChildrenAsync(null, ct);

    /// <summary>The units directly below one, in official order; closed ones last.</summary>
    public async Task<IReadOnlyList<Node>> ChildrenAsync(Guid? parentId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var roots = op.Actor.Posts.Select(p => p.UnitPath).ToList();
        var units = op.Db.Units.AsNoTracking();
        // The asker's own units are the roots; for those at the very top the closed provinces stand beside them.
        units = parentId is { } parent ? units.Where(u => u.ParentId == parent)
            : units.Where(u => roots.Contains(u.Path) || (u.ParentId == null && u.ClosedOn != null));
        var rows = await units.Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u, k, HasChildren = op.Db.Units.Any(c => c.ParentId == u.Id) })
            .OrderBy(x => x.u.ClosedOn != null).ThenBy(x => x.k.Order).ThenBy(x => x.u.OfficialOrder).ThenBy(x => x.u.Code).ToListAsync(ct);
        return [.. rows.Select(x => new Node(x.u.Id, x.u.Code, x.u.Name, x.k.Code, x.k.Name, x.k.NameEnglish, x.HasChildren && !x.u.Sensitive, x.u.ClosedOn is { } on && on <= op.Today, x.u.ClosedOn, x.u.Sensitive))];
    }

    /// <summary>Searches names and codes.</summary>
    public async Task<Page<Hit>> SearchAsync(Search input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var key = SearchKey.Fold(input.Text);
        var found = op.Db.Units.AsNoTracking().Where(u => u.SearchKey.Contains(key));
        var count = await found.CountAsync(ct);
        var rows = await found.Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u, k }).OrderBy(x => x.u.Path.Length).ThenBy(x => x.u.Name).ThenBy(x => x.u.Path)
            .Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))
            .Select(x => new { x.u.Code, x.u.Name, Kind = x.k.Name, x.k.NameEnglish, Parent = op.Db.Units.Where(p => p.Id == x.u.ParentId).Select(p => p.Name).FirstOrDefault(), x.u.ClosedOn }).ToListAsync(ct);
        return new Page<Hit>([.. rows.Select(x => new Hit(x.Code, x.Name, x.Kind, x.NameEnglish, x.Parent, x.ClosedOn is { } on && on <= op.Today, x.ClosedOn))], count);
    }
}
