using CampaignTracker.UseCases.Evidence;
using CampaignTracker.Web.Papers;
using Microsoft.Net.Http.Headers;

namespace CampaignTracker.Web.Evidence;

/// <summary>Files of evidence and their small pictures, for whoever may open them.</summary>
public static class EvidenceEndpoints
{
    /// <summary>Maps both. A refusal is answered in plain words.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/evidence").RequireAuthorization().AddEndpointFilter(FileAnswer.RefusalsInWords);
        files.MapGet("/{id:guid}", FileAsync);
        files.MapGet("/{id:guid}/thumbnail", ThumbnailAsync);
    }

    private static async Task<IResult> FileAsync(Guid id, OpenEvidence evidence, HttpContext http, CancellationToken ct)
    {
        var file = await evidence.RunAsync(id, ct);
        return await FileAnswer.UploadedAsync(http.Response, file.Name, file.Kind, file.Content, ct);
    }

    // The browser keeps it and asks each time whether it may still be shown: the answer is a few bytes on a bad line.
    private static async Task<IResult> ThumbnailAsync(Guid id, OpenEvidence evidence, HttpContext http, CancellationToken ct)
    {
        var small = await evidence.ThumbnailAsync(id, ct);
        FileAnswer.Describe(http.Response, "image/jpeg", "inline", "thumbnail.jpg");
        FileAnswer.MayDoNothing(http.Response);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Stream(small.Content, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{small.Mark}\""));
    }
}
