using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CampaignTracker.Web.Plans;

/// <summary>Whether the browser of this circuit is there: a circuit outlives its page by minutes.</summary>
public sealed class OnTheLine : CircuitHandler
{
    /// <summary>True while the browser answers.</summary>
    public bool Now { get; private set; } = true;

    /// <summary>The browser came or went.</summary>
    public event Action? Changed;

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Tell(true);

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Tell(false);

    Task Tell(bool now)
    {
        Now = now;
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
