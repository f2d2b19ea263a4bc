using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Domain.Reminders;

/// <summary>Who can act, and so is told.</summary>
public enum ReminderAudience
{
    /// <summary>Who writes and sends for the unit: its secretary, the deputy where the post is vacant or delegated, its officers.</summary>
    Writers,
    /// <summary>The committee's officers who read and propose.</summary>
    Readers,
    /// <summary>The committee's leader who decides.</summary>
    Leaders,
    /// <summary>The person whose commitment it is.</summary>
    Author,
    /// <summary>Who opens years.</summary>
    YearKeepers,
    /// <summary>Who keeps accounts.</summary>
    AccountKeepers,
}

/// <summary>What happens after a reminder that was of use.</summary>
public enum ReminderEffect
{
    /// <summary>The filing was sent.</summary>
    Filed,
    /// <summary>The supplement was sent.</summary>
    Supplemented,
    /// <summary>A meeting that adopts was recorded.</summary>
    Adopted,
    /// <summary>Something was reported on a commitment of the register.</summary>
    Reported,
    /// <summary>The person reported on their own commitment.</summary>
    OwnReported,
    /// <summary>An opinion was proposed.</summary>
    Proposed,
    /// <summary>A leader decided.</summary>
    Decided,
    /// <summary>The year was opened.</summary>
    YearOpened,
    /// <summary>Somebody signed in for the first time.</summary>
    AccountUsed,
}

/// <summary>What a rule has to say about a subject today.</summary>
/// <param name="DueOn">The date it hangs on.</param>
/// <param name="Count">How many things, where the sentence counts; else 1.</param>
/// <param name="Kind">What is owed, or null.</param>
/// <param name="Year">First year, or 0.</param>
/// <param name="ToYear">Last year, or 0.</param>
public readonly record struct ReminderCall(DateOnly DueOn, int Count = 1, RequirementKind? Kind = null, int Year = 0, int ToYear = 0);

/// <summary>
/// One rule: when something is worth a reminder, who hears it, when. Words: <c>ReminderRule_{Code}</c> names it on the page of rules, <c>Reminder_{Code}</c> is the sentence a person reads
/// ({0} what is owed, {1} the date with weekday, {2} how far it is, {3} how many, {4} the unit).
/// </summary>
/// <param name="Code">Stable, kept with every reminder.</param>
/// <param name="Audience">Who can act.</param>
/// <param name="Ladder">When, unless set otherwise. No source gives these days: they are our assumption and a setting.</param>
/// <param name="Quiet">Never a message of its own: stands in the digest and the bell only.</param>
/// <param name="Rest">Days within which the same person is not told of the same thing again. More than 0 where the date moves as things get done: the next promise becomes the earliest, and is no news.</param>
/// <param name="Judge">What it has to say about a subject on a day; null for nothing, also for subjects of other kinds.</param>
public sealed record ReminderRule(string Code, ReminderAudience Audience, ReminderLadder Ladder, bool Quiet, int Rest, Func<ReminderSubject, DateOnly, ReminderCall?> Judge)
{
    /// <summary>The kind of thing it judges, a <see cref="ReminderSubject"/>.</summary>
    public required Type Subject { get; init; }

    /// <summary>What shows that it was of use.</summary>
    public required ReminderEffect Effect { get; init; }

    /// <summary>True where a requirement may have a ladder of its own.</summary>
    public bool ByRequirement => Subject == typeof(OwedFiling);

    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    /// <summary>The call and its step on a day under a ladder; null while there is nothing to say.</summary>
    public (ReminderCall Call, int Step)? On(ReminderSubject subject, DateOnly today, ReminderLadder ladder) =>
        Judge(subject, today) is { } call && ladder.StepOn(call.DueOn, today) is { } step ? (call, step) : null;
}
