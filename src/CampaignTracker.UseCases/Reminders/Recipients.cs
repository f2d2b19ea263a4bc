using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Somebody who is told.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="FullName">Its holder.</param>
/// <param name="Language">"vi" or "en".</param>
/// <param name="Address">Where e-mail goes; null without an address, or where the person wants none.</param>
/// <param name="UnitPath">The unit of the post by which they are told.</param>
internal sealed record Recipient(Guid AccountId, string FullName, string Language, string? Address, string UnitPath);

/// <summary>
/// Who can act for which unit, read for many units in one statement. Closed accounts and posts not held today are never told.
/// Within the asker's scope, as every read: above it nobody is found.
/// </summary>
internal sealed class Recipients
{
    private readonly ReminderPosts posts;
    private readonly Dictionary<Guid, Recipient> accounts;

    private Recipients(IEnumerable<Row> rows)
    {
        var held = rows.ToList();
        posts = new ReminderPosts(held.Select(row => new ReminderPost(row.AccountId, row.Role, row.UnitPath, row.Delegated, row.Closed)));
        accounts = held.Where(row => !row.Closed).DistinctBy(row => row.AccountId).ToDictionary(row => row.AccountId, Told);
    }

    /// <summary>Of the given units and, for who keeps accounts, of those above them.</summary>
    public static async Task<Recipients> OfAsync(CampaignDb db, IReadOnlyCollection<string> unitPaths, DateOnly today, CancellationToken ct)
    {
        var paths = unitPaths.Concat(unitPaths.SelectMany(UnitPath.Ancestors)).Distinct().ToList();
        return new Recipients(await Rows(db, db.Posts.Where(post => paths.Contains(post.UnitPath)), today).ToListAsync(ct));
    }

    /// <summary>Of the whole tree. People without another post than their own membership are left out: they are asked for by account, as authors.</summary>
    public static async Task<Recipients> OfAllAsync(CampaignDb db, DateOnly today, CancellationToken ct) =>
        new(await Rows(db, db.Posts.Where(post => post.Role != Role.Participant), today).ToListAsync(ct));

    /// <summary>Whoever can act for a unit, each account once; empty when nobody can.</summary>
    public IReadOnlyList<Recipient> Of(ReminderAudience audience, string unitPath) => [.. posts.Of(audience, unitPath).Select(post => accounts[post.AccountId] with { UnitPath = post.UnitPath })];

    /// <summary>Authors by account: open accounts that hold any post today, told by the post of the lowest path.</summary>
    public static async Task<Dictionary<Guid, Recipient>> AuthorsAsync(CampaignDb db, IReadOnlyCollection<Guid> accountIds, DateOnly today, CancellationToken ct)
    {
        if (accountIds.Count == 0) return [];
        var rows = await Rows(db, db.Posts.Where(post => accountIds.Contains(post.AccountId)), today).ToListAsync(ct);
        return rows.Where(row => !row.Closed).OrderByDescending(row => row.UnitPath.Length).ThenBy(row => row.UnitPath, StringComparer.Ordinal).DistinctBy(row => row.AccountId).ToDictionary(row => row.AccountId, Told);
    }

    private static Recipient Told(Row row) => new(row.AccountId, row.FullName, row.Language, row.NoEmail || string.IsNullOrWhiteSpace(row.Email) ? null : row.Email, row.UnitPath);

    private static IQueryable<Row> Rows(CampaignDb db, IQueryable<Post> asked, DateOnly today) => asked.AsNoTracking()
        .Where(post => post.From <= today && (post.To == null || post.To >= today))
        .Join(db.Users, post => post.AccountId, account => account.Id, (post, account) => new Row(account.Id, post.Role, post.UnitPath,
            post.DelegatedFrom != null && post.DelegatedFrom <= today && (post.DelegatedTo == null || post.DelegatedTo >= today), account.Closed, account.FullName, account.Language, account.Email, account.NoEmail));

    private sealed record Row(Guid AccountId, Role Role, string UnitPath, bool Delegated, bool Closed, string FullName, string Language, string? Email, bool NoEmail);
}
