using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>The half page "Kết quả thực hiện nội dung đã cam kết" for the self-criticism form: two to a page where they fit, each in one piece.</summary>
public static class MemberResultPaper
{
    // More lines than fit half a page may break.
    private const int InOnePiece = 6;

    /// <summary>Writes one person's, or a unit's in one file. The output stays open.</summary>
    public static Task WriteAsync(IReadOnlyList<MemberResult> results, Stream output, CancellationToken ct) =>
        PaperFile.WriteAsync(PaperParts.Say(Text.MemberTitle, ""), results.Any(result => result.Demo), PageLook.Upright, letter =>
        {
            if (results.Count == 0) letter.Add(PaperParts.Body(Text.NoPromise));
            foreach (var (i, result) in results.Index())
            {
                ct.ThrowIfCancellationRequested();
                if (i > 0) letter.Add(new Line("") { RuleTenths = 10, Before = 14, After = 8 });
                letter.Add(PaperParts.Centred(PaperParts.Say(Text.MemberTitle, PaperFile.Upper(PaperParts.InPeriod(result.Period))), bold: true) with { WithNext = true, Level = 1, After = 6 });
                Compose(letter, result);
                Close(letter, result);
            }
        }, output, ct);

    /// <summary>The person and the table.</summary>
    internal static void Compose(Letter letter, MemberResult result)
    {
        var together = result.Results.Count <= InOnePiece;
        letter.Add(new Line([new(Text.Name + ": "), new(result.Person.Name, Bold: true), new(result.Person.Unit is null ? "" : " - " + result.Person.Unit), new(result.Period.Term ? ", " + PaperParts.InPeriod(result.Period) : "")]) { WithNext = true, After = 4 });
        if (result.Results.Count == 0) letter.Add(PaperParts.Body(Text.NoPromise) with { WithNext = true });
        else
            letter.Table([new(Text.Ordinal, 11, Place.Centre), new(Text.Promised, 58), new(Text.Reached, 60), new(Text.Evidence, 36)],
                result.Results.Select((line, i) => (IReadOnlyList<string?>)[$"{i + 1}", Promised(line.Promise), Reached(line.Outcome, line.Figure, line.Account), string.Join("\n", line.Evidence)]), size: 12, together);
        if (result.SelfAssessment is { } said) letter.Add(new Line([new(Text.SelfAssessment + ": "), new(said)]) { Before = 4, WithNext = together });
    }

    // Room for the person's own words, and the day of the figures.
    private static void Close(Letter letter, MemberResult result)
    {
        if (result.SelfAssessment is null)
            letter.Add([new Line(Text.SelfAssessment + ": ") { Place = Place.Left, Dotted = true, Before = 4, Spacing = 19, WithNext = true }, .. PaperParts.Dotted(1).Select(line => line with { WithNext = true })]);
        letter.Add(new Line(PaperParts.Say(Text.AsOf, Wording.Day(result.AsOf)), italic: true) { Place = Place.Left, Size = 12 });
    }

    internal static string Reached(Outcome? outcome, string? figure, string? account) =>
        string.Join("\n", ((string?[])[outcome is { } known ? Wording.Of(known) + (figure is null ? "" : ": " + figure) : Text.Silent, account]).Where(text => !string.IsNullOrWhiteSpace(text)));

    private static string Promised(Promise promise) => string.Join("\n", ((string?[])
    [
        promise.Action,
        string.IsNullOrWhiteSpace(promise.Result) ? null : $"{Text.Result}: {promise.Result}",
        promise.By is { } day ? $"{Text.Until}: {Wording.Day(day)}" : null,
    ]).Where(text => !string.IsNullOrWhiteSpace(text)));
}
