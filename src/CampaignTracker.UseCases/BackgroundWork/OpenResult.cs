using CampaignTracker.Domain;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Papers;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>The file a task has made, for its asker alone and only while they may still have such a file.</summary>
public sealed class OpenResult(Operations operations, IFileStore files)
{
    /// <summary>The file: the caller disposes the content.</summary>
    public sealed record Opened(string Name, string MediaType, Stream Content);

    /// <summary>Opens it.</summary>
    /// <exception cref="Refusal">NotFound: missing, another's, or removed; NotAllowed: the post that allowed it is gone.</exception>
    public async Task<Opened> RunAsync(Guid taskId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var task = await op.OwnTaskAsync(taskId, ct);
        op.Actor.Must(Domain.BackgroundWork.LongTaskKinds.Needs(task.Kind), task.UnitPath);
        if (task is not { ResultKey: { } key, ResultName: { } name, ResultType: { } type }) throw new Refusal(Because.NotFound);
        return new Opened(name, type, await files.OpenAsync(key, ct));
    }
}
