namespace CampaignTracker.UseCases.Reminders;

/// <summary>
/// Says within this program that somebody's bell has something new: raised after a round, an urging, an announcement, or when somebody has read theirs elsewhere.
/// Another node hears nothing of it: its bells ask now and then.
/// </summary>
public sealed class ReminderSignal
{
    /// <summary>The accounts it concerns, or null for anybody.</summary>
    public event Action<IReadOnlySet<Guid>?>? Raised;

    /// <summary>Tells every bell that listens; called after the transaction, never within it.</summary>
    public void Raise(IReadOnlySet<Guid>? accounts) => Raised?.Invoke(accounts);
}
