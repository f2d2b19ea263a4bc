using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CampaignTracker.UseCases.Papers;

/// <summary>Contents in a folder of this machine: a file each, named by its SHA-256, in a folder named by the first two digits.</summary>
public sealed class FolderStore(string folder) : IFileStore
{
    /// <inheritdoc/>
    public async Task KeepAsync(string sha256, Stream content, CancellationToken ct)
    {
        var target = PathOf(sha256);
        if (File.Exists(target)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            if (await CopyAsync(content, temporary, ct) != sha256) throw new InvalidDataException("The content has another SHA-256.");
            File.Move(temporary, target);
        }
        catch (IOException) when (File.Exists(target))
        {
            // The same content came a second time at the same moment.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true));
        }
        catch (DirectoryNotFoundException none)
        {
            throw new FileNotFoundException(none.Message, sha256, none);
        }
    }

    /// <inheritdoc/>
    public Task<bool> HoldsAsync(string sha256, CancellationToken ct) => Task.FromResult(File.Exists(PathOf(sha256)));

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (Path.GetFileName(path) is var name && FileKey.IsKey(name)) yield return name;
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string sha256, CancellationToken ct)
    {
        var path = PathOf(sha256);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    private string PathOf(string sha256) => Path.Combine(folder, FileKey.Of(sha256)[..2], sha256);

    private static async Task<string> CopyAsync(Stream content, string to, CancellationToken ct)
    {
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        await file.FlushAsync(ct);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
