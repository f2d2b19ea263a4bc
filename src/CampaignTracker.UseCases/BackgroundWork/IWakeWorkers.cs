namespace CampaignTracker.UseCases.BackgroundWork;

/// <summary>Tells whoever does the tasks that one waits. The host fills it; without a host a task waits for the next round.</summary>
public interface IWakeWorkers
{
    /// <summary>A task waits.</summary>
    Task WakeAsync(CancellationToken ct);
}

/// <summary>Nobody there to wake: tests, and the verbs of the command line.</summary>
internal sealed class NobodyToWake : IWakeWorkers
{
    public Task WakeAsync(CancellationToken ct) => Task.CompletedTask;
}
