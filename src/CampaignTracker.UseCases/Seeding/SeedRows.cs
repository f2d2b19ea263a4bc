using System.Collections;
using System.Globalization;
using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>Brings rows of reference data into line with their seed, row by row.</summary>
internal sealed class SeedRows(CampaignDb db, Dictionary<string, SeedMark> marks, DateTime now)
{
    // What the program itself decides later; the seed only says where it begins.
    private static readonly HashSet<string> NotFromSeed =
        [nameof(Unit.Path), nameof(Unit.ParentId), nameof(Unit.Version), nameof(CampaignYear.OpenedAt), nameof(CampaignYear.OpenedBy)];

    private int added, updated, leftAlone;

    public SeedResult Result => new(added, updated, leftAlone);

    /// <summary>Adds the new, updates the changed, leaves alone what staff corrected. Nothing is ever deleted: papers may hang on it.</summary>
    public async Task MergeAsync<T>(string kind, IEnumerable<T> fresh, Func<T, string> codeOf, CancellationToken ct, Func<T, IEnumerable<Entity>>? childrenOf = null) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var properties = type.GetProperties().Where(p => !p.IsShadowProperty() && !p.IsPrimaryKey() && !NotFromSeed.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        IQueryable<T> query = db.Set<T>();
        foreach (var navigation in type.GetNavigations()) query = query.Include(navigation.Name);
        var stored = (await query.AsSplitQuery().ToListAsync(ct)).ToDictionary(codeOf);
        foreach (var row in fresh)
        {
            var mark = $"{kind}:{codeOf(row)}";
            var says = Hash(properties, row, childrenOf);
            if (!stored.TryGetValue(codeOf(row), out var existing))
            {
                db.Add(row);
                added++;
            }
            else if (!marks.TryGetValue(mark, out var seeded) || seeded.Hash != says)
            {
                var stands = Hash(properties, existing, childrenOf);
                if (seeded is not null && stands == seeded.Hash)
                {
                    Follow(properties, existing, row, childrenOf);
                    updated++;
                }
                else if (stands != says) leftAlone++;
            }
            Mark(mark, says);
        }
    }

    /// <summary>Remembers what the seed said.</summary>
    public void Mark(string name, string hash)
    {
        if (marks.TryGetValue(name, out var mark))
        {
            if (mark.Hash == hash) return;
            mark.Hash = hash;
            mark.At = now;
            db.Update(mark);
            return;
        }
        marks[name] = mark = new SeedMark { Name = name, Hash = hash, At = now };
        db.Add(mark);
    }

    private void Follow<T>(IEnumerable<IProperty> properties, T existing, T row, Func<T, IEnumerable<Entity>>? childrenOf) where T : class
    {
        var entry = db.Entry(existing);
        foreach (var property in properties) entry.Property(property.Name).CurrentValue = Value(property, row);
        if (childrenOf is null) return;
        // A child's key holds all it says, so a changed child is another child.
        var (before, after) = (childrenOf(existing).ToDictionary(c => c.Id), childrenOf(row).ToDictionary(c => c.Id));
        db.RemoveRange(before.Values.Where(child => !after.ContainsKey(child.Id)));
        foreach (var child in after.Values.Where(child => !before.ContainsKey(child.Id)))
        {
            var childEntry = db.Add(child);
            var key = childEntry.Metadata.GetForeignKeys().First(k => k.PrincipalEntityType.ClrType == typeof(T));
            childEntry.Property(key.Properties[0].Name).CurrentValue = entry.Property(key.PrincipalKey.Properties[0].Name).CurrentValue;
        }
    }

    private static string Hash<T>(IEnumerable<IProperty> properties, T row, Func<T, IEnumerable<Entity>>? childrenOf) where T : class
    {
        var text = new StringBuilder();
        foreach (var property in properties) text.Append(property.Name).Append('=').Append(Text(Value(property, row))).Append('\n');
        foreach (var child in childrenOf?.Invoke(row).Select(c => c.Id).Order() ?? Enumerable.Empty<Guid>()) text.Append(child).Append('\n');
        return PlanSeal.Hash(text.ToString());
    }

    private static object? Value(IProperty property, object row) => property.PropertyInfo!.GetValue(row);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable list => string.Join('\u001f', list.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
