using CampaignTracker.Domain;
using CampaignTracker.Reports.Excel;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.Web.Reports;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Backups;

/// <summary>The backups, newest first.</summary>
public sealed class BackupsExport(ViewBackups view) : ListExport<ViewBackups.Row>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Column<ViewBackups.Row>> Columns =>
    [
        new(BackupText.Name, 26, Look.Text, row => row.Name),
        new(BackupText.When, 20, Look.Moment, row => row.Facts?.MadeAt),
        new(BackupText.By, 26, Look.Text, row => row.Facts?.MadeBy),
        new(BackupText.Size, 14, Look.Text, row => row.Facts is { } facts ? BackupSize.Of(facts.Bytes) : null),
        new(BackupText.Verified, 60, Look.Text, row => row.Facts is { } facts ? string.Join("; ", [BackupText.Holds.With(facts.Rows, facts.Contents), .. facts.Checks.Select(check => Wording.Of(check)), .. facts.Missing > 0 ? [BackupText.Missing.With(facts.Missing)] : Array.Empty<string>()]) : BackupText.Unreadable),
        new(BackupText.KeptTill, 30, Look.Text, row => row.KeptUntil is not { } until ? BackupText.KeptByHand : row.Newest ? BackupText.TillNewer.With(Wording.Day(until)) : Wording.Day(until)),
    ];

    /// <inheritdoc/>
    protected override object KeyOf(ViewBackups.Row row) => row.Name;

    /// <inheritdoc/>
    protected override async Task<Part> ReadAsync(ListQuery query, int skip, CancellationToken ct) => new(BackupText.ListTitle, Whole((await view.RunAsync(ct)).Rows));
}
