using System.Globalization;

namespace CampaignTracker.Web.Shared;

/// <summary>Puts facts into a text of a resx: <c>SharedText.SavedAt.With("14:32:08")</c>.</summary>
public static class Sentence
{
    /// <summary>The pattern with its placeholders filled, numbers as the reader writes them.</summary>
    public static string With(this string pattern, params object?[] facts) => string.Format(CultureInfo.CurrentCulture, pattern, facts);
}
