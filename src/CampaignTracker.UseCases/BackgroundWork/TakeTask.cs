using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>A node takes the next task that waits, and puts back what a lost node had. Run as the system.</summary>
public sealed class TakeTask(Operations operations, IFileStore files)
{
    /// <summary>A task in a node's hands: only who shows this very hold may tell progress or finish it.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="Node">The node.</param>
    /// <param name="Attempt">Which attempt.</param>
    /// <param name="AskedBy">In whose name it is to be done.</param>
    /// <param name="Language">The asker's.</param>
    public sealed record Hold(Guid Id, string Node, int Attempt, Guid AskedBy, string Language);

    /// <summary>Takes the task that waits longest; null when none waits. Of two nodes that reach for one, one gets it.</summary>
    public async Task<Hold?> NextAsync(string node, CancellationToken ct)
    {
        while (true)
        {
            await using var op = await SystemAsync(ct);
            var task = await op.Db.LongTasks.Where(t => t.State == LongTaskState.Queued).OrderBy(t => t.AskedAt).ThenBy(t => t.Id).FirstOrDefaultAsync(ct);
            if (task is null) return null;
            task.Take(op.Actor, node, op.Now);
            try
            {
                await op.SaveAsync(ct);
                return new Hold(task.Id, node, task.Attempts, task.AskedBy, task.Language);
            }
            catch (Refusal refusal) when (refusal.Code == Because.ChangedMeanwhile)
            {
                // Another node was quicker, or the asker stopped it: the next one, then.
            }
        }
    }

    /// <summary>Puts back what lost nodes had, or says that it was interrupted; how many tasks wait again or ended so.</summary>
    /// <param name="node">The node that asks.</param>
    /// <param name="inHand">What it is at itself.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<int> RecoverAsync(string node, IReadOnlyCollection<Guid> inHand, CancellationToken ct)
    {
        await using var op = await SystemAsync(ct);
        var running = await op.Db.LongTasks.Where(t => t.State == LongTaskState.Running).ToListAsync(ct);
        var lost = running.FindAll(t => LostTask.IsLost(t.State, t.Node, t.HeartbeatAt, node, inHand.Contains(t.Id), op.Now));
        if (lost.Count == 0) return 0;
        var inputs = lost.ConvertAll(t => t.InputKey);
        foreach (var task in lost)
        {
            task.Lose(op.Actor, op.Now);
            task.LetInputGo(op.Actor);
        }
        try
        {
            await op.SaveAsync(ct);
        }
        catch (Refusal refusal) when (refusal.Code == Because.ChangedMeanwhile)
        {
            // Another node puts them back at this moment, or their own shows that it lives.
            return 0;
        }
        foreach (var input in inputs) await TaskContents.LetGoAsync(op.Db, files, input, ct);
        return lost.Count;
    }

    private async Task<Operation> SystemAsync(CancellationToken ct)
    {
        var op = await operations.BeginAsync(ct);
        try
        {
            op.Actor.Must(Permission.CloseByClock, "");
            // Which node has it when is no act that a trail has to tell.
            op.Db.Acting = op.Db.Acting! with { Trail = false };
            return op;
        }
        catch
        {
            await op.DisposeAsync();
            throw;
        }
    }
}
