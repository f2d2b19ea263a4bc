using CampaignTracker.Domain;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Plans;

/// <summary>Loading a whole plan, the same way for every task that changes one.</summary>
internal static class PlanReads
{
    /// <summary>The plan with all its children.</summary>
    /// <exception cref="Refusal">NotFound: missing or out of scope.</exception>
    public static Task<UnitPlan> PlanAsync(this CampaignDb db, Guid planId, CancellationToken ct) =>
        db.Plans.Include(p => p.Texts).Include(p => p.Items).Include(p => p.RequirementAnswers).Include(p => p.Sendings)
            .AsSplitQuery().FirstOrDefaultAsync(p => p.Id == planId, ct).OrRefuseAsync();

    /// <summary>The obligation a plan answers.</summary>
    public static Task<Obligation> ObligationAsync(this CampaignDb db, Guid obligationId, CancellationToken ct) =>
        db.Obligations.FirstOrDefaultAsync(o => o.Id == obligationId, ct).OrRefuseAsync();

    /// <summary>The calendar of deadlines.</summary>
    public static async Task<WorkCalendar> CalendarAsync(this CampaignDb db, CancellationToken ct) =>
        new(await db.CalendarPeriods.AsNoTracking().ToListAsync(ct));
}
