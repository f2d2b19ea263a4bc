using CampaignTracker.UseCases.People;
using CampaignTracker.Web;
using CampaignTracker.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Radzen;

var builder = WebApplication.CreateBuilder(args);

// Started from the build output in Production, package assets would be empty without this.
if (File.Exists(Path.Combine(AppContext.BaseDirectory, "CampaignTracker.Web.staticwebassets.runtime.json")))
    builder.WebHost.UseStaticWebAssets();

builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddRadzenComponents();
builder.Services.AddLanguages();
builder.Services.AddShell();

// Stand-ins until the database and Identity's store are wired.
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new DemoMark(true, "demo-2027", [new("bi-thu.to5", "Secretary, cell 5"), new("xem-xet.phuong-a", "Reviewer, ward A")]));
builder.Services.AddIdentityCore<Account>().AddUserStore<NoAccountsYet>().AddSignInManager();

builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
builder.Services.ConfigureApplicationCookie(o => (o.LoginPath, o.ReturnUrlParameter) = ("/sign-in", "returnUrl"));
builder.Services.AddAuthorization();
builder.Services.AddCascadingAuthenticationState();

var app = builder.Build();
app.UseRequestLocalization();
app.UseNotFoundPage();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapLanguage();
app.MapSignOut();
app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
