using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.Domain.People;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Backups;

/// <summary>The backups there are, and how well the installation is backed up: for administrators and the health page. Reads no row of the database.</summary>
public sealed class ViewBackups(Operations operations, BackupFolder folder, IOptions<BackupSettings> settings)
{
    /// <summary>Everything the page shows.</summary>
    /// <param name="State">How well.</param>
    /// <param name="Rows">Newest first.</param>
    /// <param name="Folder">Where they lie.</param>
    /// <param name="Retention">How long they are kept.</param>
    public sealed record Answer(BackupState State, IReadOnlyList<Row> Rows, string Folder, BackupRetention Retention);

    /// <summary>How well the installation is backed up.</summary>
    /// <param name="Standing">In one word.</param>
    /// <param name="LastGood">When the last verified one was made (UTC).</param>
    /// <param name="Bytes">Its size.</param>
    /// <param name="LastFailure">When an attempt last came to nothing (UTC).</param>
    /// <param name="Why">Why, in the asker's language.</param>
    public sealed record BackupState(BackupStanding Standing, DateTime? LastGood, long? Bytes, DateTime? LastFailure, string? Why);

    /// <summary>One backup.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Facts">What it holds; null where it cannot be read.</param>
    /// <param name="KeptUntil">The last local day on which it is kept; null where it cannot be read and so stays.</param>
    /// <param name="Newest">Stays until there is a newer one.</param>
    public sealed record Row(string Name, RowFacts? Facts, DateOnly? KeptUntil, bool Newest);

    /// <summary>What a backup holds.</summary>
    /// <param name="MadeAt">UTC.</param>
    /// <param name="MadeBy">Who asked for it; null for the clock and the command line.</param>
    /// <param name="Bytes">Database and uploaded files together.</param>
    /// <param name="Rows">Rows of the program's tables.</param>
    /// <param name="Contents">Uploaded files.</param>
    /// <param name="Missing">Uploaded files that were lost before.</param>
    /// <param name="Checks">What was looked at.</param>
    public sealed record RowFacts(DateTime MadeAt, string? MadeBy, long Bytes, long Rows, int Contents, int Missing, IReadOnlyList<BackupCheck> Checks);

    /// <summary>Reads all of it.</summary>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.KeepBackups)) throw new Refusal(Because.NotAllowed);
        try
        {
            var all = folder.All();
            var kept = settings.Value.Retention.Judge([.. all.Where(b => b.Manifest is not null).Select(b => (b.Name, b.Manifest!.MadeAt))], op.Today).ToDictionary(k => k.Name);
            var (last, failure) = (all.FirstOrDefault(b => b.Manifest is not null)?.Manifest, folder.LastFailure());
            var state = new BackupState(BackupStandings.Of(last?.MadeAt, failure?.At, op.Now), last?.MadeAt, last?.Bytes, failure?.At, failure is null ? null : Wording.Of(failure.Why));
            return new(state, [.. all.Select(b => new Row(b.Name, Facts(b.Manifest), kept.GetValueOrDefault(b.Name)?.Until, kept.GetValueOrDefault(b.Name)?.Newest ?? false))], folder.Root, settings.Value.Retention);
        }
        catch (Exception failure) when (folder.Told(failure) is { } why)
        {
            throw why;
        }
    }

    private static RowFacts? Facts(BackupManifest? manifest) => manifest is null ? null
        : new(manifest.MadeAt, manifest.MadeBy == Actor.System.Name ? null : manifest.MadeBy, manifest.Bytes, manifest.Rows.Values.Sum(), manifest.Contents, manifest.Missing.Count, manifest.Checks);
}
