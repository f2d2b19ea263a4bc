using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.Web.Audit;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Audit;

public sealed class AuditPageTests : PageTest
{
    [Fact]
    public async Task A_plans_trail_says_in_words_what_was_done_and_opens_into_before_and_after()
    {
        var plan = await Campaign.Given.AUnitPlan().Proposed();
        SignIn("kiemtra");
        var page = Open<AuditPage>($"/audit?root={plan.PlanId}");
        Assert.Contains(AuditText.OneThing, page.Markup);
        var acts = page.FindAll("tbody th").Select(th => th.TextContent.Trim()).ToList();
        Assert.Contains(AuditText.Act_Remarked, acts);
        Assert.Contains(AuditText.Act_State.With(Wording.Of(PlanState.UnderReview), Wording.Of(PlanState.Proposed)), acts);
        Assert.DoesNotContain(AuditText.Act_Other, acts);

        page.FindAll("tbody tr").Single(r => r.TextContent.Contains(AuditText.Act_Remarked, StringComparison.Ordinal)).QuerySelector("button")!.Click();
        Assert.Contains("Say how", page.Find(".change-lines").TextContent);
        Assert.Contains(AuditText.Nothing, page.Find(".change-lines").TextContent);
    }

    [Fact]
    public void Who_may_not_read_it_is_told_calmly()
    {
        SignIn("vanthu");
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<AuditPage>("/audit").Find(".state").TextContent);
    }

    [Fact]
    public async Task A_secretary_reads_the_own_unit_and_is_not_asked_for_another()
    {
        await Campaign.Given.AUnitPlan().Sent();
        await Campaign.Given.AUnitPlan("T-1-2").Sent();
        SignIn("chibo");
        var page = Open<AuditPage>("/audit");
        Assert.Empty(page.FindAll("[role=combobox]"));
        Assert.NotEmpty(page.FindAll("tbody tr"));
        Assert.DoesNotContain("Cell 1.2", page.Markup);
    }

    [Fact]
    public void What_has_no_word_is_said_neutrally_and_hidden_from_nobody()
    {
        var row = new ViewAudit.Row(Guid.Empty, default, "x", "SomethingNew", "Thing", Guid.Empty, null, null,
            [new("UnknownField", null, "v"), new($"PlanItem 3 [{Guid.Empty:N}].EndsOn", null, "2026-11-30"), new($"Remark [{Guid.Empty:N}]", "", null)], Withheld: false);
        Assert.Equal(AuditText.Act_Other, AuditWords.Act(row));
        var lines = AuditWords.Lines(row).ToList();
        Assert.Equal(new AuditWords.Line("UnknownField", null, "v", true), lines[0]);
        Assert.Equal(new AuditWords.Line($"{AuditText.Thing_PlanItem.With(3)}: {AuditText.Field_EndsOn}", null, "30/11/2026", false), lines[1]);
        Assert.Equal(AuditText.Thing_Remark, lines[2].Field);
    }
}
