using Microsoft.AspNetCore.Components.Web;

namespace CampaignTracker.Web.Layout;

/// <summary>Catches what nobody expected, and logs it under a short id that the reader can say on the telephone.</summary>
public sealed class CalmErrorBoundary(ILogger<CalmErrorBoundary> log) : ErrorBoundary
{
    /// <summary>Eight characters, such as 3F2A-91BC; the same stands in the log.</summary>
    public string? Id { get; private set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        Id = ErrorId.New();
        log.LogError(exception, "Unexpected error {ErrorId} on a page", Id);
        return Task.CompletedTask;
    }
}
