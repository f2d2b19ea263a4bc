using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Plans;

/// <summary>The unit's plan of the year before, to stand beside an empty form.</summary>
internal static class LastYear
{
    /// <summary>The plan of the same unit that holds the item and lies before.</summary>
    public static Task<UnitPlan> ItemAsync(CampaignDb db, UnitPlan plan, Guid itemId, CancellationToken ct) =>
        db.Plans.Include(p => p.Texts).Include(p => p.Items).AsNoTracking().FirstOrDefaultAsync(p => p.UnitId == plan.UnitId && p.Year < plan.Year && p.Items.Any(i => i.Id == itemId), ct).OrRefuseAsync();
}
