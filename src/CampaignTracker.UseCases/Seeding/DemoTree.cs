using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>The tree of the demo: invented names over the real shape, and invented cells below.</summary>
internal sealed class DemoTree
{
    private readonly List<Unit> units;
    private readonly Dictionary<Guid, Unit> byId;

    private DemoTree(List<Unit> units)
    {
        this.units = units;
        byId = units.ToDictionary(u => u.Id);
    }

    /// <summary>Units that exist today, in the order of their paths: a parent before its children.</summary>
    public IReadOnlyList<Unit> Units => units;

    /// <summary>The province.</summary>
    public Unit Root { get; private init; } = null!;

    /// <summary>What a unit's plan items are about: hamlet, school, office, enterprise, commune.</summary>
    public Dictionary<Guid, string> Suits { get; } = [];

    public Unit? ParentOf(Unit unit) => unit.ParentId is { } parent ? byId[parent] : null;

    /// <summary>The n-th commune of the official list.</summary>
    public Unit Commune(int n) => units.First(u => u.ParentId == Root.Id && u.KindCode == "commune-committee" && u.OfficialOrder == n);

    public static async Task<(DemoTree Tree, DemoShape Shape)> BuildAsync(CampaignDb db, DemoTexts texts, SeedContent content, bool realNames, Func<IReadOnlyList<Unit>, DemoShape> shapeOf, CancellationToken ct)
    {
        var units = await db.Units.Include(u => u.Placements).Where(u => u.ClosedOn == null).ToListAsync(ct);
        var root = units.Where(u => u.ParentId == null).OrderBy(u => u.OfficialOrder).First();
        if (!realNames) await InventNamesAsync(db, texts.Places, content, units, root, ct);
        var tree = new DemoTree(units) { Root = root };
        var shape = shapeOf(units);
        foreach (var organisation in shape.Organisations)
        {
            var parent = organisation.Bloc is { } bloc ? units.First(u => u.Code == bloc) : tree.Commune(organisation.Commune ?? 0);
            tree.Open(db, parent, organisation.Cells, organisation.Grassroots);
        }
        units.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return (tree, shape);
    }

    private void Open(CampaignDb db, Unit parent, IReadOnlyList<DemoTexts.GroupText>? cells, IReadOnlyList<DemoTexts.GroupText>? grassroots)
    {
        var taken = units.Where(u => u.ParentId == parent.Id).Select(u => UnitPath.Number(u.Path)).DefaultIfEmpty(0).Max();
        var order = 0;
        foreach (var group in (grassroots ?? []).Concat(cells ?? []))
            for (var n = 1; n <= group.Count; n++)
            {
                order++;
                var code = $"{parent.Code}-{order:000}";
                var unit = Unit.Open(Actor.System, SeedContent.UnitId(code), code, string.Format(CultureInfo.InvariantCulture, group.Pattern, n), group.Kind, parent, ++taken, order, parent.OpenedOn);
                db.Units.Add(unit);
                units.Add(unit);
                byId[unit.Id] = unit;
                if (group.Suits is { } suits) Suits[unit.Id] = suits;
                Open(db, unit, group.Cells, group.Grassroots);
            }
    }

    // Demo figures never stand beside real place names: product.md, rule 16.
    private static async Task InventNamesAsync(CampaignDb db, DemoTexts.PlaceTexts places, SeedContent content, List<Unit> open, Unit root, CancellationToken ct)
    {
        var wardWord = places.Ward[..places.Ward.IndexOf(' ')];
        var communes = content.Units.Where(u => u.Territory is not null && u.Kind == "commune-committee").ToDictionary(u => u.Territory!);
        string Invented(SeedUnit row) => row.Territory is { } territory && communes.TryGetValue(territory, out var commune)
            ? string.Format(CultureInfo.InvariantCulture, commune.Place!.StartsWith(wardWord, StringComparison.Ordinal) ? places.Ward : places.Commune, commune.Order)
            : places.ProvinceShort;

        var rows = content.Units.ToDictionary(u => u.Id);
        foreach (var unit in open)
            if (rows.TryGetValue(unit.Id, out var row) && row.Place is { } place) unit.Rename(Actor.System, row.Name.Replace(place, Invented(row), StringComparison.Ordinal));

        var closed = 0;
        foreach (var unit in await db.Units.Where(u => u.ClosedOn != null).OrderBy(u => u.OfficialOrder).ToListAsync(ct))
            if (rows.TryGetValue(unit.Id, out var row) && row.Place is { } place)
            {
                var name = places.ClosedProvinces[Math.Min(closed++, places.ClosedProvinces.Count - 1)];
                unit.Rename(Actor.System, row.Name.Replace(place, name[(name.LastIndexOf(' ') + 1)..], StringComparison.Ordinal));
            }

        foreach (var territory in await db.Territories.ToListAsync(ct))
        {
            var entry = db.Entry(territory);
            if (communes.TryGetValue(territory.Code, out var commune))
            {
                var name = Invented(commune);
                entry.Property(t => t.Name).CurrentValue = char.ToUpperInvariant(name[0]) + name[1..];
            }
            entry.Property(t => t.MergedFrom).CurrentValue = null;
        }

        var provinceName = rows[root.Id].Place!;
        foreach (var document in await db.Documents.Where(d => d.Issuer != null && d.Issuer.Contains(provinceName)).ToListAsync(ct))
            db.Entry(document).Property(d => d.Issuer).CurrentValue = document.Issuer!.Replace(provinceName, places.ProvinceShort, StringComparison.Ordinal);
    }
}
