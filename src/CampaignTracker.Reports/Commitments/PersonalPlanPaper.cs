using CampaignTracker.Domain.Commitments.Papers;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>Kế hoạch cá nhân học tập, thực hành: the sections of its form profile.</summary>
public static class PersonalPlanPaper
{
    /// <summary>Writes one person's paper, or a unit's in one file. The output stays open.</summary>
    public static Task WriteAsync(IReadOnlyList<PersonalPaper> papers, Stream output, CancellationToken ct) => PersonalParts.WriteAsync(papers, Text.PersonalPlan, (letter, paper) =>
    {
        letter.Head(paper.Head);
        letter.Title(paper.Head, Text.PersonalPlan, PaperParts.Say(Text.PersonalPlanAbout, PaperParts.Campaign(paper.Head), PaperParts.InPeriod(paper.Period)));
        letter.Add(PersonalParts.Person(paper.Person, full: true));
        letter.Add(PersonalParts.Basis(paper));
        letter.Add(PaperParts.Body(Text.PersonalPlanOpening));
        letter.Add(PersonalParts.Sections(paper));
        letter.Sign(paper, Text.WhoPlans);
    }, output, ct);
}
