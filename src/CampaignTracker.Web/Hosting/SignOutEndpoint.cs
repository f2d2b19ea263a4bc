using CampaignTracker.UseCases.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CampaignTracker.Web.Hosting;

/// <summary>Ends the session. A form is bound on purpose: only then is the antiforgery token checked.</summary>
public static class SignOutEndpoint
{
    /// <summary>Maps the form's address.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", async (SignInManager<Account> signIn, [FromForm] string? returnUrl) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous();
}
