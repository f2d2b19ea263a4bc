using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>The asker has seen their reminders.</summary>
public sealed class MarkRemindersRead(Operations operations, ReminderSignal signal)
{
    // More than anybody is told in a year; what is left over is marked at the next click.
    private const int Most = 1000;

    /// <summary>Marks all that were decided up to a moment: what came after the reader looked stays new.</summary>
    /// <param name="upTo">UTC: the latest reminder that was shown.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(DateTime upTo, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var self = op.Actor.AccountId;
        foreach (var reminder in await op.Db.Reminders.Where(r => r.AccountId == self && r.ReadAt == null && r.DecidedAt <= upTo).OrderBy(r => r.DecidedAt).Take(Most).ToListAsync(ct)) reminder.Read(op.Actor, op.Now);
        await op.SaveAsync(ct);
        if (self is { } account) signal.Raise(new HashSet<Guid> { account });
    }
}
