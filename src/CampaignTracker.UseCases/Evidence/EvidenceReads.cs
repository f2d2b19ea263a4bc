using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Evidence;

/// <summary>Finding what a file proves, and who may look at it, the same way for every task.</summary>
internal static class EvidenceReads
{
    /// <summary>The plan of an item, with its items.</summary>
    /// <exception cref="Refusal">NotFound: missing, or not to be read by the asker.</exception>
    public static async Task<UnitPlan> PlanOfAsync(this Operation op, Guid itemId, CancellationToken ct)
    {
        var plan = await op.Db.Plans.Include(p => p.Items).FirstOrDefaultAsync(p => p.Items.Any(i => i.Id == itemId), ct).OrRefuseAsync();
        return MayRead(op.Actor, plan.UnitPath, plan.PublishedDownward) ? plan : throw new Refusal(Because.NotFound);
    }

    /// <summary>The commitment of a line, with its lines: the asker's own, or of a unit whose people the asker may name.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public static Task<RoleModelCommitment> CommitmentOfAsync(this Operation op, Guid lineId, CancellationToken ct) =>
        op.Db.Commitments.Include(c => c.Lines).FirstOrDefaultAsync(c => c.Lines.Any(l => l.Id == lineId), ct).OrRefuseAsync();

    /// <summary>True for who reads the unit's filings; while the plan is still being written, for its own unit only.</summary>
    public static bool MayRead(Actor actor, string unitPath, bool published) => actor.Can(Permission.ReadFilings, unitPath) && (published || actor.Can(Permission.EditPlan, unitPath));
}
