using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>How the delivery stands, for the health page: what waits, what was given up, which templates are broken.</summary>
public sealed class ViewMailHealth(Operations operations)
{
    /// <summary>How it stands.</summary>
    /// <param name="Waiting">Messages that wait or are being handed over.</param>
    /// <param name="Late">Those whose moment came more than an hour ago.</param>
    /// <param name="Dead">Given up.</param>
    /// <param name="LastSentAt">When one last went out, UTC, or null.</param>
    /// <param name="BrokenTemplates">Templates that lack a word or name one that does not exist.</param>
    public sealed record Answer(int Waiting, int Late, int Dead, DateTime? LastSentAt, IReadOnlyList<(MessageKind Kind, string Language)> BrokenTemplates);

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var mine = ViewMessages.Mine(op);
        var hourAgo = op.Now.AddHours(-1);
        var sums = await mine.GroupBy(m => m.State).Select(g => new { State = g.Key, Count = g.Count(), Late = g.Count(m => m.NextTryAt < hourAgo), Last = g.Max(m => m.SentAt) }).ToDictionaryAsync(g => g.State, ct);
        int Count(MessageState state) => sums.GetValueOrDefault(state)?.Count ?? 0;
        var templates = await op.Db.MessageTemplates.AsNoTracking().ToListAsync(ct);
        return new Answer(Count(MessageState.Waiting) + Count(MessageState.Taken), sums.GetValueOrDefault(MessageState.Waiting)?.Late ?? 0, Count(MessageState.Dead), sums.GetValueOrDefault(MessageState.Sent)?.Last, [.. templates.Where(t => !t.Sound).Select(t => (t.Kind, t.Language))]);
    }
}
