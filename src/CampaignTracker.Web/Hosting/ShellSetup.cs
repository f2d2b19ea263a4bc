using CampaignTracker.Web.Layout;
using CampaignTracker.Web.People;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Reminders;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;
using Radzen;

namespace CampaignTracker.Web.Hosting;

/// <summary>What the frame around every page needs.</summary>
public static class ShellSetup
{
    /// <summary>The menu of this circuit, the draft keeper, sign-in (wants Identity), the lists to export, and the component library's words in Vietnamese.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services) => services
        .AddScoped<Menu>()
        .AddScoped<IFillMenu, PersonMenu>()
        .AddScoped<BellState>()
        .AddScoped<DraftKeeper>()
        .AddPlanDesk()
        .AddLists()
        .AddScoped<SignInWithPassword>()
        .AddSingleton<ILocalizer, VietnameseTexts>();
}
