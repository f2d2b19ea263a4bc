using CampaignTracker.Reports.Excel;
using CampaignTracker.Web.Reports;

namespace CampaignTracker.Web.Jobs;

/// <summary>What the server does by itself, with the last and the next run.</summary>
public sealed class ScheduleExport(ScheduleDesk desk) : ListExport<ScheduleDesk.Line>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ScheduleDesk.Line>> Columns =>
    [
        new(ScheduleText.Job, 34, Look.Text, row => ScheduleWords.NameOf(row.Job.Name)),
        new(ScheduleText.About, 60, Look.Text, row => ScheduleWords.About(row.Job.Name)),
        new(ScheduleText.When, 24, Look.Text, row => ScheduleWords.When(row.Job.Clock)),
        new(ScheduleText.Last, 20, Look.Moment, row => row.Last?.StartedAt),
        new(ScheduleText.Result, 14, Look.Text, row => row.Last is null ? null : row.Last.Good ? ScheduleText.Good : ScheduleText.Bad),
        new(ScheduleText.Next, 20, Look.Moment, row => row.Next),
        new(ScheduleText.State, 18, Look.Text, row => row.Paused ? ScheduleText.Paused : row.Running ? ScheduleText.Running : null),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ScheduleDesk.Line row) => row.Job.Name;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) => new(ScheduleText.Title, Whole((await desk.ReadAsync(ct)).Lines));
}
