using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.Reminders;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.Reports.Word;
using Paper = CampaignTracker.Reports.Commitments.CommitmentPaperText;
using Text = CampaignTracker.Reports.Reminders.UrgingPaperText;

namespace CampaignTracker.Reports.Reminders;

/// <summary>
/// Công văn đôn đốc: a letter without a type name, its subject in italics under the number (05-HD/VPTW; 36-HD/VPTW before). Number, place, date and signature are left open for the office.
/// </summary>
public static class UrgingLetter
{
    // More are written to by the table alone.
    private const int NamedUnits = 3;

    /// <summary>Writes it. The output stays open.</summary>
    public static Task WriteAsync(UrgingSheet sheet, Stream output, CancellationToken ct) => PaperFile.WriteAsync(Text.LetterTitle, sheet.Head.Demo, PageLook.Upright, letter =>
    {
        var state = sheet.Head.Rule == PaperRule.State;
        letter.Head(sheet.Head, Number(sheet), PaperParts.Say(sheet.Head.Rule == PaperRule.Party2026 ? Text.Subject2026 : Text.SubjectBefore, PaperParts.Campaign(sheet.Head)));
        letter.Add(PaperParts.Centred(sheet.Units.Count <= NamedUnits ? PaperParts.Say(Text.To, string.Join("; ", sheet.Units.Select(unit => unit.Name))) : Text.ToMany) with { Before = 10, After = 10 });
        letter.Add(PaperParts.Body(Ended(sheet.Reason)), PaperParts.Body(PaperParts.Say(Text.AsOf, PaperParts.CitedDay(sheet.AsOf))) with { WithNext = true });
        letter.Table([new(Paper.Ordinal, 12, Place.Centre), new(Text.Unit, 60), new(Text.Content, 65), new(Text.Due, 28, Place.Centre)], Rows(sheet));
        letter.Add(PaperParts.Body(Text.Please));
        letter.TwoColumns(0.5,
        [
            new Line(Paper.Recipients, underlined: !state, bold: state, italic: state) { Place = Place.Left, Size = state ? 12 : 14 },
            new Line(Text.AsAbove) { Place = Place.Left, Size = 12 },
            new Line(PaperParts.Say(Paper.Kept, sheet.ShortName)) { Place = Place.Left, Size = 12 },
        ], PaperParts.Signature(PaperParts.Say(state ? Paper.OnBehalfState : Paper.OnBehalfParty, PaperFile.Upper(sheet.ShortName)), null, null));
    }, output, ct);

    private static IEnumerable<IReadOnlyList<string?>> Rows(UrgingSheet sheet)
    {
        foreach (var (i, unit) in sheet.Units.Index())
            foreach (var (j, due) in unit.Due.Index())
            {
                var subject = ReminderWords.Subject(due.Kind, due.Year, due.ToYear);
                yield return [j == 0 ? $"{i + 1}" : null, j == 0 ? unit.Name : null, due.Supplement ? PaperParts.Say(Text.Supplement, subject) : subject, Wording.Day(due.DueOn)];
            }
    }

    private static string Number(UrgingSheet sheet) => sheet.Head.Rule == PaperRule.State ? Text.NumberOpenState : sheet.Symbol.Length == 0 ? Text.NumberOpenPartyPlain : PaperParts.Say(Text.NumberOpenParty, sheet.Symbol);

    private static string Ended(string sentence) => sentence.TrimEnd() is var said && said.Length > 0 && char.IsPunctuation(said[^1]) ? said : said + ".";
}
