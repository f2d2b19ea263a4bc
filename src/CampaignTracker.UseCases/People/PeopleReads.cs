using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>Finding a unit's people, the same way for every task about them.</summary>
internal static class PeopleReads
{
    /// <summary>The unit whose participants the asker keeps.</summary>
    /// <exception cref="Refusal">NotFound: missing, out of scope, closed, or a body whose people this program does not list; NotAllowed.</exception>
    public static async Task<Unit> KeptUnitAsync(this Operation op, string code, CancellationToken ct)
    {
        var unit = await op.Db.Units.FirstOrDefaultAsync(u => u.Code == code && u.ClosedOn == null && !u.Sensitive, ct).OrRefuseAsync();
        op.Actor.Must(Permission.KeepParticipants, unit.Path);
        return unit;
    }

    /// <summary>Everybody in a unit today, by given name.</summary>
    public static Task<List<PresentPerson>> PresentAsync(this Operation op, Guid unitId, CancellationToken ct) =>
        op.Db.Participants.AsNoTracking().Where(p => p.UnitId == unitId && p.To == null).OrderBy(p => p.SortName).ThenBy(p => p.Id)
            .Select(p => new PresentPerson(p.Id, p.Name, p.Kind, p.PostTitle, p.UnitHead, p.From, p.ExemptSince)).ToListAsync(ct);

    /// <summary>A person with the units they were in before.</summary>
    /// <exception cref="Refusal">NotFound: missing or out of scope.</exception>
    public static Task<Participant> PersonAsync(this CampaignDb db, Guid id, CancellationToken ct) => db.Participants.Include(p => p.Memberships).FirstOrDefaultAsync(p => p.Id == id, ct).OrRefuseAsync();
}
