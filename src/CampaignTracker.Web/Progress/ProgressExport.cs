using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Progress;

/// <summary>Items and promises with what was reported last; shortcomings are never in it.</summary>
public sealed class ProgressExport(ViewProgress view) : ListExport<ViewProgress.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewProgress.Row>> Columns =>
    [
        new(ProgressText.What, 44, Look.Text, row => row.Text),
        new(ProgressText.Subject, 12, Look.Text, row => row.Subject == ProgressSubject.PlanItem ? ProgressText.KindPlan : ProgressText.KindCommitment),
        new(ProgressText.Number, 7, Look.Number, row => row.Number),
        new(ProgressText.Owner, 24, Look.Text, row => row.Owner),
        new(ProgressText.Result, 28, Look.Text, row => row.Result),
        new(ProgressText.Due, 13, Look.Date, row => row.DueOn),
        new(ProgressText.DueStanding, 16, Look.Text, row => Wording.Of(row.Standing)),
        new(ProgressText.Progress, 18, Look.Text, row => row.Outcome is { } outcome ? Wording.Of(outcome) : row.ReportedOn is null ? ProgressText.Unreported : ProgressText.NothingNew),
        new(ProgressText.Figure, 10, Look.Number, row => row.Figure),
        new(ProgressText.ToReach, 10, Look.Number, row => row.Measure?.Number),
        new(ProgressText.Counted, 12, Look.Text, row => row.Measure?.Counted),
        new(ProgressText.Last, 13, Look.Date, row => row.ReportedOn),
        new(ProgressText.WhatHappened, 36, Look.Text, row => row.LastText),
        new(ProgressText.ReportsAll, 9, Look.Number, row => row.Reports),
        new(ProgressText.LinkEvidence, 9, Look.Number, row => row.Proofs),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewProgress.Row row) => row.Id;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct)
    {
        var asked = ProgressAsked.Read(query["unit"], query["year"], query["subject"], query["slice"], query["silent"], query["month"], query["answer"], query["plan"], query["search"], null);
        var found = await view.RunAsync(asked.Input with { Skip = skip, Take = Paging.FileSize }, ct);
        return new(ProgressText.HomeTitle.With(found.Year), found.Page, found.UnitName, ProgressWords.Filter(asked));
    }
}
