using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>A register's commitments, added up by the database: people are not among it.</summary>
/// <param name="Unconfirmed">Written, not adopted …</param>
/// <param name="LastWrittenOn">… and the day the last of them was written.</param>
/// <param name="Silent">Adopted, nothing ever reported …</param>
/// <param name="SilentSince">… and the day the first of them was adopted.</param>
/// <param name="Past">Promises past their date, not reported done …</param>
/// <param name="PastSince">… and the earliest date.</param>
internal sealed record PromiseSum(int Unconfirmed = 0, DateOnly? LastWrittenOn = null, int Silent = 0, DateOnly? SilentSince = null, int Past = 0, DateOnly? PastSince = null)
{
    /// <summary>What a register of a scope answers.</summary>
    public static RequirementKind KindOf(CommitmentScope scope) => scope == CommitmentScope.Year ? RequirementKind.AnnualCommitments : RequirementKind.TermCommitments;
}
