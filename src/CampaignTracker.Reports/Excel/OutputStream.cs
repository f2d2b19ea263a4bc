namespace CampaignTracker.Reports.Excel;

/// <summary>
/// What the zip writes to: forward only, so that the same bytes go to a file and to a browser.
/// The zip still writes some ends synchronously, which a web server's response refuses: these few bytes wait for the next asynchronous write.
/// Abandoned after a failure, it drops everything: a zip being disposed would else write its directory and look whole.
/// </summary>
internal sealed class OutputStream(Stream output) : Stream
{
    private readonly MemoryStream waiting = new();
    private bool abandoned;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void Abandon() => abandoned = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!abandoned) waiting.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (abandoned) return;
        if (waiting.Length > 0)
        {
            await output.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellationToken);
            waiting.SetLength(0);
        }
        await output.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (abandoned) return;
        await WriteAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
