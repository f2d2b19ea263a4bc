using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Compliance;

/// <summary>By the clock: adds up the ledger's closed days into balances, so that a board adds only the last days. Run as the system.</summary>
public sealed class CarryLedgerForward(Operations operations)
{
    /// <summary>The newest days stay open: who began to save before midnight may still be booking.</summary>
    internal const int OpenDays = 2;

    /// <summary>Makes the balances of those years anew in which something was booked; how many years.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.CloseByClock, "");
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        await using var transaction = await op.Db.Database.BeginTransactionAsync(ct);
        var (state, through) = (await op.Db.LedgerStates.FirstOrDefaultAsync(ct), op.Today.AddDays(-OpenDays));
        if (state is null) op.Db.LedgerStates.Add(state = LedgerState.Begin(op.Actor, DateOnly.MinValue));
        var since = state.ThroughOn;
        if (through <= since) return 0;
        var years = await op.Db.ComplianceEntries.Where(e => e.BookedOn > since && e.BookedOn <= through).Select(e => e.Year).Distinct().ToListAsync(ct);
        await BalanceAsync(op.Db, years, through, ct);
        state.CarriedThrough(op.Actor, through);
        await op.SaveAsync(ct);
        await transaction.CommitAsync(ct);
        return years.Count;
    }

    /// <summary>Adds up all that was booked for some years up to a day, within the running transaction.</summary>
    internal static async Task BalanceAsync(CampaignDb db, IReadOnlyCollection<int> years, DateOnly through, CancellationToken ct)
    {
        foreach (var year in years)
        {
            var sums = await LedgerSums.ByKeyAsync(db.ComplianceEntries.Where(e => e.Year == year && e.BookedOn <= through), ct);
            await db.ComplianceBalances.Where(b => b.Year == year).ExecuteDeleteAsync(ct);
            await BulkInsert.AddAsync(db, [.. sums.Select(sum => new ComplianceBalance(sum.Key, sum.Value))], ct);
        }
    }
}
