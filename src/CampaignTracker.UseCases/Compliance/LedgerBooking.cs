using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>Writes the ledger: with every change of an obligation, in its transaction; and once from the obligations' own dates where they were stored without one.</summary>
internal static class LedgerBooking
{
    /// <summary>Books what is about to be saved.</summary>
    public static void Book(CampaignDb db)
    {
        if (db.Acting is not { } acting) return;
        var changes = db.ChangeTracker.Entries<Obligation>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (e.State == EntityState.Added ? null : Position(e.OriginalValues), e.State == EntityState.Deleted ? null : Position(e.CurrentValues))).ToList();
        var today = LocalTime.Today(acting.Now);
        db.ComplianceEntries.AddRange(ComplianceLedger.Bookings(changes).Select(booking => new ComplianceEntry(booking.Key, booking.Change, today)));
    }

    /// <summary>Books the history of obligations that were stored without a ledger: seeded ones, and those of a database from before there was one. Within the running transaction.</summary>
    public static async Task BeginAsync(CampaignDb db, CancellationToken ct)
    {
        if (await db.ComplianceEntries.AnyAsync(ct) || !await db.Obligations.AnyAsync(ct)) return;
        var opened = await db.Years.Where(y => y.OpenedAt != null).ToDictionaryAsync(y => y.Year, y => LocalTime.Today(y.OpenedAt!.Value), ct);
        var asked = (await db.Reviews.Where(r => r.Decision == OpinionKind.AskSupplement && r.DecidedAt != null).Join(db.Plans, r => r.PlanId, p => p.Id, (r, p) => new { p.ObligationId, r.DecidedAt }).ToListAsync(ct))
            .GroupBy(r => r.ObligationId).ToDictionary(g => g.Key, g => LocalTime.Today(g.Max(r => r.DecidedAt!.Value)));
        var entries = new Dictionary<(LedgerKey Key, DateOnly On), Counts>();
        await foreach (var o in db.Obligations.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            ObligationPosition? before = null;
            foreach (var (on, facts) in ComplianceLedger.History(o.Facts, opened.GetValueOrDefault(o.Year, o.FirstSentOn ?? o.DueOn), asked.TryGetValue(o.Id, out var day) ? day : null))
            {
                var after = new ObligationPosition(o.UnitPath, o.RequirementId, o.Year, o.ToYear, facts);
                foreach (var (key, change) in ComplianceLedger.Bookings([(before, after)])) entries[(key, on)] = entries.GetValueOrDefault((key, on)) + change;
                before = after;
            }
        }
        await BulkInsert.AddAsync(db, [.. entries.Where(e => e.Value != default).Select(e => ComplianceEntry.OfHistory(e.Key.Key, e.Value, e.Key.On))], ct);
        var through = entries.Keys.Max(e => e.On).AddDays(-CarryLedgerForward.OpenDays);
        await CarryLedgerForward.BalanceAsync(db, [.. entries.Keys.Select(e => e.Key.Year).Distinct()], through, ct);
        db.LedgerStates.Add(LedgerState.Begin(Actor.System, through));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Books what the ledger lacks or has too much, dated today: what was booked before stays as it was. How many sums were mended.</summary>
    public static async Task<int> CorrectAsync(CampaignDb db, CancellationToken ct)
    {
        var (_, different) = await CompareLedger.DifferencesAsync(db, ct);
        var today = LocalTime.Today(db.Acting!.Now);
        db.ComplianceEntries.AddRange(different.Select(d => new ComplianceEntry(d.Key, d.Lacking, today)));
        if (different.Count > 0) db.Audit.Add(new AuditEntry(db.Acting.Now, null, Actor.System.Name, nameof(CompareLedger), nameof(ComplianceEntry), Guid.Empty, Guid.Empty, "", AuditTrail.Write(new() { ["Differences"] = [different.Count.ToString(CultureInfo.InvariantCulture), "0"] })));
        await db.SaveChangesAsync(ct);
        return different.Count;
    }

    private static ObligationPosition? Position(PropertyValues values) => new(values.GetValue<string>(nameof(Obligation.UnitPath)), values.GetValue<Guid>(nameof(Obligation.RequirementId)),
        values.GetValue<int>(nameof(Obligation.Year)), values.GetValue<int>(nameof(Obligation.ToYear)), new ObligationFacts(values.GetValue<DateOnly>(nameof(Obligation.DueOn)),
            values.GetValue<DateOnly?>(nameof(Obligation.FirstSentOn)), values.GetValue<DateOnly?>(nameof(Obligation.SupplementDueOn)), values.GetValue<DateOnly?>(nameof(Obligation.CompletedOn)), values.GetValue<DateOnly?>(nameof(Obligation.ExcusedOn))));
}
