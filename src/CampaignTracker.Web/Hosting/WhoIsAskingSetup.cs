using System.Security.Claims;
using CampaignTracker.UseCases;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CampaignTracker.Web.Hosting;

/// <summary>Tells the use cases who is asking: once a circuit, or once a request.</summary>
public static class WhoIsAskingSetup
{
    /// <summary>For downloads and other plain requests.</summary>
    public static void UseWhoIsAsking(this WebApplication app) => app.Use((http, next) =>
    {
        http.RequestServices.GetRequiredService<WhoIsAsking>().Become(http.User, http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value);
        return next(http);
    });

    internal static void Become(this WhoIsAsking who, ClaimsPrincipal person, IdentityOptions identity)
    {
        if (Guid.TryParse(person.FindFirstValue(identity.ClaimsIdentity.UserIdClaimType), out var id))
            who.Is(id, person.FindFirstValue(identity.ClaimsIdentity.SecurityStampClaimType));
    }
}

/// <summary>Sets who is asking before the first page of a circuit is drawn.</summary>
public sealed class CircuitPerson(AuthenticationStateProvider authentication, WhoIsAsking who, IOptions<IdentityOptions> identity) : CircuitHandler
{
    /// <inheritdoc/>
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) =>
        who.Become((await authentication.GetAuthenticationStateAsync()).User, identity.Value);
}
