using System.Globalization;
using CampaignTracker.Reports.Word;

namespace CampaignTracker.Reports.Commitments;

/// <summary>Composes a file in Vietnamese, whatever language the screen speaks, and sends it.</summary>
internal static class PaperFile
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static async Task WriteAsync(string title, bool demo, PageLook page, Action<Letter> compose, Stream output, CancellationToken ct) =>
        await output.WriteAsync(Compose(title, demo, page, compose), ct);

    public static string Upper(string text) => text.ToUpper(Vietnamese);

    private static byte[] Compose(string title, bool demo, PageLook page, Action<Letter> compose)
    {
        var (language, formats) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Vietnamese;
            using var letter = new Letter(title, demo ? CommitmentPaperText.Demo : null, page);
            compose(letter);
            return letter.ToBytes();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language, formats);
        }
    }
}
