using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;

namespace CampaignTracker.UseCases.Progress;

/// <summary>Reports on a plan item or a promise. A report is never changed: a correction is a later one.</summary>
public sealed class RecordProgress(Operations operations)
{
    /// <summary>One report.</summary>
    /// <param name="Subject">Item or line.</param>
    /// <param name="Id">Which one.</param>
    /// <param name="Outcome">How far; null only with <paramref name="NothingNew"/>.</param>
    /// <param name="NothingNew">Nothing happened since the last report.</param>
    /// <param name="Figure">Figure reached against the measure, or null.</param>
    /// <param name="WhatHappened">In words, or null.</param>
    /// <param name="On">When it happened, local date; null for today.</param>
    /// <param name="Key">Made by the browser for this one report: sent twice it is stored once.</param>
    public sealed record Input(ProgressSubject Subject, Guid Id, Outcome? Outcome, bool NothingNew, int? Figure, [property: StringLength(ProgressFacts.TextLength)] string? WhatHappened, DateOnly? On, Guid Key);

    /// <summary>What stands there now.</summary>
    /// <param name="Id">The item or line.</param>
    /// <param name="Outcome">The latest outcome, or null while "nothing new" is all that was said.</param>
    /// <param name="Figure">The latest figure, or null.</param>
    /// <param name="ReportedOn">Day of the latest report.</param>
    /// <param name="Reports">How many reports there are.</param>
    /// <param name="Entry">The report as it is stored.</param>
    /// <param name="StoodThere">It had been stored before: sent again.</param>
    public sealed record Stored(Guid Id, Outcome? Outcome, int? Figure, DateOnly ReportedOn, int Reports, Entry Entry, bool StoodThere);

    /// <summary>A report as it is stored.</summary>
    /// <param name="Outcome">How far, null for "nothing new".</param>
    /// <param name="NothingNew">Nothing happened since the last report.</param>
    /// <param name="Figure">Figure reached, or null.</param>
    /// <param name="Text">What happened, "" when nothing was written.</param>
    /// <param name="On">When it happened, local date.</param>
    /// <param name="RecordedAt">When it was recorded, UTC.</param>
    /// <param name="RecordedByName">Who recorded it.</param>
    public sealed record Entry(Outcome? Outcome, bool NothingNew, int? Figure, string Text, DateOnly On, DateTime RecordedAt, string RecordedByName);

    /// <summary>Stores it.</summary>
    /// <exception cref="Refusal">ProgressWithoutOutcome, ProgressInFuture, OutOfRange, TooLong, NotADate by field; NotFound, NotAllowed, PlanWithoutMeeting, CommitmentNotInState.</exception>
    public Task<Stored> RunAsync(Input input, CancellationToken ct) => Recording.OneAsync(operations, input, nameof(RecordProgress), ct);
}
