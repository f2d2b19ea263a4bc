using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What a reading of the seed folder did.</summary>
/// <param name="Added">Rows new in the database.</param>
/// <param name="Updated">Rows whose seed changed and that nobody had touched.</param>
/// <param name="LeftAlone">Rows whose seed changed but that staff had corrected: their words stand.</param>
public sealed record SeedResult(int Added, int Updated, int LeftAlone)
{
    /// <summary>True when no file had changed since the last reading.</summary>
    public bool Unchanged => this == Nothing;

    internal static readonly SeedResult Nothing = new(0, 0, 0);
}

/// <summary>
/// Reads the seed folder into the database: new rows come in, changed ones follow their file unless staff corrected them on screen.
/// A mark per file makes an unchanged start cheap; a mark per row tells a correction by staff from a change of the seed.
/// The caller holds the transaction and the lock.
/// </summary>
internal static class SeedFolder
{
    public static async Task<SeedResult> LoadAsync(CampaignDb db, string folder, DateTime now, CancellationToken ct)
    {
        var files = SeedFiles.Open(folder);
        if (await UnchangedAsync(db, files, ct)) return SeedResult.Nothing;
        var content = SeedContent.Read(files);

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var rows = new SeedRows(db, await db.SeedMarks.ToDictionaryAsync(m => m.Name, ct), now);
        await rows.MergeAsync("kind", content.Kinds, k => k.Code, ct);
        await rows.MergeAsync("territory", content.Territories, t => t.Code, ct);
        await LoadUnitsAsync(db, rows, content, ct);
        await rows.MergeAsync("successor", content.Successors, s => s.Id.ToString("N"), ct);
        await rows.MergeAsync("calendar", content.Calendar, p => p.Id.ToString("N"), ct);
        await rows.MergeAsync("document", content.Documents, d => d.Code, ct, d => d.Links);
        await rows.MergeAsync("requirement", content.Requirements, r => r.Code, ct, r => r.Deadlines);
        await rows.MergeAsync("term", content.Terms, t => t.Code, ct);
        await rows.MergeAsync("year", content.Years, y => $"{y.Year}", ct);
        await rows.MergeAsync("form", content.Forms, f => f.Code, ct, f => f.Sections);
        foreach (var (file, hash) in files.Hashes) rows.Mark("file:" + file, hash);

        var result = rows.Result;
        db.Audit.Add(new AuditEntry(now, null, Actor.System.Name, "SeedFolder", "SeedFolder", Guid.Empty, Guid.Empty, "",
            $$"""{"Added":[null,"{{result.Added}}"],"Updated":[null,"{{result.Updated}}"],"LeftAlone":[null,"{{result.LeftAlone}}"]}""", DerivedId.Of("audit", $"seed:{now:O}:{string.Concat(files.Hashes.Values)}")));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return result;
    }

    private static async Task<bool> UnchangedAsync(CampaignDb db, SeedFiles files, CancellationToken ct)
    {
        var marks = await db.SeedMarks.AsNoTracking().Where(m => m.Name.StartsWith("file:")).ToDictionaryAsync(m => m.Name, m => m.Hash, ct);
        return marks.Count == files.Hashes.Count && files.Hashes.All(file => marks.TryGetValue("file:" + file.Key, out var hash) && hash == file.Value);
    }

    private static async Task LoadUnitsAsync(CampaignDb db, SeedRows rows, SeedContent content, CancellationToken ct)
    {
        var known = await db.Units.ToDictionaryAsync(u => u.Id, ct);
        var taken = known.Values.GroupBy(u => u.ParentId ?? Guid.Empty).ToDictionary(g => g.Key, g => g.Max(u => UnitPath.Number(u.Path)));
        var fresh = new List<Unit>();
        foreach (var row in content.Units)
        {
            var parent = row.Parent is null ? null : known[SeedContent.UnitId(row.Parent)];
            var key = parent?.Id ?? Guid.Empty;
            // A unit that is there keeps its path; its twin made here only carries what the file says.
            var number = known.TryGetValue(row.Id, out var existing) ? UnitPath.Number(existing.Path) : taken[key] = taken.GetValueOrDefault(key) + 1;
            var unit = Unit.Open(Actor.System, row.Id, row.Code, row.Name, row.Kind, parent, number, row.Order, row.OpenedOn);
            unit.Cover(Actor.System, row.Territory, row.Sensitive);
            if (row.ClosedOn is { } closed) unit.Close(Actor.System, closed);
            known.TryAdd(row.Id, unit);
            fresh.Add(unit);
        }
        await rows.MergeAsync("unit", fresh, u => u.Code, ct);
    }
}
