using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>A unit's whole trail of a period to hand over: the same parts, what is still open, and two signatures on the cover.</summary>
public static class HandoverBundle
{
    /// <summary>Writes it. The output stays open.</summary>
    public static Task WriteAsync(UnitDossier dossier, Stream output, CancellationToken ct)
    {
        var open = Open(dossier).ToList();
        var still = new DossierPart(Text.OpenPart, open.Count, PageLook.Upright, Text.NoOpen, letter =>
            letter.Table([new(Text.Ordinal, 11, Place.Centre), new(Text.Action, 62), new(Text.Who, 38), new(Text.Until, 26, Place.Centre), new(Text.Standing, 28)],
                open.Select((row, i) => (IReadOnlyList<string?>)[$"{i + 1}", row.What, row.Who, row.Until is { } until ? Wording.Day(until) : null, row.Outcome is { } outcome ? Wording.Of(outcome) : Text.Silent]), size: 12));
        return DossierParts.WriteAsync(dossier, Text.Handover, [.. DossierParts.All(dossier), still], letter =>
        {
            letter.Add(new Line("") { Size = 6 });
            letter.TwoColumns(0.5, PaperParts.Signature(Text.HandsOver, null, null), PaperParts.Signature(Text.TakesOver, null, null));
        }, output, ct);
    }

    private sealed record OpenRow(string? What, string? Who, DateOnly? Until, Outcome? Outcome);

    private static IEnumerable<OpenRow> Open(UnitDossier dossier) => dossier.Plans.SelectMany(plan => plan.Items).Select(item => new OpenRow(item.Content, item.Responsible, item.Until, item.Outcome))
        .Concat(dossier.People.SelectMany(person => person.Results.Select(line => new OpenRow(line.Promise.Action, person.Person.Name, line.Promise.By, line.Outcome))))
        .Where(row => row.Outcome != Outcome.Done);
}
