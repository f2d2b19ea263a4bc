using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>The asker's own reminders and the announcements they have not opened: in the bell, on the home page, on a page of their own.</summary>
public sealed class ViewBell(Operations operations)
{
    /// <summary>Days after which a reminder nobody read no longer rings.</summary>
    public const int RingsForDays = 90;

    /// <summary>What to show.</summary>
    /// <param name="Search">Part of a unit's name or code, marks and case ignored.</param>
    /// <param name="CurrentOnly">Of one thing only the latest reminder.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return.</param>
    public sealed record Input([property: StringLength(100)] string? Search = null, bool CurrentOnly = false, int Skip = 0, int Take = Paging.Size);

    /// <summary>How many wait: things with an unread latest reminder, and announcements not opened.</summary>
    public sealed record Counts(int Reminders, int Announcements)
    {
        /// <summary>What stands beside the bell.</summary>
        public int All => Reminders + Announcements;
    }

    /// <summary>A page of reminders, newest first, with the announcements not opened yet.</summary>
    /// <param name="Unread">What stands beside the bell.</param>
    /// <param name="Page">The reminders.</param>
    /// <param name="Announcements">The latest not opened.</param>
    /// <param name="Today">Local date.</param>
    /// <param name="At">UTC: the moment it was read.</param>
    public sealed record Answer(Counts Unread, Page<Row> Page, IReadOnlyList<News> Announcements, DateOnly Today, DateTime At);

    /// <summary>One reminder. What it says is worded by <see cref="ReminderWords"/>.</summary>
    /// <param name="Id">Its link is <c>/r/{Id}</c>.</param>
    /// <param name="Rule">The rule's code.</param>
    /// <param name="Kind">What is owed, or null.</param>
    /// <param name="Year">First year, or 0.</param>
    /// <param name="ToYear">Last year, or 0.</param>
    /// <param name="DueOn">The date it hangs on.</param>
    /// <param name="Count">How many things.</param>
    /// <param name="UnitName">The unit it stands under.</param>
    /// <param name="At">When it was decided, UTC.</param>
    /// <param name="Read">Its reader has seen it.</param>
    /// <param name="Settled">The thing is done meanwhile.</param>
    /// <param name="UrgedBy">Who urged by hand, or null …</param>
    /// <param name="Reason">… and why.</param>
    public sealed record Row(Guid Id, string Rule, RequirementKind? Kind, int Year, int ToYear, DateOnly DueOn, int Count, string UnitName, DateTime At, bool Read, bool Settled, string? UrgedBy, string? Reason);

    /// <summary>An announcement not opened yet.</summary>
    public sealed record News(Guid Id, string Title, string UnitName, DateOnly On);

    /// <summary>What stands beside the bell.</summary>
    public async Task<Counts> CountAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        return await CountAsync(op, op.Unread(await op.ForMeAsync(ct)), ct);
    }

    /// <summary>Reads a page.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var mine = input.CurrentOnly ? Current(op) : Mine(op);
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) mine = mine.Where(r => op.Db.Units.Any(u => u.Id == r.UnitId && u.SearchKey.Contains(key)));
        var count = await mine.CountAsync(ct);
        var page = await mine.OrderByDescending(r => r.DecidedAt).ThenBy(r => r.DueOn).ThenBy(r => r.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).ToListAsync(ct);
        var ids = page.Select(r => r.UnitId).Distinct().ToList();
        var units = await op.Db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var open = await OpenLines.ReadAsync(op.Db, page, op.Today, ct);
        var words = await UnscopedReads.UrgingWordsAsync(op.Db, [.. page.Select(r => r.UrgingId).OfType<Guid>().Distinct()], ct);
        var unopened = op.Unread(await op.ForMeAsync(ct));
        var counts = await CountAsync(op, unopened, ct);
        var news = counts.Announcements == 0 ? [] : await unopened.OrderByDescending(a => a.At).Take(5).Select(a => new News(a.Id, a.Title, a.UnitName, a.On)).ToListAsync(ct);
        return new Answer(counts, new Page<Row>([.. page.Select(r =>
        {
            var said = r.UrgingId is { } urging && words.TryGetValue(urging, out var found) ? found : default;
            var left = open.Count(r);
            return new Row(r.Id, r.Rule, r.Kind, r.Year, r.ToYear, r.DueOn, left ?? r.Count, units.GetValueOrDefault(r.UnitId, ""), r.DecidedAt, r.ReadAt is not null, left is null, said.By, said.Reason);
        })], count), news, op.Today, op.Now);
    }

    private static IQueryable<Reminder> Mine(Operation op)
    {
        var self = op.Actor.AccountId;
        return op.Db.Reminders.AsNoTracking().Where(r => r.AccountId == self);
    }

    // A later word about the same thing stands for the earlier ones.
    private static IQueryable<Reminder> Current(Operation op)
    {
        var (since, mine) = (op.Now.AddDays(-RingsForDays), Mine(op));
        return mine.Where(r => r.DecidedAt >= since && !mine.Any(later => later.SubjectId == r.SubjectId && later.Audience == r.Audience && later.DecidedAt > r.DecidedAt));
    }

    private static async Task<Counts> CountAsync(Operation op, IQueryable<Announcement> unopened, CancellationToken ct) =>
        new(await Current(op).CountAsync(r => r.ReadAt == null, ct), await unopened.CountAsync(ct));
}
