namespace CampaignTracker.UseCases.Papers;

/// <summary>Goes through a JPEG segment by segment and keeps what is needed to draw it.</summary>
internal static class JpegCleaning
{
    // Progressive photos have about ten passes. Each costs a walk over the whole picture, so thousands of tiny ones would be an attack.
    private const int MostPasses = 64;

    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Jfif = 0xE0, Exif = 0xE1, Profile = 0xE2, Adobe = 0xEE;

    /// <summary>The clean picture, or null when the segments do not make one.</summary>
    public static CleanPicture? Of(ReadOnlySpan<byte> jpeg)
    {
        using var kept = new MemoryStream(jpeg.Length);
        var (at, width, height, passes, orientation) = (2, 0, 0, 0, 0);
        while (at + 1 < jpeg.Length)
        {
            if (jpeg[at++] != 0xFF) return null;
            while (at < jpeg.Length && jpeg[at] == 0xFF) at++;
            if (at >= jpeg.Length) return null;
            var marker = jpeg[at++];
            if (marker == End) return passes > 0 && width > 0 && height > 0 ? new CleanPicture(Joined(kept, Math.Max(1, orientation)), width, height, Math.Max(1, orientation)) : null;
            if (marker is 0x01 or >= 0xD0 and <= 0xD7) continue;
            if (at + 2 > jpeg.Length) return null;
            var length = (jpeg[at] << 8) | jpeg[at + 1];
            if (length < 2 || at + length > jpeg.Length) return null;
            var body = jpeg.Slice(at + 2, length - 2);
            at += length;
            if (marker == Exif && orientation == 0 && body.StartsWith("Exif\0\0"u8)) orientation = CleanPicture.OrientationIn(body[6..]);
            if (IsFrame(marker))
            {
                if (width > 0 || body.Length < 6) return null;
                (height, width) = ((body[1] << 8) | body[2], (body[3] << 8) | body[4]);
            }
            if (IsNeeded(marker, body)) Write(kept, marker, marker switch { Jfif => body[..12], Adobe => body[..12], _ => body });
            if (marker == Jfif && body.StartsWith("JFIF\0"u8) && body.Length >= 14) kept.Write([0, 0]);
            if (marker != Scan) continue;
            if (++passes > MostPasses) return null;
            var ends = at;
            while (ends + 1 < jpeg.Length && !(jpeg[ends] == 0xFF && jpeg[ends + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))) ends++;
            kept.Write(jpeg[at..Math.Min(ends, jpeg.Length)]);
            at = ends;
        }
        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Frames, tables and scans draw it; the rest is kept only where it says how the colours are meant.
    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        >= 0xC0 and <= 0xCF or 0xDB or 0xDC or 0xDD or Scan => true,
        Jfif => body.StartsWith("JFIF\0"u8) && body.Length >= 14,
        Profile => body.StartsWith("ICC_PROFILE\0"u8),
        Adobe => body.StartsWith("Adobe"u8) && body.Length >= 12,
        _ => false,
    };

    private static void Write(MemoryStream to, byte marker, ReadOnlySpan<byte> body)
    {
        // JFIF's own small picture goes: its two sides are written as nought by the caller.
        var length = body.Length + 2 + (marker == Jfif ? 2 : 0);
        to.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        to.Write(body);
    }

    private static byte[] Joined(MemoryStream kept, int orientation)
    {
        using var whole = new MemoryStream((int)kept.Length + 64);
        whole.Write([0xFF, Start]);
        if (orientation != 1) Write(whole, Exif, [.. "Exif\0\0"u8, .. CleanPicture.TiffOf(orientation)]);
        kept.WriteTo(whole);
        whole.Write([0xFF, End]);
        return whole.ToArray();
    }
}
