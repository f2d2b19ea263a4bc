using System.Text;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;
using static CampaignTracker.UseCases.Tests.Scene;

namespace CampaignTracker.UseCases.Tests.Plans;

public sealed class SavePlanDraftTests
{
    private static async Task<(Guid Plan, Guid Item)> BegunAsync(TestCampaign campaign)
    {
        var plan = await campaign.DraftAsync("a1.bt", Town.Owed(Town.CellA1), "Trồng cây");
        return (plan, (await ViewAsync(campaign, plan)).Items[0].Id);
    }

    private static Task<ViewPlan.Page> ViewAsync(TestCampaign campaign, Guid plan) => campaign.As("a1.bt").Use<ViewPlan>().RunAsync(plan, default);

    [SkippableTheory, OnBoth]
    public async Task A_text_typed_over_the_one_that_was_seen_is_stored(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await campaign.TypeAsync("a1.vp", plan, item, PlanField.Content, "Trồng 50 cây", "Trồng cây");
        Assert.Empty(answer.Conflicts);
        Assert.Empty(answer.Refusals);
        Assert.Equal(campaign.Clock.Now, answer.SavedAt);
        var page = await ViewAsync(campaign, plan);
        Assert.Equal("Trồng 50 cây", page.Items[0].Content);
        Assert.Equal(("Đông Văn Thư", campaign.Clock.Now), (page.EditedByName, page.EditedAt));
    }

    [SkippableTheory, OnBoth]
    public async Task Somebody_elses_newer_text_stands_and_both_texts_are_shown_and_kept(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        await campaign.TypeAsync("a1.vp", plan, item, PlanField.Content, "Của văn thư", "Trồng cây");
        var at = campaign.Clock.Now;
        campaign.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "Của bí thư", "Trồng cây");
        Assert.Equal(new SavePlanDraft.Conflict(item, PlanField.Content, "Của bí thư", "Của văn thư", "Đông Văn Thư", at), Assert.Single(answer.Conflicts));
        var page = await ViewAsync(campaign, plan);
        Assert.Equal("Của văn thư", page.Items[0].Content);
        var kept = Assert.Single(page.Kept);
        Assert.Equal((item, PlanField.Content, "Của bí thư", "Đông Văn Bí"), (kept.ItemId!.Value, kept.Field, kept.Text, kept.AuthorName));

