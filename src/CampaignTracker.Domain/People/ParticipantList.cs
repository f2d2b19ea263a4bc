namespace CampaignTracker.Domain.People;

/// <summary>A unit's participants for a file: the list, or the template that comes filled with them.</summary>
/// <param name="UnitCode">The unit's code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="AsOf">Local day of the figures.</param>
/// <param name="Demo">Invented people: every file says so.</param>
/// <param name="People">Sorted by given name, Vietnamese order.</param>
public sealed record ParticipantList(string UnitCode, string UnitName, DateOnly AsOf, bool Demo, IReadOnlyList<ListedParticipant> People);

/// <summary>One person of the list.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Kind">What they take part as.</param>
/// <param name="PostTitle">Post or null.</param>
/// <param name="UnitHead">Head of the unit.</param>
/// <param name="From">In the unit since.</param>
/// <param name="To">Last day in the unit, or null.</param>
/// <param name="ExemptSince">Exempt from work and meetings since, or null.</param>
/// <param name="Left">Why they left, or null.</param>
public sealed record ListedParticipant(string Name, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly From, DateOnly? To, DateOnly? ExemptSince, LeaveReason? Left);
