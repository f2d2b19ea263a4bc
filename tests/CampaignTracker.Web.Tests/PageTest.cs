using System.Globalization;
using System.Reflection;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Reminders;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace CampaignTracker.Web.Tests;

/// <summary>Draws pages for a person of the small tree, over a real SQLite file, in Vietnamese.</summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    protected PageTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        // Measured and drawn by the browser alone; the table beside each chart says the same.
        ComponentFactories.AddStub<Radzen.Blazor.RadzenChart>();
    }

    /// <summary>The library under test.</summary>
    protected TestCampaign Campaign { get; set; } = default!;

    /// <summary>Where the page went, as a path.</summary>
    protected string Address => Services.GetRequiredService<NavigationManager>() is var nav ? "/" + nav.ToBaseRelativePath(nav.Uri) : "";

    public virtual async Task InitializeAsync() => Campaign = await TestCampaign.StartAsync(DatabaseProvider.Sqlite);

    /// <summary>Signs a person in; once, before the first page is drawn.</summary>
    protected Session SignIn(string userName)
    {
        var session = Campaign.As(userName);
        Services.AddRadzenComponents();
        Services.AddShell();
        Services.AddScoped(_ => new BellState(session.Use<ViewBell>(), session.Use<ReminderSignal>(), session.Use<UseCases.WhoIsAsking>(), Campaign.Clock));
        Services.AddSingleton<TimeProvider>(Campaign.Clock);
        Services.AddSingleton(new DemoMark(false));
        Services.AddSingleton(CommuneMap.Read(Path.Combine(TestCampaign.SeedFolder, "map", "thai-nguyen-communes.geojson")));
        Services.AddFallbackServiceProvider(new UseCasesOf(session));
        return session;
    }

    /// <summary>Opens an address and draws its page; what the route takes out of the address is given beside it.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? route = null) where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render(route ?? (_ => { }));
        page.WaitForState(() => page.FindAll(".loading").Count == 0, TimeSpan.FromSeconds(10));
        return page;
    }

    // The test's own context holds services that only dispose asynchronously.
    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await Campaign.DisposeAsync();
    }

    private sealed class UseCasesOf(Session session) : IServiceProvider
    {
        private static readonly MethodInfo Use = typeof(Session).GetMethod(nameof(Session.Use))!;

        public object? GetService(Type serviceType) =>
            serviceType is { IsSealed: true, IsGenericType: false } && serviceType.Assembly == typeof(DatabaseProvider).Assembly ? Use.MakeGenericMethod(serviceType).Invoke(session, null) : null;
    }
}
