using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.BackgroundWork;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>How one kind of task is done. Made in a scope in which the asker asks: what it calls shows what they may see, and nothing else.</summary>
public interface ITaskWork
{
    /// <summary>Which kind.</summary>
    LongTaskKind Kind { get; }

    /// <summary>Does it from its beginning.</summary>
    /// <param name="work">What is wanted.</param>
    /// <param name="output">For its file: on disk, may be sought in, stays open.</param>
    /// <param name="pace">To be told how far it is.</param>
    /// <param name="ct">Stops it: cancelled, or the server goes down.</param>
    /// <returns>The file's name and media type; null when there is none.</returns>
    Task<WrittenFile?> RunAsync(OpenTask.Work work, Stream output, TaskPace pace, CancellationToken ct);
}

/// <summary>What a task wrote.</summary>
/// <param name="Name">To save it under.</param>
/// <param name="MediaType">Its type.</param>
public sealed record WrittenFile(string Name, string MediaType);

/// <summary>How far a task is: told by the work as often as it likes, passed on every few seconds.</summary>
public sealed class TaskPace
{
    private Told told = new(LongTaskStep.Gathering, 0, null);

    /// <summary>The last that was told.</summary>
    public Told Now => Volatile.Read(ref told);

    /// <summary>Tells it.</summary>
    public void Say(LongTaskStep step, int done = 0, int? whole = null) => Volatile.Write(ref told, new Told(step, done, whole));

    /// <summary>Counts within one step.</summary>
    public IProgress<int> Counting(LongTaskStep step, int? whole)
    {
        Say(step, 0, whole);
        return new Counter(this, step, whole);
    }

    /// <summary>How far.</summary>
    public sealed record Told(LongTaskStep Step, int Done, int? Whole);

    private sealed class Counter(TaskPace pace, LongTaskStep step, int? whole) : IProgress<int>
    {
        public void Report(int value) => pace.Say(step, value, whole);
    }
}
