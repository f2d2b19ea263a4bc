using CampaignTracker.Web;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Radzen;

var builder = WebApplication.CreateBuilder(args);

// Started from the build output in Production, package assets would be empty without this.
if (File.Exists(Path.Combine(AppContext.BaseDirectory, "CampaignTracker.Web.staticwebassets.runtime.json")))
    builder.WebHost.UseStaticWebAssets();

builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddRadzenComponents();
builder.Services.AddLanguages();
builder.Services.AddShell();

// Stand-ins until Identity and the database are wired.
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new DemoMark(true, "demo-2027", [new("bi-thu.to5", "Secretary, cell 5"), new("xem-xet.phuong-a", "Reviewer, ward A")]));
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => (o.LoginPath, o.ReturnUrlParameter) = ("/sign-in", "returnUrl"));
builder.Services.AddAuthorization();
builder.Services.AddCascadingAuthenticationState();

var app = builder.Build();
app.UseRequestLocalization();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapLanguage();
app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
app.MapPost("/sign-out", async (HttpContext http, [FromForm] string? returnUrl) =>
{
    await http.SignOutAsync();
    return Results.LocalRedirect("/sign-in");
});
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
