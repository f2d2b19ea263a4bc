using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Domain.Units;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Announcements from above and one's own unit's, with their read receipts.</summary>
public sealed class ViewAnnouncements(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="Search">Part of title or text, as it is written.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return.</param>
    public sealed record Input([property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>The list.</summary>
    /// <param name="MayAnnounce">The asker may write one to units below.</param>
    /// <param name="Page">The rows.</param>
    public sealed record Answer(bool MayAnnounce, Page<Row> Page);

    /// <summary>One announcement.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="UnitName">Who announces.</param>
    /// <param name="Body">The advisory body, or null.</param>
    /// <param name="On">Local date.</param>
    /// <param name="WithdrawnOn">When it was taken back, or null.</param>
    /// <param name="Unread">The asker has not opened it.</param>
    /// <param name="ReadUnits">For the unit that announces: units below where somebody has opened it …</param>
    /// <param name="Units">… of so many; null for others.</param>
    public sealed record Row(Guid Id, string Title, string UnitName, string? Body, DateOnly On, DateOnly? WithdrawnOn, bool Unread, int ReadUnits, int? Units);

    /// <summary>One announcement in full.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="UnitName">Who announces.</param>
    /// <param name="Body">The advisory body, or null.</param>
    /// <param name="ByName">Who wrote it.</param>
    /// <param name="At">UTC.</param>
    /// <param name="WithdrawnOn">When it was taken back, or null.</param>
    /// <param name="Kinds">Kinds of units it is for; empty for all.</param>
    /// <param name="Receipts">Who has read it; null for whoever does not announce in that unit's name.</param>
    public sealed record One(Guid Id, string Title, string Text, string UnitName, string? Body, string ByName, DateTime At, DateOnly? WithdrawnOn, IReadOnlyList<AnnounceDown.Kind> Kinds, Sums? Receipts);

    /// <summary>Read receipts in numbers.</summary>
    /// <param name="Units">Units below that it is for …</param>
    /// <param name="Read">… where somebody has opened it …</param>
    /// <param name="WithoutAccount">… and where nobody has an account.</param>
    /// <param name="People">People who have opened it.</param>
    public sealed record Sums(int Units, int Read, int WithoutAccount, int People);

    /// <summary>Which units of the receipts.</summary>
    public enum Part
    {
        /// <summary>Nobody has opened it, though somebody could.</summary>
        NotRead,
        /// <summary>Somebody has opened it.</summary>
        Read,
        /// <summary>Nobody has an account.</summary>
        NoAccount,
    }

    /// <summary>Which receipts.</summary>
    public sealed record ReceiptsInput(Guid AnnouncementId, Part Part = Part.NotRead, [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>One unit's receipts.</summary>
    public sealed record UnitReceipts(string UnitCode, string UnitName, string? ParentName, IReadOnlyList<Reader> Readers);

    /// <summary>Who has opened it.</summary>
    public sealed record Reader(string Name, DateTime At);

    /// <summary>Reads a page, latest first.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var (forMe, own) = (await op.ForMeAsync(ct), op.AnnouncingPaths());
        var asked = op.Db.Announcements.AsNoTracking().Where(a => own.Contains(a.UnitPath) || forMe.Any(mine => mine.Id == a.Id));
        if (SearchKey.Clean(input.Search) is { Length: > 0 } text) asked = asked.Where(a => a.Title.Contains(text) || a.Text.Contains(text) || a.UnitName.Contains(text));
        var count = await asked.CountAsync(ct);
        var page = await asked.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).ToListAsync(ct);
        var ids = page.ConvertAll(a => a.Id);
        var unread = await op.Unread(forMe.Where(a => ids.Contains(a.Id))).Select(a => a.Id).ToListAsync(ct);
        var sums = page.Exists(a => own.Contains(a.UnitPath)) ? await UnitSumsAsync(op, own, ct) : [];
        var read = sums.Count == 0 ? [] : await ReadUnits(op, ids).GroupBy(r => r.AnnouncementId).Select(g => new { g.Key, Count = g.Select(r => r.UnitId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var may = own.Count > 0 && await op.Db.Units.AnyAsync(u => own.Contains(u.Path) && op.Db.Units.Any(below => below.ParentId == u.Id), ct);
        return new Answer(may, new Page<Row>([.. page.Select(a => new Row(a.Id, a.Title, a.UnitName, a.Body, a.On, a.WithdrawnOn, unread.Contains(a.Id), read.GetValueOrDefault(a.Id),
            own.Contains(a.UnitPath) ? sums.Where(s => s.Path == a.UnitPath && (a.UnitKinds.Count == 0 || a.UnitKinds.Contains(s.Kind))).Sum(s => s.Count) : null))], count));
    }

    /// <summary>Reads one. Opening it is another act: see <see cref="OpenAnnouncement"/>.</summary>
    /// <exception cref="Refusal">NotFound: missing, taken back, or meant for others.</exception>
    public async Task<One> OneAsync(Guid id, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (forMe, own) = (await op.ForMeAsync(ct), op.AnnouncingPaths());
        var a = await op.Db.Announcements.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id && (own.Contains(x.UnitPath) || forMe.Any(mine => mine.Id == x.Id)), ct).OrRefuseAsync();
        var kinds = a.UnitKinds.Count == 0 ? [] : await op.Db.UnitKinds.AsNoTracking().Where(k => a.UnitKinds.Contains(k.Code)).OrderBy(k => k.Order).Select(k => new AnnounceDown.Kind(k.Code, k.Name, k.NameEnglish, 0)).ToListAsync(ct);
        return new One(a.Id, a.Title, a.Text, a.UnitName, a.Body, a.ByName, a.At, a.WithdrawnOn, kinds, own.Contains(a.UnitPath) ? await SumsAsync(op, a, ct) : null);
    }

    /// <summary>Reads a page of receipts by unit, in the official order; for whoever announces in that unit's name.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    public async Task<Page<UnitReceipts>> ReceiptsAsync(ReceiptsInput input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var own = op.AnnouncingPaths();
        var a = await op.Db.Announcements.AsNoTracking().FirstOrDefaultAsync(x => x.Id == input.AnnouncementId && own.Contains(x.UnitPath), ct).OrRefuseAsync();
        var units = PartOf(op, Addressed(op, a), a.Id, input.Part);
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) units = units.Where(u => u.SearchKey.Contains(key));
        var count = await units.CountAsync(ct);
        var page = await units.OrderBy(u => u.Path).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))
            .Select(u => new { u.Id, u.Code, u.Name, Parent = op.Db.Units.Where(p => p.Id == u.ParentId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var shown = page.ConvertAll(u => u.Id);
        var readers = (await op.Db.AnnouncementReceipts.Where(r => r.AnnouncementId == a.Id && shown.Contains(r.UnitId)).OrderBy(r => r.ReadAt).Select(r => new { r.UnitId, r.ReaderName, r.ReadAt }).ToListAsync(ct)).ToLookup(r => r.UnitId);
        return new Page<UnitReceipts>([.. page.Select(u => new UnitReceipts(u.Code, u.Name, u.Parent, [.. readers[u.Id].Select(r => new Reader(r.ReaderName, r.ReadAt))]))], count);
    }

    // Open units below the one that announces, of the chosen kinds.
    private static IQueryable<Unit> Addressed(Operation op, Announcement a)
    {
        var (from, to, all, kinds) = (a.UnitPath, UnitPath.End(a.UnitPath), a.UnitKinds.Count == 0, a.UnitKinds.ToList());
        return op.Db.Units.AsNoTracking().Where(u => string.Compare(u.Path, from) > 0 && string.Compare(u.Path, to) < 0 && u.ClosedOn == null && (all || kinds.Contains(u.KindCode)));
    }

    private static IQueryable<Unit> PartOf(Operation op, IQueryable<Unit> units, Guid id, Part part)
    {
        var today = op.Today;
        var read = op.Db.AnnouncementReceipts.Where(r => r.AnnouncementId == id).Select(r => r.UnitId);
        var manned = op.Db.Posts.Where(p => p.From <= today && (p.To == null || p.To >= today)).Join(op.Db.Users.Where(x => !x.Closed), p => p.AccountId, x => x.Id, (p, _) => p.UnitId);
        return part switch
        {
            Part.Read => units.Where(u => read.Contains(u.Id)),
            Part.NoAccount => units.Where(u => !read.Contains(u.Id) && !manned.Contains(u.Id)),
            _ => units.Where(u => !read.Contains(u.Id) && manned.Contains(u.Id)),
        };
    }

    private static async Task<Sums> SumsAsync(Operation op, Announcement a, CancellationToken ct)
    {
        var units = Addressed(op, a);
        return new Sums(await units.CountAsync(ct), await PartOf(op, units, a.Id, Part.Read).CountAsync(ct), await PartOf(op, units, a.Id, Part.NoAccount).CountAsync(ct),
            await op.Db.AnnouncementReceipts.CountAsync(r => r.AnnouncementId == a.Id, ct));
    }

    // Receipts that count for a unit below: the announcing unit's own people are not counted.
    private static IQueryable<AnnouncementReceipt> ReadUnits(Operation op, List<Guid> ids) =>
        op.Db.AnnouncementReceipts.Where(r => ids.Contains(r.AnnouncementId) && op.Db.Announcements.Any(a => a.Id == r.AnnouncementId && a.UnitId != r.UnitId));

    private sealed record UnitSum(string Path, string Kind, int Count);

    private static async Task<List<UnitSum>> UnitSumsAsync(Operation op, List<string> own, CancellationToken ct)
    {
        List<UnitSum> sums = [];
        foreach (var path in own)
        {
            var to = UnitPath.End(path);
            sums.AddRange((await op.Db.Units.Where(u => string.Compare(u.Path, path) > 0 && string.Compare(u.Path, to) < 0 && u.ClosedOn == null).GroupBy(u => u.KindCode)
                .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).Select(g => new UnitSum(path, g.Key, g.Count)));
        }
        return sums;
    }
}
