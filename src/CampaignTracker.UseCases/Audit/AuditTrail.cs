using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CampaignTracker.UseCases.Audit;

/// <summary>
/// Writes every change with its author and time into the transaction of the change. Draft saves become one entry per author, draft and sitting (net change).
/// </summary>
internal static class AuditTrail
{
    /// <summary>Draft saves closer together than this belong to one sitting.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string SecretShown = "***";

    // What is typed and saved field by field.
    private static readonly HashSet<string> DraftSaves = [nameof(SavePlanDraft), nameof(SaveCommitment), nameof(KeepShortcoming), nameof(SavePaperRow)];

    // Rows that say themselves who was told what and when, and sums that follow from what is in the trail; thousands a day, and nobody's act.
    private static readonly HashSet<Type> TheirOwnRecord = [typeof(Reminder), typeof(OutgoingMessage), typeof(AnnouncementReceipt), typeof(ScheduledRun), typeof(ComplianceEntry), typeof(LedgerState)];

    // Bookkeeping of sign-in; the account's own fields are in the trail.
    private static readonly HashSet<string> Silent = ["SecurityStamp", "ConcurrencyStamp", "AccessFailedCount", "LockoutEnd", "NormalizedUserName", "NormalizedEmail", "Version", "SearchKey", "EditedAt"];

    public static async Task WriteAsync(CampaignDb db, CancellationToken ct)
    {
        if (db.Acting is not { } acting)
        {
            RefuseUnattended(db);
            return;
        }
        if (!acting.Trail) return;
        var perRoot = new Dictionary<Guid, (string Subject, string Path, bool Personal, Dictionary<string, string?[]> Changes)>();
        foreach (var entry in Changed(db)) Add(db, perRoot, entry, acting);
        foreach (var (root, (subject, path, personal, changes)) in perRoot)
        {
            if (changes.Count == 0) continue;
            if (DraftSaves.Contains(acting.Act) && await SameSittingAsync(db, root, acting, ct) is { } earlier) earlier.Absorb(acting.Now, Net(earlier.Changes, changes));
            else db.Audit.Add(new AuditEntry(acting.Now, acting.Actor.AccountId, acting.Actor.Name, acting.Act, subject, root, root, path, JsonSerializer.Serialize(changes, Json), personal: personal));
        }
    }

    /// <summary>Changes of an entry: field → [before, after].</summary>
    public static Dictionary<string, string?[]> Read(string changes) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes, Json) ?? [];

    /// <summary>The other way round, for tasks that write one entry of their own for the whole act.</summary>
    public static string Write(Dictionary<string, string?[]> changes) => JsonSerializer.Serialize(changes, Json);

    private static IEnumerable<EntityEntry> Changed(CampaignDb db) =>
        db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not AuditEntry and not SeedMark and not ProtectionKey && !TheirOwnRecord.Contains(e.Metadata.ClrType)).ToList();

    private static void RefuseUnattended(CampaignDb db)
    {
        // Identity itself counts failed sign-ins and sets stamps; anything else must come through an operation.
        if (Changed(db).FirstOrDefault(e => e.Entity is not Account && !e.Metadata.ClrType.Namespace!.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)) is { } stray)
            throw new InvalidOperationException($"{stray.Metadata.ClrType.Name} was changed outside an operation.");
    }

    private static void Add(CampaignDb db, Dictionary<Guid, (string Subject, string Path, bool Personal, Dictionary<string, string?[]> Changes)> perRoot, EntityEntry entry, Acting acting)
    {
        var rootEntry = Versions.RootOf(db.ChangeTracker, entry) ?? RootWithoutVersion(db.ChangeTracker, entry);
        var rootId = rootEntry.Entity switch { Entity e => e.Id, Account a => a.Id, _ => Guid.Empty };
        var personal = rootEntry.Entity as IBelongsToPerson;
        var path = personal?.UnitPath ?? (rootEntry.Entity as IBelongsToUnit)?.UnitPath ?? acting.Actor.MainPost?.UnitPath ?? "";
        if (!perRoot.TryGetValue(rootId, out var bundle)) perRoot[rootId] = bundle = (rootEntry.Metadata.ClrType.Name, path, personal is not null, []);
        var prefix = ReferenceEquals(rootEntry.Entity, entry.Entity) ? "" : Prefix(entry);
        foreach (var property in entry.Properties.Where(p => !Silent.Contains(p.Metadata.Name) && !p.Metadata.IsShadowProperty() && !p.Metadata.IsPrimaryKey()))
        {
            var before = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            if (before != after) Note(bundle.Changes, prefix + property.Metadata.Name, IsSecret(property) ? [before is null ? null : SecretShown, SecretShown] : [before, after]);
        }
        if (entry.State == EntityState.Deleted && prefix.Length > 0 && !entry.Metadata.IsOwned()) bundle.Changes[prefix.TrimEnd('.')] = ["", null];
    }

    // A text that lost belongs to its plan, though it does not raise the plan's version; what was urged belongs to the act of urging, which never changes.
    private static EntityEntry RootWithoutVersion(ChangeTracker tracker, EntityEntry entry) => entry.Entity switch
    {
        DraftConflict kept => tracker.Entries<Domain.Plans.UnitPlan>().First(p => p.Entity.Id == kept.PlanId),
        UrgedFiling urged => tracker.Entries<Urging>().First(u => u.Entity.Id == urged.UrgingId),
        _ => entry,
    };

    // A new password, an address for mail or for a calendar is noted, what it is is not; a shortcoming is for its author and the secretary alone.
    private static bool IsSecret(PropertyEntry property) => property.Metadata.Name is "PasswordHash" or "Email" or "SecretHash" || property.EntityEntry.Entity is Domain.Commitments.Shortcoming;

    // An owned part that is replaced (a meeting recorded anew) comes twice: once gone, once new.
    private static void Note(Dictionary<string, string?[]> changes, string field, string?[] change)
    {
        if (changes.TryGetValue(field, out var half)) change = [half[0] ?? change[0], half[1] ?? change[1]];
        if (change[0] == change[1] && change[0] != SecretShown) changes.Remove(field);
        else changes[field] = change;
    }

    private static string Prefix(EntityEntry entry) => entry.Entity switch
    {
        Domain.Plans.PlanItem item => $"PlanItem {item.Ordinal} [{item.Id:N}].",
        DraftConflict kept => $"DraftConflict {kept.Field} [{kept.Id:N}].",
        Entity child => $"{entry.Metadata.ClrType.Name} [{child.Id:N}].",
        _ => entry.Metadata.ClrType.Name + ".",
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        string text => text,
        System.Collections.IEnumerable list => string.Join(", ", list.Cast<object>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Task<AuditEntry?> SameSittingAsync(CampaignDb db, Guid planId, Acting acting, CancellationToken ct)
    {
        var since = acting.Now - Sitting;
        return db.Audit.Where(e => e.RootId == planId && e.AccountId == acting.Actor.AccountId && e.Act == acting.Act && e.At >= since)
            .OrderByDescending(e => e.At).FirstOrDefaultAsync(ct);
    }

    private static string Net(string earlier, Dictionary<string, string?[]> later)
    {
        var net = Read(earlier);
        foreach (var (field, change) in later)
        {
            var before = net.TryGetValue(field, out var first) ? first[0] : change[0];
            if (before == change[1] && before != SecretShown) net.Remove(field);
            else net[field] = [before, change[1]];
        }
        return JsonSerializer.Serialize(net, Json);
    }
}
