using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.People;
using CampaignTracker.EndToEnd.Tests.Program;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.EndToEnd.Tests.BackgroundWork;

/// <summary>The real program is killed while it is at people's tasks, and goes on with them when it starts again.</summary>
public class TasksSurvive
{
    private const int People = 3000, MostRounds = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Killed_in_the_middle_it_does_every_task_in_the_end_and_none_twice()
    {
        var folder = await DemoData.CopyAsync();
        await using var library = Library.Of(folder);
        var before = await library.AsAsync<ViewParticipants, int>("chibo", async u => (await u.RunAsync(new(), default)).Present);
        var unit = await library.AsAsync<ViewMe, string>("chibo", async u => (await u.RunAsync(default)).UnitCode);
        var import = await library.AsAsync<AskForTask, Guid>("chibo", u => u.ImportAsync(ListOf(unit), default));
        var report = await library.AsAsync<AskForTask, Guid>("tinh", u => u.WorkbookAsync(new(2026), default));
        async Task<ViewTasks.Row> RowAsync(string who, Guid id) => (await library.AsAsync<ViewTasks, ViewTasks.Answer>(who, u => u.RunAsync(0, default))).Tasks.Rows.Single(row => row.Id == id);
        async Task<LongTaskState[]> StatesAsync() => [(await RowAsync("chibo", import)).State, (await RowAsync("tinh", report)).State];

        await using var server = await RunningServer.StartAsync(folder, "Development");
        var met = false;
        for (var round = 0; !met; round++)
        {
            Assert.True(round < MostRounds, "No kill met a running task.");
            // Over already? Then another is asked for, which the next start takes up.
            await Library.UntilAsync(async () => (await StatesAsync()) is var now && (now.Contains(LongTaskState.Running) || now.All(state => state == LongTaskState.Done)), Patience);
            await server.KillAsync();
            met = (await StatesAsync()).Contains(LongTaskState.Running);
            if (!met) report = await library.AsAsync<AskForTask, Guid>("tinh", u => u.WorkbookAsync(new(2026), default));
            await server.RestartAsync();
        }
        await Library.UntilAsync(async () => (await StatesAsync()).All(state => state.IsOver()), Patience);

        Assert.All(await StatesAsync(), state => Assert.Equal(LongTaskState.Done, state));
        Assert.Equal(2, new[] { (await RowAsync("chibo", import)).Attempts, (await RowAsync("tinh", report)).Attempts }.Max());
        Assert.Equal(before + People, await library.AsAsync<ViewParticipants, int>("chibo", async u => (await u.RunAsync(new(), default)).Present));
        var file = await library.AsAsync<OpenResult, OpenResult.Opened>("tinh", u => u.RunAsync(report, default));
        await using (file.Content)
        {
            var start = new byte[2];
            await file.Content.ReadExactlyAsync(start);
            Assert.Equal("PK"u8.ToArray(), start);
        }
        // What the killed process was writing is gone.
        Assert.Empty(Directory.Exists(Path.Combine(folder, "tasks")) ? Directory.GetFiles(Path.Combine(folder, "tasks")) : []);
    }

    private static ImportParticipants.Input ListOf(string unit)
    {
        var columns = Enum.GetValues<ParticipantColumn>();
        static string Letters(int n) => string.Concat(Enumerable.Range(0, 3).Select(place => (char)('a' + (n / (int)Math.Pow(26, place) % 26))));
        var rows = Enumerable.Range(0, People).Select(n => new ParticipantRow(n + 2, false, [.. columns.Select(column => new ImportCell(column == ParticipantColumn.Name ? $"Zz{Letters(n)} Ww{Letters(n * 7)} Qq{Letters(People - n)}" : null))]));
        return new(unit, "danh-sach.xlsx", new ParticipantFile("Sheet", columns.ToDictionary(column => column, column => ((char)('A' + (int)column)).ToString()), [.. rows], []), new Dictionary<int, DuplicateAnswer>());
    }
}
