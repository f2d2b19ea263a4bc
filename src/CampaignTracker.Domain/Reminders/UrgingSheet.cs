using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.GoverningDocuments;

namespace CampaignTracker.Domain.Reminders;

/// <summary>What a công văn đôn đốc says. Number, date and signature are left to the office's own register and hand.</summary>
/// <param name="Head">The head of the issuing unit's paper, not dated.</param>
/// <param name="Symbol">What follows "CV/" in the number of the unit's papers, e.g. "ĐU"; empty where it numbers by other rules.</param>
/// <param name="ShortName">How the unit signs: "Đảng ủy".</param>
/// <param name="Reason">Why, as it was written.</param>
/// <param name="AsOf">Local date of the urging: what the list says held then.</param>
/// <param name="Units">Who is written to, in the official order.</param>
public sealed record UrgingSheet(PaperHead Head, string Symbol, string ShortName, string Reason, DateOnly AsOf, IReadOnlyList<UrgedUnit> Units);

/// <summary>A unit that is urged, with all it is urged for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Party">A Party organisation: its secretary is addressed.</param>
/// <param name="Due">What is due.</param>
public sealed record UrgedUnit(string Name, bool Party, IReadOnlyList<UrgedDue> Due);

/// <summary>A filing that is urged.</summary>
/// <param name="Kind">What is owed.</param>
/// <param name="Year">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="DueOn">The date that counts.</param>
/// <param name="Supplement">A supplement is asked for; what was sent first stays sent.</param>
public sealed record UrgedDue(RequirementKind Kind, int Year, int ToYear, DateOnly DueOn, bool Supplement);
