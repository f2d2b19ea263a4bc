using CampaignTracker.Domain;
using SkiaSharp;

namespace CampaignTracker.UseCases.Papers;

/// <summary>Draws small pictures and finds out whether a picture can be drawn at all. The only file that knows the image library.</summary>
internal sealed class Thumbnails : IDisposable
{
    /// <summary>Longest side of a small picture, in points.</summary>
    public const int Side = 320;

    /// <summary>Most points of a picture that is drawn, in millions: a phone's largest; beyond it lies an attack on memory.</summary>
    public const int MostMillions = 60;

    private const int Quality = 78;

    // A picture at the limit takes a quarter of a gigabyte while it is drawn: one at a time.
    private readonly SemaphoreSlim one = new(1);

    /// <summary>A small JPEG of it, upright.</summary>
    /// <exception cref="Refusal">PictureTooLarge, PictureBroken.</exception>
    public async Task<byte[]> DrawAsync(CleanPicture picture, string name, CancellationToken ct)
    {
        if ((long)picture.Width * picture.Height > MostMillions * 1_000_000L) throw new Refusal(Because.PictureTooLarge, "File", name, MostMillions);
        await one.WaitAsync(ct);
        try
        {
            return Draw(picture) ?? throw new Refusal(Because.PictureBroken, "File", name);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private static byte[]? Draw(CleanPicture picture)
    {
        using var bytes = SKData.CreateCopy(picture.Bytes);
        using var codec = SKCodec.Create(bytes);
        if (codec is null || codec.Info.Width != picture.Width || codec.Info.Height != picture.Height) return null;
        var scale = Math.Min(1f, (float)Side / Math.Max(picture.Width, picture.Height));
        // The library can draw some kinds smaller at once, to no less than what is asked here.
        var drawn = codec.GetScaledDimensions(Math.Min(1f, scale * 2));
        using var whole = new SKBitmap();
        if (!whole.TryAllocPixels(new SKImageInfo(drawn.Width, drawn.Height, SKColorType.Rgba8888, SKAlphaType.Premul))) return null;
        if (codec.GetPixels(whole.Info, whole.GetPixels()) != SKCodecResult.Success) return null;

        var (width, height) = (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        var turned = picture.Orientation >= 5;
        using var small = new SKBitmap(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.White);
        canvas.Concat(Upright(picture.Orientation, width, height));
        using var image = SKImage.FromBitmap(whole);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        using var encoded = small.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded?.ToArray();
    }

    // EXIF's eight ways a picture may lie, as the turn that sets it upright; w and h are its sides as stored.
    private static SKMatrix Upright(int orientation, float w, float h) => orientation switch
    {
        2 => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        3 => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        4 => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        5 => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        6 => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        7 => new(0, -1, h, -1, 0, w, 0, 0, 1),
        8 => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
