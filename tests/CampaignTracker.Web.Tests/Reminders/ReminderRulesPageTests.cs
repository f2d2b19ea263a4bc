using CampaignTracker.Domain.Reminders;
using CampaignTracker.UseCases.Reminders;
using CampaignTracker.Web.Reminders;
using CampaignTracker.Web.Shared;

namespace CampaignTracker.Web.Tests.Reminders;

public sealed class ReminderRulesPageTests : PageTest
{
    private async Task RoundAsync(DateOnly day)
    {
        Campaign.Clock.Set(day, 6, 30);
        await Campaign.AsSystem().Use<DecideReminders>().RunAsync(default);
    }

    [Fact]
    public async Task Every_rule_says_when_to_whom_and_what_came_of_it_and_its_numbers_open()
    {
        await RoundAsync(new DateOnly(2026, 3, 3));
        Campaign.Clock.Set(new DateOnly(2026, 3, 9));
        SignIn("tinh");
        var page = Open<ReminderRulesPage>("/reminders/rules");
        page.WaitForState(() => !page.Markup.Contains(RuleText.Counting, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(ReminderRules.All.Count + 1, page.FindAll(".rule").Count);
        var due = page.FindAll(".rule")[0];
        Assert.Equal([RuleText.Before.With("30, 14, 7, 3, 1"), RuleText.OnTheDay], due.QuerySelectorAll(".ladder-step").Select(step => step.TextContent));
        Assert.Contains(Wording.Of(ReminderAudience.Writers), due.TextContent);
        Assert.Contains(RuleText.Never, page.FindAll(".rule")[2].TextContent);
        var overdue = page.FindAll(".rule")[1];
        Assert.Contains("0%", overdue.TextContent);
        Assert.Equal("/reminders/rules/FilingOverdue?slice=Settled", overdue.QuerySelectorAll(".number-link")[3].GetAttribute("href"));
    }

    [Fact]
    public void An_administrator_reads_and_finds_nothing_to_press()
    {
        SignIn("quantri");
        var page = Open<ReminderRulesPage>("/reminders/rules");
        Assert.Contains(RuleText.ReadOnly, page.Markup);
        Assert.Empty(page.FindAll(".rule-edit"));
    }

    [Fact]
    public void Who_has_nothing_to_do_with_it_is_told_calmly()
    {
        SignIn("chibo");
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<ReminderRulesPage>("/reminders/rules").Find(".state").TextContent);
    }

    [Fact]
    public async Task The_rows_behind_a_number_say_who_was_told_and_why()
    {
        await RoundAsync(new DateOnly(2026, 3, 3));
        SignIn("tinh");
        var page = Open<SentRemindersPage>("/reminders/rules/FilingOverdue", route => route.Add(p => p.Code, "FilingOverdue"));
        var row = page.FindAll("tbody tr")[0].TextContent;
        Assert.Contains("Holder of xa", row);
        Assert.Contains(Wording.Of(ReminderAudience.Writers), row);
        Assert.Contains(RuleText.StillOpen.With(3), row);
        var empty = Open<SentRemindersPage>("/reminders/rules/FilingOverdue?search=khong+co", route => route.Add(p => p.Code, "FilingOverdue"));
        Assert.Contains(RuleText.EmptySearch.With("khong co"), empty.Find(".state").TextContent);
    }

    [Fact]
    public async Task A_ladder_is_typed_in_plain_numbers_tried_and_kept()
    {
        SignIn("tinh");
        var answer = await Campaign.As("tinh").Use<ViewReminderRules>().RunAsync(default);
        var form = Render<RuleForm>(parameters => parameters.Add(f => f.Rule, answer.Rules[0]).Add(f => f.Requirements, answer.Requirements));
        Assert.Equal("30, 14, 7, 3, 1", form.Find("#rule-before").GetAttribute("value"));
        form.Find("#rule-before").Input("7, mot");
        await form.Find("button.main").ClickAsync(new());
        Assert.Contains(RuleText.NotNumbers, form.Markup);
        form.Find("#rule-before").Input("7, 7");
        await form.Find("button.main").ClickAsync(new());
        Assert.Contains(Wording.Of(new Refusal(Because.LadderUnsound, null, ReminderLadder.MostSteps, ReminderLadder.FurthestDays)), form.Markup);
        form.Find("#rule-before").Input("13");
        await form.FindAll("button").Single(b => b.TextContent.Contains(RuleText.Try, StringComparison.Ordinal)).ClickAsync(new());
        Assert.Contains(Wording.DayWithWeekday(Campaign.Clock.Today.AddDays(1)), form.Find("[role=status]").TextContent);
        await form.Find("button.main").ClickAsync(new());
        var set = (await Campaign.As("tinh").Use<ViewReminderRules>().RunAsync(default)).Rules[0].General!;
        Assert.Equal(new ReminderLadder([13, 0]), set.Ladder);
    }
}
