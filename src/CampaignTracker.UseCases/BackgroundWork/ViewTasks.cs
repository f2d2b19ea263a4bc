using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>The asker's own tasks, latest first; nobody else's, whatever their post.</summary>
public sealed class ViewTasks(Operations operations)
{
    /// <summary>A task.</summary>
    /// <param name="Id">Key.</param>
    /// <param name="Kind">What.</param>
    /// <param name="UnitName">About which unit.</param>
    /// <param name="Subject">A year, a file's name; may be empty.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Stopping">Its asker wants it stopped, and the node has not heard yet.</param>
    /// <param name="Step">What is being done now.</param>
    /// <param name="Done">How many of the whole are done.</param>
    /// <param name="Whole">How many there are, or null.</param>
    /// <param name="Attempts">How often it was begun.</param>
    /// <param name="AskedAt">UTC.</param>
    /// <param name="FinishedAt">UTC, or null.</param>
    /// <param name="Failure">Why it failed, in the language it was asked in.</param>
    /// <param name="LogId">Where the log tells of it.</param>
    /// <param name="File">Its file, or null when it made none.</param>
    public sealed record Row(Guid Id, LongTaskKind Kind, string UnitName, string Subject, LongTaskState State, bool Stopping, LongTaskStep Step, int Done, int? Whole, int Attempts,
        DateTime AskedAt, DateTime? FinishedAt, string? Failure, string? LogId, Result? File)
    {
        /// <summary>May still be stopped.</summary>
        public bool MayCancel => !Stopping && LongTaskTransitions.Open.Contains(State);
    }

    /// <summary>The file of a task.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="KeptUntil">UTC.</param>
    /// <param name="There">False once it was removed.</param>
    public sealed record Result(string Name, long Size, DateTime KeptUntil, bool There);

    /// <summary>A page of them.</summary>
    /// <param name="Tasks">The tasks.</param>
    /// <param name="Open">How many wait or run.</param>
    /// <param name="MayCheck">The asker may ask for the check of database and files.</param>
    public sealed record Answer(Page<Row> Tasks, int Open, bool MayCheck);

    /// <summary>How many.</summary>
    /// <param name="Open">Wait or run.</param>
    /// <param name="Ended">Ended, and not looked at.</param>
    public sealed record Counts(int Open, int Ended);

    /// <summary>Reads a page.</summary>
    public async Task<Answer> RunAsync(int skip, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var self = op.Actor.AccountId;
        var own = op.Db.LongTasks.Where(t => t.AskedBy == self);
        var tasks = await own.AsNoTracking().OrderByDescending(t => t.AskedAt).ThenByDescending(t => t.Id).Skip(Math.Max(0, skip)).Take(Paging.Size).ToListAsync(ct);
        var open = await own.CountAsync(t => LongTaskTransitions.Open.Contains(t.State), ct);
        return new Answer(new Page<Row>(tasks.ConvertAll(Of), await own.CountAsync(ct)), open, op.Actor.CanSomewhere(Permission.ManageAccounts));
    }

    /// <summary>How many wait or run, and how many ended and were not looked at: for the menu.</summary>
    public async Task<Counts> CountsAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var self = op.Actor.AccountId;
        return new Counts(await op.Db.LongTasks.CountAsync(t => t.AskedBy == self && LongTaskTransitions.Open.Contains(t.State), ct), await SeeTasks.Unseen(op).CountAsync(ct));
    }

    private static Row Of(LongTask task) => new(task.Id, task.Kind, task.UnitName, task.Subject, task.State, task.CancelAskedAt is not null && !task.State.IsOver(), task.Step, task.Done, task.Whole, task.Attempts,
        task.AskedAt, task.FinishedAt, task.Failure, task.LogId, task is { ResultName: { } name, ResultSize: { } size, KeptUntil: { } until } ? new Result(name, size, until, task.ResultKey is not null) : null);
}
