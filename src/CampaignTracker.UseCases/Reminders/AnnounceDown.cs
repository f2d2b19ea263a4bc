using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Announces something to everybody who works for the units below, or takes it back.</summary>
public sealed class AnnounceDown(Operations operations, IOptions<ReminderTimes> times, ReminderSignal signal)
{
    /// <summary>What to announce.</summary>
    /// <param name="Key">Made once by the page: a second click with the same key does nothing twice.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="UnitKinds">Codes of the kinds of units it is for; empty for all below.</param>
    /// <param name="Email">A copy by e-mail to whoever wants e-mail.</param>
    public sealed record Input(Guid Key, [property: Required, StringLength(Announcement.TitleLength)] string Title, [property: Required, StringLength(Announcement.TextLength)] string Content, IReadOnlyList<string> UnitKinds, bool Email);

    /// <summary>Whom it would reach.</summary>
    /// <param name="UnitName">In whose name.</param>
    /// <param name="Kinds">Kinds of units that occur below, in their order.</param>
    /// <param name="Units">Units below of the chosen kinds …</param>
    /// <param name="WithoutAccount">… of which nobody has an account.</param>
    /// <param name="People">Accounts it reaches …</param>
    /// <param name="Emails">… of which want e-mail and have an address.</param>
    public sealed record Reach(string UnitName, IReadOnlyList<Kind> Kinds, int Units, int WithoutAccount, int People, int Emails);

    /// <summary>A kind of unit.</summary>
    public sealed record Kind(string Code, string Name, string NameEnglish, int Units);

    /// <summary>Whom an announcement to these kinds would reach.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Reach> PreviewAsync(IReadOnlyList<string> unitKinds, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var post = Announcing(op);
        var (from, to) = (post.UnitPath, UnitPath.End(post.UnitPath));
        var units = await op.Db.Units.Where(u => string.Compare(u.Path, from) > 0 && string.Compare(u.Path, to) < 0 && u.ClosedOn == null)
            .GroupBy(u => u.KindCode).Select(g => new { Code = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Code, g => g.Count, ct);
        var kinds = await op.Db.UnitKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(ct);
        var readers = await ReadersAsync(op, post.UnitPath, unitKinds, ct);
        var all = units.Where(u => unitKinds.Count == 0 || unitKinds.Contains(u.Key)).Sum(u => u.Value);
        var reached = readers.Where(r => r.UnitPath != post.UnitPath).Select(r => r.UnitPath).Distinct().Count();
        var people = readers.Where(r => r.AccountId != op.Actor.AccountId).DistinctBy(r => r.AccountId).ToList();
        return new Reach(post.UnitName, [.. kinds.Where(k => units.ContainsKey(k.Code)).Select(k => new Kind(k.Code, k.Name, k.NameEnglish, units[k.Code]))], all, all - reached, people.Count, people.Count(p => p.Address is not null));
    }

    /// <summary>Announces; its key.</summary>
    /// <exception cref="Refusal">NotAllowed, Required, TooLong.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken ct)
    {
        var stored = await Again.WhenChangedAsync(async () =>
        {
            await using var op = await operations.BeginAsync(input, ct);
            var post = Announcing(op);
            if (await op.Db.Announcements.AnyAsync(a => a.Id == input.Key && a.ByAccountId == op.Actor.AccountId, ct)) return false;
            var announcement = new Announcement(op.Actor, post, input.Title, input.Content, input.UnitKinds, op.Today, op.Now, input.Key);
            op.Db.Announcements.Add(announcement);
            if (input.Email)
            {
                var notBefore = times.Value.Hours.FirstFrom(op.Now, await op.Db.CalendarAsync(ct));
                foreach (var reader in (await ReadersAsync(op, post.UnitPath, input.UnitKinds, ct)).Where(r => r.Address is not null && r.AccountId != op.Actor.AccountId).DistinctBy(r => r.AccountId))
                    op.Db.OutgoingMessages.Add(new OutgoingMessage(op.Actor, MessageKind.Announcement, reader.AccountId, reader.UnitPath, reader.Address!, reader.Language, op.Today, announcement.Id, notBefore));
            }
            await op.SaveAsync(ct);
            return true;
        });
        if (stored) signal.Raise(null);
        return input.Key;
    }

    /// <summary>Takes one back: nobody below sees it any more.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task WithdrawAsync(Guid id, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        (await op.Db.Announcements.FirstOrDefaultAsync(a => a.Id == id, ct).OrRefuseAsync()).Withdraw(op.Actor, op.Today);
        await op.SaveAsync(ct);
        signal.Raise(null);
    }

    /// <summary>The post by which the asker announces.</summary>
    private static HeldPost Announcing(Operation op) => op.Actor.Posts.FirstOrDefault(p => p.Permissions.Any(x => x.Permission == Permission.Announce)) ?? throw new Refusal(Because.NotAllowed);

    // Whoever holds a post at or below, in a unit of these kinds, with an account that is open; the lowest post first.
    private static async Task<List<Recipient>> ReadersAsync(Operation op, string path, IReadOnlyList<string> unitKinds, CancellationToken ct)
    {
        var (to, today, all, kinds) = (UnitPath.End(path), op.Today, unitKinds.Count == 0, unitKinds.ToList());
        var rows = await op.Db.Posts.AsNoTracking().Where(p => string.Compare(p.UnitPath, path) >= 0 && string.Compare(p.UnitPath, to) < 0 && p.From <= today && (p.To == null || p.To >= today))
            .Join(op.Db.Units.Where(u => all || kinds.Contains(u.KindCode)), p => p.UnitId, u => u.Id, (p, _) => p)
            .Join(op.Db.Users.Where(a => !a.Closed), p => p.AccountId, a => a.Id, (p, a) => new { a.Id, a.FullName, a.Language, a.Email, a.NoEmail, p.UnitPath }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.UnitPath.Length).ThenBy(r => r.UnitPath, StringComparer.Ordinal)
            .Select(r => new Recipient(r.Id, r.FullName, r.Language, r.NoEmail || string.IsNullOrWhiteSpace(r.Email) ? null : r.Email, r.UnitPath))];
    }
}
