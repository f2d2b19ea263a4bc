using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Which announcements concern the asker, the same way for the bell, the list and the page.</summary>
internal static class AnnouncementReads
{
    /// <summary>Those meant for the asker: of their units and of those above, not taken back, for a kind of unit they work for.</summary>
    public static async Task<IQueryable<Announcement>> ForMeAsync(this Operation op, CancellationToken ct)
    {
        var mine = op.Actor.Posts.Select(post => post.UnitPath).Distinct().ToList();
        var paths = mine.Concat(mine.SelectMany(UnitPath.Ancestors)).Distinct().ToList();
        var kinds = await op.Db.Units.Where(u => mine.Contains(u.Path)).Select(u => u.KindCode).Distinct().ToListAsync(ct);
        return op.Db.Announcements.Where(a => a.WithdrawnOn == null && paths.Contains(a.UnitPath) && (!a.UnitKinds.Any() || a.UnitKinds.Any(kind => kinds.Contains(kind))));
    }

    /// <summary>Of some announcements those the asker has not opened; what one wrote oneself is known.</summary>
    public static IQueryable<Announcement> Unread(this Operation op, IQueryable<Announcement> announcements)
    {
        var self = op.Actor.AccountId;
        return announcements.Where(a => a.ByAccountId != self && !op.Db.AnnouncementReceipts.Any(r => r.AnnouncementId == a.Id && r.AccountId == self));
    }

    /// <summary>Paths of the units in whose name the asker announces.</summary>
    public static List<string> AnnouncingPaths(this Operation op) => [.. op.Actor.Posts.Where(post => post.Permissions.Any(p => p.Permission == Permission.Announce)).Select(post => post.UnitPath).Distinct()];
}
