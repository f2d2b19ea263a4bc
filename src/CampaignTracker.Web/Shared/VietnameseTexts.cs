using System.Globalization;
using System.Resources;
using Radzen;

namespace CampaignTracker.Web.Shared;

/// <summary>The component library's own words in Vietnamese, by its key names; null lets it speak its own English.</summary>
public sealed class VietnameseTexts : ILocalizer
{
    static readonly ResourceManager Words = new("CampaignTracker.Web.Shared.RadzenWords", typeof(VietnameseTexts).Assembly);

    /// <summary>The word for <paramref name="key"/>, such as <c>Pager_NextPageTitle</c>.</summary>
    public string? Get(string key, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "vi" ? Words.GetString(key, CultureInfo.InvariantCulture) : null;
}
