using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Papers;
using Microsoft.Net.Http.Headers;

namespace CampaignTracker.Web.Reports;

/// <summary>Downloads: a report is a use case, a writer and a stream.</summary>
public static class ReportEndpoints
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the reports and the stored files. A refusal is answered in plain words.</summary>
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var downloads = app.MapGroup("").RequireAuthorization().AddEndpointFilter(RefusalsInWords);
        downloads.MapGet("/reports/compliance/{year:int}.xlsx", ComplianceAsync);
        downloads.MapGet("/files/{id:guid}", FileAsync);
        downloads.MapPapers();
    }

    private static async Task<IResult> ComplianceAsync(int year, string? unit, ComposeComplianceReport compose, HttpContext http, CancellationToken ct)
    {
        await using var answer = await compose.RunAsync(new(year, unit), ct);
        Describe(http.Response, Excel, "attachment", $"theo-doi-{answer.Report.UnitCode.ToLowerInvariant()}-{year}.xlsx");
        await ComplianceWorkbook.WriteAsync(answer.Report, http.Response.Body, ct);
        return Results.Empty;
    }

    private static async Task<IResult> FileAsync(Guid id, KeepScan scans, HttpContext http, CancellationToken ct)
    {
        var file = await scans.OpenAsync(id, ct);
        await using var content = file.Content;
        Describe(http.Response, file.ContentType, "inline", file.Name);
        // What people uploaded may be looked at, and may do nothing.
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'";
        http.Response.ContentLength = content.Length;
        await content.CopyToAsync(http.Response.Body, ct);
        return Results.Empty;
    }

    internal static void Describe(HttpResponse response, string contentType, string disposition, string name)
    {
        var words = new ContentDispositionHeaderValue(disposition);
        words.SetHttpFileName(name);
        response.ContentType = contentType;
        response.Headers.ContentDisposition = words.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static async ValueTask<object?> RefusalsInWords(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Refusal refusal) when (!call.HttpContext.Response.HasStarted)
        {
            return Results.Text(Wording.Of(refusal), "text/plain", Encoding.UTF8, refusal.Code switch
            {
                Because.NotFound => StatusCodes.Status404NotFound,
                Because.SignedOut => StatusCodes.Status401Unauthorized,
                Because.NotAllowed or Because.NoPost => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status400BadRequest,
            });
        }
    }
}
