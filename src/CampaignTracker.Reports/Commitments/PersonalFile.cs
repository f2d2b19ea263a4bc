using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;

namespace CampaignTracker.Reports.Commitments;

/// <summary>People's papers of one kind in one file: which writer, which name.</summary>
public static class PersonalFile
{
    /// <summary>Media type of a Word file.</summary>
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes them. The output stays open.</summary>
    public static Task WriteAsync(FormPaper paper, IReadOnlyList<PersonalPaper> papers, Stream output, CancellationToken ct) => paper switch
    {
        FormPaper.SelfTrainingCommitment => SelfTrainingPaper.WriteAsync(papers, output, ct),
        FormPaper.PersonalPlan => PersonalPlanPaper.WriteAsync(papers, output, ct),
        _ => RegistrationPaper.WriteAsync(papers, output, ct),
    };

    /// <summary>What a file of such papers is called, without unit, years and ending.</summary>
    public static string Stem(FormPaper paper) => paper switch
    {
        FormPaper.SelfTrainingCommitment => "ban-cam-ket",
        FormPaper.PersonalPlan => "ke-hoach-ca-nhan",
        _ => "ban-dang-ky",
    };

    /// <summary>Letters of every machine: what, whose, which years.</summary>
    public static string Name(string what, string unitCode, PaperPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{SearchKey.Fold(unitCode).Replace(' ', '-')}-{(period.Term ? $"{period.From}-{period.To}" : $"{period.From}")}");
}
