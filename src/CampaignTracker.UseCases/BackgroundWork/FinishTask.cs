using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>A node says how a task ended. Whoever lost it meanwhile is not heard. Run as the system.</summary>
public sealed class FinishTask(Operations operations, IFileStore files, IOptions<BackgroundWorkSettings> settings)
{
    /// <summary>A file that was written.</summary>
    /// <param name="Name">To save it under.</param>
    /// <param name="MediaType">From our own writer.</param>
    /// <param name="Content">Has to seek; read from its beginning, stays open.</param>
    public sealed record Written(string Name, string MediaType, Stream Content);

    /// <summary>Done; false when the task was lost meanwhile.</summary>
    public async Task<bool> DoneAsync(TakeTask.Hold hold, Written? written, int done, int? whole, CancellationToken ct)
    {
        var result = written is null ? null : new TaskResult(await files.KeepAsync(written.Content, ct), written.Name, written.MediaType, written.Content.Length);
        var heard = await EndAsync(hold, (op, task) =>
        {
            task.Tell(op.Actor, done, whole);
            task.Finish(op.Actor, result, KeepingRule.KeptUntil(op.Now, settings.Value.ResultDays), op.Now);
        }, ct);
        if (heard || result is null) return heard;
        await using var op = await operations.BeginAsync(ct);
        await TaskContents.LetGoAsync(op.Db, files, result.Key, ct);
        return false;
    }

    /// <summary>Could not be done; false when the task was lost meanwhile.</summary>
    /// <param name="hold">The hold.</param>
    /// <param name="why">A sentence in the asker's language; null where no rule says why.</param>
    /// <param name="logId">Where the log tells of it.</param>
    /// <param name="ct">Cancels.</param>
    public Task<bool> FailedAsync(TakeTask.Hold hold, string? why, string? logId, CancellationToken ct) => EndAsync(hold, (op, task) => task.Fail(op.Actor, why, logId, op.Now), ct);

    /// <summary>Stopped as its asker wished; false when the task was lost meanwhile.</summary>
    public Task<bool> CancelledAsync(TakeTask.Hold hold, CancellationToken ct) => EndAsync(hold, (op, task) => task.Cancel(op.Actor, op.Now), ct);

    /// <summary>The server stops in good order: the task waits again.</summary>
    public Task<bool> GivenBackAsync(TakeTask.Hold hold, CancellationToken ct) => EndAsync(hold, (op, task) => task.GiveBack(op.Actor), ct);

    private Task<bool> EndAsync(TakeTask.Hold hold, Action<Operation, LongTask> end, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.CloseByClock, "");
        var (id, node, attempt) = (hold.Id, hold.Node, hold.Attempt);
        var task = await op.Db.LongTasks.FirstOrDefaultAsync(t => t.Id == id && t.State == LongTaskState.Running && t.Node == node && t.Attempts == attempt, ct);
        if (task is null) return false;
        var input = task.InputKey;
        end(op, task);
        task.LetInputGo(op.Actor);
        // What was asked is in the trail; how it went stands on the task itself.
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        await op.SaveAsync(ct);
        await TaskContents.LetGoAsync(op.Db, files, input, ct);
        return true;
    });
}
