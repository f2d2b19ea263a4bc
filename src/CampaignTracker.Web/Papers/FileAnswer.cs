using System.Text;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using Microsoft.Net.Http.Headers;

namespace CampaignTracker.Web.Papers;

/// <summary>How a file goes out: with the type its content has, a name that does nothing, and leave to be looked at but not to act.</summary>
public static class FileAnswer
{
    private const string Nothing = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Sends an uploaded file and disposes it. Pictures and PDF are shown, the rest is handed over to be saved.</summary>
    public static async Task<IResult> UploadedAsync(HttpResponse response, string name, FileKind kind, Stream content, CancellationToken ct)
    {
        await using (content)
        {
            Describe(response, kind.ContentType(), kind.ShownInBrowser() ? "inline" : "attachment", name);
            MayDoNothing(response);
            if (content.CanSeek) response.ContentLength = content.Length;
            await content.CopyToAsync(response.Body, ct);
            return Results.Empty;
        }
    }

    /// <summary>Sets type, name and the rest of what a download needs.</summary>
    /// <param name="response">Not begun yet.</param>
    /// <param name="contentType">From the kind told by content or from our own writer; never from a name.</param>
    /// <param name="disposition">"inline" or "attachment".</param>
    /// <param name="name">Any text; goes out as ASCII and once more in full (RFC 5987).</param>
    public static void Describe(HttpResponse response, string contentType, string disposition, string name)
    {
        var words = new ContentDispositionHeaderValue(disposition);
        words.SetHttpFileName(name);
        response.ContentType = contentType;
        response.Headers.ContentDisposition = words.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>What people uploaded may be looked at, and may do nothing.</summary>
    public static void MayDoNothing(HttpResponse response) => response.Headers.ContentSecurityPolicy = Nothing;

    /// <summary>A refusal is answered in plain words.</summary>
    public static async ValueTask<object?> RefusalsInWords(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
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
