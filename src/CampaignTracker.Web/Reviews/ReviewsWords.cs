using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.UseCases.Reviews;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Reviews;

/// <summary>A filing that waits for an opinion, in words.</summary>
internal static class ReviewsWords
{
    /// <summary>"Kế hoạch năm 2027", with the round from the second on.</summary>
    public static string What(ViewReviews.Row row)
    {
        var plan = row.Kind == RequirementKind.TermPlan ? ReviewsText.TermPlan.With(row.Year, row.ToYear) : ReviewsText.AnnualPlan.With(row.Year);
        return row.Round > 1 ? $"{plan} · {ReviewsText.Round.With(row.Round)}" : plan;
    }

    /// <summary>What is proposed and by whom, who reads it, how many remarks.</summary>
    public static string Proposal(ViewReviews.Row row)
    {
        var remarks = row.Remarks > 0 ? ReviewsText.Remarks.With(row.Remarks) : null;
        var proposal = row.Proposal is { } kind ? $"{Wording.Of(kind)} · {row.ProposedByBody ?? row.ProposedByName}" : row.ReaderName is { } reader ? ReviewsText.ReaderIs.With(reader) : ReviewsText.NoProposal;
        return remarks is null ? proposal : $"{proposal}, {remarks}";
    }
}
