using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Papers;
using Input = CampaignTracker.UseCases.Commitments.ComposeCommitmentPapers.Input;

namespace CampaignTracker.Web.Reports;

/// <summary>Word papers of commitments, for one person, a whole unit, a register; and what a year pays back.</summary>
public static class PaperEndpoints
{
    /// <summary>Maps them beside the reports.</summary>
    public static void MapPapers(this IEndpointRouteBuilder downloads)
    {
        downloads.MapGet("/papers/commitments/{id:guid}.docx", async (Guid id, string? form, ComposeCommitmentPapers compose, HttpContext http, CancellationToken ct) => await PersonalAsync(await compose.OneAsync(id, form, ct), http, ct));
        downloads.MapGet("/papers/registers/{id:guid}/{paper}.docx", (Guid id, string paper, ComposeCommitmentPapers compose, HttpContext http, CancellationToken ct) => UnitAsync(new(RegisterId: id), paper, compose, http, ct));
        downloads.MapGet("/papers/units/{code}/{year:int}/{paper}.docx", (string code, int year, string paper, CommitmentScope? scope, ComposeCommitmentPapers compose, HttpContext http, CancellationToken ct) => UnitAsync(new(code, year, scope ?? default), paper, compose, http, ct));
        downloads.MapGet("/papers/payback/commitments/{id:guid}.docx", async (Guid id, ComposePayBack compose, HttpContext http, CancellationToken ct) => await MembersAsync(await compose.OneAsync(id, ct), http, ct));
        downloads.MapGet("/papers/payback/units/{code}/{year:int}/{paper}.docx", (string code, int year, string paper, CommitmentScope? scope, ComposePayBack compose, HttpContext http, CancellationToken ct) => PayBackAsync(new(code, year, scope ?? default), paper, compose, http, ct));
    }

    // "register" is the table; everything else names a form.
    private static async Task<IResult> UnitAsync(Input input, string paper, ComposeCommitmentPapers compose, HttpContext http, CancellationToken ct)
    {
        if (paper != "register") return await PersonalAsync(await compose.UnitAsync(input, paper, ct), http, ct);
        var register = await compose.RegisterAsync(input, ct);
        Describe(http, "danh-sach-dang-ky", register.UnitCode, register.Sheet.Period);
        await RegisterPaper.WriteAsync(register.Sheet, http.Response.Body, ct);
        return Results.Empty;
    }

    private static async Task<IResult> PersonalAsync(ComposeCommitmentPapers.Personal answer, HttpContext http, CancellationToken ct)
    {
        Describe(http, PersonalFile.Stem(answer.Paper), answer.UnitCode, answer.Period);
        await PersonalFile.WriteAsync(answer.Paper, answer.Papers, http.Response.Body, ct);
        return Results.Empty;
    }

    private static async Task<IResult> MembersAsync(ComposePayBack.Members answer, HttpContext http, CancellationToken ct)
    {
        Describe(http, "ket-qua-cam-ket", answer.UnitCode, answer.Period);
        await MemberResultPaper.WriteAsync(answer.Results, http.Response.Body, ct);
        return Results.Empty;
    }

    private static async Task<IResult> PayBackAsync(Input input, string paper, ComposePayBack compose, HttpContext http, CancellationToken ct)
    {
        switch (paper)
        {
            case "members":
                return await MembersAsync(await compose.UnitAsync(input, ct), http, ct);
            case "cell":
                var cell = await compose.CellAsync(input, ct);
                Describe(http, "ket-qua-don-vi", cell.UnitCode, cell.Result.Period);
                await CellResultPaper.WriteAsync([cell.Result], http.Response.Body, ct);
                return Results.Empty;
            case "inspection" or "handover":
                var dossier = await compose.DossierAsync(input, ct);
                Describe(http, paper == "inspection" ? "ho-so-kiem-tra" : "ho-so-ban-giao", dossier.UnitCode, dossier.Period);
                await (paper == "inspection" ? InspectionBundle.WriteAsync(dossier, http.Response.Body, ct) : HandoverBundle.WriteAsync(dossier, http.Response.Body, ct));
                return Results.Empty;
            default:
                throw new Refusal(Because.NotFound);
        }
    }

    // With the day of printing: the same paper of two days is two files.
    private static void Describe(HttpContext http, string what, string unitCode, PaperPeriod period)
    {
        var today = LocalTime.Today(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        FileAnswer.Describe(http.Response, PersonalFile.Word, "attachment", $"{PersonalFile.Name(what, unitCode, period)}-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.docx");
    }
}
