using System.IO.Compression;
using CampaignTracker.Reports.Excel;
using ClosedXML.Excel;

namespace CampaignTracker.Reports.Tests.Excel;

public sealed class WorkbookFileTests
{
    [Fact]
    public async Task Any_list_becomes_a_workbook()
    {
        using var stream = new MemoryStream();
        var squares = Squares(3);
        await WorkbookFile.WriteAsync("Numbers", [squares], stream, CancellationToken.None);
        using var book = new XLWorkbook(stream);
        var sheet = book.Worksheet("O'Hara & Co");
        Assert.Equal(["Number", "Square", "Word"], sheet.Row(1).Cells(1, 3).Select(cell => cell.GetString()));
        Assert.Equal([0d, 1, 2], Enumerable.Range(2, 3).Select(row => sheet.Cell(row, 1).GetDouble()));
        Assert.Equal("A4*A4", sheet.Cell(4, 2).FormulaA1);
        Assert.Equal("'O''Hara & Co'!$B$2:$B$4", squares.Cells(squares.Columns[1]));
    }

    [Fact]
    public async Task The_output_is_never_written_to_synchronously_nor_closed()
    {
        var output = new AsyncOnlyStream();
        await WorkbookFile.WriteAsync("Numbers", [Squares(20_000)], output, CancellationToken.None);
        Assert.False(output.Closed);
        output.Whole.Position = 0;
        using var book = new XLWorkbook(output.Whole);
        Assert.Equal(20_001, book.Worksheet(1).LastRowUsed().RowNumber());
    }

    [Fact]
    public async Task Cancelled_it_lets_go_of_the_rows_and_leaves_nothing_that_opens()
    {
        using var stop = new CancellationTokenSource();
        var output = new AsyncOnlyStream();
        var released = false;
        var sheet = new ListSheet<int>("List", [new("Number", 9, Look.Text, row => new string('x', 500) + row)], Rows());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkbookFile.WriteAsync("Numbers", [sheet], output, stop.Token));
        Assert.True(released);
        Assert.False(output.Closed);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(output.Whole, ZipArchiveMode.Read));

        async IAsyncEnumerable<int> Rows()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    if (i == 5_000) await stop.CancelAsync();
                    yield return i;
                }
            }
            finally
            {
                released = true;
            }
        }
    }

    [Fact]
    public async Task Rows_that_fail_leave_nothing_that_opens()
    {
        var output = new AsyncOnlyStream();
        var sheet = new ListSheet<int>("List", [new("Number", 9, Look.Number, row => row)], Failing());
        await Assert.ThrowsAsync<TimeoutException>(() => WorkbookFile.WriteAsync("Numbers", [sheet], output, CancellationToken.None));
        Assert.Throws<InvalidDataException>(() => new ZipArchive(output.Whole, ZipArchiveMode.Read));

        static async IAsyncEnumerable<int> Failing()
        {
            yield return 1;
            await Task.Yield();
            throw new TimeoutException();
        }
    }

    private static ListSheet<int> Squares(int count) => new("O'Hara & Co",
    [
        new("Number", 9, Look.Number, row => row),
        new("Square", 9, Look.Number, row => (double)row * row) { Formula = () => "A{r}*A{r}" },
        new("Word", 9, Look.Text, row => "=" + row),
    ], Count(count));

    private static async IAsyncEnumerable<int> Count(int count)
    {
        for (var i = 0; i < count; i++) yield return i;
        await Task.CompletedTask;
    }

    /// <summary>Like a web server's response: forward only, asynchronous only.</summary>
    private sealed class AsyncOnlyStream : Stream
    {
        public MemoryStream Whole { get; } = new();
        public bool Closed { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException();
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Whole.WriteAsync(buffer, cancellationToken);
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Whole.WriteAsync(buffer, offset, count, cancellationToken);
        protected override void Dispose(bool disposing)
        {
            Closed = true;
            base.Dispose(disposing);
        }
    }
}
