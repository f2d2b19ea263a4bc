using CampaignTracker.UseCases;

namespace CampaignTracker.Web.Hosting;

/// <summary>A scope in which the program itself asks: for the clock-work, the command line and what stands outside every sign-in.</summary>
internal static class SystemScope
{
    /// <summary>Opens one; to be disposed of by the caller.</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceProvider services) => services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();

    /// <summary>The same where only the factory is known.</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WhoIsAsking>().IsTheSystem();
        return scope;
    }
}
