using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>One reminder that is due and was never decided.</summary>
internal sealed record PlannedReminder(ReminderRule Rule, ReminderSubject Subject, ReminderCall Call, int Step, Recipient Recipient)
{
    public Reminder Decide(Actor actor, DateOnly today, DateTime now) => new(actor, Rule.Code, Rule.Audience, Subject, Recipient.AccountId, Call, Step, today, now);
}

/// <summary>What a day's reminders are: facts, rules and settings, less what was decided before and what nobody can act on. Changes nothing: shared by the round and by the preview of a setting.</summary>
/// <param name="New">To be decided, in a steady order.</param>
/// <param name="WithoutRecipient">Things with something to say that nobody can act on, by rule.</param>
internal sealed record PlannedReminders(IReadOnlyList<PlannedReminder> New, IReadOnlyDictionary<string, int> WithoutRecipient)
{
    public static async Task<PlannedReminders> OnAsync(CampaignDb db, ReminderSettings settings, DateOnly today, CancellationToken ct, ReminderRule? only = null)
    {
        var recipients = await Recipients.OfAllAsync(db, today, ct);
        var calls = ReminderRules.CallsOn(await ReminderFacts.OnAsync(db, recipients, today, only?.Subject, ct), settings, today, only).ToList();
        var authors = await Recipients.AuthorsAsync(db, [.. calls.Select(call => call.Subject).OfType<OwnPromises>().Select(own => own.AccountId).Distinct()], today, ct);
        var earlier = await DecidedBefore.OfAsync(db, calls, today, ct);

        var (fresh, without) = (new List<PlannedReminder>(), new Dictionary<string, int>());
        foreach (var (rule, subject, call, step) in calls)
        {
            var told = subject is OwnPromises own ? authors.TryGetValue(own.AccountId, out var author) ? [author] : [] : recipients.Of(rule.Audience, subject.UnitPath);
            // A person's commitment without a living account is their secretary's business, who is told anyway.
            if (told.Count == 0 && subject is not OwnPromises) without[rule.Code] = without.GetValueOrDefault(rule.Code) + 1;
            fresh.AddRange(told.Where(person => !earlier.Has(rule, subject, person.AccountId, call.DueOn, step, today)).Select(person => new PlannedReminder(rule, subject, call, step, person)));
        }
        // Two nodes that decide the same rows in the same order wait for each other instead of stopping each other.
        return new PlannedReminders([.. fresh.OrderBy(r => r.Recipient.AccountId).ThenBy(r => r.Rule.Code, StringComparer.Ordinal).ThenBy(r => r.Subject.Id)], without);
    }

    /// <summary>What was decided before, as far back as something said today can have been.</summary>
    private sealed class DecidedBefore
    {
        private readonly HashSet<(string Rule, Guid Subject, Guid Account, DateOnly DueOn, int Step)> keys = [];
        private readonly Dictionary<(string Rule, Guid Subject, Guid Account), DateOnly> last = [];

        // Whoever decided a step, by whatever clock, did so on or after the day it began: older rows need not be read.
        public static async Task<DecidedBefore> OfAsync(CampaignDb db, IReadOnlyCollection<(ReminderRule Rule, ReminderSubject Subject, ReminderCall Call, int Step)> calls, DateOnly today, CancellationToken ct)
        {
            var before = new DecidedBefore();
            foreach (var rule in calls.GroupBy(call => call.Rule))
            {
                var (code, from) = (rule.Key.Code, rule.Min(call => call.Call.DueOn.AddDays(call.Step)));
                if (rule.Key.Rest > 0 && today.AddDays(-rule.Key.Rest) < from) from = today.AddDays(-rule.Key.Rest);
                foreach (var row in await db.Reminders.AsNoTracking().Where(r => r.Rule == code && r.DecidedOn >= from).Select(r => new { r.SubjectId, r.AccountId, r.DueOn, r.Step, r.DecidedOn }).ToListAsync(ct))
                {
                    before.keys.Add((code, row.SubjectId, row.AccountId, row.DueOn, row.Step));
                    var thing = (code, row.SubjectId, row.AccountId);
                    // A clock that ran ahead for a while must not silence the days it ran over.
                    if (row.DecidedOn <= today && (!before.last.TryGetValue(thing, out var known) || known < row.DecidedOn)) before.last[thing] = row.DecidedOn;
                }
            }
            return before;
        }

        public bool Has(ReminderRule rule, ReminderSubject subject, Guid accountId, DateOnly dueOn, int step, DateOnly today) => keys.Contains((rule.Code, subject.Id, accountId, dueOn, step))
            || (rule.Rest > 0 && last.TryGetValue((rule.Code, subject.Id, accountId), out var told) && today.DayNumber - told.DayNumber < rule.Rest);
    }
}
