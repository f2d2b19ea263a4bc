using Microsoft.AspNetCore.Diagnostics;

namespace CampaignTracker.Web.Hosting;

/// <summary>An unknown address is answered by a page in words; forms, downloads and scripts get the plain status.</summary>
public static class NotFoundAnswer
{
    /// <summary>Only for a browser asking for a page: posts are never run a second time.</summary>
    public static void UseNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (!AsksForPage(http.Request) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });
    }

    static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
