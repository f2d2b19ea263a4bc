using CampaignTracker.Domain;
using CampaignTracker.UseCases.People;
using Microsoft.AspNetCore.Localization;

namespace CampaignTracker.Web.Hosting;

/// <summary>Vietnamese unless a cookie says English; <c>/language?to=en</c> sets the cookie.</summary>
public static class LanguageEndpoint
{
    static readonly string[] Cultures = ["vi-VN", "en-US"];

    /// <summary>The two languages, Vietnamese first, chosen by cookie alone (never by the browser's own language).</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            o.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });

    /// <summary>Maps the switch. It returns only to addresses of this site.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapGet("/language", async (HttpContext http, ChooseLanguage choose, string? to, string? returnUrl, CancellationToken ct) =>
        {
            var culture = to == "en" ? Cultures[1] : Cultures[0];
            http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/" });
            if (http.User.Identity?.IsAuthenticated == true) await NoteAsync(choose, to == "en" ? "en" : "vi", ct);
            return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
        }).AllowAnonymous();

    // The page changes its language all the same for somebody whose sign-in has just ended.
    static async Task NoteAsync(ChooseLanguage choose, string language, CancellationToken ct)
    {
        try
        {
            await choose.RunAsync(new(language), ct);
        }
        catch (Refusal refusal) when (refusal.Code is Because.SignedOut or Because.NoPost)
        {
        }
    }
}
