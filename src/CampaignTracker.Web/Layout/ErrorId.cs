using System.Security.Cryptography;

namespace CampaignTracker.Web.Layout;

/// <summary>A short id that stands in the log beside an unexpected error, and that a reader can say on the telephone.</summary>
public static class ErrorId
{
    /// <summary>Eight characters, such as 3F2A-91BC.</summary>
    public static string New()
    {
        var hex = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        return $"{hex[..4]}-{hex[4..]}";
    }
}
