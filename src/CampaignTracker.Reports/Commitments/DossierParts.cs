using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>A part of a dossier: a new one is a new entry in <see cref="DossierParts.All"/>.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Count">How many entries it has.</param>
/// <param name="Page">Its paper.</param>
/// <param name="Empty">What stands there when it has none.</param>
/// <param name="Compose">Writes its entries.</param>
internal sealed record DossierPart(string Title, int Count, PageLook Page, string Empty, Action<Letter> Compose);

/// <summary>The cover and the parts of a dossier.</summary>
internal static class DossierParts
{
    public static Task WriteAsync(UnitDossier dossier, string kind, IReadOnlyList<DossierPart> parts, Action<Letter> close, Stream output, CancellationToken ct) =>
        PaperFile.WriteAsync(kind, dossier.Head.Demo, PageLook.Upright, letter =>
        {
            letter.Head(dossier.Head);
            letter.Title(dossier.Head, kind, PaperParts.Say(Text.DossierAbout, PaperParts.Campaign(dossier.Head), PaperParts.InPeriod(dossier.Period), dossier.UnitName));
            letter.Add(PaperParts.Body(PaperParts.Say(Text.DossierUnit, dossier.UnitName, dossier.UnitCode)),
                PaperParts.Body(PaperParts.Say(Text.AsOfMoment, dossier.AsOf.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), Wording.Day(DateOnly.FromDateTime(dossier.AsOf)))),
                PaperParts.Body(PaperParts.Say(Text.PrintedBy, dossier.PrintedBy)),
                PaperParts.Centred(Text.Contents, bold: true) with { Before = 10, After = 6, WithNext = true });
            letter.Table([new(Text.Ordinal, 14, Place.Centre), new(Text.Part, 120), new(Text.HowMany, 31, Place.Centre)], parts.Select((part, i) => (IReadOnlyList<string?>)[Roman[i], part.Title, part.Count.ToString()]));
            close(letter);
            foreach (var (i, part) in parts.Index())
            {
                ct.ThrowIfCancellationRequested();
                letter.NextPart(part.Page);
                letter.Add(new Line($"{Roman[i]}- {PaperFile.Upper(part.Title)}", bold: true) { Place = Place.Left, Level = 1, WithNext = true, After = 8 });
                if (part.Count == 0) letter.Add(PaperParts.Body(part.Empty));
                else part.Compose(letter);
            }
        }, output, ct);

    /// <summary>The parts every dossier has.</summary>
    public static IReadOnlyList<DossierPart> All(UnitDossier dossier) =>
    [
        new(Text.RegisterPart, dossier.Registers.Sum(register => register.Rows.Count), PageLook.Across, Text.NoRegister, letter => Registers(letter, dossier)),
        new(Text.MeetingPart, dossier.Meetings.Count, PageLook.Upright, Text.NoMeetings, letter => Meetings(letter, dossier)),
        new(Text.PlanPart, dossier.Plans.Sum(plan => plan.Items.Count), PageLook.Across, Text.NoPlans, letter => Plans(letter, dossier)),
        new(Text.PeoplePart, dossier.People.Count, PageLook.Upright, Text.NoPeople, letter => People(letter, dossier)),
        new(Text.EvidencePart, dossier.Evidence.Count, PageLook.Across, Text.NoEvidence, letter => Evidence(letter, dossier)),
        new(Text.OpeningPart, dossier.Openings.Count, PageLook.Upright, Text.NoOpenings, letter => Openings(letter, dossier)),
    ];

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII"];

    private static void Registers(Letter letter, UnitDossier dossier)
    {
        foreach (var register in dossier.Registers)
        {
            letter.Add(PaperParts.Heading(PaperParts.Say(Text.RegisterOf, PaperParts.InPeriod(register.Period))));
            RegisterPaper.Compose(letter, register);
        }
    }

    private static void Meetings(Letter letter, UnitDossier dossier) =>
        letter.Table([new(Text.Ordinal, 11, Place.Centre), new(Text.HeldOn, 28, Place.Centre), new(Text.Attended, 20, Place.Centre), new(Text.InFavour, 20, Place.Centre), new(Text.RecordedBy, 32), new(Text.Passed, 54)],
            dossier.Meetings.Select((meeting, i) => (IReadOnlyList<string?>)
                [$"{i + 1}", Wording.Day(meeting.Meeting.HeldOn), Of(meeting.Meeting.Present, meeting.Meeting.Total), Of(meeting.Meeting.InFavour, meeting.Meeting.Present), meeting.RecordedBy, string.Join("\n", meeting.Passed.Select(passed => passed.Note is null ? Wording.Of(passed.Item) : $"{Wording.Of(passed.Item)}: {passed.Note}"))]), size: 12);

    private static void Plans(Letter letter, UnitDossier dossier)
    {
        foreach (var plan in dossier.Plans)
        {
            letter.Add(PaperParts.Heading(PaperParts.Say(Text.PlanState, PaperParts.Name(plan.Name), Wording.Of(plan.State))));
            if (plan.Items.Count == 0) letter.Add(PaperParts.Body(Text.NoItems));
            else
                letter.Table([new(Text.Ordinal, 12, Place.Centre), new(Text.Item, 72), new(Text.Responsible, 38), new(Text.Until, 28, Place.Centre), new(Text.Reached, 66), new(Text.Evidence, 41)],
                    plan.Items.Select(item => (IReadOnlyList<string?>)[$"{item.Ordinal}", item.Content, item.Responsible, Day(item.Until), MemberResultPaper.Reached(item.Outcome, item.Figure, item.Account), string.Join("\n", item.Evidence)]), size: 12);
        }
    }

    private static void People(Letter letter, UnitDossier dossier)
    {
        foreach (var (i, person) in dossier.People.Index())
        {
            if (i > 0) letter.Add(new Line("") { Size = 8, After = 4 });
            MemberResultPaper.Compose(letter, person);
        }
    }

    private static void Evidence(Letter letter, UnitDossier dossier) =>
        letter.Table([new(Text.Ordinal, 12, Place.Centre), new(Text.EvidenceName, 56), new(Text.EvidenceFor, 56), new(Text.HappenedOn, 26, Place.Centre), new(Text.FiledOn, 26, Place.Centre), new(Text.ReceivedOn, 26, Place.Centre), new(Text.Sha256, 55)],
            dossier.Evidence.Select((item, i) => (IReadOnlyList<string?>)[$"{i + 1}", item.Name, item.Person is null ? PaperParts.Say(Text.ForItem, item.Ordinal) : PaperParts.Say(Text.ForPromise, item.Person, item.Ordinal), Day(item.HappenedOn), Day(item.FiledOn), Day(item.ReceivedOn), item.Sha256]), size: 11);

    private static void Openings(Letter letter, UnitDossier dossier) =>
        letter.Table([new(Text.Ordinal, 11, Place.Centre), new(Text.OpenedAt, 34, Place.Centre), new(Text.OpenedBy, 45), new(Text.Whose, 40), new(Text.Reason, 35)],
            dossier.Openings.Select((opening, i) => (IReadOnlyList<string?>)[$"{i + 1}", opening.At.ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), opening.By, opening.Whose, opening.Reason]), size: 12);

    private static string? Of(int? some, int? all) => some is null || all is null ? null : $"{some}/{all}";

    private static string? Day(DateOnly? day) => day is { } known ? Wording.Day(known) : null;
}