        campaign.Clock.Advance(TimeSpan.FromDays(PlanLimits.ConflictDays + 1));
        Assert.Empty((await ViewAsync(campaign, plan)).Kept);
    }

    [SkippableTheory, OnBoth]
    public async Task Without_a_base_the_writer_chose_and_overwrites(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        Assert.Empty((await campaign.TypeAsync("a1.vp", plan, item, PlanField.Content, "Thắng")).Conflicts);
        Assert.Equal("Thắng", (await ViewAsync(campaign, plan)).Items[0].Content);
    }

    [SkippableTheory, OnBoth]
    public async Task One_broken_field_does_not_hold_back_the_others(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        var gone = Guid.NewGuid();
        var answer = await campaign.As("a1.bt").Use<SavePlanDraft>().RunAsync(new(plan,
        [
            new(item, PlanField.Method, "Phát động", ""),
            new(item, PlanField.StartsOn, "2026-05-01", ""),
            new(item, PlanField.EndsOn, "2026-04-01", ""),
            new(item, PlanField.Product, new string('x', PlanLimits.ShortField + 1), ""),
            new(gone, PlanField.Content, "của đầu việc đã xóa", ""),
            new(item, PlanField.Responsible, "Đồng chí A", ""),
            new(null, PlanField.Aims, "Mục đích", ""),
        ]), default);
        Assert.Equal([(item, PlanField.EndsOn, Because.ItemEndsBeforeStart), (item, PlanField.Product, Because.TooLong), (gone, PlanField.Content, Because.NotFound)],
            answer.Refusals.Select(r => (r.ItemId!.Value, r.Field, r.Refusal.Code)));
        var page = await ViewAsync(campaign, plan);
        Assert.Equal(("Phát động", new DateOnly(2026, 5, 1), (DateOnly?)null, "", "Đồng chí A"), (page.Items[0].Method, page.Items[0].StartsOn!.Value, page.Items[0].EndsOn, page.Items[0].Product, page.Items[0].Responsible));
        Assert.Equal("Mục đích", page.Aims);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_people_who_save_different_fields_at_once_lose_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        var met = await campaign.TogetherAsync(
            () => campaign.TypeAsync("a1.bt", plan, item, PlanField.Method, "Của bí thư", ""),
            () => campaign.TypeAsync("a1.vp", plan, item, PlanField.Product, "Của văn thư", ""),
            () => campaign.TypeAsync("a1.pbt", plan, null, PlanField.Aims, "Của phó bí thư", ""));
        Assert.All(met, Assert.Null);
        var page = await ViewAsync(campaign, plan);
        Assert.Equal(("Của bí thư", "Của văn thư", "Của phó bí thư"), (page.Items[0].Method, page.Items[0].Product, page.Aims));
        Assert.Empty(page.Kept);
    }

    [SkippableTheory, OnBoth]
    public async Task Two_people_typing_side_by_side_for_a_while_lose_nothing(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        async Task TypeOnAsync(string who, PlanField field)
        {
            for (var (n, before) = (1, ""); n <= 8; before = $"{field} {n++}") Assert.Empty((await campaign.TypeAsync(who, plan, item, field, $"{field} {n}", before)).Conflicts);
        }
        await Task.WhenAll(Task.Run(() => TypeOnAsync("a1.bt", PlanField.Method)), Task.Run(() => TypeOnAsync("a1.vp", PlanField.Product)));
        var page = await ViewAsync(campaign, plan);
        Assert.Equal(("Method 8", "Product 8"), (page.Items[0].Method, page.Items[0].Product));
    }

    [SkippableTheory, OnBoth]
    public async Task Two_people_who_save_the_same_field_at_once_keep_both_texts(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        var answers = new SavePlanDraft.Answer[2];
        var met = await campaign.TogetherAsync(
            async () => answers[0] = await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "Một", "Trồng cây"),
            async () => answers[1] = await campaign.TypeAsync("a1.vp", plan, item, PlanField.Content, "Hai", "Trồng cây"));
        Assert.All(met, Assert.Null);
        var lost = Assert.Single(answers.SelectMany(a => a.Conflicts));
        var page = await ViewAsync(campaign, plan);
        Assert.Equal(lost.Theirs, page.Items[0].Content);
        Assert.Equal(lost.Mine, Assert.Single(page.Kept).Text);
        Assert.Equal(["Hai", "Một"], new[] { lost.Mine, lost.Theirs }.Order(StringComparer.Ordinal));
    }

    [SkippableTheory, OnBoth]
    public async Task Decomposed_letters_are_stored_composed(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "Đảng ủy xã Việt Bắc".Normalize(NormalizationForm.FormD), "Trồng cây");
        var stored = (await ViewAsync(campaign, plan)).Items[0].Content;
        Assert.Equal("Đảng ủy xã Việt Bắc".Normalize(NormalizationForm.FormC), stored);
        // The browser's base may be decomposed as well: no conflict comes of that.
        Assert.Empty((await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "khác", stored.Normalize(NormalizationForm.FormD))).Conflicts);
    }

    [SkippableTheory, OnBoth]
    public async Task A_letter_that_no_database_takes_does_not_lose_the_text_around_it(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var (plan, item) = await BegunAsync(campaign);
        await campaign.TypeAsync("a1.bt", plan, item, PlanField.Content, "Trồng\0 50 cây \uD83D", "Trồng cây");
        Assert.StartsWith("Trồng 50 cây", (await ViewAsync(campaign, plan)).Items[0].Content, StringComparison.Ordinal);
    }

    [SkippableTheory, OnBoth]
    public async Task Nobody_types_in_a_plan_that_was_sent_or_is_not_theirs(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.TownAsync(on);
        var plan = await campaign.SentAsync("a1.bt", Town.Owed(Town.CellA1));
        await RefusedAsync(Because.PlanNotInState, () => campaign.TypeAsync("a1.bt", plan, null, PlanField.Aims, "muộn", ""));
        await RefusedAsync(Because.NotAllowed, () => campaign.TypeAsync("a1.tv", plan, null, PlanField.Aims, "muộn", ""));
        await RefusedAsync(Because.NotFound, () => campaign.TypeAsync("b1.bt", plan, null, PlanField.Aims, "muộn", ""));
    }
}
