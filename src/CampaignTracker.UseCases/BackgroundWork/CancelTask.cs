using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>The asker stops a task of their own: at once while it waits, within seconds while it runs.</summary>
public sealed class CancelTask(Operations operations)
{
    /// <summary>Stops it.</summary>
    /// <exception cref="Refusal">NotFound (missing, or another's), TaskNotInState.</exception>
    public Task RunAsync(Guid taskId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var task = await op.OwnTaskAsync(taskId, ct);
        task.AskToCancel(op.Actor, op.Now);
        await op.SaveAsync(ct);
    });
}

/// <summary>Tasks of the asker's own.</summary>
internal static class OwnTasks
{
    /// <summary>A task the asker asked for, within their part of the tree as it is today.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public static Task<LongTask> OwnTaskAsync(this Operation op, Guid taskId, CancellationToken ct)
    {
        var self = op.Actor.AccountId;
        return op.Db.LongTasks.FirstOrDefaultAsync(t => t.Id == taskId && t.AskedBy == self, ct).OrRefuseAsync();
    }
}
