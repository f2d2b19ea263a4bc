using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.TestKit;

/// <summary>What people do in many tests, through the use cases themselves.</summary>
public static class Acts
{
    /// <summary>Types one field over whatever stands there.</summary>
    public static Task<SavePlanDraft.Answer> TypeAsync(this TestCampaign campaign, string who, Guid plan, Guid? item, PlanField field, string text, string? began = null) =>
        campaign.As(who).Use<SavePlanDraft>().RunAsync(new(plan, [new(item, field, text, began)]), default);

    /// <summary>A plan with one item.</summary>
    public static async Task<Guid> DraftAsync(this TestCampaign campaign, string who, Guid obligation, string content = "Trồng 50 cây")
    {
        var plan = await campaign.As(who).Use<BeginPlan>().RunAsync(new(obligation), default);
        var item = await campaign.As(who).Use<ArrangePlanItems>().AddAsync(plan, null, default);
        await campaign.TypeAsync(who, plan, item, PlanField.Content, content);
        return plan;
    }

    public static Task MeetAsync(this TestCampaign campaign, string who, Guid plan, DateOnly? on = null, int present = 19) =>
        campaign.As(who).Use<FilePlan>().RecordMeetingAsync(new(plan, on ?? campaign.Clock.Today, present, 22, present), default);

    public static Task IssueAsync(this TestCampaign campaign, string who, Guid plan, string? number = "03-KH/CB", DateOnly? on = null, string signer = "Nguyễn Văn A") =>
        campaign.As(who).Use<FilePlan>().IssueAsync(new(plan, number, on, signer, "Bí thư"), default);

    /// <summary>Sends what stands there now.</summary>
    public static async Task SendAsync(this TestCampaign campaign, string who, Guid plan)
    {
        var version = (await campaign.As(who).Use<ViewPlan>().RunAsync(plan, default)).Version;
        await campaign.As(who).Use<FilePlan>().SendAsync(plan, version, default);
    }

    /// <summary>A plan with one item, adopted, issued today and sent.</summary>
    public static async Task<Guid> SentAsync(this TestCampaign campaign, string who, Guid obligation, string content = "Trồng 50 cây", string number = "03-KH/CB")
    {
        var plan = await campaign.DraftAsync(who, obligation, content);
        await campaign.MeetAsync(who, plan);
        await campaign.IssueAsync(who, plan, number, campaign.Clock.Today);
        await campaign.SendAsync(who, plan);
        return plan;
    }

    /// <summary>The review of the last sending.</summary>
    public static async Task<Guid> ReviewOfAsync(this TestCampaign campaign, Guid plan)
    {
        await using var db = campaign.Database();
        return await db.Reviews.Where(r => r.PlanId == plan && !r.Withdrawn).OrderByDescending(r => r.Round).Select(r => r.Id).FirstAsync();
    }

    /// <summary>Opens the last sending and writes a remark.</summary>
    public static async Task<Guid> ReadAsync(this TestCampaign campaign, string reader, Guid plan, string? remark = "Cần nêu rõ thời gian")
    {
        var review = await campaign.ReviewOfAsync(plan);
        await campaign.As(reader).Use<ForwardPlan>().OpenAsync(review, default);
        if (remark is not null) await campaign.As(reader).Use<ForwardPlan>().RemarkAsync(new(review, null, null, remark), default);
        return review;
    }

    /// <summary>Reads, remarks and asks for a supplement.</summary>
    public static async Task<Guid> AskAsync(this TestCampaign campaign, string reader, string leader, Guid plan, string remark = "Cần nêu rõ thời gian")
    {
        var review = await campaign.ReadAsync(reader, plan, remark);
        await campaign.As(reader).Use<ForwardPlan>().ProposeAsync(review, OpinionKind.AskSupplement, default);
        await campaign.As(leader).Use<ForwardPlan>().AskSupplementAsync(review, default);
        return review;
    }
}
