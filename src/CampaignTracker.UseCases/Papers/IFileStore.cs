using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CampaignTracker.UseCases.Papers;

/// <summary>
/// Contents of files, once each, under their SHA-256 (64 lower-case hexadecimal digits) and nothing else: no names, no folders, no owners.
/// What a key cannot be is refused with <see cref="ArgumentException"/>. A folder fills it (<see cref="FolderStore"/>); an object store can.
/// </summary>
public interface IFileStore
{
    /// <summary>Keeps a content under its key; does nothing where it lies there already. Cut short, it leaves nothing under the key.</summary>
    /// <param name="sha256">The key: the content's own.</param>
    /// <param name="content">Read once, from where it stands to its end.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="InvalidDataException">The content has another SHA-256.</exception>
    Task KeepAsync(string sha256, Stream content, CancellationToken ct);

    /// <summary>Opens a content to be read; the caller disposes it.</summary>
    /// <exception cref="FileNotFoundException">Not there.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken ct);

    /// <summary>True when the content is there.</summary>
    Task<bool> HoldsAsync(string sha256, CancellationToken ct);

    /// <summary>The key of every content, in any order.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken ct);

    /// <summary>Removes a content; does nothing where there is none.</summary>
    Task RemoveAsync(string sha256, CancellationToken ct);
}

/// <summary>What every store asks of a key.</summary>
public static partial class FileKey
{
    /// <summary>True for 64 lower-case hexadecimal digits.</summary>
    public static bool IsKey(string? text) => text is not null && Digits().IsMatch(text);

    /// <summary>The key itself, or a refusal to take anything else: a key becomes a part of a path or an address.</summary>
    /// <exception cref="ArgumentException">Not a key.</exception>
    public static string Of(string sha256) => IsKey(sha256) ? sha256 : throw new ArgumentException("Not a SHA-256.", nameof(sha256));

    /// <summary>The key of a content, read from where it stands to its end.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken ct) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Digits();
}

/// <summary>Keeping a content whose key is not known yet.</summary>
internal static class FileStores
{
    /// <summary>Keeps a content from its beginning; its key.</summary>
    public static async Task<string> KeepAsync(this IFileStore store, Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var key = await FileKey.OfAsync(content, ct);
        content.Position = 0;
        await store.KeepAsync(key, content, ct);
        return key;
    }
}
