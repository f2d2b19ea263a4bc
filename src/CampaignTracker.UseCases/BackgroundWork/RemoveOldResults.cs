using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>By the clock: files of tasks whose time is over go, the rows stay; so do runs older than the list keeps them. Run as the system.</summary>
public sealed class RemoveOldResults(Operations operations, IFileStore files)
{
    private const int Together = 200;

    /// <summary>Removes what is due; how many files.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var removed = 0;
        while (await SomeAsync(ct) is > 0 and var some) removed += some;
        await InputsAsync(ct);
        await using var op = await operations.BeginAsync(ct);
        var old = op.Now.AddDays(-KeepingRule.RunDays);
        await op.Db.ScheduledRuns.Where(r => r.StartedAt < old).ExecuteDeleteAsync(ct);
        return removed;
    }

    // A task stopped while it waited: its asker does not see who else names the content.
    private async Task InputsAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var over = await op.Db.LongTasks.Where(t => t.InputKey != null && t.FinishedAt != null).ToListAsync(ct);
        var keys = over.ConvertAll(t => t.InputKey);
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        foreach (var task in over) task.LetInputGo(op.Actor);
        await op.SaveAsync(ct);
        foreach (var key in keys.Distinct()) await TaskContents.LetGoAsync(op.Db, files, key, ct);
    }

    private async Task<int> SomeAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        op.Actor.Must(Permission.CloseByClock, "");
        var now = op.Now;
        var over = await op.Db.LongTasks.Where(t => t.ResultKey != null && t.KeptUntil <= now).OrderBy(t => t.KeptUntil).Take(Together).ToListAsync(ct);
        var keys = over.ConvertAll(t => t.ResultKey);
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        foreach (var task in over) task.RemoveResult(op.Actor);
        await op.SaveAsync(ct);
        foreach (var key in keys.Distinct()) await TaskContents.LetGoAsync(op.Db, files, key, ct);
        return over.Count;
    }
}
