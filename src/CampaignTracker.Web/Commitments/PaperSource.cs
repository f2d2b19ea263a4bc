using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Commitments;

/// <summary>The paper that is typed from.</summary>
/// <param name="Paper">As it will stand in the record.</param>
/// <param name="MeetingId">The meeting whose minutes it is, or null.</param>
public sealed record PaperSource(string Paper, Guid? MeetingId)
{
    /// <summary>What a paper handed in is called, without its day.</summary>
    public static string HandedIn => Vietnamese(nameof(PaperEntryText.HandedIn));

    /// <summary>The minutes of a meeting.</summary>
    public static PaperSource Of(ViewPaperEntry.Page page, ViewPaperEntry.Meeting meeting) =>
        new(Vietnamese(nameof(PaperEntryText.Minutes)).With(page.UnitShortName.ToLower(CultureInfo.CurrentCulture), Wording.Day(meeting.HeldOn)), meeting.Id);

    // What is kept is Vietnamese, whatever language its typist reads the screen in.
    private static string Vietnamese(string key) => PaperEntryText.ResourceManager.GetString(key, CultureInfo.InvariantCulture)!;
}
