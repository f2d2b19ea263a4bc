using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>Making and closing accounts, giving and ending posts, setting a new password. Each ends the sessions it concerns at their next click.</summary>
public sealed class ChangeAccounts(Operations operations, IPasswordHasher<Account> passwords)
{
    /// <summary>A new account with its first post.</summary>
    public sealed record NewAccount([property: Required, StringLength(Account.UserNameLength)] string UserName, [property: Required, StringLength(Account.FullNameLength)] string FullName,
        [property: Required] string Password, [property: Required, StringLength(Unit.CodeLength)] string Unit, Role Role, [property: Required, StringLength(Post.TitleLength)] string Title, [property: StringLength(Post.TitleLength)] string? Body);

    /// <summary>A further post.</summary>
    public sealed record NewPost(Guid AccountId, [property: Required, StringLength(Domain.Units.Unit.CodeLength)] string Unit, Role Role, [property: Required, StringLength(Post.TitleLength)] string Title, [property: StringLength(Post.TitleLength)] string? Body);

    /// <summary>A new password.</summary>
    public sealed record NewPassword(Guid AccountId, [property: Required] string Password);

    /// <summary>Makes an account; its key.</summary>
    public Task<Guid> CreateAsync(NewAccount input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await UnitAsync(op, input.Unit, ct);
        op.Actor.Must(Permission.ManageAccounts, unit.Path);
        var userName = SearchKey.Clean(input.UserName)!;
        var normalized = Accounts.Normalize(userName);
        if (await op.Db.Users.AnyAsync(a => a.NormalizedUserName == normalized, ct)) throw new Refusal(Because.AccountExists, nameof(input.UserName), userName);
        var account = Accounts.Make(Guid.CreateVersion7(), userName, input.FullName, Accounts.Hash(passwords, input.Password), demo: false);
        op.Db.Users.Add(account);
        op.Db.Posts.Add(Post.Give(op.Actor, null, account.Id, unit, input.Role, input.Title, input.Body, op.Today));
        await op.SaveAsync(ct);
        return account.Id;
    });

    /// <summary>Gives a further post.</summary>
    public async Task GivePostAsync(NewPost input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await UnitAsync(op, input.Unit, ct);
        var account = await AccountAsync(op, input.AccountId, ct);
        op.Db.Posts.Add(Post.Give(op.Actor, null, account.Id, unit, input.Role, input.Title, input.Body, op.Today));
        await op.SaveAsync(ct);
    }

    /// <summary>Ends a post as of yesterday: from the next click on it is no longer held.</summary>
    public async Task EndPostAsync(Guid postId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var post = await op.Db.Posts.FirstOrDefaultAsync(p => p.Id == postId, ct).OrRefuseAsync();
        post.End(op.Actor, op.Today.AddDays(-1));
        await op.SaveAsync(ct);
    }

    /// <summary>Closes or reopens an account; closing ends its sessions.</summary>
    public async Task SetClosedAsync(Guid accountId, bool closed, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var account = await AccountAsync(op, accountId, ct);
        account.Closed = closed;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await op.SaveAsync(ct);
    }

    /// <summary>Sets a new password, lifts a lockout, and ends all sessions.</summary>
    public async Task SetPasswordAsync(NewPassword input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var account = await AccountAsync(op, input.AccountId, ct);
        account.PasswordHash = Accounts.Hash(passwords, input.Password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await op.SaveAsync(ct);
    }

    private static Task<Unit> UnitAsync(Operation op, string code, CancellationToken ct) => op.Db.Units.FirstOrDefaultAsync(u => u.Code == code, ct).OrRefuseAsync();

    // An account is managed by who may manage all units in which it holds or held posts, seen or not; one that lies wholly elsewhere is not there.
    private static async Task<Account> AccountAsync(Operation op, Guid id, CancellationToken ct)
    {
        if (!op.Actor.CanSomewhere(Permission.ManageAccounts)) throw new Refusal(Because.NotAllowed);
        var account = await op.Db.Users.FirstOrDefaultAsync(a => a.Id == id, ct).OrRefuseAsync();
        var paths = await UnscopedReads.PostPathsOfAsync(op.Db, id, ct);
        if (!paths.Exists(path => op.Actor.Can(Permission.ManageAccounts, path))) throw new Refusal(Because.NotFound);
        foreach (var path in paths) op.Actor.Must(Permission.ManageAccounts, path);
        return account;
    }
}
