using System.Globalization;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.Jobs;
using CampaignTracker.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Radzen.Blazor;
using IScheduler = Quartz.IScheduler;

namespace CampaignTracker.Web.Tests.Jobs;

public sealed class SchedulePageTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    // The schedule's own table on a scheduler that keeps its store in memory and never starts its clock.
    private async Task<IScheduler> ScheduledAsync(Session session)
    {
        Services.AddQuartz(quartz => quartz.UseInMemoryStore(_ => { }));
        Services.AddScoped(provider => new ScheduleDesk(provider.GetRequiredService<ISchedulerFactory>(), session.Use<ViewRuns>(), session.Use<KeepSchedule>()));
        var scheduler = await Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await ClockWork.ArrangeAsync(scheduler, default);
        return scheduler;
    }

    [Fact]
    public async Task Every_job_is_there_in_plain_words_with_its_times_and_its_last_run()
    {
        var now = Campaign.Clock.Now;
        await Campaign.AsSystem().Use<NoteRun>().RunAsync(new("RemoveOldResults", now, now.AddSeconds(2.5), null, null, "one"), default);
        await Campaign.AsSystem().Use<NoteRun>().RunAsync(new("CloseUnanswered", now, now, "the disk broke", "3F2A-91BC", "one"), default);
        await ScheduledAsync(SignIn("quantri"));
        var page = Open<SchedulePage>("/admin/schedule");
        Assert.Equal(Schedule.Jobs.Select(job => ScheduleWords.NameOf(job.Name)), page.FindAll("table.schedule")[0].QuerySelectorAll(".row-name").Select(name => name.TextContent));
        var rows = page.FindAll("table.schedule")[0].QuerySelectorAll("tbody tr");
        var removing = rows.Single(row => row.TextContent.Contains(ScheduleText.Job_RemoveOldResults, StringComparison.Ordinal));
        Assert.Contains(ScheduleText.Nightly.With("02:30"), removing.TextContent);
        Assert.Contains(ScheduleText.Seconds.With(2.5), removing.TextContent);
        Assert.Contains(ScheduleText.Good, removing.QuerySelector(".chip")!.TextContent);
        Assert.Contains("02:30", removing.QuerySelectorAll("td")[2].TextContent);
        Assert.Contains("the disk broke", page.FindAll("table.schedule")[1].TextContent);
        Assert.Contains("3F2A-91BC", page.FindAll("table.schedule")[1].TextContent);
        // What people asked for is never held up.
        Assert.Single(rows.Single(row => row.TextContent.Contains(ScheduleText.Job_RunTasks, StringComparison.Ordinal)).QuerySelectorAll("button"));
    }

    [Fact]
    public async Task A_job_is_paused_and_resumed()
    {
        var scheduler = await ScheduledAsync(SignIn("quantri"));
        var dialogs = Render<RadzenDialog>();
        var page = Open<SchedulePage>("/admin/schedule");
        page.FindAll("button").Single(button => button.GetAttribute("aria-label") == ScheduleText.PauseOne.With(ScheduleText.Job_RemoveOldResults)).Click();
        dialogs.WaitForElement(".rz-dialog button", Soon);
        dialogs.FindAll("button").Single(button => button.TextContent.Contains(ScheduleText.PauseAct, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(ScheduleText.Paused, page.Find("table.schedule").TextContent), Soon);
        Assert.Equal(TriggerState.Paused, await scheduler.GetTriggerState(new TriggerKey("RemoveOldResults")));

        // A start does not undo it.
        await ClockWork.ArrangeAsync(scheduler, default);
        Assert.Equal(TriggerState.Paused, await scheduler.GetTriggerState(new TriggerKey("RemoveOldResults")));

        page.FindAll("button").Single(button => button.GetAttribute("aria-label") == ScheduleText.ResumeOne.With(ScheduleText.Job_RemoveOldResults)).Click();
        page.WaitForAssertion(() => Assert.DoesNotContain(ScheduleText.Paused, page.Find("table.schedule").TextContent), Soon);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_told_calmly()
    {
        await ScheduledAsync(SignIn("tinh.lanhdao"));
        Assert.Contains(Wording.Of(Because.NotAllowed), Open<SchedulePage>("/admin/schedule").Find(".state").TextContent);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_job_has_its_words(string language)
    {
        foreach (var job in Schedule.Jobs)
            foreach (var key in new[] { "Job_" + job.Name, "About_" + job.Name })
                Assert.False(string.IsNullOrEmpty(ScheduleText.ResourceManager.GetResourceSet(language == "vi" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), true, false)!.GetString(key)), key);
        Assert.Equal(Schedule.Jobs.Count, Schedule.Jobs.Select(job => job.Name).Distinct().Count());
    }
}
