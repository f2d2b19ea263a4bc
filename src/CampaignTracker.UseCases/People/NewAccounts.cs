using CampaignTracker.Domain;
using Microsoft.AspNetCore.Identity;

namespace CampaignTracker.UseCases.People;

/// <summary>How an account is made, the same for the screen, the verb create-admin and the demo.</summary>
internal static class NewAccounts
{
    /// <summary>Shortest password, in characters.</summary>
    public const int PasswordLength = 10;

    public static Account Make(Guid? id, string userName, string fullName, string password, IPasswordHasher<Account> passwords, bool checkPassword)
    {
        var name = SearchKey.Clean(userName)!.ToLowerInvariant();
        var account = new Account
        {
            Id = id ?? Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            FullName = SearchKey.Clean(fullName)!,
            LockoutEnabled = true,
            SecurityStamp = Stamp(),
        };
        if (checkPassword) SetPassword(account, password, passwords);
        else account.PasswordHash = passwords.HashPassword(account, password);
        return account;
    }

    public static void SetPassword(Account account, string password, IPasswordHasher<Account> passwords)
    {
        if (password.Length < PasswordLength) throw new Refusal(Because.PasswordRule, nameof(FieldName.Password), PasswordLength);
        account.PasswordHash = passwords.HashPassword(account, password);
        account.SecurityStamp = Stamp();
    }

    public static string Stamp() => Guid.NewGuid().ToString("N");
}
