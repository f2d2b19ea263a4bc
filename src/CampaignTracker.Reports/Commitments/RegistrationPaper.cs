using CampaignTracker.Domain.Commitments.Papers;
using Text = CampaignTracker.Reports.Commitments.CommitmentPaperText;

namespace CampaignTracker.Reports.Commitments;

/// <summary>Bản đăng ký nêu gương, việc làm theo: one or two concrete actions with what they are to reach.</summary>
public static class RegistrationPaper
{
    private static readonly Promise Blank = new(null, null, null, null, null);

    /// <summary>Writes one person's paper, or a unit's in one file. The output stays open.</summary>
    public static Task WriteAsync(IReadOnlyList<PersonalPaper> papers, Stream output, CancellationToken ct) => PersonalParts.WriteAsync(papers, Text.Registration, (letter, paper) =>
    {
        letter.Head(paper.Head);
        letter.Title(paper.Head, Text.Registration, PaperParts.Say(Text.RegistrationAbout, PaperParts.Campaign(paper.Head), PaperParts.InPeriod(paper.Period)));
        letter.Add(PersonalParts.Person(paper.Person, full: false));
        letter.Add(PersonalParts.Basis(paper));
        letter.Add(PaperParts.Body(Text.RegistrationOpening));
        var promises = paper.Sections.SelectMany(section => section.Promises).ToList();
        // Unwritten, the paper has room for two.
        foreach (var (i, promise) in (promises.Count > 0 ? promises : [Blank, Blank]).Index()) letter.Add(PersonalParts.Promise(promise, $"{i + 1}. "));
        letter.Sign(paper, Text.WhoRegisters);
    }, output, ct);
}
