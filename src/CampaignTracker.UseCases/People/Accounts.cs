using CampaignTracker.Domain;
using Microsoft.AspNetCore.Identity;

namespace CampaignTracker.UseCases.People;

/// <summary>How accounts come into being, everywhere alike.</summary>
internal static class Accounts
{
    /// <summary>Least characters of a password.</summary>
    public const int PasswordLength = 10;

    /// <summary>A user name as Identity looks it up.</summary>
    public static string Normalize(string userName) => userName.Normalize().ToUpperInvariant();

    /// <summary>The hash of a password that keeps the rule.</summary>
    /// <exception cref="Refusal">PasswordRule.</exception>
    public static string Hash(IPasswordHasher<Account> hasher, string password) =>
        password.Length >= PasswordLength ? hasher.HashPassword(new Account(), password) : throw new Refusal(Because.PasswordRule, "Password", PasswordLength);

    /// <summary>A new account.</summary>
    public static Account Make(Guid id, string userName, string fullName, string passwordHash, bool demo) => new()
    {
        Id = id,
        UserName = userName,
        NormalizedUserName = Normalize(userName),
        FullName = SearchKey.Clean(fullName)!,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        ConcurrencyStamp = id.ToString("N"),
        LockoutEnabled = true,
        Demo = demo,
    };
}
