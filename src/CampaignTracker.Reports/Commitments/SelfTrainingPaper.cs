using CampaignTracker.Domain.Commitments.Papers;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>Bản cam kết tu dưỡng, rèn luyện, phấn đấu: the sections of its form profile.</summary>
public static class SelfTrainingPaper
{
    /// <summary>Writes one person's paper, or a unit's in one file. The output stays open.</summary>
    public static Task WriteAsync(IReadOnlyList<PersonalPaper> papers, Stream output, CancellationToken ct) => PersonalParts.WriteAsync(papers, Text.SelfTraining, (letter, paper) =>
    {
        letter.Head(paper.Head);
        letter.Title(paper.Head, Text.SelfTraining, PaperParts.Say(Text.SelfTrainingAbout, PaperParts.InPeriod(paper.Period)));
        letter.Add(PersonalParts.Person(paper.Person, full: true));
        letter.Add(PersonalParts.Basis(paper));
        letter.Add(PaperParts.Body(Text.SelfTrainingOpening));
        letter.Add(PersonalParts.Sections(paper));
        letter.Add(PaperParts.Body(PaperParts.Say(Text.SelfTrainingClosing, paper.Period.Term ? Text.AtTermEnd : Text.AtYearEnd)) with { WithNext = true });
        letter.Sign(paper, Text.WhoPromises);
    }, output, ct);
}
