using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>A unit's paragraph for its own review: every figure with its denominator and its day.</summary>
public static class CellResultPaper
{
    /// <summary>Writes one unit's paragraph, or several in one file. The output stays open.</summary>
    public static Task WriteAsync(IReadOnlyList<CellResult> results, Stream output, CancellationToken ct) =>
        PaperFile.WriteAsync(results.Count == 1 ? Title(results[0]) : Text.Reached, results.Any(result => result.Demo), PageLook.Upright, letter =>
        {
            foreach (var result in results)
            {
                letter.Add(PaperParts.Heading(Title(result)));
                letter.Add(PaperParts.Body(Paragraph(result)));
            }
        }, output, ct);

    private static string Title(CellResult result) => PaperParts.Say(Text.CellTitle, PaperParts.InPeriod(result.Period), result.UnitName);

    private static string Paragraph(CellResult result)
    {
        var (promises, items) = (result.Promises, result.Items);
        var people = PaperParts.Say(Text.CellPeople, result.UnitName, result.People, PaperParts.InPeriod(result.Period), result.Registered);
        if (result.Exempt > 0) people += PaperParts.Say(Text.CellExempt, result.Exempt);
        if (result.Meeting is { } meeting) people += PaperParts.Say(Text.CellMeeting, Wording.Day(meeting.HeldOn)) + PaperParts.Counts(meeting);
        List<string> said = [people + "."];
        if (promises.Total > 0)
            said.Add(PaperParts.Say(Text.CellPromises, promises.Total, promises.Done, promises.Partly, promises.NotDone) + Silent(promises) + PaperParts.Say(Text.CellEvidence, result.WithEvidence, promises.Total) + ".");
        if (result.Plan is { } plan && items.Total > 0)
            said.Add(PaperParts.Say(Text.CellPlan, PaperParts.Name(plan), items.Total, items.Done, items.Partly, items.NotDone) + Silent(items) + ".");
        if (result.Meetings > 0) said.Add(PaperParts.Say(Text.CellMeetings, result.Meetings));
        said.Add(PaperParts.Say(Text.AsOf, Wording.Day(result.AsOf)));
        return string.Join(" ", said);
    }

    private static string Silent(OutcomeCount count) => count.Silent > 0 ? PaperParts.Say(Text.CellSilent, count.Silent, count.Total) : "";
}
