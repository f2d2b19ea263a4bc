using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Backups;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Backups;

/// <summary>Whether there is a verified backup of the last day.</summary>
public sealed class BackupHealth(ViewBackups backups) : ITellHealth
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthLine>> TellAsync(CancellationToken ct)
    {
        HealthLine Line(HealthState state, string text) => new("backup", HealthText.Backup, state, text, state == HealthState.Good ? null : HealthText.BackupDo, "/admin/backups", HealthText.SeeBackups);
        try
        {
            var state = (await backups.RunAsync(ct)).State;
            var text = string.Join(". ", new[] { Wording.Of(state.Standing), state.LastGood is { } at ? HealthText.BackupLast.With(Wording.Moment(at)) : null, state.Standing == BackupStanding.Failed ? state.Why : null }.Where(part => part is not null).Select(part => part!.TrimEnd('.'))) + ".";
            return [Line(state.Standing switch { BackupStanding.Good => HealthState.Good, BackupStanding.Failed => HealthState.Bad, _ => HealthState.Attention }, text)];
        }
        catch (Refusal unreadable) when (unreadable.Code != Because.NotAllowed)
        {
            return [Line(HealthState.Bad, Wording.Of(unreadable))];
        }
    }
}
