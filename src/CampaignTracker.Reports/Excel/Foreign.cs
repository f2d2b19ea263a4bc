using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>Tells by its bytes what a file is that is no workbook, whatever its name says.</summary>
internal static class Foreign
{
    private const int Looked = 4096;

    /// <summary>Refuses everything but a zip; leaves the stream at its beginning.</summary>
    public static void Refuse(Stream file)
    {
        var bytes = new byte[Looked];
        file.Position = 0;
        ReadOnlySpan<byte> start = bytes.AsSpan(0, file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false));
        file.Position = 0;
        if (start.Length == 0) throw UntrustedZip.Unreadable(WorkbookFault.Empty);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) throw UntrustedZip.Unreadable(WorkbookFault.OldOrLocked);
        if (start.StartsWith("PK\u0003\u0004"u8)) return;
        throw UntrustedZip.Unreadable(Kind(start));
    }

    /// <summary>Entries of the zip's directory, counted without trusting the number it gives; leaves the stream at its beginning.</summary>
    public static int PartsOf(Stream file)
    {
        var mark = "PK\u0001\u0002"u8;
        var buffer = new byte[1 << 16];
        int count = 0, kept = 0;
        file.Position = 0;
        for (int got; (got = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + got);
            for (int at; (at = seen.IndexOf(mark)) >= 0; seen = seen[(at + mark.Length)..]) count++;
            kept = Math.Min(mark.Length - 1, seen.Length);
            seen[^kept..].ToArray().CopyTo(buffer, 0);
        }
        file.Position = 0;
        return count;
    }

    private static WorkbookFault Kind(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return WorkbookFault.PlainText;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) start = start[3..];
        foreach (var b in start)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C)) return WorkbookFault.NotAWorkbook;
        // A PDF may have only letters at its beginning.
        if (start.StartsWith("%PDF"u8)) return WorkbookFault.NotAWorkbook;
        return start.TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? WorkbookFault.WebPage : WorkbookFault.PlainText;
    }
}
