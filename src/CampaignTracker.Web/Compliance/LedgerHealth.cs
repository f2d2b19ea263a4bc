using CampaignTracker.Domain;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Compliance;

/// <summary>Whether the boards' sums were the same as the filings when they were last compared.</summary>
public sealed class LedgerHealth(CompareLedger ledger) : ITellHealth
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct)
    {
        var last = await ledger.LastAsync(ct);
        return [last switch
        {
            { At: null } => new HealthLine("balance", HealthText.Ledger, HealthState.Unknown, HealthText.LedgerNever, HealthText.LedgerRun, "/admin/schedule", HealthText.SeeJobs),
            { Differences: 0 } => new HealthLine("balance", HealthText.Ledger, HealthState.Good, HealthText.LedgerGood.With(Wording.Moment(last.At.Value), last.Compared)),
            _ => new HealthLine("balance", HealthText.Ledger, HealthState.Bad, HealthText.LedgerBad.With(Wording.Moment(last.At.Value), last.Differences, last.Compared, last.Examples), HealthText.LedgerDo),
        }];
    }
}
