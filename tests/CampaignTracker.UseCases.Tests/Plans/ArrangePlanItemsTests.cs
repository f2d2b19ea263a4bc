using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Plans;

public sealed class ArrangePlanItemsTests
{
    private static async Task<string> OrderAsync(TestCampaign campaign, Guid plan) =>
        string.Join(" ", (await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Items.Select(i => $"{i.Ordinal}{i.Content}"));

    [SkippableTheory, OnBoth]
    public async Task Items_are_added_moved_and_removed_and_stay_numbered(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        var arrange = campaign.As("a1.bt").Use<ArrangePlanItems>();
        var items = new List<Guid>();
        foreach (var content in new[] { "A", "B", "C" })
        {
            items.Add(await arrange.AddAsync(plan, null, default));
            await campaign.TypeAsync("a1.bt", plan, items[^1], PlanField.Content, content);
        }
        Assert.Equal("1A 2B 3C", await OrderAsync(campaign, plan));
        await arrange.MoveAsync(plan, items[2], 1, default);
        Assert.Equal("1C 2A 3B", await OrderAsync(campaign, plan));
        await arrange.MoveAsync(plan, items[2], 99, default);
        Assert.Equal("1A 2B 3C", await OrderAsync(campaign, plan));
        await arrange.RemoveAsync(plan, items[0], default);
        Assert.Equal("1B 2C", await OrderAsync(campaign, plan));
        await RefusedAsync(Because.NotFound, () => arrange.RemoveAsync(plan, items[0], default));
    }

    [SkippableTheory, OnBoth]
    public async Task An_item_may_be_added_for_a_task_and_a_task_answered_without_one(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        var arrange = campaign.As("a1.bt").Use<ArrangePlanItems>();
        async Task<ViewPlan.Task> TaskAsync() => Assert.Single((await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default)).Requirements);

        await arrange.AddAsync(plan, Town.Requirement(Town.Task), default);
        Assert.Equal([1], (await TaskAsync()).ItemOrdinals);
        await arrange.AnswerRequirementAsync(plan, Town.Requirement(Town.Task), RequirementAnswerKind.AsCommitteeRules, default);
        await arrange.AnswerRequirementAsync(plan, Town.Requirement(Town.Task), RequirementAnswerKind.OutOfScope, default);
        Assert.Equal(RequirementAnswerKind.OutOfScope, (await TaskAsync()).Answer);
        await arrange.AnswerRequirementAsync(plan, Town.Requirement(Town.Task), null, default);
        Assert.Null((await TaskAsync()).Answer);
    }

    [SkippableTheory, OnBoth]
    public async Task An_item_of_last_year_comes_without_its_dates_and_only_from_ones_own_unit(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        async Task<(Guid Plan, Guid Item)> LastYearAsync(string who, string unit)
        {
            var last = await campaign.DraftAsync(who, Town.Owed(unit, year: Town.Year - 1), "Năm ngoái của " + unit);
            var item = (await campaign.As(who).Use<ViewPlan>().RunAsync(last, default)).Items[0].Id;
            foreach (var (field, text) in new[] { (PlanField.Role, "Lead"), (PlanField.CoOperating, "Đoàn"), (PlanField.Responsible, "Bí thư"), (PlanField.Method, "Họp"), (PlanField.StartsOn, "2025-03-01"), (PlanField.EndsOn, "2025-04-01"), (PlanField.Product, "50 cây"), (PlanField.Requirements, Town.Requirement(Town.Task).ToString()), (PlanField.HintDismissed, "true") })
                await campaign.TypeAsync(who, last, item, field, text);
            return (last, item);
        }
        var (_, mine) = await LastYearAsync("a1.bt", Town.CellA1);
        var (_, others) = await LastYearAsync("a2.bt", Town.CellA2);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);

        var taken = await campaign.As("a1.bt").Use<ArrangePlanItems>().TakeFromLastYearAsync(plan, mine, default);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        var item = Assert.Single(page.Items);
        Assert.Equal(taken, item.Id);
        Assert.NotEqual(mine, item.Id);
        Assert.Equal(("Năm ngoái của " + Town.CellA1, ItemRole.Lead, "Đoàn", "Bí thư", "Họp", "50 cây"), (item.Content, item.Role, item.CoOperating, item.Responsible, item.Method, item.Product));
        Assert.Equal([Town.Requirement(Town.Task)], item.Requirements);
        Assert.Equal((null, null), (item.StartsOn, item.EndsOn));
        Assert.Equal(mine, Assert.Single(page.Before!.Items).Id);

        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ArrangePlanItems>().TakeFromLastYearAsync(plan, others, default));
        await RefusedAsync(Because.NotFound, () => campaign.As("a1.bt").Use<ArrangePlanItems>().TakeFromLastYearAsync(plan, taken, default));
    }

    [SkippableTheory, OnBoth]
    public async Task An_item_added_while_a_colleague_types_is_added(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1));
        var met = await campaign.TogetherAsync(
            () => campaign.As("a1.bt").Use<ArrangePlanItems>().AddAsync(plan, null, default),
            () => campaign.TypeAsync("a1.vp", plan, null, PlanField.Aims, "Mục đích", ""));
        Assert.All(met, Assert.Null);
        var page = await campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);
        Assert.Equal((2, "Mục đích"), (page.Items.Count, page.Aims));
    }

    [SkippableTheory, OnBoth]
    public async Task A_plan_holds_no_more_items_than_the_limit(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.As("a1.bt").Use<BeginPlan>().RunAsync(new(Town.Owed(Town.CellA1)), default);
        await campaign.SetAsync(async db =>
        {
            var row = await UseCases.Plans.PlanReads.PlanAsync(db, plan, default);
            for (var n = 0; n < PlanLimits.Items; n++) row.AddItem(Domain.People.Actor.System, campaign.Clock.Now);
        });
        await RefusedAsync(Because.TooManyItems, () => campaign.As("a1.bt").Use<ArrangePlanItems>().AddAsync(plan, null, default));
    }
}
