using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>By the clock: counts the obligations anew and compares with what the boards add up. A difference is told on the page of the system's state, never hidden. Run as the system.</summary>
public sealed class CompareLedger(Operations operations)
{
    private const int ExamplesShown = 3;

    /// <summary>What was found.</summary>
    /// <param name="At">When, UTC; null: never compared.</param>
    /// <param name="Compared">Sums compared.</param>
    /// <param name="Differences">Sums that differ.</param>
    /// <param name="Examples">The first of them, in words.</param>
    public sealed record Answer(DateTime? At, int Compared, int Differences, string? Examples);

    /// <summary>Compares, and keeps what was found.</summary>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.CloseByClock, "");
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        // One moment for both sides: else a filing in between would look like a difference.
        await using var transaction = await op.Db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var (compared, different) = await DifferencesAsync(op.Db, ct);
        var state = await op.Db.LedgerStates.FirstOrDefaultAsync(ct);
        if (state is null) op.Db.LedgerStates.Add(state = LedgerState.Begin(op.Actor, DateOnly.MinValue));
        state.ComparedWith(op.Actor, op.Now, compared, different.Count, different.Count == 0 ? null : await InWordsAsync(op, different, ct));
        await op.SaveAsync(ct);
        await transaction.CommitAsync(ct);
        return new Answer(state.ComparedAt, state.Compared, state.Differences, state.Examples);
    }

    /// <summary>What the last comparison found: for the page of the system's state.</summary>
    public async Task<Answer> LastAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.ManageAccounts, op.Actor.MainPost!.UnitPath);
        return await op.Db.LedgerStates.Select(s => new Answer(s.ComparedAt, s.Compared, s.Differences, s.Examples)).FirstOrDefaultAsync(ct) ?? new Answer(null, 0, 0, null);
    }

    /// <summary>Every key whose sum is not what the obligations say, with what the ledger lacks.</summary>
    internal static async Task<(int Compared, List<(LedgerKey Key, Counts Lacking)> Different)> DifferencesAsync(CampaignDb db, CancellationToken ct)
    {
        var (compared, different) = (0, new List<(LedgerKey, Counts)>());
        var through = await db.LedgerStates.Select(s => s.ThroughOn).FirstOrDefaultAsync(ct);
        foreach (var year in await db.Obligations.Select(o => o.Year).Concat(db.ComplianceEntries.Select(e => e.Year)).Distinct().OrderBy(y => y).ToListAsync(ct))
        {
            var kept = await LedgerSums.ByKeyAsync(db.ComplianceBalances.Where(b => b.Year == year), ct);
            foreach (var (key, since) in await LedgerSums.ByKeyAsync(db.ComplianceEntries.Where(e => e.Year == year && e.BookedOn > through), ct)) kept[key] = kept.GetValueOrDefault(key) + since;
            var counted = await CountAsync(db, year, ct);
            var keys = kept.Keys.Union(counted.Keys).ToList();
            compared += keys.Count;
            different.AddRange(keys.Select(key => (key, counted.GetValueOrDefault(key) - kept.GetValueOrDefault(key))).Where(found => found.Item2 != default));
        }
        return (compared, different);
    }

    private static async Task<Dictionary<LedgerKey, Counts>> CountAsync(CampaignDb db, int year, CancellationToken ct)
    {
        var positions = new List<(ObligationPosition?, ObligationPosition?)>();
        await foreach (var o in db.Obligations.AsNoTracking().Where(o => o.Year == year).Select(o => new { o.UnitPath, o.RequirementId, o.ToYear, o.DueOn, o.FirstSentOn, o.SupplementDueOn, o.CompletedOn, o.ExcusedOn }).AsAsyncEnumerable().WithCancellation(ct))
            positions.Add((null, new ObligationPosition(o.UnitPath, o.RequirementId, year, o.ToYear, new ObligationFacts(o.DueOn, o.FirstSentOn, o.SupplementDueOn, o.CompletedOn, o.ExcusedOn))));
        return ComplianceLedger.Bookings(positions).ToDictionary(sum => sum.Key, sum => sum.Change);
    }

    private static async Task<string> InWordsAsync(Operation op, List<(LedgerKey Key, Counts Lacking)> different, CancellationToken ct)
    {
        var shown = different.Take(ExamplesShown).ToList();
        var paths = shown.ConvertAll(d => d.Key.UnitPath);
        var codes = await op.Db.Units.Where(u => paths.Contains(u.Path)).ToDictionaryAsync(u => u.Path, u => u.Code, ct);
        return string.Join("; ", shown.Select(d => $"{codes.GetValueOrDefault(d.Key.UnitPath, d.Key.UnitPath)} {d.Key.Year}: {d.Lacking.Expected:+0;-0;0}/{d.Lacking.Sent:+0;-0;0}/{d.Lacking.OnTime:+0;-0;0}/{d.Lacking.Completed:+0;-0;0}"));
    }
}
