using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Reviews;

/// <summary>The list of filings that wait for the asker's opinion, earliest expected first.</summary>
public sealed class ViewReviews(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="Search">Part of a unit's name or code, marks and case ignored.</param>
    /// <param name="Step">Only one step, or null.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return.</param>
    public sealed record Input([property: StringLength(100)] string? Search = null, ReviewStep? Step = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>One filing.</summary>
    public sealed record Row(Guid ReviewId, string UnitCode, string UnitName, RequirementKind Kind, int Year, int ToYear, int Round, DateOnly ReceivedOn, DateOnly ExpectedBy,
        ReviewStep Step, string? ReaderName, OpinionKind? Proposal, string? ProposedByBody, string? ProposedByName, int Remarks);

    /// <summary>A page of it.</summary>
    public sealed record Answer(Page<Row> Page, DateOnly Today);

    /// <summary>Reads a page.</summary>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var rows = from r in ReviewQueue.Mine(op)
                   join u in op.Db.Units on r.UnitId equals u.Id
                   join p in op.Db.Plans on r.PlanId equals p.Id
                   join o in op.Db.Obligations on p.ObligationId equals o.Id
                   select new { r, u, p, o };
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) rows = rows.Where(x => x.u.SearchKey.Contains(key));
        rows = input.Step switch
        {
            ReviewStep.NotOpened => rows.Where(x => x.p.State == Domain.Plans.PlanState.Sent),
            ReviewStep.Proposed => rows.Where(x => x.p.State == Domain.Plans.PlanState.Proposed),
            ReviewStep.Reading => rows.Where(x => x.p.State == Domain.Plans.PlanState.UnderReview),
            _ => rows,
        };
        var count = await rows.CountAsync(ct);
        var page = await rows.OrderBy(x => x.r.ExpectedBy).ThenBy(x => x.r.UnitPath).ThenBy(x => x.r.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take))
            .Select(x => new { x.r.Id, x.u.Code, x.u.Name, x.o.Kind, x.p.Year, x.p.ToYear, x.r.Round, x.r.ReceivedOn, x.r.ExpectedBy, x.p.State, x.r.OpenedByName, x.r.Proposal, x.r.ProposedByBody, x.r.ProposedByName, Remarks = x.r.Remarks.Count }).ToListAsync(ct);
        return new Answer(new Page<Row>([.. page.Select(x => new Row(x.Id, x.Code, x.Name, x.Kind, x.Year, x.ToYear, x.Round, x.ReceivedOn, x.ExpectedBy, ReviewQueue.Step(x.State), x.OpenedByName, x.Proposal, x.ProposedByBody, x.ProposedByName, x.Remarks))], count), op.Today);
    }
}
