using CampaignTracker.Domain;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Plans;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Filing;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.Layout;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.TwoNodes;

/// <summary>Two nodes on one PostgreSQL behind nginx, one killed: whoever worked there stays signed in and loses no letter, and what was asked of the server is done.</summary>
public class OneNodeDies
{
    private static readonly string Method = Wording.Of(PlanField.Method);

    [NeedsTwoNodes]
    public async Task Sign_in_draft_and_jobs_go_on_at_the_other_node()
    {
        await using var database = await PostgresDatabase.EmptyAsync();
        var folder = TemporaryFolder.New();
        string[] settings = ["--Database:Provider=Postgres", $"--Database:ConnectionString={database.ConnectionString}"];
        await using var one = await RunningServer.StartAsync(folder, "Development", settings);
        await using var other = await RunningServer.StartAsync(folder, "Development", settings);
        await using var proxy = await Proxy.StartAsync(one.Address, other.Address);
        // The demo is the same row for row in both databases.
        var (plan, year) = new DemoFacts(await DemoData.CopyAsync()).Draft;
        await using var chibo = await Visitor.SignedInAsync(one, "chibo", over: proxy.Address);
        await chibo.GoOnWritingAsync(year);
        await chibo.OpenItemAsync(1);
        await chibo.WriteAsync(Method, "Trước khi nút hỏng,");

        // Asked for at the moment of the accident: whichever node is left does it.
        await using var library = new Library(DatabaseProvider.Postgres, database.ConnectionString, folder);
        var task = await library.AsAsync<AskForTask, Guid>("chibo", u => u.PapersAsync(new(year), default));
        var serving = await NodeOfAsync(chibo);
        await (one.Address.EndsWith(serving, StringComparison.Ordinal) ? one : other).KillAsync();
        await chibo.Field(Method).PressSequentiallyAsync(" trong khi nút hỏng,");
        await chibo.SeesAsync(LayoutText.LineCut.Split("{0}")[0].Trim());
        await chibo.TheLineIsBackAsync(Method);
        await chibo.Field(Method).PressAsync("Control+End");
        await chibo.Field(Method).PressSequentiallyAsync(" ở nút kia.");

        const string Whole = "Trước khi nút hỏng, trong khi nút hỏng, ở nút kia.";
        await Expect(chibo.Field(Method)).ToHaveValueAsync(Whole);
        await chibo.AllSavedAsync();
        Assert.NotEqual(serving, await NodeOfAsync(chibo));
        Assert.Equal(Whole, await database.ReadAsync($"SELECT \"Method\" FROM \"PlanItems\" WHERE \"PlanId\" = '{plan}' AND \"Ordinal\" = 1"));
        await Library.UntilAsync(async () => (await TaskAsync(library, task)).State.IsOver(), TimeSpan.FromSeconds(150));
        Assert.Equal(LongTaskState.Done, (await TaskAsync(library, task)).State);
    }

    private static async Task<ViewTasks.Row> TaskAsync(Library library, Guid id) => (await library.AsAsync<ViewTasks, ViewTasks.Answer>("chibo", u => u.RunAsync(0, default))).Tasks.Rows.Single(row => row.Id == id);

    // The proxy names the node that answered.
    private static async Task<string> NodeOfAsync(Visitor visitor) =>
        (await visitor.Page.EvaluateAsync<string>("async () => (await fetch('/health/live')).headers.get('X-Node')")).Split(", ")[^1];
}
