using CampaignTracker.Domain;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.UseCases.Papers;

/// <summary>
/// The way in for every uploaded file: bounded, its kind told by its content, pictures cleaned and drawn once, then kept in the store.
/// What is refused leaves nothing behind.
/// </summary>
public sealed class FileIntake
{
    private readonly IFileStore store;
    private readonly Thumbnails thumbnails;

    internal FileIntake(IFileStore store, Thumbnails thumbnails) => (this.store, this.thumbnails) = (store, thumbnails);

    /// <summary>Takes a file in: what was kept, pictures after cleaning, with their small JPEG.</summary>
    /// <param name="content">Read to its end or to the limit.</param>
    /// <param name="name">What a refusal calls it.</param>
    /// <param name="accepted">Which kinds.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refusal">FileTooLarge, FileKind, EvidenceKind, FileWithMacros, FileEncrypted, FileOldOffice, PictureBroken, PictureTooLarge.</exception>
    internal async Task<KeptContent> KeepAsync(Stream content, string name, IReadOnlyList<FileKind> accepted, CancellationToken ct)
    {
        name = FileName.Shown(name);
        await using var copy = await CopyAsync(content, name, ct);
        if (FileSignature.Tell(copy, name) is not { } kind || !accepted.Contains(kind))
        {
            if (accepted.Contains(FileKind.Docx)) throw new Refusal(Because.EvidenceKind, "File", name);
            throw new Refusal(Because.FileKind, "File", name);
        }
        if (!kind.IsPicture()) return new KeptContent(await store.KeepAsync(copy, ct), null, copy.Length, kind);

        var bytes = new byte[copy.Length];
        copy.Position = 0;
        await copy.ReadExactlyAsync(bytes, ct);
        var picture = (kind == FileKind.Jpeg ? JpegCleaning.Of(bytes) : PngCleaning.Of(bytes)) ?? throw new Refusal(Because.PictureBroken, "File", name);
        var thumbnail = await thumbnails.DrawAsync(picture, name, ct);
        var small = await store.KeepAsync(new MemoryStream(thumbnail), ct);
        return new KeptContent(await store.KeepAsync(new MemoryStream(picture.Bytes), ct), small, picture.Bytes.Length, kind);
    }

    // On disk rather than in memory: many upload at once on slow lines. The name is the system's own, readable by this account alone.
    private static async Task<FileStream> CopyAsync(Stream content, string name, CancellationToken ct)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                if (copy.Length + read > StoredFile.MaxBytes) throw new Refusal(Because.FileTooLarge, "File", name, StoredFile.MaxBytes >> 20);
                await copy.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            await copy.FlushAsync(ct);
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
