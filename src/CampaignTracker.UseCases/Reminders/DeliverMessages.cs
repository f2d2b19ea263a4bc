using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// By the clock: hands messages over, at least once and always under the same message id. A node takes some with a lease, so that no other takes them; a lease that ran out is taken again.
/// Run as the system.
/// </summary>
public sealed class DeliverMessages(Operations operations, IOptions<ReminderTimes> times)
{
    /// <summary>To whom a message speaks.</summary>
    /// <param name="Name">The person.</param>
    /// <param name="Post">Their post as addressed.</param>
    /// <param name="Unit">Its unit.</param>
    public sealed record Reader(string Name, string Post, string Unit);

    /// <summary>One thing that still stands.</summary>
    /// <param name="ReminderId">Its link leads there.</param>
    /// <param name="Rule">The rule's code.</param>
    /// <param name="Kind">What is owed, or null.</param>
    /// <param name="Year">First year, or 0.</param>
    /// <param name="ToYear">Last year, or 0.</param>
    /// <param name="DueOn">The date it hangs on.</param>
    /// <param name="Count">How many things.</param>
    /// <param name="UnitName">The unit it stands under.</param>
    public sealed record Line(Guid ReminderId, string Rule, RequirementKind? Kind, int Year, int ToYear, DateOnly DueOn, int Count, string UnitName);

    /// <summary>What somebody said: an urging or an announcement.</summary>
    /// <param name="Id">The urging or announcement.</param>
    /// <param name="By">In whose name.</param>
    /// <param name="Title">What an announcement is about; empty for an urging.</param>
    /// <param name="Text">The reason, or the announcement.</param>
    public sealed record Word(Guid Id, string By, string Title, string Text);

    /// <summary>The office's own wording.</summary>
    /// <param name="Subject">The subject.</param>
    /// <param name="Opening">Before the lines.</param>
    /// <param name="Closing">After them.</param>
    public sealed record Template(string Subject, string Opening, string Closing);

    /// <summary>A message to hand over.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="MessageIdentity">The same for every try.</param>
    /// <param name="Kind">What it carries.</param>
    /// <param name="Address">Where to.</param>
    /// <param name="Language">"vi" or "en".</param>
    /// <param name="Today">Local date of the handing over.</param>
    /// <param name="HeldUntil">UTC: afterwards another may try.</param>
    /// <param name="Reader">To whom; null when nobody is to be written to any more.</param>
    /// <param name="Lines">What still stands, most pressing first.</param>
    /// <param name="Word">What somebody said, or null.</param>
    /// <param name="Template">The office's own wording, or null.</param>
    public sealed record Handover(Guid Id, string MessageIdentity, MessageKind Kind, string Address, string Language, DateOnly Today, DateTime HeldUntil, Reader? Reader, IReadOnlyList<Line> Lines, Word? Word, Template? Template)
    {
        /// <summary>Everything was settled since, what was said was taken back, or the reader has left or wants no mail.</summary>
        public bool NothingToSay => Reader is null || (Kind == MessageKind.Announcement ? Word is null : Lines.Count == 0);
    }

    /// <summary>Takes messages whose moment has come, oldest first; gives what is needed to word them. In the quiet hours there are none, whatever they waited for.</summary>
    /// <param name="node">Who takes them: another name for every program that runs.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="lease">How long nobody else may try.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Handover>> TakeAsync(string node, int most, TimeSpan lease, CancellationToken ct)
    {
        var taken = await WhenCrossedAsync(() => ClaimAsync(node, most, lease, ct));
        return taken.Count == 0 ? [] : await DescribeAsync(taken, ct);
    }

    /// <summary>The other side took it. True also when the lease has run out meanwhile: gone is gone.</summary>
    public Task SentAsync(Guid id, CancellationToken ct) => ChangeAsync(id, null, (op, message) => message.Sent(op.Actor, op.Now), ct);

    /// <summary>The try failed.</summary>
    public Task FailedAsync(Guid id, string node, MessageFault fault, string text, CancellationToken ct) => ChangeAsync(id, node, (op, message) => message.Failed(op.Actor, fault, SearchKey.Clean(text)!, op.Now), ct);

    /// <summary>Nothing was left to say.</summary>
    public Task DropAsync(Guid id, string node, CancellationToken ct) => ChangeAsync(id, node, (op, message) => message.Drop(op.Actor), ct);

    /// <summary>Puts messages back untried: the way is barred, or the time was too short. No try is counted.</summary>
    public async Task PutBackAsync(IReadOnlyCollection<Guid> ids, string node, MessageFault? fault, string? text, CancellationToken ct)
    {
        foreach (var id in ids) await ChangeAsync(id, node, (op, message) => message.PutBack(op.Actor, fault, SearchKey.Clean(text)), ct);
    }

