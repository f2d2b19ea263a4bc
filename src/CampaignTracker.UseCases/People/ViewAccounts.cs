using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>Accounts with their posts, for administrators.</summary>
public sealed class ViewAccounts(Operations operations)
{
    /// <summary>Most accounts named in <see cref="NeverUsedAsync"/>.</summary>
    public const int MostUnused = 6;

    /// <summary>What to show.</summary>
    public sealed record Input([property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>One account.</summary>
    public sealed record Row(Guid Id, string UserName, string FullName, bool Closed, bool LockedOut, bool Demo, IReadOnlyList<PostRow> Posts);

    /// <summary>One post.</summary>
    public sealed record PostRow(Guid Id, Role Role, string Title, string UnitCode, string UnitName, DateOnly From, DateOnly? To);

    /// <summary>Accounts that nobody ever signed in with.</summary>
    /// <param name="Rows">The first few, by user name.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record Unused(IReadOnlyList<UnusedRow> Rows, int Count);

    /// <summary>One of them, with a unit in which it has a post.</summary>
    public sealed record UnusedRow(string UserName, string FullName, string UnitName, DateOnly From);

    /// <summary>Open accounts with a post that were never used.</summary>
    public async Task<Unused> NeverUsedAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.ManageAccounts)) throw new Refusal(Because.NotAllowed);
        var posts = op.Db.Posts.AsNoTracking().Where(p => p.To == null).Join(op.Db.Users.Where(a => a.FirstSignInAt == null && !a.Closed), p => p.AccountId, a => a.Id, (p, a) => new { p.UnitId, p.From, a.Id, a.UserName, a.FullName });
        var rows = await posts.OrderBy(x => x.UserName).Take(MostUnused).Join(op.Db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.UserName, x.FullName, u.Name, x.From, All = posts.Select(all => all.Id).Distinct().Count() }).ToListAsync(ct);
        return new Unused([.. rows.OrderBy(x => x.UserName, StringComparer.Ordinal).DistinctBy(x => x.UserName).Select(x => new UnusedRow(x.UserName!, x.FullName, x.Name, x.From))], rows.Count == 0 ? 0 : rows[0].All);
    }

    /// <summary>Reads a page, by user name.</summary>
    public async Task<Page<Row>> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        if (!op.Actor.CanSomewhere(Permission.ManageAccounts)) throw new Refusal(Because.NotAllowed);
        // Accounts are of no unit; their posts are.
        var accounts = op.Db.Users.AsNoTracking().Where(a => op.Db.Posts.Any(p => p.AccountId == a.Id));
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key)
        {
            // Accounts keep no folded names: theirs are few enough to be folded here.
            var names = await accounts.Select(a => new { a.Id, a.UserName, a.FullName }).ToListAsync(ct);
            var found = names.Where(a => SearchKey.Fold(a.UserName + " " + a.FullName).Contains(key, StringComparison.Ordinal)).Select(a => a.Id).ToList();
            accounts = accounts.Where(a => found.Contains(a.Id));
        }
        var count = await accounts.CountAsync(ct);
        var page = await accounts.OrderBy(a => a.NormalizedUserName).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))
            .Select(a => new { a.Id, a.UserName, a.FullName, a.Closed, a.LockoutEnd, a.Demo }).ToListAsync(ct);
        var ids = page.Select(a => a.Id).ToList();
        var posts = (await op.Db.Posts.AsNoTracking().Where(p => ids.Contains(p.AccountId)).Join(op.Db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p, u.Code, u.Name }).ToListAsync(ct)).ToLookup(x => x.p.AccountId);
        return new Page<Row>([.. page.Select(a => new Row(a.Id, a.UserName!, a.FullName, a.Closed, a.LockoutEnd?.UtcDateTime > op.Now, a.Demo,
            [.. posts[a.Id].OrderBy(x => x.p.From).Select(x => new PostRow(x.p.Id, x.p.Role, x.p.Title, x.Code, x.Name, x.p.From, x.p.To))]))], count);
    }
}
