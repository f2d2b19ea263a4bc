using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Papers;

namespace CampaignTracker.UseCases.Backups;

/// <summary>What the host does with a backup while nobody is signed in: looks whether it is whole, and puts it in the place of the database and the uploaded files. What was there is kept aside.</summary>
public sealed class RestoreBackup
{
    private readonly BackupFolder folder;
    private readonly DatabaseCopy database;
    private readonly IFileStore files;
    private readonly TimeProvider clock;

    internal RestoreBackup(BackupFolder folder, DatabaseCopy database, IFileStore files, TimeProvider clock)
    {
        this.folder = folder;
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /// <summary>A backup that was looked through and is whole.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="MadeAt">UTC.</param>
    /// <param name="Bytes">Database and uploaded files.</param>
    /// <param name="Rows">Rows of the program's tables.</param>
    /// <param name="Contents">Uploaded files.</param>
    /// <param name="Missing">Uploaded files that were lost before it was made.</param>
    public sealed record Whole(string Name, DateTime MadeAt, long Bytes, long Rows, int Contents, int Missing);

    /// <summary>What was put back.</summary>
    /// <param name="From">The backup.</param>
    /// <param name="Aside">Where the database lies that stood there before; null where there was none.</param>
    /// <param name="ContentsPutBack">Uploaded files the store lacked.</param>
    public sealed record Restored(Whole From, string? Aside, int ContentsPutBack);

    /// <summary>Keeps a restoring away from a database that is being served, until it is disposed of.</summary>
    public IDisposable Serving() => folder.Running();

    /// <summary>Reads a backup through, by its name or its folder; changes nothing.</summary>
    /// <exception cref="Refusal">Not there, damaged (which part, how), of another database or a newer program.</exception>
    public async Task<Whole> CheckAsync(string nameOrFolder, CancellationToken ct) => (await LookAsync(nameOrFolder, ct)).Whole;

    /// <summary>Puts it back.</summary>
    /// <exception cref="Refusal">As <see cref="CheckAsync"/>, or the program runs on the database, or there is no room. Nothing was replaced then.</exception>
    public async Task<Restored> RunAsync(string nameOrFolder, CancellationToken ct)
    {
        using var nobody = folder.NobodyRunning();
        await database.MustBeFreeAsync(ct);
        var found = await LookAsync(nameOrFolder, ct);
        try
        {
            if (database.RestoresInto is { } place)
            {
                Directory.CreateDirectory(place);
                folder.NeedRoom(found.Manifest.Bytes, place);
            }
            var stamp = BackupName.Of(clock.GetUtcNow().UtcDateTime);
            // First what harms nobody: contents beside those that are there.
            var put = await found.Kept.PutBackAsync(found.Listed, Path.Combine(folder.Root, "set-aside-" + stamp), ct);
            var aside = await database.PutBackAsync(Path.Combine(found.Path, found.Manifest.DatabaseFile.File), found.Manifest.Facts, stamp, ct);
            return new(found.Whole, aside, put);
        }
        catch (Exception failure) when (folder.Told(failure) is { } why)
        {
            throw why;
        }
    }

    private sealed record Look(string Path, BackupManifest Manifest, IReadOnlyList<string> Listed, BackupContents Kept, Whole Whole);

    private async Task<Look> LookAsync(string nameOrFolder, CancellationToken ct)
    {
        if (folder.Find(nameOrFolder) is not { } found) throw new Refusal(Because.BackupNotFound, null, nameOrFolder, folder.Root);
        if (found.Manifest is not { } manifest) throw Damaged(found.Name, BackupManifest.FileName, File.Exists(Path.Combine(found.Path, BackupManifest.FileName)) ? BackupDamage.Unreadable : BackupDamage.Missing);
        if (manifest.Database != database.Provider) throw new Refusal(Because.BackupOfOther, null, found.Name, manifest.Database.ToString(), database.Provider.ToString());
        foreach (var part in new[] { manifest.DatabaseFile, manifest.ContentsFile })
            if (await DamageAsync(found.Path, part, ct) is { } damage) throw Damaged(found.Name, part.File, damage);
        if (!database.Knows(manifest.Facts)) throw new Refusal(Because.BackupNewer, null, found.Name, manifest.Program);
        if (await database.DamageAsync(Path.Combine(found.Path, manifest.DatabaseFile.File), manifest.Facts, ct) is { } unsound) throw Damaged(found.Name, manifest.DatabaseFile.File, unsound);
        if (await BackupContents.ReadListAsync(Path.Combine(found.Path, manifest.ContentsFile.File), ct) is not { } listed) throw Damaged(found.Name, manifest.ContentsFile.File, BackupDamage.Unreadable);
        // A backup that was carried elsewhere may have its contents within it.
        var within = Path.Combine(found.Path, "files");
        var kept = new BackupContents(Directory.Exists(within) ? within : Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(found.Path))!, "files"), files);
        if (await kept.FirstDamageAsync(listed, ct) is var (where, how)) throw Damaged(found.Name, where, how);
        return new(found.Path, manifest, listed, kept, new(found.Name, manifest.MadeAt, manifest.Bytes, manifest.Rows.Values.Sum(), manifest.Contents, manifest.Missing.Count));
    }

    private static async Task<BackupDamage?> DamageAsync(string backup, BackupManifest.Part part, CancellationToken ct)
    {
        // A name is a part of a path.
        if (Path.GetFileName(part.File) != part.File) return BackupDamage.Unreadable;
        var file = new FileInfo(Path.Combine(backup, part.File));
        if (!file.Exists) return BackupDamage.Missing;
        return file.Length == part.Bytes && await DatabaseCopy.Sha256Async(file.FullName, ct) == part.Sha256 ? null : BackupDamage.Changed;
    }

    private static Refusal Damaged(string name, string part, BackupDamage how) => new(Because.BackupDamaged, null, name, part, how);
}
