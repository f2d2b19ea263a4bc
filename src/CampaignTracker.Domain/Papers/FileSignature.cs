namespace CampaignTracker.Domain.Papers;

/// <summary>Tells a file's kind by its content.</summary>
public static class FileSignature
{
    private const int Longest = 8;

    /// <summary>The kind, or null when it is none we know. Reads from the start and leaves the position anywhere.</summary>
    /// <param name="content">A stream that can be read from any place.</param>
    /// <param name="name">What a refusal calls the file.</param>
    /// <exception cref="Refusal">FileWithMacros, FileEncrypted, FileOldOffice: told, and not accepted.</exception>
    public static FileKind? Tell(Stream content, string name)
    {
        Span<byte> start = stackalloc byte[Longest];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, Longest, throwOnEndOfStream: false)];
        if (start.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (start.StartsWith("PK\x03\x04"u8)) return OfficePackage.Tell(content, name);
        if (!start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return null;
        if (IsEncrypted(content)) throw new Refusal(Because.FileEncrypted, "File", name);
        throw new Refusal(Because.FileOldOffice, "File", name);
    }

    // A package with a password lies in the old container under a stream of this name, written in UTF-16.
    private static bool IsEncrypted(Stream content)
    {
        var mark = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[1 << 16];
        var kept = 0;
        content.Position = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(mark) >= 0) return true;
            kept = Math.Min(mark.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
        return false;
    }
}
