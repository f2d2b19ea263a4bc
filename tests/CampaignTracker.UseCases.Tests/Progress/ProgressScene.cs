using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Plans;
using CampaignTracker.UseCases.Progress;

namespace CampaignTracker.UseCases.Tests.Progress;

/// <summary>Short ways to plan, promise and report.</summary>
internal static class ProgressScene
{
    /// <summary>An adopted plan with items: text, result, last day.</summary>
    public static async Task<(Guid Plan, List<Guid> Items)> AdoptedAsync(this TestCampaign campaign, string who, Guid obligation, params (string Text, string Result, DateOnly? EndsOn)[] items)
    {
        var plan = await campaign.As(who).Use<BeginPlan>().RunAsync(new(obligation), default);
        var keys = new List<Guid>();
        foreach (var (text, result, endsOn) in items)
        {
            var item = await campaign.As(who).Use<ArrangePlanItems>().AddAsync(plan, null, default);
            await campaign.TypeAsync(who, plan, item, PlanField.Content, text);
            await campaign.TypeAsync(who, plan, item, PlanField.Product, result);
            if (endsOn is { } day) await campaign.TypeAsync(who, plan, item, PlanField.EndsOn, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            keys.Add(item);
        }
        await campaign.MeetAsync(who, plan);
        return (plan, keys);
    }

    /// <summary>Reports on an item.</summary>
    public static Task<RecordProgress.Stored> OnItemAsync(this TestCampaign campaign, string who, Guid item, Outcome? outcome, int? figure = null, string? text = null, DateOnly? on = null, Guid? key = null) =>
        campaign.As(who).Use<RecordProgress>().RunAsync(new(ProgressSubject.PlanItem, item, outcome, outcome is null, figure, text, on, key ?? Guid.NewGuid()), default);

    /// <summary>Reports on a promise.</summary>
    public static Task<RecordProgress.Stored> OnLineAsync(this TestCampaign campaign, string who, Guid line, Outcome? outcome, int? figure = null, string? text = null, DateOnly? on = null, Guid? key = null) =>
        campaign.As(who).Use<RecordProgress>().RunAsync(new(ProgressSubject.CommitmentLine, line, outcome, outcome is null, figure, text, on, key ?? Guid.NewGuid()), default);

    /// <summary>The list as somebody sees it.</summary>
    public static Task<ViewProgress.Listed> ListAsync(this TestCampaign campaign, string who, ViewProgress.Input? input = null) => campaign.As(who).Use<ViewProgress>().RunAsync(input ?? new(), default);
}
