using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Somebody opens an announcement: kept once as its read receipt.</summary>
public sealed class OpenAnnouncement(Operations operations, ReminderSignal signal)
{
    /// <summary>Keeps the receipt of whoever it is meant for; for its author, for whoever announces in that unit's name, and at a second opening nothing happens.</summary>
    /// <exception cref="Refusal">NotFound: missing, taken back, or meant for others.</exception>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var self = await Again.WhenChangedAsync<Guid?>(async () =>
        {
            await using var op = await operations.BeginAsync(ct);
            var (forMe, own) = (await op.ForMeAsync(ct), op.AnnouncingPaths());
            var announcement = await forMe.FirstOrDefaultAsync(a => a.Id == id, ct);
            if (announcement is null && await op.Db.Announcements.AnyAsync(a => a.Id == id && own.Contains(a.UnitPath), ct)) return null;
            if (announcement is null) throw new Refusal(Because.NotFound);
            if (announcement.ByAccountId == op.Actor.AccountId || await op.Db.AnnouncementReceipts.AnyAsync(r => r.AnnouncementId == id && r.AccountId == op.Actor.AccountId, ct)) return null;
            var paths = op.Actor.Posts.Select(p => p.UnitPath).ToList();
            var kinds = await op.Db.Units.Where(u => paths.Contains(u.Path)).ToDictionaryAsync(u => u.Path, u => u.KindCode, ct);
            var post = op.Actor.Posts.FirstOrDefault(p => announcement.IsFor(p.UnitPath, kinds[p.UnitPath])) ?? throw new Refusal(Because.NotFound);
            op.Db.AnnouncementReceipts.Add(new AnnouncementReceipt(op.Actor, post, announcement, op.Now));
            await op.SaveAsync(ct);
            return op.Actor.AccountId;
        });
        if (self is { } account) signal.Raise(new HashSet<Guid> { account });
    }
}
