using Microsoft.AspNetCore.HttpOverrides;

namespace CampaignTracker.Web.Hosting;

/// <summary>What the browser may do with our pages: nothing from outside, no framing, no guessing of types.</summary>
public static class SecurityHeaders
{
    // Radzen sets style attributes; scripts come from our own files only.
    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sets them on every answer.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers["Content-Security-Policy"] = Policy;
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Frame-Options"] = "DENY";
        return next(http);
    });
}
