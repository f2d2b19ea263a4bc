namespace CampaignTracker.UseCases.People;

/// <summary>At most two files are read or stored at a time on a server: each may take a core and some hundred megabytes. One for the whole program.</summary>
public sealed class ImportSeats : IDisposable
{
    /// <summary>Files at a time.</summary>
    public const int Seats = 2;

    private readonly SemaphoreSlim free = new(Seats);

    /// <summary>Waits for a seat; dispose it to give it back.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        await free.WaitAsync(ct);
        return new Seat(free);
    }

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private sealed class Seat(SemaphoreSlim free) : IDisposable
    {
        private bool given;

        public void Dispose()
        {
            if (given) return;
            given = true;
            free.Release();
        }
    }
}
