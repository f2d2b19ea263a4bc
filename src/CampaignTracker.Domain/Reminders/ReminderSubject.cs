using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;

namespace CampaignTracker.Domain.Reminders;

/// <summary>Something that may have to be reminded of, as the round reads it: facts only.</summary>
/// <param name="Id">The thing: part of a reminder's unique key.</param>
/// <param name="UnitId">The unit it stands under.</param>
/// <param name="UnitPath">That unit's path.</param>
public abstract record ReminderSubject(Guid Id, Guid UnitId, string UnitPath);

/// <summary>A filing that a unit owes.</summary>
/// <param name="Id">The obligation.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitPath">Its path.</param>
/// <param name="RequirementId">The requirement: its own ladder may be set.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="Year">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Facts">How it stands.</param>
/// <param name="WaitsForSuperior">The step before is open: its date hangs on the superior's paper, which is not issued yet. Nobody is chased then.</param>
public sealed record OwedFiling(Guid Id, Guid UnitId, string UnitPath, Guid RequirementId, RequirementKind Kind, int Year, int ToYear, ObligationFacts Facts, bool WaitsForSuperior) : ReminderSubject(Id, UnitId, UnitPath);

/// <summary>Filings that lie with a committee and wait for its opinion.</summary>
/// <param name="Id">The committee.</param>
/// <param name="UnitId">The same.</param>
/// <param name="UnitPath">Its path.</param>
/// <param name="Unread">How many its officers have still to read or to propose on …</param>
/// <param name="UnreadBy">… and the nearest day by which an opinion is expected.</param>
/// <param name="Proposed">How many wait for its leader's decision …</param>
/// <param name="ProposedBy">… and the nearest day.</param>
public sealed record AwaitedOpinions(Guid Id, Guid UnitId, string UnitPath, int Unread, DateOnly? UnreadBy, int Proposed, DateOnly? ProposedBy) : ReminderSubject(Id, UnitId, UnitPath)
{
    /// <summary>All that wait.</summary>
    public int Waiting => Unread + Proposed;
}

/// <summary>A unit's open register of commitments, in numbers.</summary>
/// <param name="Id">The register.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitPath">Its path.</param>
/// <param name="Kind">Year or term.</param>
/// <param name="Year">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Unconfirmed">Commitments written and not yet adopted by a meeting …</param>
/// <param name="LastWrittenOn">… and the day on which the last of them was written.</param>
/// <param name="Silent">Adopted commitments on which nothing was ever reported …</param>
/// <param name="SilentSince">… and the day on which the first of them was adopted.</param>
/// <param name="Past">Promises past their date and not reported done …</param>
/// <param name="PastSince">… and the earliest of these dates.</param>
public sealed record RegisterInNumbers(Guid Id, Guid UnitId, string UnitPath, RequirementKind Kind, int Year, int ToYear,
    int Unconfirmed, DateOnly? LastWrittenOn, int Silent, DateOnly? SilentSince, int Past, DateOnly? PastSince) : ReminderSubject(Id, UnitId, UnitPath);

/// <summary>One person's adopted commitment, for those who have an account of their own.</summary>
/// <param name="Id">The commitment.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitPath">Its path.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Kind">Year or term.</param>
/// <param name="Year">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="AdoptedOn">The day from which silence is counted.</param>
/// <param name="Silent">Nothing was ever reported.</param>
/// <param name="Past">Promises past their date and not reported done …</param>
/// <param name="PastSince">… and the earliest of these dates.</param>
public sealed record OwnPromises(Guid Id, Guid UnitId, string UnitPath, Guid AccountId, RequirementKind Kind, int Year, int ToYear, DateOnly AdoptedOn, bool Silent, int Past, DateOnly? PastSince) : ReminderSubject(Id, UnitId, UnitPath);

/// <summary>The coming or running year, while nobody has opened it.</summary>
/// <param name="Id">The root unit.</param>
/// <param name="UnitId">The same.</param>
/// <param name="UnitPath">Its path.</param>
/// <param name="Year">The year that is not open.</param>
public sealed record UnopenedYear(Guid Id, Guid UnitId, string UnitPath, int Year) : ReminderSubject(Id, UnitId, UnitPath);

/// <summary>Accounts that nobody has ever signed in with.</summary>
/// <param name="Id">The unit whose administrator keeps them.</param>
/// <param name="UnitId">The same.</param>
/// <param name="UnitPath">Its path.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">The day the oldest of them was given its post.</param>
public sealed record UnusedAccounts(Guid Id, Guid UnitId, string UnitPath, int Count, DateOnly Since) : ReminderSubject(Id, UnitId, UnitPath);
