using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Reports.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Papers;

namespace CampaignTracker.Web.Reports;

/// <summary>The công văn of an urging that was kept.</summary>
public static class UrgingEndpoint
{
    internal const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Maps it beside the reports.</summary>
    public static void MapUrgings(this IEndpointRouteBuilder downloads) => downloads.MapGet("/papers/urgings/{id:guid}.docx", async (Guid id, ComposeUrgingLetter compose, HttpContext http, CancellationToken ct) =>
    {
        var letter = await compose.RunAsync(id, ct);
        FileAnswer.Describe(http.Response, Word, "attachment", $"cong-van-don-doc-{SearchKey.Fold(letter.UnitCode).Replace(' ', '-')}-{letter.Sheet.AsOf.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.docx");
        await UrgingLetter.WriteAsync(letter.Sheet, http.Response.Body, ct);
        return Results.Empty;
    });
}
