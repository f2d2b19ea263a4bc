using System.Buffers.Binary;

namespace CampaignTracker.UseCases.Papers;

/// <summary>Goes through a PNG chunk by chunk and keeps what is needed to draw it.</summary>
internal static class PngCleaning
{
    private const int Signature = 8, Around = 12;

    private static readonly HashSet<string> Needed = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs"];

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>The clean picture, or null when the chunks do not make one.</summary>
    public static CleanPicture? Of(ReadOnlySpan<byte> png)
    {
        using var kept = new MemoryStream(png.Length);
        kept.Write(png[..Signature]);
        var (width, height, orientation, drawn) = (0, 0, OrientationOf(png), false);
        for (var at = Signature; Chunk(png, at) is { } length; at += Around + length)
        {
            var type = Type(png, at);
            if (width == 0)
            {
                if (type != "IHDR" || length != 13) return null;
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[(at + 8)..]), BinaryPrimitives.ReadInt32BigEndian(png[(at + 12)..]));
                if (width <= 0 || height <= 0) return null;
            }
            if (type == "IDAT" && !drawn && orientation != 1) WriteOrientation(kept, orientation);
            drawn |= type == "IDAT";
            if (Needed.Contains(type)) kept.Write(png.Slice(at, Around + length));
            else if (char.IsAsciiLetterUpper(type[0])) return null;
            if (type == "IEND") return drawn ? new CleanPicture(kept.ToArray(), width, height, orientation) : null;
        }
        return null;
    }

    // It may stand behind the picture's data as well as before.
    private static int OrientationOf(ReadOnlySpan<byte> png)
    {
        for (var at = Signature; Chunk(png, at) is { } length; at += Around + length)
            if (Type(png, at) == "eXIf") return CleanPicture.OrientationIn(png.Slice(at + 8, length));
        return 1;
    }

    private static int? Chunk(ReadOnlySpan<byte> png, int at) =>
        at + Around <= png.Length && BinaryPrimitives.ReadUInt32BigEndian(png[at..]) is var length && length <= png.Length - at - Around ? (int)length : null;

    private static string Type(ReadOnlySpan<byte> png, int at) => System.Text.Encoding.Latin1.GetString(png.Slice(at + 4, 4));

    private static void WriteOrientation(MemoryStream to, int orientation)
    {
        byte[] chunk = [0, 0, 0, 0, .. "eXIf"u8, .. CleanPicture.TiffOf(orientation), 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - Around);
        var crc = uint.MaxValue;
        foreach (var value in chunk.AsSpan(4, chunk.Length - 8)) crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), ~crc);
        to.Write(chunk);
    }
}
