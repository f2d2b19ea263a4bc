using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Plans;

/// <summary>The whole way of a filing through the use cases, on both databases.</summary>
public class LifeOfAPlanTests
{
    [SkippableTheory, OnBoth]
    public async Task From_the_first_word_to_the_answer(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var plan = await campaign.Given.AUnitPlan().Agreed();

        await using var db = campaign.Database();
        var stored = await db.Plans.Include(p => p.Texts).Include(p => p.Items).Include(p => p.Sendings).AsSplitQuery().AsNoTracking().FirstAsync(p => p.Id == plan.PlanId);
        Assert.Equal(PlanState.Completed, stored.State);
        Assert.Equal("Aims", stored.Texts.Aims);
        Assert.Equal([1, 2], stored.Items.Select(i => i.Ordinal));
        Assert.Equal([Given.Requirement("R-year")], stored.Items[0].Requirements);
        Assert.Equal([Given.Account("chibo")], stored.Hands);
        Assert.Equal(stored.Sendings[0].Seal, PlanSeal.Hash(stored.Sendings[0].Frozen));
        var obligation = await db.Obligations.AsNoTracking().FirstAsync(o => o.Id == plan.ObligationId);
        Assert.Equal(CompletionMode.Agreed, obligation.CompletionMode);
        Assert.Equal(campaign.Clock.Today, obligation.FirstSentOn);
    }

    [SkippableTheory, OnBoth]
    public async Task Every_act_leaves_its_author_in_the_trail(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var plan = await campaign.Given.AUnitPlan().Agreed();

        await using var db = campaign.Database();
        var acts = await db.Audit.AsNoTracking().Where(e => e.RootId == plan.PlanId || e.RootId == plan.ReviewId).OrderBy(e => e.Id).Select(e => new { e.Act, e.ActorName, e.UnitPath }).ToListAsync();
        Assert.Contains(acts, a => a is { Act: nameof(BeginPlan), ActorName: "Holder of chibo" });
        Assert.Contains(acts, a => a is { Act: nameof(FilePlan), ActorName: "Holder of chibo" });
        Assert.Contains(acts, a => a is { Act: "ForwardPlan", ActorName: "Holder of vanthu" });
        Assert.Contains(acts, a => a is { Act: "ForwardPlan", ActorName: "Holder of xa" });
        Assert.All(acts, a => Assert.NotEmpty(a.UnitPath));
    }

    [SkippableTheory, OnBoth]
    public async Task A_supplement_goes_round_again(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var builder = campaign.Given.AUnitPlan();
        var plan = await builder.SupplementAsked();
        campaign.Clock.Advance(TimeSpan.FromDays(2));
        await campaign.As("chibo").Use<SavePlanDraft>().RunAsync(new SavePlanDraft.Input(plan.PlanId, [new(plan.ItemIds[1], PlanField.Method, "In pairs", "")]), default);
        var again = await builder.SendAgain(plan);

        Assert.NotEqual(plan.ReviewId, again.ReviewId);
        await using var db = campaign.Database();
        var obligation = await db.Obligations.AsNoTracking().FirstAsync(o => o.Id == plan.ObligationId);
        Assert.Equal((1, null), (obligation.SupplementsAsked, obligation.SupplementDueOn));
        Assert.Equal(2, await db.Set<Sending>().CountAsync(s => s.PlanId == plan.PlanId));
    }

    [SkippableTheory, OnBoth]
    public async Task A_sending_is_taken_back_until_it_is_opened(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on);
        var sent = await campaign.Given.AUnitPlan().Sent();
        await campaign.As("chibo").Use<FilePlan>().TakeBackAsync(sent.PlanId, default);
        await using (var db = campaign.Database())
        {
            Assert.Equal(PlanState.Issued, await db.Plans.Where(p => p.Id == sent.PlanId).Select(p => p.State).FirstAsync());
            Assert.Null(await db.Obligations.Where(o => o.Id == sent.ObligationId).Select(o => o.FirstSentOn).FirstAsync());
        }

        var opened = await campaign.Given.AUnitPlan("T-1-2").Opened();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => campaign.As("chibo12").Use<FilePlan>().TakeBackAsync(opened.PlanId, default));
        Assert.Contains(refusal.Code, new[] { Because.AlreadyOpened, Because.PlanNotInState });
    }

    [SkippableTheory, OnBoth]
    public async Task The_superiors_issue_dates_those_below(DatabaseProvider on)
    {
        await using var campaign = await TestCampaign.StartAsync(on, new DateOnly(2026, 1, 20));
        await campaign.Given.AUnitPlan("T-1").Issued();

        await using var db = campaign.Database();
        var cell = Given.Unit("T-1-1");
        var (other, body) = (Given.Unit("T-2-1"), Given.Unit("T-1-UB"));
        var due = await db.Obligations.Where(o => o.Kind == Domain.GoverningDocuments.RequirementKind.AnnualPlan).ToDictionaryAsync(o => o.UnitId, o => o.DueOn);
        Assert.Equal(new DateOnly(2026, 2, 3), due[cell]);
        Assert.Equal(new DateOnly(2026, 2, 3), due[body]);
        Assert.Equal(new DateOnly(2026, 3, 16), due[other]);
    }
}
