using CampaignTracker.Domain;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Progress;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Progress;

/// <summary>One row of the quick entry: what is typed, and what became of it.</summary>
/// <param name="row">The item or line.</param>
public sealed class QuickEntry(ViewProgress.Row row)
{
    /// <summary>The keys that stand for an answer.</summary>
    public static readonly IReadOnlyList<(string Key, ProgressAnswer Answer)> Keys = [("1", ProgressAnswer.Done), ("2", ProgressAnswer.PartlyDone), ("3", ProgressAnswer.NotDone), ("0", ProgressAnswer.NothingNew)];

    private Guid key = Guid.NewGuid();
    private (string?, string?, string?) sent;

    /// <summary>The item or line.</summary>
    public ViewProgress.Row Row { get; } = row;
    /// <summary>1, 2, 3 or 0, as typed.</summary>
    public string? Choice { get; set; }
    /// <summary>The figure, as typed.</summary>
    public string? Figure { get; set; }
    /// <summary>What happened.</summary>
    public string? Text { get; set; }
    /// <summary>On its way to the server.</summary>
    public bool Saving { get; private set; }
    /// <summary>The report as it is stored; nothing more is typed here until another is wanted.</summary>
    public RecordProgress.Stored? Stored { get; private set; }
    /// <summary>Why the server refused it, or null.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Something is typed that the server does not have.</summary>
    public bool Waits => Stored is null && (Blank(Choice) is not null || Blank(Figure) is not null || Blank(Text) is not null);

    /// <summary>The answer the typed key stands for, or null.</summary>
    public ProgressAnswer? Answer => Blank(Choice) is { } typed && Keys.FirstOrDefault(k => k.Key == typed) is { Key: not null } found ? found.Answer : null;

    /// <summary>What keeps it from being sent, in words; null when it can go.</summary>
    public string? Problem => !Waits ? null
        : Blank(Choice) is null ? ProgressText.ChoiceMissing
        : Answer is null ? ProgressText.ChoiceWrong
        : !ProgressWords.TryFigure(Figure, out _) ? ProgressText.FigureNotWhole
        : null;

    /// <summary>As it goes to the server; sent again unchanged it bears the same key.</summary>
    public RecordProgress.Input Send(DateOnly day)
    {
        var typed = (Choice, Figure, Text);
        if (Refused is not null && sent != typed) key = Guid.NewGuid();
        (Saving, Refused, sent) = (true, null, typed);
        ProgressWords.TryFigure(Figure, out var figure);
        var nothing = Answer == ProgressAnswer.NothingNew;
        return new RecordProgress.Input(Row.Subject, Row.Id, OutcomeChoices.OutcomeOf(Answer), nothing, nothing ? null : figure, Blank(Text), day, key);
    }

    /// <summary>What came of it; null when no answer came.</summary>
    public void Answered(RecordManyProgress.Result? result) => (Saving, Stored, Refused) = (false, result?.Stored, result?.Refusal);

    /// <summary>Another report on the same row: the stored one stays as it is.</summary>
    public void Another() => (Choice, Figure, Text, Stored, Refused, key) = (null, null, null, null, null, Guid.NewGuid());

    /// <summary>A field's name for the draft keeper.</summary>
    public string Field(string name) => $"{Row.Id:N}-{name}";

    /// <summary>What is stored, in one line.</summary>
    public string Said => Stored is null ? "" : ProgressText.RowSaved.With(LocalTime.Of(Stored.Entry.RecordedAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), ProgressWords.Said(Stored.Entry, Row.Measure));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
