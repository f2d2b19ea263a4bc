using System.Xml.Linq;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>Identity with cookies, and the keys that protect them kept in the database for all nodes.</summary>
public static class SigningIn
{
    /// <summary>Five wrong passwords lock an account for ten minutes.</summary>
    public static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
        {
            o.User.AllowedUserNameCharacters = "";
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        }).AddCampaignStores().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            (o.LoginPath, o.ReturnUrlParameter, o.Cookie.Name) = ("/sign-in", "returnUrl", "campaign");
            (o.ExpireTimeSpan, o.SlidingExpiration) = (TimeSpan.FromHours(12), true);
        });
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("CampaignTracker");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeysInDatabase(provider.GetRequiredService<KeepProtectionKeys>())));
        services.AddScoped<Microsoft.AspNetCore.Components.Server.Circuits.CircuitHandler, CircuitPerson>();
        return services;
    }

    // Stands in for Microsoft.AspNetCore.DataProtection.EntityFrameworkCore, which the package source lacks. It can go when that is to be had.
    private sealed class KeysInDatabase(KeepProtectionKeys keys) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }
}
