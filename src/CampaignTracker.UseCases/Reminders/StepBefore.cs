using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reminders;

/// <summary>A filing not sent yet, whose date nobody has extended.</summary>
internal readonly record struct UnsentFiling(Guid Id, string UnitPath, string KindCode, Guid RequirementId, RequirementKind Kind, int Year);

/// <summary>
/// Nobody is chased while the step before theirs is open, neither by a rule nor by hand: which filings have a date that hangs on the superior's paper while that unit owes the same and has neither issued nor
/// answered it. A superior that owes nothing will issue nothing: then the date in force is all there is.
/// </summary>
internal static class StepBefore
{
    /// <summary>The keys of those that wait, in two statements.</summary>
    public static async Task<HashSet<Guid>> OpenAsync(CampaignDb db, IReadOnlyCollection<UnsentFiling> filings, CancellationToken ct)
    {
        if (filings.Count == 0) return [];
        var hanging = (await db.Requirements.AsNoTracking().Include(r => r.Deadlines).ToListAsync(ct))
            .SelectMany(r => r.Deadlines.Where(rule => rule.WorkingDaysAfterSuperior is not null).SelectMany(rule => rule.UnitKinds, (_, kind) => (r.Id, kind))).ToHashSet();
        var waiting = filings.Where(f => hanging.Contains((f.RequirementId, f.KindCode))).ToList();
        if (waiting.Count == 0) return [];
        var (parents, years) = (waiting.Select(f => UnitPath.Parent(f.UnitPath)).Distinct().ToList(), waiting.Select(f => f.Year).Distinct().ToList());
        var missing = (await db.Obligations.AsNoTracking().Where(o => parents.Contains(o.UnitPath) && years.Contains(o.Year) && o.FirstSentOn == null && o.ExcusedOn == null
                && !db.Plans.Any(p => p.ObligationId == o.Id && p.Paper != null && p.Paper.IssuedOn != null && p.Meeting != null))
            .Select(o => new { o.UnitPath, o.Kind, o.Year }).ToListAsync(ct)).Select(o => (o.UnitPath, o.Kind, o.Year)).ToHashSet();
        return [.. waiting.Where(f => missing.Contains((UnitPath.Parent(f.UnitPath), f.Kind, f.Year))).Select(f => f.Id)];
    }
}
