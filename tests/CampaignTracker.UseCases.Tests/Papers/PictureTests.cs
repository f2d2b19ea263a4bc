using System.Text;
using CampaignTracker.UseCases.Papers;
using SkiaSharp;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Papers;

public sealed class PictureTests : IDisposable
{
    private readonly Thumbnails thumbnails = new();

    public void Dispose() => thumbnails.Dispose();

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static SKBitmap Points(byte[] picture) => SKBitmap.Decode(picture);

    [Fact]
    public void A_JPEG_keeps_its_points_and_loses_what_it_tells()
    {
        var photo = Photo.Jpeg();
        Assert.All(Photo.Secrets, secret => Assert.Contains(secret, Text(photo)));
        var clean = JpegCleaning.Of(photo)!;
        Assert.All(Photo.Secrets, secret => Assert.DoesNotContain(secret, Text(clean.Bytes)));
        Assert.DoesNotContain("Exif", Text(clean.Bytes));
        Assert.Equal((640, 480, 1), (clean.Width, clean.Height, clean.Orientation));
        Assert.Equal(Points(photo).Bytes, Points(clean.Bytes).Bytes);
    }

    [Fact]
    public void A_PNG_keeps_its_points_and_loses_what_it_tells()
    {
        var photo = Photo.Png();
        var clean = PngCleaning.Of(photo)!;
        Assert.All(Photo.Secrets, secret => Assert.DoesNotContain(secret, Text(clean.Bytes)));
        Assert.All(new[] { "tEXt", "iTXt", "zTXt", "tIME", "eXIf", "prVt" }, chunk => Assert.DoesNotContain(chunk, Text(clean.Bytes)));
        Assert.Equal((640, 480, 1), (clean.Width, clean.Height, clean.Orientation));
        Assert.Equal(Points(photo).Bytes, Points(clean.Bytes).Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Cleaning_twice_changes_nothing(int orientation)
    {
        var jpeg = JpegCleaning.Of(Photo.Jpeg(orientation))!;
        Assert.Equal(jpeg.Bytes, JpegCleaning.Of(jpeg.Bytes)!.Bytes);
        Assert.Equal(orientation, JpegCleaning.Of(jpeg.Bytes)!.Orientation);
        var png = PngCleaning.Of(Photo.Png(orientation))!;
        Assert.Equal(png.Bytes, PngCleaning.Of(png.Bytes)!.Bytes);
        Assert.Equal(orientation, PngCleaning.Of(png.Bytes)!.Orientation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_small_picture_stands_as_a_browser_would_show_the_large_one(int orientation)
    {
        foreach (var clean in new[] { JpegCleaning.Of(Photo.Jpeg(orientation))!, PngCleaning.Of(Photo.Png(orientation))! })
        {
            using var small = Points(await thumbnails.DrawAsync(clean, "a.jpg", default));
            Assert.Equal(orientation >= 5 ? (240, 320) : (320, 240), (small.Width, small.Height));
            // What lies in the four corners as stored: light red, light blue, red, blue; and where each must lie upright.
            var stored = new[] { "light red", "light blue", "red", "blue" };
            int[] upright = orientation switch { 1 => [0, 1, 2, 3], 2 => [1, 0, 3, 2], 3 => [3, 2, 1, 0], 4 => [2, 3, 0, 1], 5 => [0, 2, 1, 3], 6 => [2, 0, 3, 1], 7 => [3, 1, 2, 0], _ => [1, 3, 0, 2] };
            Assert.Equal(upright.Select(corner => stored[corner]), new[] { (20, 20), (small.Width - 20, 20), (20, small.Height - 20), (small.Width - 20, small.Height - 20) }.Select(at => Colour(small.GetPixel(at.Item1, at.Item2))));
        }
    }

    [Fact]
    public void What_the_library_sees_in_the_cleaned_photo_is_the_same_orientation()
    {
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            using var codec = SKCodec.Create(new MemoryStream(JpegCleaning.Of(Photo.Jpeg(orientation))!.Bytes));
            Assert.Equal(orientation, (int)codec.EncodedOrigin);
        }
    }

    [Fact]
    public async Task A_small_picture_is_never_larger_than_the_large_one_nor_tells_anything()
    {
        var tiny = JpegCleaning.Of(Photo.Jpeg(width: 40, height: 10))!;
        using var small = Points(await thumbnails.DrawAsync(tiny, "a.jpg", default));
        Assert.Equal((40, 10), (small.Width, small.Height));
        using var thin = Points(await thumbnails.DrawAsync(PngCleaning.Of(Photo.Plain(SKEncodedImageFormat.Png, 4000, 2))!, "a.png", default));
        Assert.Equal((320, 1), (thin.Width, thin.Height));
        Assert.DoesNotContain("Exif", Text(await thumbnails.DrawAsync(JpegCleaning.Of(Photo.Jpeg(6))!, "a.jpg", default)));
    }

    [Fact]
    public async Task A_picture_of_too_many_points_is_refused_before_it_is_drawn()
    {
        var refusal = await RefusedAsync(Because.PictureTooLarge, () => thumbnails.DrawAsync(PngCleaning.Of(Photo.Bomb(60_000, 60_000))!, "bom.png", default));
        Assert.Equal(["bom.png", 60], refusal.Facts);
        await RefusedAsync(Because.PictureTooLarge, () => thumbnails.DrawAsync(JpegCleaning.Of(Photo.Claiming(65_000, 65_000))!, "bom.jpg", default));
        await RefusedAsync(Because.PictureTooLarge, () => thumbnails.DrawAsync(PngCleaning.Of(Photo.Bomb(6_001, 10_000))!, "bom.png", default));
        Assert.NotEmpty(await thumbnails.DrawAsync(PngCleaning.Of(Photo.Bomb(6_000, 10_000))!, "vua.png", default));
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_refused()
    {
        var jpeg = Photo.Plain(SKEncodedImageFormat.Jpeg);
        Assert.Null(JpegCleaning.Of(jpeg.AsSpan(0, jpeg.Length / 2)));
        Assert.Null(JpegCleaning.Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 1]));
        Assert.Null(JpegCleaning.Of([0xFF, 0xD8, 0xFF, 0xD9]));
        Assert.Null(JpegCleaning.Of([0xFF, 0xD8, .. Encoding.UTF8.GetBytes("<script>alert(1)</script>")]));
        var png = Photo.Plain(SKEncodedImageFormat.Png);
        Assert.Null(PngCleaning.Of(png.AsSpan(0, png.Length - 20)));
        Assert.Null(PngCleaning.Of(png.AsSpan(0, 8)));
        var strange = jpeg.ToArray();
        strange[strange.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 9] = 7;
        await RefusedAsync(Because.PictureBroken, () => thumbnails.DrawAsync(JpegCleaning.Of(strange)!, "hong.jpg", default));
        var scratched = png.ToArray();
        for (var at = 60; at < 90; at++) scratched[at] ^= 0x55;
        await RefusedAsync(Because.PictureBroken, () => thumbnails.DrawAsync(PngCleaning.Of(scratched)!, "hong.png", default));
    }

    [Fact]
    public void A_photo_of_countless_passes_is_refused()
    {
        var jpeg = Photo.Plain(SKEncodedImageFormat.Jpeg, 16, 16);
        var scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] Passes(int count) => [.. jpeg[..scan], .. Enumerable.Repeat(jpeg[scan..^2], count).SelectMany(pass => pass), 0xFF, 0xD9];
        Assert.NotNull(JpegCleaning.Of(Passes(20)));
        Assert.Null(JpegCleaning.Of(Passes(1_000)));
    }

    [Fact]
    public void Whatever_is_thrown_at_it_cleaning_ends_without_an_error()
    {
        var chance = new Random(19);
        foreach (var whole in new[] { Photo.Jpeg(6, 64, 48), Photo.Png(6, 64, 48) })
            for (var n = 0; n < 3_000; n++)
            {
                var broken = whole.ToArray();
                for (var hit = chance.Next(1, 8); hit > 0; hit--) broken[chance.Next(8, broken.Length)] = (byte)chance.Next(256);
                var cut = broken.AsSpan(0, chance.Next(8, broken.Length + 1));
                if (whole[0] == 0xFF) _ = JpegCleaning.Of(cut);
                else _ = PngCleaning.Of(cut);
            }
    }

    private static string Colour(SKColor seen) => (seen.Green > 80 ? "light " : "") + (seen.Red > seen.Blue ? "red" : "blue");
}
