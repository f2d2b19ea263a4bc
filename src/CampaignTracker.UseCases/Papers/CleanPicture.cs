namespace CampaignTracker.UseCases.Papers;

/// <summary>
/// A picture without what it tells besides the picture: position, time, camera, maker's notes, comments, embedded small pictures, whatever follows its end.
/// The points themselves are untouched, so the same photo gives the same bytes again, and so does a picture cleaned before.
/// </summary>
/// <param name="Bytes">The picture.</param>
/// <param name="Width">In points, as stored.</param>
/// <param name="Height">In points, as stored.</param>
/// <param name="Orientation">EXIF's 1 to 8: how to turn what is stored to see it upright. Kept, because without it the photo lies on its side.</param>
internal sealed record CleanPicture(byte[] Bytes, int Width, int Height, int Orientation)
{
    /// <summary>The orientation that a TIFF block (the body of EXIF) states, or 1.</summary>
    public static int OrientationIn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 1;
        var little = tiff[0] == 'I';
        long directory = Number(tiff[4..8], little);
        if (directory < 8 || directory + 2 > tiff.Length) return 1;
        var entries = tiff[(int)directory..];
        var count = Number(entries[..2], little);
        for (var i = 0; i < count && 2 + (i + 1) * 12 <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * 12, 12);
            if (Number(entry[..2], little) == 0x0112 && Number(entry[8..10], little) is var told and >= 1 and <= 8) return (int)told;
        }
        return 1;
    }

    /// <summary>A TIFF block that states the orientation and nothing else.</summary>
    public static byte[] TiffOf(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static long Number(ReadOnlySpan<byte> digits, bool little)
    {
        long number = 0;
        for (var i = 0; i < digits.Length; i++) number = (number << 8) | digits[little ? digits.Length - 1 - i : i];
        return number;
    }
}
