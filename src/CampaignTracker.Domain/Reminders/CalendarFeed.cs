using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Reminders;

/// <summary>
/// A person's secret address for their due dates, to be read by a calendar program that cannot sign in. The secret itself is shown once and kept only as its SHA-256; a new one ends the old one.
/// </summary>
public sealed class CalendarFeed : Entity
{
    private CalendarFeed() { }

    /// <summary>Gives a person an address.</summary>
    /// <param name="actor">Whose due dates.</param>
    /// <param name="secretHash">SHA-256 of the secret, lower-case hex.</param>
    /// <param name="now">UTC.</param>
    public CalendarFeed(Actor actor, string secretHash, DateTime now)
    {
        AccountId = actor.AccountId ?? throw new Refusal(Because.NotAllowed);
        SecretHash = secretHash;
        MadeAt = now;
    }

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; }
    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public string SecretHash { get; private set; } = "";
    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }
    /// <summary>UTC, or null while it is open.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Ends it.</summary>
    public void Revoke(Actor actor, DateTime now)
    {
        if (actor.AccountId != AccountId) throw new Refusal(Because.NotAllowed);
        RevokedAt ??= now;
    }
}
