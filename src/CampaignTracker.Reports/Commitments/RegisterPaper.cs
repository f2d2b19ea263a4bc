using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>The unit's register as a table on lying paper. The number is the office's own; without one there is room for it.</summary>
public static class RegisterPaper
{
    /// <summary>Writes it. The output stays open.</summary>
    public static Task WriteAsync(RegisterSheet register, Stream output, CancellationToken ct) =>
        PaperFile.WriteAsync(Text.Register, register.Head.Demo, PageLook.Across, letter =>
        {
            letter.Head(register.Head, Number(register));
            letter.Title(register.Head, Text.Register, PaperParts.Say(Text.RegisterAbout, PaperParts.Campaign(register.Head), PaperParts.InPeriod(register.Period)));
            Compose(letter, register);
            var state = register.Head.Rule == PaperRule.State;
            letter.TwoColumns(0.5,
            [
                new Line(Text.Recipients, underlined: !state, bold: state, italic: state) { Place = Place.Left, Size = state ? 12 : 14 },
                new Line("- ") { Place = Place.Left, Size = 12, Dotted = true },
                new Line(PaperParts.Say(Text.Kept, register.ShortName)) { Place = Place.Left, Size = 12 },
            ], PaperParts.Signature(PaperParts.Say(state ? Text.OnBehalfState : Text.OnBehalfParty, PaperFile.Upper(register.ShortName)), register.SignerPost is { } post ? Wording.Of(post) : null, register.Signer));
        }, output, ct);

    /// <summary>The table with what stands around it, without head and signature.</summary>
    internal static void Compose(Letter letter, RegisterSheet register)
    {
        if (register.Meeting is { } meeting) letter.Add(PaperParts.Body(PaperParts.Say(Text.Adopted, register.ShortName, Wording.Day(meeting.HeldOn)) + PaperParts.Counts(meeting) + "."));
        letter.Table(
        [
            new(Text.Ordinal, 12, Place.Centre), new(Text.NameAndPost, 46), new(Text.Action, 66), new(Text.Result, 50), new(Text.By, 28, Place.Centre), new(Text.Evidence, 35), new(Text.Standard, 20, Place.Centre),
        ], Rows(register), size: 12);
        var (all, exempt) = (register.Rows.Count, register.Rows.Count(row => row.Exempt));
        letter.Add(PaperParts.Body(PaperParts.Say(Text.RegisterSum, all, exempt, register.Rows.Count(row => !row.Exempt && row.Promises.Count > 0), all - exempt)));
        var standards = register.Rows.SelectMany(row => row.Promises).Select(promise => promise.Standard).OfType<RoleModelStandard>().Distinct().Order().ToList();
        if (standards.Count > 0) letter.Add(PaperParts.Body(Text.StandardsUsed + " " + string.Join("; ", standards.Select(standard => $"{(int)standard}. {Wording.Of(standard)}")) + "."));
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(RegisterSheet register)
    {
        foreach (var (i, row) in register.Rows.Index())
        {
            var name = row.Post is null ? row.Name : $"{row.Name}\n{row.Post}";
            if (row.Exempt || row.Promises.Count == 0) yield return [$"{i + 1}", name, row.Exempt ? Text.Exempt : null, null, null, null, null];
            foreach (var (j, promise) in (row.Exempt ? [] : row.Promises).Index())
                yield return [j == 0 ? $"{i + 1}" : null, j == 0 ? name : null, promise.Action, promise.Result, promise.By is { } day ? Wording.Day(day) : null, promise.Evidence, promise.Standard is { } standard ? $"{(int)standard}" : null];
        }
    }

    private static string Number(RegisterSheet register) => register.Head.Rule == PaperRule.State
        ? register.Number is { } state ? PaperParts.Say(Text.NumberState, state) : Text.NumberOpenState
        : register.Number is { } party ? PaperParts.Say(Text.NumberParty, party) : PaperParts.Say(Text.NumberOpenParty, register.Symbol);
}
