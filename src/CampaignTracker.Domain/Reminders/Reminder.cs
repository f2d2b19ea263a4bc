using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.Domain.Reminders;

/// <summary>
/// One reminder to one person, decided and stored once: rule, subject, person, due date and step are its unique key, so that no restart, clock jump or second node can decide it again.
/// It holds facts, no sentence: what a person reads is worded when it is shown, in their language. Its rows are their own record and are not written into the trail.
/// </summary>
public sealed class Reminder : Entity, IBelongsToUnit
{
    private Reminder() { }

    /// <summary>Decides a reminder.</summary>
    /// <param name="actor">The clock-work, or who urges by hand.</param>
    /// <param name="rule">The rule's code, or <see cref="ReminderRules.ByHand"/>.</param>
    /// <param name="audience">Why this person: what they can do.</param>
    /// <param name="subject">The thing, with its unit.</param>
    /// <param name="accountId">Who is told.</param>
    /// <param name="call">What the rule says.</param>
    /// <param name="step">The ladder's step.</param>
    /// <param name="today">Local date.</param>
    /// <param name="now">UTC.</param>
    public Reminder(Actor actor, string rule, ReminderAudience audience, ReminderSubject subject, Guid accountId, ReminderCall call, int step, DateOnly today, DateTime now)
    {
        if (!actor.IsSystem) actor.Must(Permission.UrgeUnits, subject.UnitPath);
        Rule = rule;
        Audience = audience;
        SubjectId = subject.Id;
        UnitId = subject.UnitId;
        UnitPath = subject.UnitPath;
        AccountId = accountId;
        DueOn = call.DueOn;
        Count = call.Count;
        Kind = call.Kind;
        Year = call.Year;
        ToYear = call.ToYear;
        Step = step;
        DecidedOn = today;
        DecidedAt = now;
    }

    /// <summary>The rule's code.</summary>
    public string Rule { get; private set; } = "";
    /// <summary>Why this person: what they can do about it.</summary>
    public ReminderAudience Audience { get; private set; }
    /// <summary>The thing.</summary>
    public Guid SubjectId { get; private set; }
    /// <summary>The unit it stands under.</summary>
    public Guid UnitId { get; private set; }
    /// <inheritdoc/>
    public string UnitPath { get; private set; } = "";
    /// <summary>Who is told.</summary>
    public Guid AccountId { get; private set; }
    /// <summary>The date it hangs on.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>The step: days after the due date, negative before it.</summary>
    public int Step { get; private set; }
    /// <summary>How many things.</summary>
    public int Count { get; private set; }
    /// <summary>What is owed, or null.</summary>
    public RequirementKind? Kind { get; private set; }
    /// <summary>First year, or 0.</summary>
    public int Year { get; private set; }
    /// <summary>Last year, or 0.</summary>
    public int ToYear { get; private set; }
    /// <summary>Local date of the round.</summary>
    public DateOnly DecidedOn { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; private set; }
    /// <summary>The message that carries it outside the program, or null: bell only.</summary>
    public Guid? MessageId { get; private set; }
    /// <summary>The urging by hand that made it, or null.</summary>
    public Guid? UrgingId { get; private set; }
    /// <summary>When its reader saw it, UTC.</summary>
    public DateTime? ReadAt { get; private set; }
    /// <summary>Whether what it asks for happened within the days after it; null until these have passed and it was looked at. What comes later does not change it.</summary>
    public bool? Came { get; private set; }

    /// <summary>Lets a message carry it.</summary>
    public void CarriedBy(Actor actor, OutgoingMessage message)
    {
        if (!actor.IsSystem) actor.Must(Permission.UrgeUnits, UnitPath);
        if (message.AccountId != AccountId) throw new Refusal(Because.NotAllowed);
        MessageId = message.Id;
    }

    /// <summary>It was made by an urging.</summary>
    public void MadeBy(Actor actor, Urging urging)
    {
        actor.Must(Permission.UrgeUnits, UnitPath);
        UrgingId = urging.Id;
    }

    /// <summary>Its reader has seen it.</summary>
    public void Read(Actor actor, DateTime now)
    {
        if (actor.AccountId != AccountId) throw new Refusal(Because.NotAllowed);
        ReadAt ??= now;
    }
}
