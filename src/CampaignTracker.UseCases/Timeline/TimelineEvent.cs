using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reviews;

namespace CampaignTracker.UseCases.Timeline;

/// <summary>What happened, as one line of a unit's or a person's story. Only what its kind has is filled.</summary>
/// <param name="Kind">What kind of thing happened.</param>
/// <param name="On">Local day.</param>
/// <param name="At">UTC, where a moment is known and not only a day.</param>
/// <param name="Who">Who did it, or null.</param>
/// <param name="What">A text: a promise, an item, a file, a unit; or null.</param>
/// <param name="Note">What was said of it, or null.</param>
/// <param name="Number">Round, ordinal or count; 0 for none.</param>
public sealed record TimelineEvent(TimelineKind Kind, DateOnly On, DateTime? At = null, string? Who = null, string? What = null, string? Note = null, int Number = 0)
{
    /// <summary>The plan it belongs to, to open.</summary>
    public Guid? PlanId { get; init; }
    /// <summary>First and last year of the filing, 0 for none.</summary>
    public (int From, int To) Period { get; init; }
    /// <summary>How far something came.</summary>
    public Outcome? Outcome { get; init; }
    /// <summary>The superior's opinion.</summary>
    public OpinionKind? Opinion { get; init; }
    /// <summary>How an obligation was closed.</summary>
    public CompletionMode? Closed { get; init; }
    /// <summary>What was to be filed.</summary>
    public RequirementKind? Filing { get; init; }
    /// <summary>Year or term.</summary>
    public CommitmentScope? Scope { get; init; }
    /// <summary>Who confirmed a commitment.</summary>
    public Confirmation? Confirmation { get; init; }
    /// <summary>Present, of how many, in favour: of a meeting.</summary>
    public (int Present, int Total, int InFavour)? Counts { get; init; }
    /// <summary>What a meeting passed.</summary>
    public IReadOnlyList<MeetingItem> Passed { get; init; } = [];

    /// <summary>An event at a moment.</summary>
    internal static TimelineEvent Moment(TimelineKind kind, DateTime at, string? who = null, string? what = null, string? note = null, int number = 0) => new(kind, LocalTime.Today(at), at, who, what, note, number);
}

/// <summary>Kinds of events.</summary>
public enum TimelineKind
{
    /// <summary>A plan was sent; <see cref="TimelineEvent.Number"/> is the round.</summary>
    PlanSent,
    /// <summary>The superior's reader opened it.</summary>
    PlanOpened,
    /// <summary>The superior gave an opinion; the number counts the remarks.</summary>
    OpinionGiven,
    /// <summary>A meeting was held.</summary>
    MeetingHeld,
    /// <summary>The meeting adopted the register; number of how many stand in the note.</summary>
    RegisterAdopted,
    /// <summary>Progress of a plan item.</summary>
    ItemReported,
    /// <summary>Evidence of a plan item.</summary>
    ItemProved,
    /// <summary>Progress of promises on that day, counted.</summary>
    PromisesReported,
    /// <summary>Evidence of promises on that day, counted.</summary>
    PromisesProved,
    /// <summary>An obligation was closed.</summary>
    ObligationSettled,
    /// <summary>Nothing is owed.</summary>
    ObligationExcused,
    /// <summary>The person came into the unit.</summary>
    PersonCame,
    /// <summary>The person left.</summary>
    PersonLeft,
    /// <summary>A commitment was begun.</summary>
    CommitmentBegun,
    /// <summary>It was typed for the person, from the paper named.</summary>
    CommitmentTyped,
    /// <summary>It was adopted or confirmed.</summary>
    CommitmentAdopted,
    /// <summary>Progress of a promise.</summary>
    PromiseReported,
    /// <summary>Evidence of a promise.</summary>
    PromiseProved,
    /// <summary>The person said what came of it.</summary>
    SelfAssessed,
    /// <summary>The collective commented.</summary>
    Commented,
}
