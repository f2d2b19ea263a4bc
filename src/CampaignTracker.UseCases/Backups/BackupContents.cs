using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases.Papers;

namespace CampaignTracker.UseCases.Backups;

/// <summary>
/// Uploaded files of the backups: each lies once, under its SHA-256, for all backups that name it. What lies there is read again with every backup, so that a disk that forgets is noticed
/// while the store still has the original.
/// </summary>
internal sealed class BackupContents(string root, IFileStore store)
{
    public const string ListName = "contents.sha256";

    private readonly FolderStore kept = new(root);

    /// <summary>What a backup holds of them.</summary>
    public sealed record Outcome(SortedDictionary<string, long> Kept, IReadOnlyList<string> Missing, IReadOnlyList<string> Added);

    /// <summary>Bytes that the contents named would add.</summary>
    public async Task<long> NewBytesAsync(IEnumerable<string> named, CancellationToken ct)
    {
        var bytes = 0L;
        foreach (var sha in named)
        {
            if (await kept.HoldsAsync(sha, ct) || !await store.HoldsAsync(sha, ct)) continue;
            await using var content = await store.OpenAsync(sha, ct);
            bytes += content.Length;
        }
        return bytes;
    }

    /// <summary>Sees to it that each lies here, whole.</summary>
    /// <param name="named">What the copied database names.</param>
    /// <param name="added">Told of each that was copied, so that it can go again where the backup fails.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome> KeepAsync(IEnumerable<string> named, List<string> added, CancellationToken ct)
    {
        var (there, missing) = (new SortedDictionary<string, long>(StringComparer.Ordinal), new List<string>());
        foreach (var sha in named)
        {
            if (await SizeOfWholeAsync(kept, sha, ct) is { } size)
            {
                there.Add(sha, size);
                continue;
            }
            // Not here, or not what its name says any more: taken from the store again, which checks it.
            if (await SizeOfWholeAsync(store, sha, ct) is not { } original)
            {
                missing.Add(sha);
                continue;
            }
            await kept.RemoveAsync(sha, ct);
            await using var content = await store.OpenAsync(sha, ct);
            await kept.KeepAsync(sha, content, ct);
            added.Add(sha);
            there.Add(sha, original);
        }
        return new(there, missing, added);
    }

    /// <summary>Takes back what a failed backup added.</summary>
    public async Task TakeBackAsync(IEnumerable<string> added)
    {
        foreach (var sha in added) await kept.RemoveAsync(sha, CancellationToken.None);
    }

    /// <summary>Removes what no backup names any more.</summary>
    public async Task ThinAsync(IReadOnlySet<string> named, CancellationToken ct)
    {
        var unnamed = new List<string>();
        await foreach (var sha in kept.ListAsync(ct))
            if (!named.Contains(sha)) unnamed.Add(sha);
        foreach (var sha in unnamed) await kept.RemoveAsync(sha, ct);
    }

    /// <summary>Names the first content of a list that is not here or not whole; null when all is well.</summary>
    public async Task<(string Part, BackupDamage Damage)?> FirstDamageAsync(IEnumerable<string> listed, CancellationToken ct)
    {
        foreach (var sha in listed)
        {
            if (!await kept.HoldsAsync(sha, ct)) return (Place(sha), BackupDamage.Missing);
            if (await SizeOfWholeAsync(kept, sha, ct) is null) return (Place(sha), BackupDamage.Changed);
        }
        return null;
    }

    /// <summary>Puts into the store what it lacks or holds damaged; how many. Nothing that is sound is touched, and what was damaged is kept aside.</summary>
    public async Task<int> PutBackAsync(IEnumerable<string> listed, string aside, CancellationToken ct)
    {
        var put = 0;
        foreach (var sha in listed)
        {
            if (await SizeOfWholeAsync(store, sha, ct) is not null) continue;
            if (await store.HoldsAsync(sha, ct))
            {
                Directory.CreateDirectory(aside);
                await using (var damaged = await store.OpenAsync(sha, ct))
                await using (var copy = File.Create(Path.Combine(aside, sha))) await damaged.CopyToAsync(copy, ct);
                await store.RemoveAsync(sha, ct);
            }
            await using var content = await kept.OpenAsync(sha, ct);
            await store.KeepAsync(sha, content, ct);
            put++;
        }
        return put;
    }

    /// <summary>Writes the list as sha256sum does, so that any machine can check it from within the backup's folder.</summary>
    public static async Task WriteListAsync(string file, IEnumerable<string> contents, CancellationToken ct)
    {
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await using var writer = new StreamWriter(stream);
        foreach (var sha in contents) await writer.WriteAsync($"{sha}  ../{Place(sha)}\n".AsMemory(), ct);
        await writer.FlushAsync(ct);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>The contents of a list; null where a line is none.</summary>
    public static async Task<IReadOnlyList<string>?> ReadListAsync(string file, CancellationToken ct)
    {
        var lines = await File.ReadAllLinesAsync(file, ct);
        return Array.TrueForAll(lines, line => line.Length > 64 && FileKey.IsKey(line[..64])) ? [.. lines.Select(line => line[..64])] : null;
    }

    private static string Place(string sha) => $"files/{sha[..2]}/{sha}";

    private static async Task<long?> SizeOfWholeAsync(IFileStore where, string sha, CancellationToken ct)
    {
        try
        {
            await using var content = await where.OpenAsync(sha, ct);
            return await FileKey.OfAsync(content, ct) == sha ? content.Length : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
