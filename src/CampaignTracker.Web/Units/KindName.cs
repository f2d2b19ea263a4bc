using System.Globalization;

namespace CampaignTracker.Web.Units;

/// <summary>Kinds of units are data with a name in both languages; the reader gets theirs.</summary>
public static class KindName
{
    /// <summary>The one in the reader's language.</summary>
    public static string Of(string name, string english) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : name;
}
