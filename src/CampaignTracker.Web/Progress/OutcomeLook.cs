using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Progress;

namespace CampaignTracker.Web.Progress;

/// <summary>How an answer looks: colour stands in progress.css under the kind; colour, icon and word always together.</summary>
/// <param name="Kind">Suffix of <c>.chip-…</c>.</param>
/// <param name="Icon">Material symbol.</param>
/// <param name="Filled">Solid symbol: done only.</param>
public sealed record OutcomeLook(string Kind, string Icon, bool Filled = false)
{
    /// <summary>Nothing was ever reported.</summary>
    public static OutcomeLook Unreported { get; } = new("excused", "pending");

    /// <summary>The look of an answer.</summary>
    public static OutcomeLook Of(ProgressAnswer answer) => answer switch
    {
        ProgressAnswer.Done => new("completed", "check_circle", Filled: true),
        ProgressAnswer.PartlyDone => new("partly", "timelapse"),
        ProgressAnswer.NotDone => new("not-done", "radio_button_unchecked"),
        _ => new("not-yet-due", "horizontal_rule"),
    };

    /// <summary>The look of an outcome.</summary>
    public static OutcomeLook Of(Outcome outcome) => Of(outcome switch { Outcome.Done => ProgressAnswer.Done, Outcome.PartlyDone => ProgressAnswer.PartlyDone, _ => ProgressAnswer.NotDone });
}
