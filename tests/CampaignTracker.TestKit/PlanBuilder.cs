using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.TestKit;

/// <summary>A plan brought to a step of its life by the people who would do it, through the use cases.</summary>
public sealed class PlanBuilder
{
    private readonly TestCampaign campaign;
    private readonly string unitCode;
    private readonly RequirementKind kind;

    internal PlanBuilder(TestCampaign campaign, string unitCode, RequirementKind kind) => (this.campaign, this.unitCode, this.kind) = (campaign, unitCode, kind);

    /// <summary>A plan at hand.</summary>
    /// <param name="PlanId">The plan.</param>
    /// <param name="ObligationId">What it answers.</param>
    /// <param name="ItemIds">Its items by number.</param>
    /// <param name="ReviewId">The latest review, null before sending.</param>
    public sealed record AtHand(Guid PlanId, Guid ObligationId, IReadOnlyList<Guid> ItemIds, Guid? ReviewId);

    private Session Writer => campaign.As(Role.Secretary, Given.Unit(unitCode));
    private string ParentCode => unitCode[..unitCode.LastIndexOf('-')];
    private Session Officer => ParentCode == "T" ? campaign.As("tinh") : campaign.As(Role.Officer, Given.Unit(ParentCode));
    private Session Leader => ParentCode == "T" ? campaign.As("tinh.lanhdao") : campaign.As(Role.Secretary, Given.Unit(ParentCode));

    /// <summary>Begun, with one clear item and one that lacks method and product.</summary>
    public async Task<AtHand> Begun()
    {
        await using var db = campaign.Database();
        var unitId = Given.Unit(unitCode);
        var obligation = await db.Obligations.AsNoTracking().FirstAsync(o => o.UnitId == unitId && o.Kind == kind && o.Year == Given.Year);
        var plan = await Writer.Use<BeginPlan>().RunAsync(new BeginPlan.Input(obligation.Id), default);
        var clear = await Writer.Use<ArrangePlanItems>().AddAsync(plan, obligation.RequirementId, default);
        var unclear = await Writer.Use<ArrangePlanItems>().AddAsync(plan, null, default);
        await Writer.Use<SavePlanDraft>().RunAsync(new SavePlanDraft.Input(plan,
        [
            new(null, PlanField.Aims, "Aims", ""),
            new(clear, PlanField.Content, "Read one chapter a month", ""),
            new(clear, PlanField.Role, nameof(ItemRole.Lead), ""),
            new(clear, PlanField.Responsible, "Secretary", ""),
            new(clear, PlanField.Method, "At the monthly meeting", ""),
            new(clear, PlanField.StartsOn, $"{Given.Year}-03-01", ""),
            new(clear, PlanField.EndsOn, $"{Given.Year}-11-30", ""),
            new(clear, PlanField.Product, "9 minutes", ""),
            new(unclear, PlanField.Content, "Do more", ""),
        ]), default);
        return new AtHand(plan, obligation.Id, [clear, unclear], null);
    }

    /// <summary>Adopted by the meeting, today.</summary>
    public async Task<AtHand> Adopted()
    {
        var plan = await Begun();
        await Writer.Use<FilePlan>().RecordMeetingAsync(new FilePlan.Meeting(plan.PlanId, campaign.Clock.Today, 9, 10, 9), default);
        return plan;
    }

    /// <summary>Signed and numbered, today.</summary>
    public async Task<AtHand> Issued()
    {
        var plan = await Adopted();
        await Writer.Use<FilePlan>().IssueAsync(new FilePlan.Paper(plan.PlanId, "03-KH/CB", campaign.Clock.Today, "Signer", "Secretary"), default);
        return plan;
    }

    /// <summary>Sent, now.</summary>
    public async Task<AtHand> Sent() => await SendAgain(await Issued());

    /// <summary>Opened by the superior's officer.</summary>
    public async Task<AtHand> Opened()
    {
        var plan = await Sent();
        await Officer.Use<ForwardPlan>().OpenAsync(plan.ReviewId!.Value, default);
        return plan;
    }

    /// <summary>Proposed to the leader, with a remark on the unclear item.</summary>
    public async Task<AtHand> Proposed(OpinionKind kind = OpinionKind.AskSupplement)
    {
        var plan = await Opened();
        await Officer.Use<ForwardPlan>().RemarkAsync(new ForwardPlan.RemarkInput(plan.ReviewId!.Value, null, plan.ItemIds[1], "Say how"), default);
        await Officer.Use<ForwardPlan>().ProposeAsync(plan.ReviewId!.Value, kind, default);
        return plan;
    }

    /// <summary>Asked to supplement.</summary>
    public async Task<AtHand> SupplementAsked()
    {
        var plan = await Proposed();
        await Leader.Use<ForwardPlan>().AskSupplementAsync(plan.ReviewId!.Value, default);
        return plan;
    }

    /// <summary>Agreed.</summary>
    public async Task<AtHand> Agreed()
    {
        var plan = await Proposed(OpinionKind.Agree);
        await Leader.Use<ForwardPlan>().AgreeAsync(plan.ReviewId!.Value, default);
        return plan;
    }

    /// <summary>Sends a plan, for the first time or after a supplement.</summary>
    public async Task<AtHand> SendAgain(AtHand plan)
    {
        await using var db = campaign.Database();
        var version = await db.Plans.Where(p => p.Id == plan.PlanId).Select(p => p.Version).FirstAsync();
        await Writer.Use<FilePlan>().SendAsync(plan.PlanId, version, default);
        var review = await db.Reviews.Where(r => r.PlanId == plan.PlanId && !r.Withdrawn).OrderByDescending(r => r.Round).Select(r => r.Id).FirstAsync();
        return plan with { ReviewId = review };
    }
}
