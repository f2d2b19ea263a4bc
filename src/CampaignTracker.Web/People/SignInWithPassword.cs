using System.Globalization;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Shared;
using Microsoft.AspNetCore.Identity;

namespace CampaignTracker.Web.People;

/// <summary>Signs in, or says gently why not. Lives here and not among the use cases: it sets a cookie on a static page.</summary>
public sealed class SignInWithPassword(SignInManager<Account> signIn, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>Null when signed in; else the sentence to show. Whether a user name exists is not told.</summary>
    public async Task<string?> RunAsync(SignInForm form)
    {
        if (await accounts.FindByNameAsync(form.UserName.Trim()) is not { } account) return SignInText.Wrong;

        var answer = await signIn.CheckPasswordSignInAsync(account, form.Password, lockoutOnFailure: true);
        if (answer.IsLockedOut) return await LockedForAsync(account);
        if (answer.IsNotAllowed || (answer.Succeeded && account.Closed)) return SignInText.NotAllowed;
        if (!answer.Succeeded) return SignInText.Wrong;

        await NoteAsync(account);
        await signIn.SignInAsync(account, form.Remember);
        return null;
    }

    // Before the cookie is made: it holds the account as it is then. Messages outside the program follow the language the person reads in.
    async Task NoteAsync(Account account)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "vi";
        if (account.FirstSignInAt is not null && account.Language == language) return;
        account.FirstSignInAt ??= clock.GetUtcNow().UtcDateTime;
        account.Language = language;
        await accounts.UpdateAsync(account);
    }

    async Task<string> LockedForAsync(Account account)
    {
        var left = await accounts.GetLockoutEndDateAsync(account) - clock.GetUtcNow();
        return SignInText.LockedFor.With(Math.Max(1, Math.Ceiling(left?.TotalMinutes ?? 1)));
    }
}
