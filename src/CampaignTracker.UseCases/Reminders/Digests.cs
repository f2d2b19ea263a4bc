using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// One message a person a day. What is decided before it leaves goes with it; what is decided later waits for the next day's. People without an address, or who want no e-mail, have the bell alone;
/// quiet reminders alone make no message. Works within the transaction that stores the reminders.
/// </summary>
internal sealed class Digests(Operation op, DateTime notBefore, int carryDays)
{
    /// <summary>Gives every reminder that can go out its message; the new messages, to be stored by the caller.</summary>
    public async Task<List<OutgoingMessage>> CarryAsync(IReadOnlyList<(PlannedReminder Plan, Reminder Reminder)> decided, CancellationToken ct)
    {
        var (open, left) = await OfTodayAsync(ct);
        var waiting = await WaitingAsync(ct);
        var addressed = await AddressedAsync(waiting, decided, ct);

        var made = new List<OutgoingMessage>();
        var perPerson = decided.Select(d => d.Reminder).Concat(waiting).Where(reminder => addressed.ContainsKey(reminder.AccountId)).GroupBy(reminder => reminder.AccountId);
        foreach (var own in perPerson)
        {
            if (left.Contains(own.Key)) continue;
            if (!open.TryGetValue(own.Key, out var message))
            {
                if (own.All(reminder => ReminderRules.Of(reminder.Rule) is null or { Quiet: true })) continue;
                var person = addressed[own.Key];
                made.Add(message = new OutgoingMessage(op.Actor, MessageKind.Digest, own.Key, person.UnitPath, person.Address!, person.Language, op.Today, Guid.Empty, notBefore));
            }
            // Of one thing the latest word alone: what waited since yesterday may have gone a step further today.
            foreach (var thing in own.GroupBy(reminder => (reminder.SubjectId, reminder.DueOn, ReminderRules.Of(reminder.Rule)?.Quiet))) thing.MaxBy(reminder => reminder.DecidedAt)!.CarriedBy(op.Actor, message);
        }
        return made;
    }

    // Written to before it is read: a node that is about to take one waits until this round is stored, or has taken it and then it has left.
    private async Task<(Dictionary<Guid, OutgoingMessage> Open, HashSet<Guid> Left)> OfTodayAsync(CancellationToken ct)
    {
        var today = op.Db.OutgoingMessages.Where(m => m.Kind == MessageKind.Digest && m.Day == op.Today);
        await today.Where(m => m.State == MessageState.Waiting).ExecuteUpdateAsync(m => m.SetProperty(row => row.NextTryAt, row => row.NextTryAt), ct);
        var rows = await today.AsNoTracking().ToListAsync(ct);
        return (rows.Where(m => m.State == MessageState.Waiting).ToDictionary(m => m.AccountId), [.. rows.Where(m => m.State != MessageState.Waiting).Select(m => m.AccountId)]);
    }

    private Task<List<Reminder>> WaitingAsync(CancellationToken ct)
    {
        var since = op.Today.AddDays(-carryDays);
        return op.Db.Reminders.Where(r => r.MessageId == null && r.UrgingId == null && r.ReadAt == null && r.DecidedOn >= since && r.DecidedOn <= op.Today && r.Rule != ReminderRules.ByHand
            && op.Db.Users.Any(account => account.Id == r.AccountId && !account.Closed && !account.NoEmail && account.Email != null && account.Email != "")).ToListAsync(ct);
    }

    private async Task<Dictionary<Guid, Recipient>> AddressedAsync(List<Reminder> waiting, IReadOnlyList<(PlannedReminder Plan, Reminder Reminder)> decided, CancellationToken ct)
    {
        var people = decided.Select(d => d.Plan.Recipient).DistinctBy(person => person.AccountId).ToDictionary(person => person.AccountId);
        var others = waiting.Select(reminder => reminder.AccountId).Distinct().Where(account => !people.ContainsKey(account)).ToList();
        foreach (var (account, person) in await Recipients.AuthorsAsync(op.Db, others, op.Today, ct)) people.Add(account, person);
        return people.Where(person => person.Value.Address is not null).ToDictionary();
    }
}
