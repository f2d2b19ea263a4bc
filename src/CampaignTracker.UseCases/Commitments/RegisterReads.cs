using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Finding or opening a unit's register and loading commitments, the same way for every task that changes one.</summary>
internal static class RegisterReads
{
    /// <summary>The commitment with lines and their progress; without its shortcoming.</summary>
    /// <exception cref="Domain.Refusal">NotFound: missing or out of scope.</exception>
    public static Task<RoleModelCommitment> CommitmentAsync(this CampaignDb db, Guid id, CancellationToken ct) =>
        db.Commitments.Include(c => c.Lines).ThenInclude(l => l.Progress).AsSplitQuery().FirstOrDefaultAsync(c => c.Id == id, ct).OrRefuseAsync();

    /// <summary>A unit's register of a year or of the term that holds the year; opened when it is not there yet (the caller saves).</summary>
    /// <exception cref="Domain.Refusal">NotFound: no such unit, or no term covers the year.</exception>
    public static async Task<CommitmentRegister> RegisterAsync(this Operation op, Guid unitId, CommitmentScope scope, int year, CancellationToken ct)
    {
        var db = op.Db;
        var term = await db.Terms.AsNoTracking().FirstOrDefaultAsync(t => t.FromYear <= year && year <= t.ToYear, ct).OrRefuseAsync();
        var found = await db.Registers.Where(r => r.UnitId == unitId && r.Scope == scope && r.Year <= year && r.ToYear >= year).FirstOrDefaultAsync(ct);
        if (found is not null) return found;
        var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == unitId, ct).OrRefuseAsync();
        var kind = await db.UnitKinds.AsNoTracking().FirstAsync(k => k.Code == unit.KindCode, ct);
        var wanted = KindOf(scope);
        var owed = await db.Obligations.Where(o => o.UnitId == unitId && o.Kind == wanted && o.Year <= year && o.ToYear >= year).OrderBy(o => o.Year)
            .Select(o => new { o.Id, o.Year, o.ToYear }).FirstOrDefaultAsync(ct);
        var (from, to) = owed is not null ? (owed.Year, owed.ToYear) : scope == CommitmentScope.Year ? (year, year) : (term.FromYear, term.ToYear);
        var register = CommitmentRegister.Open(op.Actor, null, unit, KeeperOf(kind), scope, from, to, owed?.Id);
        db.Registers.Add(register);
        return register;
    }

    /// <summary>The obligation that the register fulfils, also one made after the register was opened; null where none is owed.</summary>
    public static Task<Obligation?> OwedAsync(this CampaignDb db, CommitmentRegister register, CancellationToken ct)
    {
        var wanted = KindOf(register.Scope);
        return db.Obligations.Where(o => o.Id == register.ObligationId || (o.UnitId == register.UnitId && o.Kind == wanted && o.Year <= register.ToYear && o.ToYear >= register.Year))
            .OrderByDescending(o => o.Id == register.ObligationId).ThenBy(o => o.Year).FirstOrDefaultAsync(ct);
    }

    /// <summary>What a register of that span answers.</summary>
    public static RequirementKind KindOf(CommitmentScope scope) => scope == CommitmentScope.Year ? RequirementKind.AnnualCommitments : RequirementKind.TermCommitments;

    /// <summary>Who confirms in a unit of that kind: the cell for Party organisations, else the office or the association.</summary>
    public static RegisterKeeper KeeperOf(UnitKind kind) => kind.Party ? RegisterKeeper.Cell : kind.Code is "front" or "socio-political" ? RegisterKeeper.Association : RegisterKeeper.Office;
}
