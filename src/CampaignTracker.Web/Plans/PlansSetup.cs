using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CampaignTracker.Web.Plans;

/// <summary>What the plan pages need besides the use cases.</summary>
public static class PlansSetup
{
    /// <summary>Who writes at which plan on this machine.</summary>
    public static IServiceCollection AddPlanDesk(this IServiceCollection services) => services
        .AddSingleton<PlanDesk>()
        .AddScoped<OnTheLine>()
        .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<OnTheLine>());
}
