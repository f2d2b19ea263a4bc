using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Keeps n of m true: counts a unit's open registers anew, within the transaction that changed a person or a commitment.</summary>
internal static class RegisterCounts
{
    /// <summary>Counts what will stand once the context is saved: stored rows together with those changed in it.</summary>
    public static async Task RecountAsync(this Operation op, Guid unitId, CancellationToken ct)
    {
        var db = op.Db;
        var registers = await db.Registers.Where(r => r.UnitId == unitId && r.ClosedOn == null).ToListAsync(ct);
        registers = [.. registers.Union(db.Registers.Local.Where(r => r.UnitId == unitId && r.ClosedOn == null))];
        if (registers.Count == 0) return;
        if (!op.Actor.Can(Permission.ReadParticipants, registers[0].UnitPath))
        {
            // A participant opens the register by writing first: whom they may not see counts all the same.
            foreach (var register in registers) await CountStoredAsync(db, op.Actor, register, ct);
            return;
        }
        await db.Participants.Where(p => p.UnitId == unitId && p.To == null).LoadAsync(ct);
        await db.Commitments.Where(c => c.UnitId == unitId).LoadAsync(ct);
        var people = db.Participants.Local.Where(p => p.UnitId == unitId && p.To == null && p.ExemptSince == null && db.Entry(p).State != EntityState.Deleted).ToList();
        var adopted = db.Commitments.Local.Where(c => c.UnitId == unitId && c.Registered && db.Entry(c).State != EntityState.Deleted).ToLookup(c => (c.Scope, c.Year), c => c.ParticipantId);
        foreach (var register in registers) Count(op.Actor, register, people, adopted[(register.Scope, register.Year)].ToHashSet());
    }

    /// <summary>Counts by what is stored: after a change of many people, none of whom is loaded. Saves.</summary>
    public static async Task RecountStoredAsync(this Operation op, Guid unitId, CancellationToken ct)
    {
        var registers = await op.Db.Registers.Where(r => r.UnitId == unitId && r.ClosedOn == null).ToListAsync(ct);
        if (registers.Count == 0) return;
        foreach (var register in registers) await CountStoredAsync(op.Db, op.Actor, register, ct);
        await op.SaveAsync(ct);
    }

    /// <summary>The counts of one register by what is stored; the caller saves.</summary>
    public static async Task CountStoredAsync(CampaignDb db, Actor actor, CommitmentRegister register, CancellationToken ct)
    {
        var (people, registered, heads, headsRegistered) = await UnscopedReads.RegisterCountsAsync(db, register.UnitId, register.Scope, register.Year, ct);
        register.Recount(actor, people, registered, heads, headsRegistered);
    }

    /// <summary>The counts of one register.</summary>
    public static void Count(Actor actor, CommitmentRegister register, IReadOnlyCollection<Participant> people, IReadOnlySet<Guid> adopted) => register.Recount(actor,
        people.Count, people.Count(p => adopted.Contains(p.Id)), people.Count(p => p.UnitHead), people.Count(p => p.UnitHead && adopted.Contains(p.Id)));
}
