using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.GoverningDocuments;

/// <summary>The campaign year that home, units and documents speak of when none is asked for.</summary>
internal static class RunningYear
{
    /// <summary>The latest opened year that has begun; the calendar year when none is open.</summary>
    public static async Task<int> OfAsync(Operation op, CancellationToken ct) =>
        await op.Db.Years.Where(y => y.OpenedAt != null && y.Year <= op.Today.Year).MaxAsync(y => (int?)y.Year, ct) ?? op.Today.Year;
}
