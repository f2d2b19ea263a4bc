using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Plans;

/// <summary>The unit's own steps: the meeting that adopted the plan, its number and signer, sending, taking back.</summary>
public sealed class FilePlan(Operations operations)
{
    /// <summary>The adopting meeting. People counted, date local.</summary>
    public sealed record Meeting(Guid PlanId, [property: Required] DateOnly? MeetingDate, [property: Required] int? Present, [property: Required] int? Total, [property: Required] int? InFavour);

    /// <summary>Number and date from the office's register, and who signed; number and date may follow later.</summary>
    public sealed record Paper(Guid PlanId, [property: StringLength(PlanLimits.PaperNumber)] string? PaperNumber, DateOnly? PaperDate,
        [property: Required, StringLength(PlanLimits.Signer)] string Signer, [property: Required, StringLength(PlanLimits.Signer)] string SignerPost);

    /// <summary>How the unit answers when not by a plan of its own.</summary>
    public sealed record AnswerInput(Guid PlanId, PlanAnswer Answer, [property: StringLength(PlanLimits.Answer)] string? Text);

    /// <summary>Records the meeting.</summary>
    public async Task RecordMeetingAsync(Meeting input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var plan = await op.Db.PlanAsync(input.PlanId, ct);
        plan.RecordMeeting(op.Actor, new PlanMeeting(input.MeetingDate!.Value, input.Present!.Value, input.Total!.Value, input.InFavour!.Value, op.Today), op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Records number, date and signer. Due dates of units below that hang on this paper move with it.</summary>
    public async Task IssueAsync(Paper input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var plan = await op.Db.PlanAsync(input.PlanId, ct);
        plan.Issue(op.Actor, new PlanPaper(input.PaperNumber, input.PaperDate, input.Signer, input.SignerPost, plan.Meeting?.HeldOn, op.Today), op.Now);
        await DateThoseBelowAsync(op, plan, ct);
        await op.SaveAsync(ct);
    }

    /// <summary>Sets how the unit answers: own plan, covered by another, or out of scope.</summary>
    public async Task AnswerAsync(AnswerInput input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var plan = await op.Db.PlanAsync(input.PlanId, ct);
        plan.AnswerWith(op.Actor, input.Answer, input.Text, op.Now);
        await op.SaveAsync(ct);
    }

    /// <summary>Sends the plan to the superior.</summary>
    /// <param name="planId">The plan.</param>
    /// <param name="versionSeen">The version the sender looked at: a newer one is refused, so that nobody sends what they have not read.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SendAsync(Guid planId, int versionSeen, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await op.Db.PlanAsync(planId, ct);
        if (plan.Version != versionSeen) throw new Refusal(Because.ChangedMeanwhile, null, plan.EditedByName, plan.EditedAt);
        var obligation = await op.Db.ObligationAsync(plan.ObligationId, ct);
        plan.Send(op.Actor, obligation, op.Now, op.Today);
        var calendar = await op.Db.CalendarAsync(ct);
        op.Db.Reviews.Add(Review.Receive(op.Actor, null, plan, op.Today, calendar.AddWorkingDays(op.Today, Review.OpinionWorkingDays)));
        await DateThoseBelowAsync(op, plan, ct);
        await op.SaveAsync(ct);
    }

    /// <summary>Takes the last sending back, as long as nobody above has opened it.</summary>
    public async Task TakeBackAsync(Guid planId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await op.Db.PlanAsync(planId, ct);
        var obligation = await op.Db.ObligationAsync(plan.ObligationId, ct);
        var review = await op.Db.Reviews.FirstOrDefaultAsync(r => r.PlanId == planId && r.Round == plan.Rounds && !r.Withdrawn, ct).OrRefuseAsync();
        var before = await op.Db.Reviews.Where(r => r.PlanId == planId && r.Round < plan.Rounds && !r.Withdrawn).OrderByDescending(r => r.Round).Select(r => r.SupplementBy).FirstOrDefaultAsync(ct);
        review.Withdraw(op.Actor);
        plan.TakeBack(op.Actor, obligation, before);
        await op.SaveAsync(ct);
    }

    // "Ten working days after the commune's plan": the units directly below whose due date hangs on this paper.
    private static async Task DateThoseBelowAsync(Operation op, UnitPlan plan, CancellationToken ct)
    {
        if (plan.Paper?.IssuedOn is not { } issued || plan.Meeting is null) return;
        var (from, to, length) = (plan.UnitPath, UnitPath.End(plan.UnitPath), plan.UnitPath.Length + UnitPath.Segment);
        var kind = await op.Db.Obligations.Where(o => o.Id == plan.ObligationId).Select(o => o.Kind).FirstAsync(ct);
        var below = await op.Db.Obligations
            .Where(o => string.Compare(o.UnitPath, from) > 0 && string.Compare(o.UnitPath, to) < 0 && o.UnitPath.Length == length && o.Year == plan.Year && o.Kind == kind && o.FirstSentOn == null)
            .Join(op.Db.Units, o => o.UnitId, u => u.Id, (o, u) => new { Obligation = o, u.KindCode }).ToListAsync(ct);
        if (below.Count == 0) return;
        var requirementIds = below.Select(row => row.Obligation.RequirementId).Distinct().ToList();
        var requirements = await op.Db.Requirements.Include(r => r.Deadlines).AsNoTracking().Where(r => requirementIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var calendar = await op.Db.CalendarAsync(ct);
        foreach (var row in below)
            if (requirements[row.Obligation.RequirementId].DeadlineFor(row.KindCode) is { WorkingDaysAfterSuperior: not null } rule)
                row.Obligation.DateFromSuperior(op.Actor, calendar.DueDate(rule, plan.Year, issued));
    }
}
