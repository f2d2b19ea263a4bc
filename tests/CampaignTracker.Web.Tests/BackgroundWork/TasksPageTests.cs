using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.Web.BackgroundWork;
using CampaignTracker.Web.Layout;
using CampaignTracker.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Radzen.Blazor;

namespace CampaignTracker.Web.Tests.BackgroundWork;

public sealed class TasksPageTests : PageTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private Task<Guid> AskAsync(int year = 2026) => Campaign.As("xa").Use<AskForTask>().WorkbookAsync(new(year), default);

    private async Task<TakeTask.Hold> TakeAsync() => (await Campaign.AsSystem().Use<TakeTask>().NextAsync("one", default))!;

    private FinishTask Finish => Campaign.AsSystem().Use<FinishTask>();

    [Fact]
    public void Nothing_asked_says_what_belongs_here()
    {
        SignIn("xa");
        Assert.Contains(TasksText.Empty, Open<TasksPage>("/tasks").Find(".state").TextContent);
    }

    [Fact]
    public async Task A_task_says_how_far_it_is_and_is_stopped()
    {
        await AskAsync();
        var hold = await TakeAsync();
        await Campaign.AsSystem().Use<TellProgress>().RunAsync(hold, LongTaskStep.WritingRows, 250, 1000, default);
        SignIn("xa");
        var dialogs = Render<RadzenDialog>();
        var page = Open<TasksPage>("/tasks");
        var row = page.Find("tbody tr");
        Assert.Contains(TasksText.Running, row.QuerySelector(".chip")!.TextContent);
        Assert.Equal("25", row.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains(TasksText.Of.With(Wording.Of(LongTaskStep.WritingRows), 250, 1000), row.TextContent);

        page.Find("tbody button").Click();
        dialogs.WaitForElement(".rz-dialog-confirm-buttons button, .rz-dialog button", Soon);
        dialogs.FindAll("button").Single(button => button.TextContent.Contains(TasksText.StopAct, StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(TasksText.Stopping, page.Find("tbody .chip").TextContent), Soon);
        Assert.Empty(page.FindAll("tbody button"));
    }

    [Fact]
    public async Task How_tasks_ended_is_said_in_words_and_looking_takes_the_figure_away()
    {
        await AskAsync();
        await Finish.DoneAsync(await TakeAsync(), new("theo-doi.xlsx", "text/plain", new MemoryStream(new byte[2048])), 3, 3, default);
        Campaign.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(2025);
        await Finish.FailedAsync(await TakeAsync(), null, "3F2A-91BC", default);
        SignIn("xa");
        var page = Open<TasksPage>("/tasks");
        var rows = page.FindAll("tbody tr");
        Assert.Contains(TasksText.Unexpected.With("3F2A-91BC"), rows[0].TextContent);
        Assert.Contains(TasksText.Done, rows[1].TextContent);
        Assert.EndsWith("/result", rows[1].QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Contains("2 KB", rows[1].TextContent);
        Assert.Equal(0, (await Campaign.As("xa").Use<ViewTasks>().CountsAsync(default)).Ended);
        Assert.Equal(0, Services.GetRequiredService<Menu>().TasksEnded);
    }

    [Fact]
    public async Task The_menu_says_how_many_ended()
    {
        await AskAsync();
        await Finish.DoneAsync(await TakeAsync(), null, 1, 1, default);
        SignIn("xa");
        var menu = Services.GetRequiredService<Menu>();
        var watch = Render<TaskWatch>();
        watch.WaitForAssertion(() => Assert.Equal(1, menu.TasksEnded), Soon);
        Assert.Equal("1", Render<AccountLinks>().Find("a[href='/tasks'] .count").TextContent);
    }
}
