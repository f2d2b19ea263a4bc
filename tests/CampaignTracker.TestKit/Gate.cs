using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CampaignTracker.TestKit;

/// <summary>Holds savers back, when told to, until all of them have read: the race that a quick machine hides.</summary>
public sealed class Gate : SaveChangesInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock guard = new();
    private TaskCompletionSource? open, held;
    private int missing;

    /// <summary>The next so many saves start together.</summary>
    public void Expect(int savers)
    {
        lock (guard) (missing, open) = (savers, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>The next save stops until it is cancelled; the task says when it stands there.</summary>
    public Task Hold()
    {
        lock (guard) held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return held.Task;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Task? wait = null;
        TaskCompletionSource? here;
        lock (guard) (here, held) = (held, null);
        if (here is not null)
        {
            here.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        lock (guard)
            if (missing > 0)
            {
                wait = open!.Task;
                if (--missing == 0) open.SetResult();
            }
        if (wait is not null) await wait.WaitAsync(Patience, cancellationToken);
        return result;
    }
}
