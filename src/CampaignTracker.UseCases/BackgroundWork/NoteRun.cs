using CampaignTracker.Domain.BackgroundWork;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>Notes a run of the schedule, for the administrator's page. Run as the system.</summary>
public sealed class NoteRun(Operations operations)
{
    /// <summary>A run.</summary>
    /// <param name="Name">The job's name in the schedule.</param>
    /// <param name="StartedAt">UTC.</param>
    /// <param name="FinishedAt">UTC.</param>
    /// <param name="Error">The error's words; null when it went well.</param>
    /// <param name="LogId">Where the log tells of the error.</param>
    /// <param name="Node">The node.</param>
    public sealed record Input(string Name, DateTime StartedAt, DateTime FinishedAt, string? Error, string? LogId, string Node);

    /// <summary>Notes it.</summary>
    public async Task RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        op.Db.ScheduledRuns.Add(ScheduledRun.Note(op.Actor, input.Name, input.StartedAt, input.FinishedAt, input.Error, input.LogId, input.Node));
        await op.SaveAsync(ct);
    }
}
