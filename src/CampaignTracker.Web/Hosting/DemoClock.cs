namespace CampaignTracker.Web.Hosting;

/// <summary>The clock of the demo: so much ahead of the true one (<c>Demo:ClockOffset</c>, "12.05:00:00"), to see what happens when a deadline nears. In Development only.</summary>
public sealed class DemoClock(TimeSpan offset) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;

    /// <summary>Sets the clock where one is asked for.</summary>
    public static void Set(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment() && configuration.GetValue<TimeSpan?>("Demo:ClockOffset") is { } offset) services.AddSingleton<TimeProvider>(new DemoClock(offset));
    }
}
