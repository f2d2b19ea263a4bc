using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;

namespace CampaignTracker.Domain.Commitments.Papers;

/// <summary>A unit's whole trail of a year on paper: for an inspection, or to hand over.</summary>
/// <param name="Head">The head.</param>
/// <param name="UnitName">The unit.</param>
/// <param name="UnitCode">Its code.</param>
/// <param name="Period">Year or term.</param>
/// <param name="AsOf">Local moment to which it holds.</param>
/// <param name="PrintedBy">Who asked for it.</param>
/// <param name="Registers">The registers begun, of the year and of the term.</param>
/// <param name="Meetings">Meetings entered, by day.</param>
/// <param name="Plans">Plans of the period.</param>
/// <param name="People">Commitments with their results, in the order of the register.</param>
/// <param name="Evidence">Everything that proves something.</param>
/// <param name="Openings">Who above the unit opened a named commitment, when.</param>
public sealed record UnitDossier(PaperHead Head, string UnitName, string UnitCode, PaperPeriod Period, DateTime AsOf, string PrintedBy, IReadOnlyList<RegisterSheet> Registers, IReadOnlyList<DossierMeeting> Meetings,
    IReadOnlyList<DossierPlan> Plans, IReadOnlyList<MemberResult> People, IReadOnlyList<DossierEvidence> Evidence, IReadOnlyList<DossierOpening> Openings);

/// <summary>A meeting and what it passed.</summary>
/// <param name="Meeting">Day and counts.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Passed">What it passed.</param>
public sealed record DossierMeeting(PaperMeeting Meeting, string RecordedBy, IReadOnlyList<DossierDecision> Passed);

/// <summary>One thing a meeting passed.</summary>
/// <param name="Item">What kind of thing.</param>
/// <param name="Note">A word on it, or null.</param>
public sealed record DossierDecision(MeetingItem Item, string? Note);

/// <summary>A plan as papers name it.</summary>
/// <param name="Period">Its period.</param>
/// <param name="Number">Number and symbol from the office's register, or null while it has none.</param>
/// <param name="IssuedOn">Its date, or null.</param>
public sealed record PlanName(PaperPeriod Period, string? Number, DateOnly? IssuedOn);

/// <summary>A plan with its items.</summary>
/// <param name="Name">As it is cited.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Items">Its items.</param>
public sealed record DossierPlan(PlanName Name, PlanState State, IReadOnlyList<DossierItem> Items);

/// <summary>A plan item with its progress.</summary>
/// <param name="Ordinal">Its number.</param>
/// <param name="Content">What is to be done.</param>
/// <param name="Responsible">By whom, or null.</param>
/// <param name="Until">By when, or null.</param>
/// <param name="Product">The product, or null.</param>
/// <param name="Outcome">How far it got, or null.</param>
/// <param name="Figure">The figure reached, or null.</param>
/// <param name="Account">What happened, or null.</param>
/// <param name="Evidence">Names of what proves it.</param>
public sealed record DossierItem(int Ordinal, string Content, string? Responsible, DateOnly? Until, string? Product, Outcome? Outcome, string? Figure, string? Account, IReadOnlyList<string> Evidence);

/// <summary>A piece of evidence.</summary>
/// <param name="Name">The file's name, or the title of one kept on paper.</param>
/// <param name="Person">Whose promise it proves; null for a plan item.</param>
/// <param name="Ordinal">Number of the promise or item.</param>
/// <param name="HappenedOn">When it happened, or null.</param>
/// <param name="FiledOn">When it was filed.</param>
/// <param name="ReceivedOn">When the superior received it, or null.</param>
/// <param name="Sha256">SHA-256 of the content, or null where there is no file.</param>
public sealed record DossierEvidence(string Name, string? Person, int Ordinal, DateOnly? HappenedOn, DateOnly? FiledOn, DateOnly? ReceivedOn, string? Sha256);

/// <summary>Somebody above the unit opened a named commitment.</summary>
/// <param name="At">Local moment.</param>
/// <param name="By">Who.</param>
/// <param name="Whose">Whose commitment.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record DossierOpening(DateTime At, string By, string Whose, string? Reason);
