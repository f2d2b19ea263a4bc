using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.UseCases.Timeline;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Timeline;

/// <summary>An event in words: what happened, and a symbol for its kind.</summary>
public static class TimelineWords
{
    /// <summary>The sentence of an event.</summary>
    public static string Of(TimelineEvent told) => told.Kind switch
    {
        TimelineKind.PlanSent => (told.Number > 1 ? TimelineText.PlanSentAgain : TimelineText.PlanSent).With(Years(told), told.Number),
        TimelineKind.PlanOpened => TimelineText.PlanOpened.With(Years(told)),
        TimelineKind.OpinionGiven => told.Number > 0 ? TimelineText.OpinionWithRemarks.With(Word(told.Opinion), Years(told), told.Number) : TimelineText.Opinion.With(Word(told.Opinion), Years(told)),
        TimelineKind.MeetingHeld => told.Counts is { } c ? TimelineText.MeetingCounted.With(c.Present, c.Total, c.InFavour) : TimelineText.Meeting,
        TimelineKind.RegisterAdopted => TimelineText.RegisterAdopted.With(Period(told), told.Note ?? ""),
        TimelineKind.ItemReported => TimelineText.ItemReported.With(told.Number, Word(told.Outcome)),
        TimelineKind.ItemProved => TimelineText.ItemProved.With(told.Number),
        TimelineKind.PromisesReported => TimelineText.PromisesReported.With(told.Number),
        TimelineKind.PromisesProved => TimelineText.PromisesProved.With(told.Number),
        TimelineKind.ObligationSettled => TimelineText.Settled.With(Word(told.Filing), Years(told), Word(told.Closed)),
        TimelineKind.ObligationExcused => TimelineText.Excused.With(Word(told.Filing), Years(told)),
        TimelineKind.PersonCame => TimelineText.Came.With(told.What ?? TimelineText.UnknownUnit),
        TimelineKind.PersonLeft => TimelineText.Left.With(told.What ?? TimelineText.UnknownUnit),
        TimelineKind.CommitmentBegun => TimelineText.Begun.With(Period(told)),
        TimelineKind.CommitmentTyped => TimelineText.Typed.With(Period(told)),
        TimelineKind.CommitmentAdopted => TimelineText.Adopted.With(Period(told), Word(told.Confirmation)),
        TimelineKind.PromiseReported => TimelineText.PromiseReported.With(told.Number, Word(told.Outcome)),
        TimelineKind.PromiseProved => TimelineText.PromiseProved.With(told.Number),
        TimelineKind.SelfAssessed => TimelineText.SelfAssessed.With(Period(told)),
        _ => TimelineText.Commented.With(Period(told)),
    };

    /// <summary>Its symbol.</summary>
    public static string Icon(TimelineKind kind) => kind switch
    {
        TimelineKind.PlanSent => "task",
        TimelineKind.PlanOpened or TimelineKind.OpinionGiven or TimelineKind.Commented => "rate_review",
        TimelineKind.MeetingHeld => "event",
        TimelineKind.RegisterAdopted or TimelineKind.ObligationSettled or TimelineKind.CommitmentAdopted => "check_circle",
        TimelineKind.ObligationExcused => "do_not_disturb_on",
        TimelineKind.PersonCame or TimelineKind.PersonLeft => "account_tree",
        TimelineKind.CommitmentBegun or TimelineKind.CommitmentTyped or TimelineKind.SelfAssessed => "edit_note",
        TimelineKind.ItemProved or TimelineKind.PromisesProved or TimelineKind.PromiseProved => "description",
        _ => "history",
    };

    private static string Years(TimelineEvent told) => told.Period.From == told.Period.To ? TimelineText.OfYear.With(told.Period.From) : TimelineText.OfTerm.With(told.Period.From, told.Period.To);

    private static string Period(TimelineEvent told) => told.Scope == CommitmentScope.Term ? TimelineText.OfTerm.With(told.Period.From, told.Period.To) : TimelineText.OfYear.With(told.Period.From);

    private static string Word(Enum? value) => value is null ? TimelineText.NothingNew : Wording.Of(value);
}
