using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>
/// What a task is to do, read in its asker's name: with the posts they hold now. Who was transferred since, or lost the post, is refused here, before anything is read.
/// </summary>
public sealed class OpenTask(Operations operations, IFileStore files)
{
    /// <summary>The work.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="Kind">What.</param>
    /// <param name="UnitCode">About which unit.</param>
    /// <param name="Arguments">What it needs besides.</param>
    public sealed record Work(Guid Id, LongTaskKind Kind, string UnitCode, TaskArguments Arguments);

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, SignedOut, NoPost.</exception>
    public async Task<Work> RunAsync(Guid taskId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var task = await op.OwnTaskAsync(taskId, ct);
        op.Actor.Must(task.Kind.Needs(), task.UnitPath);
        var code = await op.Db.Units.Where(u => u.Id == task.UnitId).Select(u => u.Code).FirstOrDefaultAsync(ct).OrRefuseAsync();
        return new Work(task.Id, task.Kind, code, TaskArguments.Read(task.Arguments));
    }

    /// <summary>The list that an import is to store, under the task's own key: begun twice, it is stored once.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<ImportParticipants.Input> ImportAsync(Guid taskId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var task = await op.OwnTaskAsync(taskId, ct);
        op.Actor.Must(task.Kind.Needs(), task.UnitPath);
        if (task.InputKey is not { } key) throw new Refusal(Because.NotFound);
        await using var content = await files.OpenAsync(key, ct);
        var input = await JsonSerializer.DeserializeAsync<ImportParticipants.Input>(content, cancellationToken: ct) ?? throw new Refusal(Because.NotFound);
        return input with { ImportId = task.Id };
    }
}
