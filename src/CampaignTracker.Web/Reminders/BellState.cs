using CampaignTracker.Domain;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;

namespace CampaignTracker.Web.Reminders;

/// <summary>
/// What the bell of this circuit knows: counted when the circuit starts, when somebody is told something in this program, and every few minutes for what another node did.
/// Nothing is asked while people type. The home page draws from the same.
/// </summary>
public sealed class BellState(ViewBell view, ReminderSignal signal, WhoIsAsking who, TimeProvider clock) : IDisposable
{
    /// <summary>How often it is asked without a signal.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(4);

    // The latest that the bell lists; the rest is on the page.
    private const int Listed = 12;

    private ITimer? timer;
    private bool asking, again, ended;

    /// <summary>What waits; null until it is known, and for whoever has no bell.</summary>
    public ViewBell.Counts? Counts { get; private set; }

    /// <summary>What the opened bell lists; null until it was opened.</summary>
    public ViewBell.Answer? Latest { get; private set; }

    /// <summary>Raised after any change, on any thread.</summary>
    public event Action? Changed;

    /// <summary>Counts for the first time and listens from then on.</summary>
    public Task StartAsync()
    {
        if (timer is not null || ended) return Task.CompletedTask;
        timer = clock.CreateTimer(_ => _ = CountAsync(), null, Every, Every);
        signal.Raised += Heard;
        return CountAsync();
    }

    /// <summary>Reads what the opened bell lists.</summary>
    public async Task ListAsync(CancellationToken ct)
    {
        Latest = await view.RunAsync(new(CurrentOnly: true, Take: Listed), ct);
        Counts = Latest.Unread;
        Changed?.Invoke();
    }

    private void Heard(IReadOnlySet<Guid>? accounts)
    {
        if (accounts is null || (who.AccountId is { } me && accounts.Contains(me))) _ = CountAsync();
    }

    // One question at a time; what comes meanwhile is asked once more.
    private async Task CountAsync()
    {
        if (ended) return;
        if (asking)
        {
            again = true;
            return;
        }
        asking = true;
        try
        {
            do
            {
                again = false;
                Counts = await view.CountAsync(default);
            }
            while (again && !ended);
        }
        catch (Refusal)
        {
            // Signed out meanwhile: nobody is there to be told.
            Dispose();
        }
        finally
        {
            asking = false;
        }
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended = true;
        signal.Raised -= Heard;
        timer?.Dispose();
    }
}
