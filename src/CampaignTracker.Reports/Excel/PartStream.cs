using System.Xml;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;

namespace CampaignTracker.Reports.Excel;

/// <summary>What is left of the bytes all parts of one workbook may unpack to.</summary>
internal sealed class UnpackedBudget
{
    private long left = ReadLimits.UnpackedBytes;

    public void Take(int bytes)
    {
        if ((left -= bytes) < 0) throw new Refusal(Because.WorkbookTooMuch, "File", WorkbookMeasure.UnpackedMegabytes, ReadLimits.UnpackedBytes >> 20);
    }
}

/// <summary>
/// A part of the workbook, counted as it unpacks. Stops where no tag comes for too long: the XML reader would hold such a name or value whole before anybody could refuse it.
/// </summary>
internal sealed class PartStream(Stream inner, UnpackedBudget budget) : Stream
{
    private const byte Tag = (byte)'<';
    private long read, lastTag;

    /// <summary>The part begins with a document type: no honest workbook does.</summary>
    public bool HasDocumentType { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var got = inner.Read(buffer);
        budget.Take(got);
        if (read == 0) HasDocumentType = buffer[..got].IndexOf("<!DOCTYPE"u8) >= 0;
        if (buffer[..got].LastIndexOf(Tag) is >= 0 and var at) lastTag = read + at;
        read += got;
        if (read - lastTag > ReadLimits.BytesWithoutTag) throw new Refusal(Because.WorkbookTooMuch, "File", WorkbookMeasure.CellCharacters, ReadLimits.CellCharacters);
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Names of elements and attributes, which the XML reader keeps for good: so many and no more.</summary>
internal sealed class BoundedNames : NameTable
{
    private int count;

    public override string Add(string key)
    {
        if (Get(key) is { } known) return known;
        Count();
        return base.Add(key);
    }

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known) return known;
        Count();
        return base.Add(key, start, len);
    }

    private void Count()
    {
        if (++count > ReadLimits.Names) throw new Refusal(Because.WorkbookUnreadable, "File", WorkbookFault.Damaged);
    }
}
