using System.Security.Cryptography;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.UseCases.Papers;

/// <summary>Contents of uploaded files, once each, under their SHA-256 in the data folder. Names given by people never become paths.</summary>
public sealed class FileStore(string folder)
{
    /// <summary>Where the contents lie.</summary>
    public string Folder { get; } = folder;

    /// <summary>Stores a content and tells its kind by its first bytes; refuses what is too large or of another kind, and leaves nothing behind.</summary>
    /// <exception cref="Refusal">FileTooLarge, FileKind.</exception>
    public async Task<(string Sha256, long Size, FileKind Kind)> KeepAsync(Stream content, string name, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var temporary = Path.Combine(Folder, Path.GetRandomFileName());
        try
        {
            var (hash, size, kind) = await CopyAsync(content, temporary, name, ct);
            var target = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                if (!File.Exists(target)) File.Move(temporary, target);
            }
            catch (IOException) when (File.Exists(target))
            {
                // The same content came a second time at the same moment.
            }
            return (hash, size, kind);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a stored content.</summary>
    public Stream Open(string sha256) => File.OpenRead(PathOf(sha256));

    /// <summary>True when the content is there.</summary>
    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>SHA-256 of every content kept.</summary>
    public IEnumerable<string> Kept() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!) : [];

    private string PathOf(string sha256) => Path.Combine(Folder, sha256[..2], sha256);

    private static async Task<(string, long, FileKind)> CopyAsync(Stream content, string to, string name, CancellationToken ct)
    {
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var start = new byte[FileSignature.Length];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (size < start.Length) buffer.AsSpan(0, (int)Math.Min(read, start.Length - size)).CopyTo(start.AsSpan((int)size));
            size += read;
            if (size > StoredFile.MaxBytes) throw new Refusal(Because.FileTooLarge, "File", name, StoredFile.MaxBytes >> 20);
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        if (FileSignature.Tell(start) is not { } kind) throw new Refusal(Because.FileKind, "File", name);
        await file.FlushAsync(ct);
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), size, kind);
    }
}
