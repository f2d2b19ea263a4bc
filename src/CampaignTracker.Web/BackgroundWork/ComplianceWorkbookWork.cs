using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Reports.Compliance;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>The compliance workbook, as the download writes it.</summary>
public sealed class ComplianceWorkbookWork(ComposeComplianceReport compose) : ITaskWork
{
    /// <inheritdoc/>
    public LongTaskKind Kind => LongTaskKind.ComplianceWorkbook;

    /// <inheritdoc/>
    public async Task<WrittenFile?> RunAsync(OpenTask.Work work, Stream output, TaskPace pace, CancellationToken ct)
    {
        var year = work.Arguments.Year ?? 0;
        await using var answer = await compose.RunAsync(new(year, work.UnitCode), ct);
        var rows = Counted(answer.Report.Rows, pace.Counting(LongTaskStep.WritingRows, answer.Report.RowCount), ct);
        await ComplianceWorkbook.WriteAsync(answer.Report with { Rows = rows, UnitSheets = work.Arguments.UnitSheets == true }, output, ct);
        return new WrittenFile(ReportEndpoints.ComplianceName(answer.Report.UnitCode, year), ReportEndpoints.Excel);
    }

    private static async IAsyncEnumerable<ReportRow> Counted(IAsyncEnumerable<ReportRow> rows, IProgress<int> told, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var done = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            told.Report(++done);
            yield return row;
        }
    }
}
