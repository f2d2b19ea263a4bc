namespace CampaignTracker.Reports.Excel;

/// <summary>
/// Passes writes on until it is abandoned. A zip that is disposed after a failure would write its directory and look whole; abandoned, it frees its memory and writes nothing more.
/// Never seeks, so that the same bytes go to a file and to a browser.
/// </summary>
internal sealed class AbandonableStream(Stream output) : Stream
{
    private bool abandoned;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void Abandon() => abandoned = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!abandoned) output.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct = default) => abandoned ? ValueTask.CompletedTask : output.WriteAsync(buffer, ct);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken ct) => WriteAsync(buffer.AsMemory(offset, count), ct).AsTask();

    public override void Flush()
    {
        if (!abandoned) output.Flush();
    }

    public override Task FlushAsync(CancellationToken ct) => abandoned ? Task.CompletedTask : output.FlushAsync(ct);
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
