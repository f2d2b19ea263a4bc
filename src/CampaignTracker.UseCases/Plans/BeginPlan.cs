using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Plans;

/// <summary>Opens the plan that answers an obligation: the one begun earlier, or a new draft whose basis cites the superior's plan when it is issued.</summary>
public sealed class BeginPlan(Operations operations)
{
    /// <summary>The obligation to answer.</summary>
    public sealed record Input(Guid ObligationId);

    /// <summary>The plan's key.</summary>
    // Two people may begin at once: the unique index lets one through, the other finds the plan begun.
    public Task<Guid> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var begun = await op.Db.Plans.Where(p => p.ObligationId == input.ObligationId).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        if (begun is { } existing) return existing;

        var obligation = await op.Db.ObligationAsync(input.ObligationId, ct);
        var parentPath = UnitPath.Parent(obligation.UnitPath);
        var unit = await op.Db.Units.Where(u => u.Id == obligation.UnitId).Join(op.Db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Name, k.ShortName }).FirstAsync(ct);
        var superior = await op.Db.Plans.Where(p => p.UnitPath == parentPath && p.Year == obligation.Year && p.ToYear == obligation.ToYear && p.Paper != null && p.PublishedDownward)
            .Join(op.Db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Paper!.Number, p.Paper.IssuedOn, u.Name }).FirstOrDefaultAsync(ct);
        var parentName = await op.Db.Units.Where(u => u.Path == parentPath).Select(u => u.Name).FirstOrDefaultAsync(ct);

        var basis = superior is { Number: { } number, IssuedOn: { } issued } ? Template(nameof(PlanTemplate.BasisOnSuperiorPlan), number, Wording.Day(issued), superior.Name, unit.Name) : "";
        var recipients = parentName is null ? "" : Template(nameof(PlanTemplate.Recipients), parentName, unit.ShortName);
        var plan = UnitPlan.Begin(op.Actor, null, obligation, basis, recipients, op.Now);
        op.Db.Plans.Add(plan);
        await op.SaveAsync(ct);
        return plan.Id;
    });

    // A paper's text is Vietnamese whatever language its writer reads the screen in.
    internal static string Template(string key, params object[] facts) =>
        string.Format(CultureInfo.InvariantCulture, PlanTemplate.ResourceManager.GetString(key, CultureInfo.InvariantCulture)!, facts);
}
