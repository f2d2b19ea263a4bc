using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;

namespace CampaignTracker.UseCases.Plans;

/// <summary>The text that lost when two people wrote one field, kept <see cref="PlanLimits.ConflictDays"/> days.</summary>
internal sealed class DraftConflict : IBelongsToUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public string UnitPath { get; init; } = "";
    public Guid? ItemId { get; init; }
    public PlanField Field { get; init; }
    public string Text { get; init; } = "";
    public string AuthorName { get; init; } = "";
    public DateTime At { get; init; }
}
