using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>Urges units below by hand: the act, its reminders and its messages in one transaction.</summary>
public sealed class UrgeUnits(Operations operations, IOptions<UrgingSettings> settings, IOptions<ReminderTimes> times, ReminderSignal signal)
{
    /// <summary>What to urge.</summary>
    /// <param name="Key">Made once by the page: a second click with the same key does nothing twice.</param>
    /// <param name="Way">How.</param>
    /// <param name="Reason">Why; told to whoever is urged.</param>
    /// <param name="Filings">Which filings.</param>
    public sealed record Input(Guid Key, UrgingWay Way, [property: Required, StringLength(Urging.ReasonLength)] string Reason, IReadOnlyList<Guid> Filings);

    /// <summary>What came about.</summary>
    /// <param name="UrgingId">The act.</param>
    /// <param name="Units">Units urged.</param>
    /// <param name="Filings">Filings urged.</param>
    /// <param name="People">Who finds it in the program.</param>
    /// <param name="Emails">How many of them also get an e-mail.</param>
    public sealed record Answer(Guid UrgingId, int Units, int Filings, int People, int Emails);

    /// <summary>Urges. What cannot be urged (any more) is left out; when nothing remains, the refusal says why.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, Required, TooLong, NothingToUrge, UrgedAlready, TooManyUrged.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        HashSet<Guid> told = [];
        var answer = await Again.WhenChangedAsync(async () =>
        {
            await using var op = await operations.BeginAsync(input, ct);
            if (await op.Db.Urgings.AnyAsync(u => u.Id == input.Key && u.ByAccountId == op.Actor.AccountId, ct)) return await StoredAsync(op, input.Key, ct);
            if (input.Filings.Count > Urging.MostFilings) throw new Refusal(Because.TooManyUrged, null, Urging.MostFilings);
            if (input.Filings.Count == 0) throw new Refusal(Because.NothingToUrge);
            told = await StoreAsync(op, input, ct);
            return await StoredAsync(op, input.Key, ct);
        });
        if (told.Count > 0) signal.Raise(told);
        return answer;
    }

    private async Task<HashSet<Guid>> StoreAsync(Operation op, Input input, CancellationToken ct)
    {
        var rest = settings.Value.RestDays;
        var chosen = await op.ChosenAsync(new PrepareUrging.Input(input.Filings), rest, ct);
        var possible = chosen.Filings.Where(f => f.Obstacle is null && (input.Way != UrgingWay.Program || chosen.Told(f.Obligation.UnitPath).Count > 0)).ToList();
        var urging = new Urging(op.Actor, chosen.Post, input.Way, input.Reason, op.Now, input.Key);
        // The first of those left out says why, in the entity's own words.
        foreach (var filing in possible.Count > 0 ? possible : [.. chosen.Filings.OrderBy(f => f.Obstacle != UrgingObstacle.UrgedLately).Take(1)])
            urging.Add(op.Actor, filing.Obligation, filing.LastUrgedOn, rest, op.Today);
        if (possible.Count == 0) throw new Refusal(Because.NothingToUrge);
        op.Db.Urgings.Add(urging);
        var told = input.Way == UrgingWay.Program ? await TellAsync(op, urging, chosen, possible, ct) : [];
        await op.SaveAsync(ct);
        return told;
    }

    // A reminder a filing and person; one message a person, whatever the number of filings.
    private async Task<HashSet<Guid>> TellAsync(Operation op, Urging urging, ChosenFilings chosen, List<ChosenFiling> filings, CancellationToken ct)
    {
        var notBefore = times.Value.Hours.FirstFrom(op.Now, await op.Db.CalendarAsync(ct));
        var messages = new Dictionary<Guid, OutgoingMessage>();
        HashSet<Guid> told = [];
        foreach (var o in filings.Select(f => f.Obligation))
        {
            var due = Urging.DueOn(o.Facts);
            var subject = new OwedFiling(o.Id, o.UnitId, o.UnitPath, o.RequirementId, o.Kind, o.Year, o.ToYear, o.Facts, false);
            foreach (var person in chosen.Told(o.UnitPath))
            {
                var reminder = new Reminder(op.Actor, ReminderRules.ByHand, ReminderAudience.Writers, subject, person.AccountId, new ReminderCall(due, 1, o.Kind, o.Year, o.ToYear), op.Today.DayNumber - due.DayNumber, op.Today, op.Now);
                reminder.MadeBy(op.Actor, urging);
                if (person.Address is { } address)
                {
                    if (!messages.TryGetValue(person.AccountId, out var message))
                        op.Db.OutgoingMessages.Add(messages[person.AccountId] = message = new OutgoingMessage(op.Actor, MessageKind.Urging, person.AccountId, person.UnitPath, address, person.Language, op.Today, urging.Id, notBefore));
                    reminder.CarriedBy(op.Actor, message);
                }
                op.Db.Reminders.Add(reminder);
                told.Add(person.AccountId);
            }
        }
        return told;
    }

    private static async Task<Answer> StoredAsync(Operation op, Guid urgingId, CancellationToken ct)
    {
        var filings = await op.Db.Urgings.Where(u => u.Id == urgingId).SelectMany(u => u.Filings).Select(f => f.UnitId).ToListAsync(ct);
        var people = await op.Db.Reminders.Where(r => r.UrgingId == urgingId).Select(r => r.AccountId).Distinct().CountAsync(ct);
        return new Answer(urgingId, filings.Distinct().Count(), filings.Count, people, await op.Db.OutgoingMessages.CountAsync(m => m.SourceId == urgingId, ct));
    }
}
