using CampaignTracker.UseCases.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.UseCases.People;

/// <summary>Lets Identity keep its accounts in the campaign's database, which nobody outside this library sees.</summary>
public static class IdentityStores
{
    /// <summary>Registers the stores.</summary>
    public static IdentityBuilder AddCampaignStores(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<CampaignDb>();
}
