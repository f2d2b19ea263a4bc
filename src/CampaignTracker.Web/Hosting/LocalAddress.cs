namespace CampaignTracker.Web.Hosting;

/// <summary>Return addresses come from the query string: only paths of this site are followed.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else <paramref name="otherwise"/>.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl) ? address : otherwise;
}
