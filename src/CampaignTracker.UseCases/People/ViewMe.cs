using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>Who I am and what I may do: the frame of every page.</summary>
public sealed class ViewMe(Operations operations)
{
    /// <summary>The asker.</summary>
    /// <param name="Name">As shown to others.</param>
    /// <param name="Role">The role of the main post.</param>
    /// <param name="Title">The title of the main post.</param>
    /// <param name="UnitCode">The main post's unit.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="UnitPath">Its path.</param>
    /// <param name="ParentName">The reporting parent's name, or null.</param>
    /// <param name="Permissions">What the posts permit somewhere.</param>
    /// <param name="OwesFilings">The unit files plans itself.</param>
    /// <param name="HasUnitsBelow">Units report to the main post's unit.</param>
    /// <param name="WaitingForMe">Filings waiting for an opinion that this person may give or propose.</param>
    /// <param name="Today">Local date.</param>
    /// <param name="NoticeUnread">The notice on processing personal data waits to be read.</param>
    public sealed record Answer(string Name, Role Role, string Title, string UnitCode, string UnitName, string UnitPath, string? ParentName,
        IReadOnlySet<Permission> Permissions, bool OwesFilings, bool HasUnitsBelow, int WaitingForMe, DateOnly Today, bool NoticeUnread)
    {
        /// <summary>True when some post permits it.</summary>
        public bool Can(Permission permission) => Permissions.Contains(permission);
    }

    /// <summary>Reads it.</summary>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var post = op.Actor.MainPost!;
        var parentPath = UnitPath.Parent(post.UnitPath);
        var names = await op.Db.Units.Where(u => u.Path == post.UnitPath || u.Path == parentPath).Select(u => new { u.Path, u.Name, u.Code }).ToListAsync(ct);
        var permissions = op.Actor.Posts.SelectMany(p => p.Permissions).Select(p => p.Permission).ToHashSet();
        var owes = permissions.Contains(Permission.EditPlan) && await op.Db.Obligations.AnyAsync(o => o.UnitId == post.UnitId, ct);
        var below = await op.Db.Units.AnyAsync(u => u.ParentId == post.UnitId, ct);
        var waiting = await Reviews.ReviewQueue.Mine(op).CountAsync(ct);
        return new Answer(op.Actor.Name, post.Role, post.Title, names.First(n => n.Path == post.UnitPath).Code, post.UnitName, post.UnitPath,
            names.FirstOrDefault(n => n.Path == parentPath)?.Name, permissions, owes, below, waiting, op.Today,
            await op.Db.Users.AnyAsync(a => a.Id == op.Actor.AccountId && a.NoticeReadAt == null, ct));
    }
}
