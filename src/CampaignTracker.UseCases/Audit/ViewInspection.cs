using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Audit;

/// <summary>What an inspector looks at first: filings that were closed without an opinion, and those that were taken back or sent again.</summary>
public sealed class ViewInspection(Operations operations)
{
    /// <summary>Most filings of each kind.</summary>
    public const int Most = 6;

    /// <summary>The two lists.</summary>
    /// <param name="Year">The year shown: of their receipt.</param>
    /// <param name="Closed">Closed by the clock without an opinion, latest first …</param>
    /// <param name="ClosedCount">… and how many there are.</param>
    /// <param name="Corrected">Taken back before they were opened, or sent again after a supplement was asked; latest first …</param>
    /// <param name="CorrectedCount">… and how many there are.</param>
    public sealed record Answer(int Year, IReadOnlyList<Filing> Closed, int ClosedCount, IReadOnlyList<Filing> Corrected, int CorrectedCount);

    /// <summary>One filing.</summary>
    /// <param name="PlanId">What was filed.</param>
    /// <param name="UnitName">Whose.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="FromYear">First year.</param>
    /// <param name="ToYear">Last year.</param>
    /// <param name="Round">Which sending.</param>
    /// <param name="Withdrawn">Taken back by its author.</param>
    /// <param name="ReceivedOn">Local date of receipt.</param>
    /// <param name="ClosedAt">When it was closed, UTC, or null.</param>
    public sealed record Filing(Guid PlanId, string UnitName, RequirementKind Kind, int FromYear, int ToYear, int Round, bool Withdrawn, DateOnly ReceivedOn, DateTime? ClosedAt);

    /// <summary>Reads them.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var path = op.Actor.MainPost!.UnitPath;
        if (!op.Actor.MainPost.Permissions.Any(p => p is { Permission: Permission.ReadAudit, Reach: Reach.OwnAndBelow })) throw new Refusal(Because.NotAllowed);
        var year = await RunningYear.OfAsync(op, ct);
        var (to, first, last) = (UnitPath.End(path), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var all = op.Db.Reviews.AsNoTracking().Where(r => string.Compare(r.UnitPath, path) >= 0 && string.Compare(r.UnitPath, to) < 0 && r.ReceivedOn >= first && r.ReceivedOn <= last);
        var (closed, corrected) = (all.Where(r => r.Decision == OpinionKind.NoOpinion), all.Where(r => r.Withdrawn || r.Round > 1));
        return new Answer(year, await FilingsAsync(op, closed, ct), await closed.CountAsync(ct), await FilingsAsync(op, corrected, ct), await corrected.CountAsync(ct));
    }

    private static async Task<List<Filing>> FilingsAsync(Operation op, IQueryable<Review> reviews, CancellationToken ct) =>
        (await reviews.OrderByDescending(r => r.ReceivedOn).ThenBy(r => r.UnitPath).Take(Most)
            .Join(op.Db.Units, r => r.UnitId, u => u.Id, (r, u) => new { r, u.Name })
            .Join(op.Db.Plans, x => x.r.PlanId, p => p.Id, (x, p) => new { x.r, x.Name, p.Year, p.ToYear, p.ObligationId })
            .Join(op.Db.Obligations, x => x.ObligationId, o => o.Id, (x, o) => new { x.r.PlanId, x.Name, o.Kind, x.Year, x.ToYear, x.r.Round, x.r.Withdrawn, x.r.ReceivedOn, x.r.DecidedAt }).ToListAsync(ct))
        .OrderByDescending(x => x.ReceivedOn).ThenBy(x => x.Name, StringComparer.Ordinal).Select(x => new Filing(x.PlanId, x.Name, x.Kind, x.Year, x.ToYear, x.Round, x.Withdrawn, x.ReceivedOn, x.DecidedAt)).ToList();
}
