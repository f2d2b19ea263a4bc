using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Compliance;

/// <summary>What is chosen on a board, in words.</summary>
public static class BoardWords
{
    /// <summary>A kind's name in the reader's language.</summary>
    public static string Of(ViewCompliance.Kind kind) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? kind.NameEnglish : kind.Name;

    /// <summary>Every choice that is set beside the usual, each with the board without it.</summary>
    public static IEnumerable<(string Words, BoardAsked Without)> Set(BoardAsked asked, ViewCompliance.Answer answer)
    {
        if (asked.Search is { } search) yield return (BoardText.Found.With(search), asked with { Search = null, Page = 1 });
        if (asked.Kind is { } kind) yield return (answer.Kinds.FirstOrDefault(k => k.Code == kind) is { } known ? Of(known) : kind, asked with { Kind = null, Page = 1 });
        if (asked.Territory is { } territory) yield return (answer.Territories.FirstOrDefault(t => t.Code == territory)?.Name ?? territory, asked with { Territory = null, Page = 1 });
        if (asked.Requirement is { } requirement) yield return (answer.Choosable.FirstOrDefault(c => c.Id == requirement) is { } column ? answer.NameOf(column) : BoardText.OneTask, asked with { Requirement = null, Page = 1 });
        if (asked.Period != BoardPeriod.All) yield return (Wording.Of(asked.Period), asked with { Period = BoardPeriod.All, Page = 1 });
        if (asked.Reviewed) yield return (BoardText.Reviewed, asked with { Reviewed = false, Page = 1 });
        if (asked.On is { } on) yield return (BoardText.OnDay.With(Wording.Day(on)), asked with { On = null });
        if (asked.Compare) yield return (BoardText.Compare, asked with { Compare = false });
    }
}
