using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Reports.Word;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>What a person's papers have in common.</summary>
internal static class PersonalParts
{
    /// <summary>Every person's paper on pages of its own, in one file.</summary>
    public static Task WriteAsync(IReadOnlyList<PersonalPaper> papers, string title, Action<Letter, PersonalPaper> compose, Stream output, CancellationToken ct) =>
        PaperFile.WriteAsync(title, papers.Any(paper => paper.Head.Demo), PageLook.Upright, letter =>
        {
            foreach (var paper in papers)
            {
                ct.ThrowIfCancellationRequested();
                letter.NextPaper();
                compose(letter, paper);
            }
        }, output, ct);

    public static IEnumerable<Line> Basis(PersonalPaper paper) => paper.Basis.Where(document => document.Citable).Select(document => PaperParts.Body("- " + PaperParts.Say(Text.Basis, PaperParts.Cited(document)) + ";", italic: true));

    public static IEnumerable<Line> Person(PaperPerson person, bool full)
    {
        yield return PaperParts.Labelled(Text.Name, person.Name, bold: true);
        if (full)
        {
            yield return PaperParts.Labelled(Text.BornOn, person.BornOn);
            yield return PaperParts.Labelled(Text.Workplace, person.Workplace);
            if (person.Member) yield return PaperParts.Labelled(Text.PartyPost, person.PartyPost);
            yield return PaperParts.Labelled(Text.OfficePost, person.OfficePost);
            yield return PaperParts.Labelled(Text.UnionPost, person.UnionPost);
        }
        else yield return PaperParts.Labelled(Text.Post, person.PartyPost ?? person.OfficePost ?? person.UnionPost);
        yield return PaperParts.Labelled(person.Member ? Text.Cell : Text.Body, person.Unit);
    }

    /// <summary>The sections with their promises; an empty one gives room for writing.</summary>
    public static IEnumerable<Line> Sections(PersonalPaper paper)
    {
        foreach (var (i, section) in paper.Sections.Index())
        {
            yield return PaperParts.Heading($"{i + 1}. {section.Title ?? Text.Action}");
            if (section.Promises.Count == 0)
                foreach (var line in PaperParts.Dotted(3)) yield return line;
            foreach (var (j, promise) in section.Promises.Index())
                foreach (var line in Promise(promise, section.Promises.Count > 1 ? $"{i + 1}.{j + 1}. " : "")) yield return line;
        }
    }

    /// <summary>One promise with its five elements.</summary>
    public static IEnumerable<Line> Promise(Promise promise, string number)
    {
        yield return string.IsNullOrWhiteSpace(promise.Action) ? PaperParts.Labelled(number + Text.Action, null) : PaperParts.Body(number + promise.Action);
        yield return PaperParts.Labelled("- " + Text.Result, promise.Result).Under();
        yield return PaperParts.Labelled("- " + Text.By, promise.By is { } day ? Wording.Day(day) : null).Under();
        yield return PaperParts.Labelled("- " + Text.Evidence, promise.Evidence).Under();
        yield return PaperParts.Labelled("- " + Text.Standard, promise.Standard is { } standard ? Wording.Of(standard) : null).Under();
    }

    /// <summary>Who confirms at the left, the person at the right.</summary>
    public static void Sign(this Letter letter, PersonalPaper paper, string signsAs)
    {
        var confirmation = paper.Confirmation;
        var body = Wording.Of(confirmation.Body);
        if (confirmation.Meeting is { } meeting) letter.Add(PaperParts.Body(PaperParts.Say(Text.Adopted, body, Wording.Day(meeting.HeldOn)) + PaperParts.Counts(meeting) + ".") with { WithNext = true });
        letter.Add(new Line("") { Size = 6, WithNext = true });
        letter.TwoColumns(0.5, PaperParts.Signature(PaperParts.Say(Text.ConfirmedBy, PaperFile.Upper(body)), confirmation.Post is { } post ? Wording.Of(post) : null, confirmation.Signer), PaperParts.Signature(signsAs, null, paper.Person.Name));
    }
}
