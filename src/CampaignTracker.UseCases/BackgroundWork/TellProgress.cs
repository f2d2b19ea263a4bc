using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>How the node is to go on.</summary>
public enum GoOn
{
    /// <summary>As before.</summary>
    Yes,
    /// <summary>The asker wants it stopped.</summary>
    Stop,
    /// <summary>Another node has it: leave it alone.</summary>
    Lost,
}

/// <summary>A node shows that it lives and how far a task is, and learns whether to go on. Run as the system.</summary>
public sealed class TellProgress(Operations operations)
{
    /// <summary>Tells it.</summary>
    public async Task<GoOn> RunAsync(TakeTask.Hold hold, LongTaskStep step, int done, int? whole, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.CloseByClock, "");
        var (id, node, attempt, now) = (hold.Id, hold.Node, hold.Attempt, op.Now);
        var mine = op.Db.LongTasks.Where(t => t.Id == id && t.State == LongTaskState.Running && t.Node == node && t.Attempts == attempt);
        // Passes the version by on purpose: progress collides with nobody's act.
        var told = await mine.ExecuteUpdateAsync(set => set.SetProperty(t => t.HeartbeatAt, now).SetProperty(t => t.Step, step).SetProperty(t => t.Done, done).SetProperty(t => t.Whole, whole), ct);
        if (told == 0) return GoOn.Lost;
        return await mine.AnyAsync(t => t.CancelAskedAt != null, ct) ? GoOn.Stop : GoOn.Yes;
    }
}