    private async Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(string node, int most, TimeSpan lease, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.IsSystem) throw new Refusal(Because.NotAllowed);
        if (times.Value.Hours.FirstFrom(op.Now, await op.Db.CalendarAsync(ct)) > op.Now) return [];
        var messages = await op.Db.OutgoingMessages
            .Where(m => (m.State == MessageState.Waiting && m.NextTryAt <= op.Now) || (m.State == MessageState.Taken && m.TakenUntil < op.Now))
            .OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Take(most).ToListAsync(ct);
        foreach (var message in messages) message.Take(op.Actor, node, op.Now, lease);
        await op.SaveAsync(ct);
        return messages;
    }

    private async Task<IReadOnlyList<Handover>> DescribeAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var (ids, accounts, sources) = (messages.Select(m => m.Id).ToList(), messages.Select(m => m.AccountId).Distinct().ToList(), messages.Where(m => m.Kind != MessageKind.Digest).Select(m => m.SourceId).Distinct().ToList());
        var people = await db.Users.AsNoTracking().Where(a => accounts.Contains(a.Id) && !a.Closed && !a.NoEmail).Select(a => new { a.Id, a.FullName }).ToDictionaryAsync(a => a.Id, a => a.FullName, ct);
        var posts = (await db.Posts.AsNoTracking().Where(p => accounts.Contains(p.AccountId) && p.From <= op.Today && (p.To == null || p.To >= op.Today)).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.AccountId);
        var reminders = await db.Reminders.AsNoTracking().Where(r => r.MessageId != null && ids.Contains(r.MessageId.Value)).ToListAsync(ct);
        var paths = reminders.Select(r => r.UnitPath).Concat(posts.SelectMany(own => own.Select(p => p.UnitPath))).Distinct().ToList();
        var units = await db.Units.Where(u => paths.Contains(u.Path)).ToDictionaryAsync(u => u.Path, u => u.Name, ct);
        var open = await OpenLines.ReadAsync(db, reminders, op.Today, ct);
        var words = sources.Count == 0 ? [] : await WordsAsync(db, sources, ct);
        var templates = await db.MessageTemplates.AsNoTracking().ToDictionaryAsync(t => (t.Kind, t.Language), t => new Template(t.Subject, t.Opening, t.Closing), ct);
        var lines = (from reminder in reminders
                     let count = open.Count(reminder)
                     where count is not null
                     orderby reminder.DueOn, reminder.Id
                     select (reminder.MessageId, Line: new Line(reminder.Id, reminder.Rule, reminder.Kind, reminder.Year, reminder.ToYear, reminder.DueOn, count.Value, units.GetValueOrDefault(reminder.UnitPath, "")))).ToLookup(x => x.MessageId, x => x.Line);
        return [.. messages.Select(m =>
        {
            var post = posts[m.AccountId].FirstOrDefault(p => p.UnitPath == m.UnitPath) ?? posts[m.AccountId].FirstOrDefault();
            var reader = post is not null && people.TryGetValue(m.AccountId, out var name) ? new Reader(name, post.Title, units.GetValueOrDefault(post.UnitPath, "")) : null;
            return new Handover(m.Id, m.MessageIdentity, m.Kind, m.Address, m.Language, op.Today, m.TakenUntil!.Value, reader, [.. lines[m.Id]], words.GetValueOrDefault(m.SourceId), templates.GetValueOrDefault((m.Kind, m.Language)));
        })];
    }

    private static async Task<Dictionary<Guid, Word>> WordsAsync(CampaignDb db, List<Guid> sources, CancellationToken ct)
    {
        var words = new Dictionary<Guid, Word>();
        var urgings = await db.Urgings.AsNoTracking().Where(u => sources.Contains(u.Id)).ToListAsync(ct);
        var announcements = await db.Announcements.AsNoTracking().Where(a => sources.Contains(a.Id) && a.WithdrawnOn == null).ToListAsync(ct);
        var paths = urgings.Select(u => u.UnitPath).Distinct().ToList();
        var names = await db.Units.Where(u => paths.Contains(u.Path)).ToDictionaryAsync(u => u.Path, u => u.Name, ct);
        foreach (var urging in urgings) words[urging.Id] = new Word(urging.Id, InTheNameOf(urging.Body, names.GetValueOrDefault(urging.UnitPath, "")), "", urging.Reason);
        foreach (var announcement in announcements) words[announcement.Id] = new Word(announcement.Id, InTheNameOf(announcement.Body, announcement.UnitName), announcement.Title, announcement.Text);
        return words;
    }

    // An advisory body speaks for itself, never as the committee's voice.
    private static string InTheNameOf(string? body, string unit) => body is null ? unit : $"{body}, {unit}";

    // With a node: only while that node holds it; whoever took it after the lease ran out settles it.
    private Task ChangeAsync(Guid id, string? node, Action<Operation, OutgoingMessage> change, CancellationToken ct) => WhenCrossedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var message = await op.Db.OutgoingMessages.FirstOrDefaultAsync(m => m.Id == id, ct).OrRefuseAsync();
        if (node is null ? message.State == MessageState.Sent : message.State != MessageState.Taken || message.TakenBy != node) return false;
        change(op, message);
        await op.SaveAsync(ct);
        return true;
    });

    // A round that decides locks many messages at once: the database may let one of us go first and stop the other.
    private static Task<T> WhenCrossedAsync<T>(Func<Task<T>> act) => Again.WhenMetAsync(() => Again.WhenChangedAsync(act), Doubles.Crossed);
}
