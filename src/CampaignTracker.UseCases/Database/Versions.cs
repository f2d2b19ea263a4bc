using CampaignTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CampaignTracker.UseCases.Database;

/// <summary>Raises a root's version with any change to it, to a child or to an owned part.</summary>
internal static class Versions
{
    public static void Raise(ChangeTracker tracker)
    {
        var changed = new HashSet<EntityEntry>();
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
            if (RootOf(tracker, entry) is { } root) changed.Add(root);
        foreach (var root in changed.Where(root => root.State is EntityState.Unchanged or EntityState.Modified))
        {
            var version = root.Property(nameof(IVersioned.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    /// <summary>The tracked root that an entry belongs to: itself, or the row its foreign keys lead to.</summary>
    public static EntityEntry? RootOf(ChangeTracker tracker, EntityEntry entry)
    {
        if (entry.Entity is IVersioned) return entry;
        foreach (var key in entry.Metadata.GetForeignKeys().Where(key => typeof(IVersioned).IsAssignableFrom(key.PrincipalEntityType.ClrType)))
        {
            var id = entry.Property(key.Properties[0].Name).CurrentValue ?? entry.Property(key.Properties[0].Name).OriginalValue;
            if (tracker.Entries().FirstOrDefault(e => e.Entity is IVersioned and Entity root && e.Metadata == key.PrincipalEntityType && Equals(root.Id, id)) is { } found) return found;
        }
        return null;
    }
}
