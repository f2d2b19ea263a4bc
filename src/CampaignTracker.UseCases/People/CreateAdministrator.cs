using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>The first account of an installation: an administrator at the root, made from the command line.</summary>
public sealed class CreateAdministrator(Operations operations, IPasswordHasher<Account> hasher)
{
    /// <summary>Who it is to be.</summary>
    public sealed record Input([property: Required, StringLength(Account.UserNameLength)] string UserName, [property: Required, StringLength(Account.FullNameLength)] string FullName, [property: Required] string Password);

    // A post's title is stored, so it is Vietnamese whatever language the command line speaks.
    private static string Title => AccountTexts.ResourceManager.GetString(nameof(AccountTexts.Administrator), CultureInfo.InvariantCulture)!;

    /// <summary>Makes the account and its post; the account's key.</summary>
    /// <exception cref="Refusal">Required, TooLong, PasswordRule, AccountExists, NotAllowed; NotFound when no unit is loaded yet.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var root = await op.Db.Units.Where(u => u.ParentId == null && u.ClosedOn == null).OrderBy(u => u.OfficialOrder).FirstOrDefaultAsync(ct).OrRefuseAsync();
        var userName = SearchKey.Clean(input.UserName)!;
        var normalized = Accounts.Normalize(userName);
        if (await op.Db.Users.AnyAsync(a => a.NormalizedUserName == normalized, ct)) throw new Refusal(Because.AccountExists, nameof(Input.UserName), userName);
        var account = Accounts.Make(Guid.CreateVersion7(), userName, input.FullName, Accounts.Hash(hasher, input.Password), demo: false);
        op.Db.Users.Add(account);
        op.Db.Posts.Add(Post.Give(op.Actor, null, account.Id, root, Role.Administrator, Title, null, op.Today));
        await op.SaveAsync(ct);
        return account.Id;
    }
}
