using CampaignTracker.Web.Hosting;

namespace CampaignTracker.Web.Compliance;

/// <summary>The map is read once, at its first drawing.</summary>
public static class CommuneMapSetup
{
    /// <summary>Registers the map of the seed folder.</summary>
    public static IServiceCollection AddCommuneMap(this IServiceCollection services) =>
        services.AddSingleton(provider => CommuneMap.Read(Path.Combine(CampaignSetup.SeedFolder(provider), "map", "thai-nguyen-communes.geojson")));
}
