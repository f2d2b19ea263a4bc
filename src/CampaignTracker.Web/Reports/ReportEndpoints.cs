using CampaignTracker.Reports.Compliance;
using CampaignTracker.Reports.People;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Papers;

namespace CampaignTracker.Web.Reports;

/// <summary>Downloads: a report is a use case, a writer and a stream.</summary>
public static class ReportEndpoints
{
    /// <summary>Media type of a workbook.</summary>
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Name of a compliance workbook.</summary>
    public static string ComplianceName(string unitCode, int year) => $"theo-doi-{unitCode.ToLowerInvariant()}-{year}.xlsx";

    /// <summary>Maps the reports and the stored files. A refusal is answered in plain words.</summary>
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var downloads = app.MapGroup("").RequireAuthorization().AddEndpointFilter(FileAnswer.RefusalsInWords);
        downloads.MapGet("/reports/compliance/{year:int}.xlsx", ComplianceAsync);
        downloads.MapGet("/reports/participants/{unit}/template.xlsx", TemplateAsync);
        downloads.MapGet("/files/{id:guid}", FileAsync);
        downloads.MapGet("/tasks/{id:guid}/result", TaskResultAsync);
        downloads.MapPapers();
        downloads.MapUrgings();
        downloads.MapHeadNote();
        downloads.MapLists();
    }

    private static async Task<IResult> ComplianceAsync(int year, string? unit, string? sheets, ComposeComplianceReport compose, HttpContext http, CancellationToken ct)
    {
        await using var answer = await compose.RunAsync(new(year, unit), ct);
        FileAnswer.Describe(http.Response, Excel, "attachment", ComplianceName(answer.Report.UnitCode, year));
        await ComplianceWorkbook.WriteAsync(answer.Report with { UnitSheets = sheets == "units" }, http.Response.Body, ct);
        return Results.Empty;
    }

    private static async Task<IResult> TemplateAsync(string unit, ViewParticipants people, HttpContext http, CancellationToken ct)
    {
        var list = await people.ListAsync(new(unit), ct);
        FileAnswer.Describe(http.Response, Excel, "attachment", $"mau-nguoi-tham-gia-{list.UnitCode.ToLowerInvariant()}.xlsx");
        await ParticipantTemplate.WriteAsync(list, http.Response.Body, ct);
        return Results.Empty;
    }

    private static async Task<IResult> FileAsync(Guid id, KeepScan scans, HttpContext http, CancellationToken ct)
    {
        var file = await scans.OpenAsync(id, ct);
        return await FileAnswer.UploadedAsync(http.Response, file.Name, file.Kind, file.Content, ct);
    }

    private static async Task<IResult> TaskResultAsync(Guid id, OpenResult results, HttpContext http, CancellationToken ct)
    {
        var file = await results.RunAsync(id, ct);
        await using (file.Content)
        {
            FileAnswer.Describe(http.Response, file.MediaType, "attachment", file.Name);
            if (file.Content.CanSeek) http.Response.ContentLength = file.Content.Length;
            await file.Content.CopyToAsync(http.Response.Body, ct);
        }
        return Results.Empty;
    }
}
