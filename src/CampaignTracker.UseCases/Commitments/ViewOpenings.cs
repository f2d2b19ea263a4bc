using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Who opened a named commitment above the unit, why and when: for the unit itself, and for whoever reads its trail.</summary>
public sealed class ViewOpenings(Operations operations)
{
    /// <summary>One opening.</summary>
    /// <param name="CommitmentId">The commitment.</param>
    /// <param name="Name">Whose; null where the asker may not read names.</param>
    /// <param name="UnitName">The unit.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">First year of the period.</param>
    /// <param name="OpenedBy">Name and post of the opener.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">UTC.</param>
    public sealed record Row(Guid CommitmentId, string? Name, string UnitName, CommitmentScope? Scope, int? Year, string OpenedBy, string Reason, DateTime At);

    /// <summary>Reads a page, latest first.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Page<Row>> RunAsync(int skip, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.ReadParticipants) && !op.Actor.CanSomewhere(Permission.ReadAudit)) throw new Refusal(Because.NotAllowed);
        var below = op.Actor.Posts.Where(p => p.Permissions.Any(x => x is { Permission: Permission.ReadAudit, Reach: Reach.OwnAndBelow })).Select(p => p.UnitPath).ToList();
        var own = op.Actor.Posts.Where(p => p.Permissions.Any(x => x.Permission is Permission.ReadParticipants or Permission.ReadAudit)).Select(p => p.UnitPath).ToList();
        var openings = op.Db.Openings.AsNoTracking().Where(o => below.Count > 0 || own.Contains(o.UnitPath));
        var count = await openings.CountAsync(ct);
        var rows = await openings.OrderByDescending(o => o.At).ThenByDescending(o => o.Id).Skip(Math.Max(0, skip)).Take(Paging.Size)
            .Select(o => new { o, UnitName = op.Db.Units.Where(u => u.Path == o.UnitPath).Select(u => u.Name).FirstOrDefault() }).ToListAsync(ct);
        var opened = rows.ConvertAll(row => row.o.CommitmentId);
        // The person's own filter decides whether a name is shown.
        var whose = await op.Db.Commitments.Where(c => opened.Contains(c.Id)).Join(op.Db.Participants, c => c.ParticipantId, p => p.Id, (c, p) => new { c.Id, c.Scope, c.Year, p.Name }).ToDictionaryAsync(c => c.Id, ct);
        return new Page<Row>([.. rows.Select(x => (x, Of: whose.GetValueOrDefault(x.o.CommitmentId))).Select(x => new Row(x.x.o.CommitmentId, x.Of?.Name, x.x.UnitName ?? "", x.Of?.Scope, x.Of?.Year, x.x.o.OpenedBy, x.x.o.Reason, x.x.o.At))], count);
    }
}
