using CampaignTracker.Web;
using CampaignTracker.Web.Compliance;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Jobs;
using CampaignTracker.Web.Evidence;
using CampaignTracker.Web.Reminders;
using CampaignTracker.Web.Reports;
using Radzen;

var command = CommandLine.Read(args);
if (command.Help) return CommandLine.ShowHelp();

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = command.Settings, ContentRootPath = Places.ContentRoot });
builder.WebHost.UsePackageAssets();
builder.Services.AddCampaign(builder.Configuration);
DemoClock.Set(builder.Services, builder.Configuration, builder.Environment);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddRadzenComponents();
builder.Services.AddLanguages();
builder.Services.AddShell();
builder.Services.AddSigningIn();
builder.Services.AddCommuneMap();
builder.Services.AddDelivery(builder.Configuration);
builder.Services.AddCalendar();
builder.Services.AddJobs(builder.Configuration);

return await Start.OrExplainAsync(async () =>
{
    await using var app = builder.Build();
    if (command.Verb is { } verb) return await verb.RunAsync(app.Services);

    await app.PrepareAsync();
    app.UseForwardedHeaders();
    app.UseSecurityHeaders();
    app.UseRequestLocalization();
    app.UseNotFoundPage();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.UseWhoIsAsking();
    app.UseRateLimiter();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapLanguage();
    app.MapSignOut();
    app.MapReports();
    app.MapEvidence();
    app.MapReminders();
    app.MapCalendar();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    await app.RunUntilStoppedAsync();
    return 0;
});
