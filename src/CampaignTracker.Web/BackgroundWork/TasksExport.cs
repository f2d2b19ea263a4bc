using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>The asker's own background tasks.</summary>
public sealed class TasksExport(ViewTasks view) : ListExport<ViewTasks.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewTasks.Row>> Columns =>
    [
        new(TasksText.What, 34, Look.Text, row => TaskLook.NameOf(row)),
        new(TasksText.About, 40, Look.Text, row => TaskLook.About(row)),
        new(TasksText.AskedAt, 20, Look.Moment, row => row.AskedAt),
        new(TasksText.State, 18, Look.Text, row => TaskLook.Of(row).Word),
        new(TasksText.Finished, 20, Look.Moment, row => row.FinishedAt),
        new(TasksText.Outcome, 44, Look.Text, row => TaskLook.Outcome(row)),
        new(TasksText.FileName, 34, Look.Text, row => row.File?.Name),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewTasks.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) => new(TasksText.Title, (await view.RunAsync(skip, ct)).Tasks);
}
