using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.EndToEnd.Tests.BackgroundWork;

/// <summary>Two processes on one PostgreSQL, started at the same moment.</summary>
public class TasksOnTwoNodes
{
    private const int Askers = 6;

    [NeedsPostgres]
    public async Task Each_task_is_done_once_whichever_node_takes_it()
    {
        await using var database = await PostgresDatabase.EmptyAsync();
        var connection = database.ConnectionString;
        var folder = TemporaryFolder.New();
        string[] settings = ["--Database:Provider=Postgres", $"--Database:ConnectionString={connection}"];
        var made = await WebProgram.RunAsync(["seed", $"--Data:Folder={folder}", .. settings]);
        Assert.True(made.ExitCode == 0, string.Join('\n', made.Errors));
        await using var library = new Library(DatabaseProvider.Postgres, connection, folder);
        var tasks = new List<(Guid Account, Guid Task)>();
        foreach (var n in Enumerable.Range(1, Askers))
        {
            var account = await library.AsSystemAsync<CreateAdministrator, Guid>(u => u.RunAsync(new($"quantri{n}", $"Administrator {n}", "a password of some length"), default));
            tasks.Add((account, await library.AsAsync<AskForTask, Guid>(account, u => u.CheckAsync(default))));
        }

        var nodes = await Task.WhenAll(new[] { "a", "b" }.Select(node => RunningServer.StartAsync(folder, "Production", [.. settings, $"--BackgroundWork:Node={node}"])));

        async Task<ViewTasks.Row[]> RowsAsync() => await Task.WhenAll(tasks.Select(async task => (await library.AsAsync<ViewTasks, ViewTasks.Answer>(task.Account, u => u.RunAsync(0, default))).Tasks.Rows.Single(row => row.Id == task.Task)));
        try
        {
            await Library.UntilAsync(async () => (await RowsAsync()).All(row => row.State.IsOver()), TimeSpan.FromSeconds(45));
            Assert.All(await RowsAsync(), row => Assert.Equal((LongTaskState.Done, 1, true), (row.State, row.Attempts, row.File!.There)));
            var runs = await library.AsAsync<ViewRuns, ViewRuns.Answer>(tasks[0].Account, u => u.RunAsync(default));
            Assert.Empty(runs.Errors);
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }
}

/// <summary>A fact that wants CAMPAIGN_POSTGRES, a connection string that may create databases; without it the test is skipped, or fails where CAMPAIGN_NO_SKIP is 1.</summary>
internal sealed class NeedsPostgresAttribute : FactAttribute
{
    public NeedsPostgresAttribute() => Skip = Need.Skip(PostgresDatabase.Missing);
}
