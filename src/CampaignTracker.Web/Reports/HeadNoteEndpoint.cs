using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Papers;

namespace CampaignTracker.Web.Reports;

/// <summary>The one page for a unit's head.</summary>
public static class HeadNoteEndpoint
{
    /// <summary>Maps it beside the reports.</summary>
    public static void MapHeadNote(this IEndpointRouteBuilder downloads) => downloads.MapGet("/reports/note/{year:int}.docx", async (int year, string? unit, ComposeHeadNote compose, HttpContext http, CancellationToken ct) =>
    {
        var answer = await compose.RunAsync(new(year, string.IsNullOrWhiteSpace(unit) ? null : unit), ct);
        FileAnswer.Describe(http.Response, UrgingEndpoint.Word, "attachment", $"tom-tat-{SearchKey.Fold(answer.UnitCode).Replace(' ', '-')}-{answer.Note.AsOf.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.docx");
        await HeadNotePaper.WriteAsync(answer.Note, http.Response.Body, ct);
        return Results.Empty;
    });
}
