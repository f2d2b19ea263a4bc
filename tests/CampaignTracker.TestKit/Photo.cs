using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace CampaignTracker.TestKit;

/// <summary>
/// Photos as a telephone makes them: the left half red, the right half blue, the upper rows of both lighter, and around the picture everything a telephone
/// tells besides, each under a word of <see cref="Secrets"/>.
/// </summary>
public static class Photo
{
    /// <summary>Words that must be gone from what is stored.</summary>
    public static readonly string[] Secrets = ["GPSPOSITION", "MAKERNOTE", "SMALLPICTURE", "XMPPACKET", "COMMENTTEXT", "MPFOTHER", "PHOTOSHOPIPTC", "BEHINDTHEEND", "JFXXSMALL"];

    /// <summary>A plain picture without anything around it.</summary>
    public static byte[] Plain(SKEncodedImageFormat format, int width = 640, int height = 480, int shade = 0)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        Fill(canvas, 0, 0, width / 2, height / 2, new SKColor(255, 160, (byte)shade));
        Fill(canvas, width / 2, 0, width, height / 2, new SKColor(160, 160, 255));
        Fill(canvas, 0, height / 2, width / 2, height, new SKColor(200, 0, 0));
        Fill(canvas, width / 2, height / 2, width, height, new SKColor(0, 0, 200));
        canvas.Flush();
        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>A JPEG with position, maker's notes, comments, more pictures and a tail.</summary>
    public static byte[] Jpeg(int orientation = 1, int width = 640, int height = 480, int shade = 0)
    {
        var plain = Plain(SKEncodedImageFormat.Jpeg, width, height, shade);
        using var photo = new MemoryStream();
        photo.Write([0xFF, 0xD8]);
        Segment(photo, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]);
        Segment(photo, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0XMPPACKET"u8]);
        Segment(photo, 0xE0, [.. "JFXX\0\x10JFXXSMALL"u8]);
        Segment(photo, 0xE2, [.. "MPF\0MPFOTHER"u8]);
        Segment(photo, 0xED, [.. "Photoshop 3.0\0PHOTOSHOPIPTC"u8]);
        Segment(photo, 0xFE, [.. "COMMENTTEXT"u8]);
        photo.Write(plain.AsSpan(2));
        photo.Write("BEHINDTHEEND"u8);
        photo.Write(plain);
        return photo.ToArray();
    }

    /// <summary>A PNG with position, texts, a date and a tail.</summary>
    public static byte[] Png(int orientation = 1, int width = 640, int height = 480)
    {
        var plain = Plain(SKEncodedImageFormat.Png, width, height);
        using var photo = new MemoryStream();
        photo.Write(plain.AsSpan(0, 33));
        Chunk(photo, "tEXt", "Comment\0COMMENTTEXT"u8);
        Chunk(photo, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0XMPPACKET"u8);
        Chunk(photo, "zTXt", [.. "Maker\0\0"u8, .. Deflated("MAKERNOTE"u8)]);
        Chunk(photo, "tIME", [0x07, 0xEA, 1, 2, 3, 4, 5]);
        Chunk(photo, "prVt", "PHOTOSHOPIPTC"u8);
        Chunk(photo, "eXIf", Tiff(orientation));
        photo.Write(plain.AsSpan(33));
        photo.Write("BEHINDTHEEND"u8);
        return photo.ToArray();
    }

    /// <summary>A JPEG of the plain kind whose header states other sides than it has.</summary>
    public static byte[] Claiming(int width, int height)
    {
        var jpeg = Plain(SKEncodedImageFormat.Jpeg, 16, 16);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)width);
        return jpeg;
    }

    /// <summary>A whole PNG of one colour, many points in few bytes.</summary>
    public static byte[] Bomb(int width, int height)
    {
        using var bomb = new MemoryStream();
        bomb.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        Chunk(bomb, "IHDR", header);
        using var points = new MemoryStream();
        using (var zip = new ZLibStream(points, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++) zip.Write(new byte[1 + (width + 7) / 8]);
        Chunk(bomb, "IDAT", points.ToArray());
        Chunk(bomb, "IEND", []);
        return bomb.ToArray();
    }

    /// <summary>Adds a chunk with its check sum.</summary>
    public static void Chunk(Stream to, string type, ReadOnlySpan<byte> body)
    {
        byte[] whole = [.. Encoding.Latin1.GetBytes(type), .. body];
        var crc = uint.MaxValue;
        foreach (var value in whole)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        to.Write(number);
        to.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        to.Write(number);
    }

    /// <summary>Adds a segment with its length.</summary>
    public static void Segment(Stream to, byte marker, ReadOnlySpan<byte> body)
    {
        to.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        to.Write(body);
    }

    // Little-endian EXIF: orientation, a pointer to the position, then the words.
    private static byte[] Tiff(int orientation) =>
    [
        (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. "GPSPOSITION MAKERNOTE SMALLPICTURE"u8,
    ];

    private static byte[] Deflated(ReadOnlySpan<byte> text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZLibStream(bytes, CompressionLevel.NoCompression, leaveOpen: true)) zip.Write(text);
        return bytes.ToArray();
    }

    private static void Fill(SKCanvas canvas, int left, int top, int right, int bottom, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
    }
}
