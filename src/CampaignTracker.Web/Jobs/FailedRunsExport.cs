using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Jobs;

/// <summary>Runs of the schedule that failed lately.</summary>
public sealed class FailedRunsExport(ViewRuns view) : ListExport<ViewRuns.Run>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewRuns.Run>> Columns =>
    [
        new(ScheduleText.At, 20, Look.Moment, row => row.StartedAt),
        new(ScheduleText.Job, 34, Look.Text, row => ScheduleWords.NameOf(row.Name)),
        new(ScheduleText.What, 70, Look.Text, row => row.Error),
        new(ScheduleText.LogId, 16, Look.Text, row => row.LogId),
        new(ScheduleText.Node, 20, Look.Text, row => row.Node),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewRuns.Run row) => (row.Name, row.StartedAt);

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) => new(ScheduleText.ErrorsTitle.With(ViewRuns.ErrorDays), Whole((await view.RunAsync(ct)).Errors));
}
