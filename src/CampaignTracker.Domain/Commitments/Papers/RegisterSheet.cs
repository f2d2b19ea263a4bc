using CampaignTracker.Domain.People;

namespace CampaignTracker.Domain.Commitments.Papers;

/// <summary>A unit's register of commitments as one table.</summary>
/// <param name="Head">The head.</param>
/// <param name="Symbol">What follows the slash in the number of the unit's papers ("CB"), empty where it numbers by other rules.</param>
/// <param name="Number">The number from the office's own register, or null: left open.</param>
/// <param name="ShortName">How the unit signs: "Chi bộ".</param>
/// <param name="Period">Year or term.</param>
/// <param name="Rows">One a person, in the order of the list.</param>
/// <param name="Meeting">The meeting that adopted it, or null.</param>
/// <param name="SignerPost">Secretary or deputy, as whom it is signed; null: to be filled by hand.</param>
/// <param name="Signer">Their name, or null.</param>
public sealed record RegisterSheet(PaperHead Head, string Symbol, string? Number, string ShortName, PaperPeriod Period, IReadOnlyList<RegisterRow> Rows, PaperMeeting? Meeting, Role? SignerPost, string? Signer);

/// <summary>A person in the register.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Post">Post, or null.</param>
/// <param name="Exempt">Exempt from activity: no promise is owed.</param>
/// <param name="Promises">What was promised; empty when nothing yet.</param>
public sealed record RegisterRow(string Name, string? Post, bool Exempt, IReadOnlyList<Promise> Promises);
