using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Web.Shared;

/// <summary>How the eight standings look: colour stands in parts.css under the kind, the word in the domain's words.</summary>
/// <param name="Kind">Suffix of <c>.chip-…</c>.</param>
/// <param name="Icon">Material symbol.</param>
/// <param name="Filled">Solid symbol: done and overdue only.</param>
public sealed record StandingLook(string Kind, string Icon, bool Filled = false)
{
    /// <summary>The look of one standing.</summary>
    public static StandingLook Of(Standing standing) => standing switch
    {
        Standing.NotYetDue => new("not-yet-due", "event"),
        Standing.DueSoon => new("due-soon", "alarm"),
        Standing.SentOnTime => new("sent-on-time", "task"),
        Standing.SentLate => new("sent-late", "history"),
        Standing.SupplementAsked => new("supplement-asked", "edit_note"),
        Standing.Completed => new("completed", "check_circle", Filled: true),
        Standing.Overdue => new("overdue", "warning", Filled: true),
        Standing.Excused => new("excused", "do_not_disturb_on"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
