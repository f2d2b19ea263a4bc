using System.Buffers.Binary;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>What a page shows so far.</summary>
internal enum Shown
{
    /// <summary>Nothing that says anything: a changed button, the frame, "Loading".</summary>
    Nothing,
    /// <summary>The page's content.</summary>
    Content,
    /// <summary>A refusal: this reader may not open it.</summary>
    Refusal,
    /// <summary>The page says that it failed or took too long.</summary>
    Failure,
}

/// <summary>A rendering as the server sends it to the browser: of its parts only the texts are looked at (element names, attributes, what is written).</summary>
internal static class RenderBatch
{
    // The place of the table of texts is the last of five at the end.
    private const int Places = 20;

    /// <summary>Judged by the classes that every page of the program uses for its states.</summary>
    public static Shown Judge(ReadOnlySpan<byte> batch)
    {
        var (content, loading, refusal) = (false, 0, false);
        var table = BinaryPrimitives.ReadInt32LittleEndian(batch[^4..]);
        for (var at = table; at < batch.Length - Places; at += 4)
        {
            var text = Text(batch, BinaryPrimitives.ReadInt32LittleEndian(batch[at..]));
            if (text.SequenceEqual("state failed"u8) || text.SequenceEqual("sheet state failed"u8)) return Shown.Failure;
            if (text.SequenceEqual("loading"u8)) loading++;
            // The bell's list is read when somebody opens it.
            if (text.SequenceEqual("drop-box bell-box"u8)) loading--;
            refusal |= text.SequenceEqual("message"u8);
            content |= text.SequenceEqual("sheet"u8) || text.StartsWith("sheet "u8);
        }
        return loading > 0 ? Shown.Nothing : content ? Shown.Content : refusal ? Shown.Refusal : Shown.Nothing;
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> batch, int at)
    {
        int length = 0, shift = 0;
        byte read;
        do
        {
            read = batch[at++];
            length |= (read & 0x7f) << shift;
            shift += 7;
        }
        while (read >= 0x80);
        return batch.Slice(at, length);
    }
}
