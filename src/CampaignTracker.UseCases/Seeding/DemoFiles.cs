using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>Small files made here, so that the demo carries no picture of anybody: a drawn landscape and a page that says what it is.</summary>
internal static class DemoFiles
{
    private const int Width = 480, Height = 320;

    /// <summary>A PNG: sky, hills and a roof, a little different for each number.</summary>
    public static byte[] Picture(int number)
    {
        var rows = new byte[Height * (1 + Width * 3)];
        var at = 0;
        for (var y = 0; y < Height; y++)
        {
            rows[at++] = 0; // no filter
            for (var x = 0; x < Width; x++)
            {
                var hill = 170 + 30 * Math.Sin((x + number * 40) / 60.0);
                var house = x > 180 + number * 9 % 80 && x < 300 + number * 9 % 80 && y > 190 && y < 270;
                var (red, green, blue) = house ? (196, 92, 60) : y > hill ? (86, 138 + number * 7 % 40, 74) : (150 + y / 4, 196, 228);
                rows[at++] = (byte)red;
                rows[at++] = (byte)green;
                rows[at++] = (byte)blue;
            }
        }
        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2); // eight bits, red green blue
        Chunk(png, "IHDR", header);
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(rows);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>A PDF of one page with a line of plain letters.</summary>
    public static byte[] Page(string line)
    {
        var content = $"BT /F1 14 Tf 72 740 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        ];
        var (pdf, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (i, body) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{body}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").Append(string.Concat(offsets.Select(offset => $"{offset:0000000000} 00000 n \n")))
            .Append($"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        var named = new byte[4 + data.Length];
        Encoding.ASCII.GetBytes(type, named);
        data.CopyTo(named, 4);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
