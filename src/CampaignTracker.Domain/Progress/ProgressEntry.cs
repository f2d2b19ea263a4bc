using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Progress;

/// <summary>How far a promise or a plan item has come.</summary>
public enum Outcome
{
    /// <summary>Đã thực hiện.</summary>
    Done,
    /// <summary>Thực hiện một phần.</summary>
    PartlyDone,
    /// <summary>Chưa thực hiện.</summary>
    NotDone,
}

/// <summary>What is reported at one time. "Nothing new this period" is an answer: it has no outcome and leaves the former one standing.</summary>
public sealed record ProgressFacts
{
    /// <summary>Longest account of what happened, in characters.</summary>
    public const int TextLength = 1000;

    /// <summary>Largest figure.</summary>
    public const int FigureLimit = 1_000_000;

    /// <summary>A report checked against today.</summary>
    /// <param name="outcome">How far; null only with <paramref name="nothingNew"/>.</param>
    /// <param name="nothingNew">Nothing happened since the last report.</param>
    /// <param name="figure">Figure reached against the measure, 0 to <see cref="FigureLimit"/>, or null.</param>
    /// <param name="text">What happened, or null.</param>
    /// <param name="on">When it happened, local date.</param>
    /// <param name="today">Local date.</param>
    /// <exception cref="Refusal">ProgressWithoutOutcome, ProgressInFuture, OutOfRange, TooLong, NotADate.</exception>
    public ProgressFacts(Outcome? outcome, bool nothingNew, int? figure, string? text, DateOnly on, DateOnly today)
    {
        if (outcome is null && !nothingNew) throw new Refusal(Because.ProgressWithoutOutcome, nameof(Outcome));
        if (on > today) throw new Refusal(Because.ProgressInFuture, nameof(On), on, today);
        if (on.Year < 2000) throw new Refusal(Because.NotADate, nameof(On), on);
        if (figure is < 0 or > FigureLimit) throw new Refusal(Because.OutOfRange, nameof(Figure), FieldName.Figure, 0, FigureLimit);
        var clean = SearchKey.Clean(text) ?? "";
        if (clean.Length > TextLength) throw new Refusal(Because.TooLong, nameof(Text), FieldName.WhatHappened, TextLength);
        Outcome = nothingNew ? null : outcome;
        NothingNew = nothingNew;
        Figure = nothingNew ? null : figure;
        Text = clean;
        On = on;
    }

    /// <summary>How far, null for "nothing new".</summary>
    public Outcome? Outcome { get; }
    /// <summary>Nothing happened since the last report.</summary>
    public bool NothingNew { get; }
    /// <summary>Figure reached, or null.</summary>
    public int? Figure { get; }
    /// <summary>What happened; empty when nothing was written.</summary>
    public string Text { get; }
    /// <summary>When it happened.</summary>
    public DateOnly On { get; }
}

/// <summary>One report as stored. Never changed: a correction is a later report.</summary>
public abstract class ProgressEntry : Entity
{
    /// <summary>For the database.</summary>
    protected ProgressEntry() { }

    /// <summary>A report by somebody, at a time.</summary>
    protected ProgressEntry(Guid? id, ProgressFacts facts, Actor actor, DateTime now) : base(id ?? Guid.CreateVersion7())
    {
        Outcome = facts.Outcome;
        NothingNew = facts.NothingNew;
        Figure = facts.Figure;
        Text = facts.Text;
        On = facts.On;
        RecordedAt = now;
        RecordedByName = actor.Name;
        RecordedBy = actor.AccountId;
    }

    /// <summary>How far, null for "nothing new".</summary>
    public Outcome? Outcome { get; private set; }
    /// <summary>Nothing happened since the last report.</summary>
    public bool NothingNew { get; private set; }
    /// <summary>Figure reached, or null.</summary>
    public int? Figure { get; private set; }
    /// <summary>What happened.</summary>
    public string Text { get; private set; } = "";
    /// <summary>When it happened, local date.</summary>
    public DateOnly On { get; private set; }
    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }
    /// <summary>The account that recorded it.</summary>
    public Guid? RecordedBy { get; private set; }
    /// <summary>Its holder's name then.</summary>
    public string RecordedByName { get; private set; } = "";

    // The words of one who left long ago; outcome, figure and day stay for the totals.
    internal void Forget() => Text = RecordedByName = "";
}
