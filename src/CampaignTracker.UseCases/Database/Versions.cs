using CampaignTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CampaignTracker.UseCases.Database;

/// <summary>Raises a root's version with any change to it, to a child or to an owned part.</summary>
internal static class Versions
{
    public static void Raise(ChangeTracker tracker)
    {
        var entries = tracker.Entries().ToList();
        var roots = entries.Where(e => e.Entity is IVersioned).ToDictionary(e => (e.Metadata.ClrType, ((Entity)e.Entity).Id));
        var changed = new HashSet<Guid>();
        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var root = RootOf(entry, (type, id) => roots.GetValueOrDefault((type, id)));
            if (root is not { State: EntityState.Unchanged or EntityState.Modified } || !changed.Add(((Entity)root.Entity).Id)) continue;
            var version = root.Property(nameof(IVersioned.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    /// <summary>The tracked root that an entry belongs to: itself, or the row its foreign keys lead to.</summary>
    public static EntityEntry? RootOf(ChangeTracker tracker, EntityEntry entry) =>
        RootOf(entry, (type, id) => tracker.Entries().FirstOrDefault(e => e.Entity is IVersioned and Entity root && root.Id == id && e.Metadata.ClrType == type));

    private static EntityEntry? RootOf(EntityEntry entry, Func<Type, Guid, EntityEntry?> find)
    {
        if (entry.Entity is IVersioned) return entry;
        foreach (var key in entry.Metadata.GetForeignKeys().Where(key => typeof(IVersioned).IsAssignableFrom(key.PrincipalEntityType.ClrType)))
        {
            var property = entry.Property(key.Properties[0].Name);
            if ((property.CurrentValue ?? property.OriginalValue) is Guid id && find(key.PrincipalEntityType.ClrType, id) is { } found) return found;
        }
        return null;
    }
}
