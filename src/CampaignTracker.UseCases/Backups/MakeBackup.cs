using System.Reflection;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Papers;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Backups;

/// <summary>Copies database and uploaded files while people work on, looks whether the copy is whole, and only then calls it a backup. By the clock, the command line, or an administrator.</summary>
public sealed class MakeBackup(Operations operations, BackupFolder folder, DatabaseCopy database, IFileStore files, IOptions<BackupSettings> settings)
{
    /// <summary>What was made.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Folder">Where it lies.</param>
    /// <param name="Bytes">Database and uploaded files together.</param>
    /// <param name="Rows">Rows counted in the copy.</param>
    /// <param name="Contents">Uploaded files it holds.</param>
    /// <param name="NewContents">Those no earlier backup held.</param>
    /// <param name="Missing">Uploaded files that the database names and the store has lost.</param>
    /// <param name="Checks">What was looked at.</param>
    /// <param name="Removed">Older backups whose time was over.</param>
    public sealed record Made(string Name, string Folder, long Bytes, long Rows, int Contents, int NewContents, int Missing, IReadOnlyList<BackupCheck> Checks, int Removed);

    /// <summary>Makes one.</summary>
    /// <param name="progress">Told of each step.</param>
    /// <param name="ct">Stops it; nothing is left behind.</param>
    public async Task<Made> RunAsync(IProgress<BackupStep>? progress, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.KeepBackups)) throw new Refusal(Because.NotAllowed);
        try
        {
            // Copying and hashing hold a thread for seconds, which is not to be the one that draws somebody's page.
            return await Task.Run(async () =>
            {
                using var alone = folder.Alone();
                return await MakeAsync(op, progress, ct);
            }, ct);
        }
        catch (Exception failure) when (folder.Told(failure) is { } why)
        {
            if (why.Code != Because.BackupRunning) folder.Note(BackupFolder.Failure.Of(op.Now, why));
            throw why;
        }
    }

    private async Task<Made> MakeAsync(Operation op, IProgress<BackupStep>? progress, CancellationToken ct)
    {
        progress?.Report(BackupStep.Copying);
        folder.NeedRoom(await database.SizeAsync(ct), folder.Root);
        var name = FreeName(op.Now);
        var (part, contents, added) = (folder.Begin(name), new BackupContents(folder.ContentsRoot, files), new List<string>());
        BackupManifest manifest;
        try
        {
            var copy = Path.Combine(part, database.FileName);
            var facts = await database.CopyAsync(copy, ct);
            progress?.Report(BackupStep.Checking);
            if (await database.DamageAsync(copy, facts, ct) is { } damage) throw new Refusal(Because.BackupUnsound, null, damage);
            progress?.Report(BackupStep.Contents);
            folder.NeedRoom(await contents.NewBytesAsync(facts.Contents, ct), folder.Root);
            var kept = await contents.KeepAsync(facts.Contents, added, ct);
            var list = Path.Combine(part, BackupContents.ListName);
            await BackupContents.WriteListAsync(list, kept.Kept.Keys, ct);
            manifest = new BackupManifest(1, name, op.Now, op.Actor.Name, Version, database.Provider, await PartAsync(copy, ct), await PartAsync(list, ct), kept.Kept.Count, kept.Kept.Values.Sum(), kept.Missing, facts.Migrations, facts.Rows,
                [database.OwnCheck, BackupCheck.Rows, BackupCheck.Migrations, .. kept.Missing.Count == 0 ? [BackupCheck.Contents] : Array.Empty<BackupCheck>()]);
            manifest.Write(part);
            ct.ThrowIfCancellationRequested();
            folder.Finish(part, name);
        }
        catch
        {
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
            await contents.TakeBackAsync(added);
            throw;
        }
        progress?.Report(BackupStep.Thinning);
        var removed = await ThinAsync(contents, op.Today);
        return new(name, Path.Combine(folder.Root, name), manifest.Bytes, manifest.Rows.Values.Sum(), manifest.Contents, added.Count, manifest.Missing.Count, manifest.Checks, removed);
    }

    // The new one stands by now: what cannot be removed tonight is tried again tomorrow.
    private async Task<int> ThinAsync(BackupContents contents, DateOnly today)
    {
        try
        {
            var all = folder.All();
            var expired = settings.Value.Retention.Judge([.. all.Where(b => b.Manifest is not null).Select(b => (b.Name, b.Manifest!.MadeAt))], today).Where(k => k.Expired).Select(k => k.Name).ToHashSet();
            foreach (var backup in all.Where(b => expired.Contains(b.Name))) folder.Remove(backup);
            if (expired.Count > 0) await ThinContentsAsync(contents, [.. all.Where(b => !expired.Contains(b.Name))]);
            return expired.Count;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static async Task ThinContentsAsync(BackupContents contents, IReadOnlyList<BackupFolder.Found> left)
    {
        var named = new HashSet<string>();
        foreach (var backup in left)
        {
            // A backup that cannot be read might still be mended: nothing it may name goes.
            if (await BackupContents.ReadListAsync(Path.Combine(backup.Path, BackupContents.ListName), CancellationToken.None) is not { } list) return;
            named.UnionWith(list);
        }
        await contents.ThinAsync(named, CancellationToken.None);
    }

    private string FreeName(DateTime now)
    {
        while (Directory.Exists(Path.Combine(folder.Root, BackupName.Of(now)))) now = now.AddSeconds(1);
        return BackupName.Of(now);
    }

    private static async Task<BackupManifest.Part> PartAsync(string file, CancellationToken ct) => new(Path.GetFileName(file), new FileInfo(file).Length, await DatabaseCopy.Sha256Async(file, ct));

    private static string Version => typeof(MakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
