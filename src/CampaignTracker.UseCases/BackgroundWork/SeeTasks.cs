using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>The asker has looked at how their tasks ended: the figure in the menu goes.</summary>
public sealed class SeeTasks(Operations operations)
{
    /// <summary>Notes it; how many there were.</summary>
    public Task<int> RunAsync(CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var ended = await Unseen(op).ToListAsync(ct);
        if (ended.Count == 0) return 0;
        // Looking is no act that a trail has to tell.
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        foreach (var task in ended) task.See(op.Actor, op.Now);
        await op.SaveAsync(ct);
        return ended.Count;
    });

    /// <summary>Tasks of the asker that are over and were not looked at.</summary>
    internal static IQueryable<LongTask> Unseen(Operation op)
    {
        var self = op.Actor.AccountId;
        return op.Db.LongTasks.Where(t => t.AskedBy == self && t.FinishedAt != null && t.SeenAt == null);
    }
}
