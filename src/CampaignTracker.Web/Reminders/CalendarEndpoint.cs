using System.Threading.RateLimiting;
using CampaignTracker.Domain;
using CampaignTracker.Reports.Reminders;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Hosting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Reminders;

/// <summary>
/// The calendar behind a secret address. Calendar programs cannot sign in: open to everybody by design, and to nobody without the secret. Unknown, ended, of a closed account: all look alike.
/// </summary>
public static class CalendarEndpoint
{
    private const string Limit = "calendar";

    // A calendar program asks a few times a day; a whole office may stand behind one address.
    private const int PerMinute = 120;

    /// <summary>Registers the limit of questions.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));
    });

    /// <summary>Maps it.</summary>
    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/calendar/{secret:regex(^[0-9a-f]{{64}}$)}.ics", FileAsync).AllowAnonymous().RequireRateLimiting(Limit);

    /// <summary>The address of a calendar.</summary>
    public static string PathOf(string secret) => $"/calendar/{secret}.ics";

    // Two scopes: the program finds out whose it is, then that person reads, as they stand today.
    private static async Task<IResult> FileAsync(string secret, IServiceProvider services, HttpContext http, IOptions<MailSettings> mail, CancellationToken ct)
    {
        try
        {
            Guid account;
            await using (var finding = services.CreateSystemScope()) account = await finding.ServiceProvider.GetRequiredService<ReadCalendar>().WhoseAsync(secret, ct);
            await using var reading = services.CreateAsyncScope();
            reading.ServiceProvider.GetRequiredService<WhoIsAsking>().Is(account, null);
            var calendar = await reading.ServiceProvider.GetRequiredService<ReadCalendar>().RunAsync(ct);
            http.Response.ContentType = "text/calendar; charset=utf-8";
            http.Response.Headers.CacheControl = "private, max-age=900";
            http.Response.Headers["X-Robots-Tag"] = "noindex";
            await CalendarFile.WriteAsync(calendar, Home(http, mail.Value), http.Response.Body, ct);
            return Results.Empty;
        }
        catch (Refusal) when (!http.Response.HasStarted)
        {
            return Results.NotFound();
        }
    }

    private static Uri Home(HttpContext http, MailSettings mail) => new(mail.PublicAddress.Length > 0 ? mail.Link("/") : $"{http.Request.Scheme}://{http.Request.Host}/");
}
