using CampaignTracker.Domain;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// The round: who is reminded of what today. Run as the system, any number of times a day, by any number of nodes: what is due and was not decided yet is decided, in one transaction with the day's messages.
/// A round that is cut off stores nothing; the next one decides the same.
/// </summary>
public sealed class DecideReminders(Operations operations, IOptions<ReminderTimes> times)
{
    /// <summary>What a round came to.</summary>
    /// <param name="DayOff">Weekend or holiday: nothing is decided, the next working day says where things stand then.</param>
    /// <param name="Reminders">Decided now.</param>
    /// <param name="People">Whom they are for.</param>
    /// <param name="Digests">Messages of the day that were made now.</param>
    /// <param name="WithoutRecipient">Things that nobody can act on: no secretary, no account.</param>
    public sealed record Outcome(bool DayOff, int Reminders, int People, int Digests, int WithoutRecipient);

    // Days within which a reminder that no message carries yet is taken along by the next one; longer than the longest holiday.
    private const int CarryDays = 14;

    /// <summary>Decides what is due.</summary>
    /// <exception cref="Refusal">NotAllowed for anybody but the system.</exception>
    public Task<Outcome> RunAsync(CancellationToken ct) => Again.WhenMetAsync(() => OnceAsync(ct), another => Doubles.Met(another) || Doubles.Crossed(another));

    private async Task<Outcome> OnceAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.IsSystem) throw new Refusal(Because.NotAllowed);
        var calendar = await op.Db.CalendarAsync(ct);
        if (!calendar.IsWorkingDay(op.Today)) return new Outcome(true, 0, 0, 0, 0);

        await ReminderUse.NoteAsync(op.Db, op.Today, ct);
        var settings = new ReminderSettings(await op.Db.ReminderRuleSettings.AsNoTracking().ToListAsync(ct));
        var planned = await PlannedReminders.OnAsync(op.Db, settings, op.Today, ct);
        var decided = planned.New.Select(plan => (Plan: plan, Reminder: plan.Decide(op.Actor, op.Today, op.Now))).ToList();

        await using var transaction = await op.Db.Database.BeginTransactionAsync(ct);
        var digests = await new Digests(op, times.Value.Hours.FirstFrom(op.Now, calendar), CarryDays).CarryAsync(decided, ct);
        await BulkInsert.AddAsync(op.Db, digests, ct);
        await BulkInsert.AddAsync(op.Db, [.. decided.Select(d => d.Reminder)], ct);
        await op.Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Outcome(false, decided.Count, decided.Select(d => d.Reminder.AccountId).Distinct().Count(), digests.Count, planned.WithoutRecipient.Values.Sum());
    }
}
