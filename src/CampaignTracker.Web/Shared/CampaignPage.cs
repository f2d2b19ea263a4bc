using CampaignTracker.Domain;
using Microsoft.AspNetCore.Components;

namespace CampaignTracker.Web.Shared;

/// <summary>What every page needs once: a token that ends when the reader leaves, one way to call a use case, and the
/// refusal in words when it says no.</summary>
public abstract class CampaignPage : ComponentBase, IDisposable
{
    readonly CancellationTokenSource closing = new();

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Closing { get; private set; }

    /// <summary>A call is running: buttons that would call again are off.</summary>
    protected bool Busy { get; private set; }

    /// <summary>The last load took more than ten seconds: draw ErrorState, never an empty list.</summary>
    protected bool TooSlow { get; private set; }

    /// <summary>Why the last call was refused, in the reader's language; null when it went well.</summary>
    protected string? Message { get; set; }

    /// <summary>The input field that the refusal is about, if one.</summary>
    protected string? MessageField { get; private set; }

    protected CampaignPage() => Closing = closing.Token;

    /// <summary>Runs one act. True when it went through; else <see cref="Message"/> says why not.</summary>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        (Busy, Message, MessageField) = (true, null, null);
        StateHasChanged();
        try
        {
            await act();
            return true;
        }
        catch (OperationCanceledException) when (Closing.IsCancellationRequested)
        {
            return false;
        }
        catch (Refusal refusal)
        {
            (Message, MessageField) = (Wording.Of(refusal), refusal.Field);
            return false;
        }
        finally
        {
            Busy = false;
            if (!Closing.IsCancellationRequested) StateHasChanged();
        }
    }

    /// <summary>Loads what the page shows, for ten seconds at most; afterwards <see cref="TooSlow"/>.</summary>
    protected async Task<bool> LoadAsync(Func<CancellationToken, Task> load)
    {
        TooSlow = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Closing);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            return await TryAsync(() => load(limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            TooSlow = true;
            return false;
        }
    }

    /// <summary>Leaving the page ends what it started.</summary>
    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        closing.Cancel();
        closing.Dispose();
    }
}
