using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>What the schedule did: each job's last run, and the errors of the last thirty days. For administrators.</summary>
public sealed class ViewRuns(Operations operations)
{
    /// <summary>How far back errors are shown, in days.</summary>
    public const int ErrorDays = 30;

    private const int MostErrors = 50;

    /// <summary>A run.</summary>
    public sealed record Run(string Name, DateTime StartedAt, DateTime FinishedAt, bool Good, string? Error, string? LogId, string Node);

    /// <summary>The answer.</summary>
    /// <param name="Last">The last run by the job's name.</param>
    /// <param name="Errors">Latest first.</param>
    public sealed record Answer(IReadOnlyDictionary<string, Run> Last, IReadOnlyList<Run> Errors);

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.ManageAccounts)) throw new Refusal(Because.NotAllowed);
        var runs = op.Db.ScheduledRuns.AsNoTracking();
        var since = op.Now.AddDays(-ErrorDays);
        var last = runs.Where(r => !op.Db.ScheduledRuns.Any(later => later.Name == r.Name && later.StartedAt > r.StartedAt));
        var failed = runs.Where(r => !r.Good && r.StartedAt >= since).OrderByDescending(r => r.StartedAt).Take(MostErrors);
        var rows = await last.Concat(failed).ToListAsync(ct);
        return new Answer(rows.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => Of(g.MaxBy(r => r.StartedAt)!)),
            [.. rows.Where(r => !r.Good && r.StartedAt >= since).DistinctBy(r => r.Id).OrderByDescending(r => r.StartedAt).Take(MostErrors).Select(Of)]);
    }

    private static Run Of(ScheduledRun run) => new(run.Name, run.StartedAt, run.FinishedAt, run.Good, run.Error, run.LogId, run.Node);
}
