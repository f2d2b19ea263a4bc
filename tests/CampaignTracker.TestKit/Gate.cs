using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CampaignTracker.TestKit;

/// <summary>Holds savers back, when told to, until all of them have read: the race that a quick machine hides.</summary>
public sealed class Gate : SaveChangesInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock guard = new();
    private TaskCompletionSource? open;
    private int missing;

    /// <summary>The next so many saves start together.</summary>
    public void Expect(int savers)
    {
        lock (guard) (missing, open) = (savers, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Task? wait = null;
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
