using System.Globalization;
using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Plans;
using CampaignTracker.EndToEnd.Tests.Browser;
using CampaignTracker.EndToEnd.Tests.Filing;
using CampaignTracker.EndToEnd.Tests.Program;
using static Microsoft.Playwright.Assertions;

namespace CampaignTracker.EndToEnd.Tests.Backups;

/// <summary>The drill: backed up while somebody writes, everything destroyed, restored, and all that was acknowledged before is there.</summary>
public class BackupDrill
{
    private const string Before = "Trước khi sao lưu, từng chữ một";

    private static readonly string Method = Wording.Of(PlanField.Method);

    [NeedsBrowser]
    public async Task On_SQLite() => await DrillAsync(new DrillDatabase.Sqlite(await DemoData.CopyAsync()));

    [NeedsBrowserAndPostgres]
    public async Task On_PostgreSQL() => await DrillAsync(await DrillDatabase.Postgres.MakeAsync(TemporaryFolder.New()));

    private static async Task DrillAsync(DrillDatabase database)
    {
        await using var drop = database;
        string[] settings = [.. database.Settings, $"--Backup:Folder={TemporaryFolder.New()}"];
        string[] all = [$"--Data:Folder={database.DataFolder}", .. settings];
        await using var server = await RunningServer.StartAsync(database.DataFolder, "Development", settings);
        var (draft, year) = (await database.ReadAsync(DraftOfTheCell))[0] is [var id, var y] ? (id, int.Parse(y, CultureInfo.InvariantCulture)) : default;
        var filed = (await database.ReadAsync(FiledPlanOfTheCell))[0][0];
        string name;
        await using (var chibo = await Visitor.SignedInAsync(server, "chibo"))
        {
            await chibo.GoOnWritingAsync(year);
            await chibo.OpenItemAsync(1);
            await chibo.WriteAsync(Method, Before);
            await chibo.AllSavedAsync();

            var backup = WebProgram.RunAsync(["backup", .. all]);
            // Saved again and again without growing: a field has its limit, and a backup takes as long as it takes.
            while (!backup.IsCompleted)
            {
                await chibo.Field(Method).PressSequentiallyAsync(" nữa");
                for (var letter = 0; letter < 4; letter++) await chibo.Field(Method).PressAsync("Backspace");
            }
            var made = await backup;
            Assert.True(made.ExitCode == 0, string.Join('\n', [.. made.Errors, .. made.Output]));
            name = Path.GetFileName(made.Output.Single(line => line.StartsWith("Backup ", StringComparison.Ordinal)).Split(": ")[1]);
            await chibo.AllSavedAsync();
        }
        var countsBefore = await CountsAsync(database);
        var running = await WebProgram.RunAsync(["restore", name, "--yes", .. all]);
        Assert.True(running.ExitCode == 1 && running.Errors.Length == 1, string.Join('\n', running.Errors));

        await server.KillAsync();
        await database.DestroyAsync();
        var restored = await WebProgram.RunAsync(["restore", name, "--yes", .. all]);
        Assert.True(restored.ExitCode == 0, string.Join('\n', [.. restored.Errors, .. restored.Output]));

        var counts = await CountsAsync(database);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(settings[^1].Split('=')[1], name, "manifest.json"))).RootElement;
        Assert.Equal(manifest.GetProperty("rows").EnumerateObject().ToDictionary(row => row.Name, row => row.Value.GetInt64()), counts);
        // Typing goes on in one draft: its trail grew, and the clock-work notes its runs.
        Assert.Equal(countsBefore.Where(StandsStill), counts.Where(StandsStill));
        Assert.True(Directory.EnumerateFiles(Path.Combine(database.DataFolder, "files"), "*", SearchOption.AllDirectories).Count() >= manifest.GetProperty("contents").GetInt32());

        await server.RestartAsync();
        await using var after = await Visitor.SignedInAsync(server, "chibo");
        await after.OpenAsync($"/plans/{filed}");
        await Expect(after.Title).ToBeVisibleAsync();
        await after.GoOnWritingAsync(year);
        await after.OpenItemAsync(1);
        Assert.StartsWith(Before, await after.Field(Method).InputValueAsync(), StringComparison.Ordinal);
        Assert.StartsWith(Before, (await database.ReadAsync($"SELECT \"Method\" FROM \"PlanItems\" WHERE {database.Same("\"PlanId\"", draft)} AND \"Ordinal\" = 1"))[0][0], StringComparison.Ordinal);
    }

    private static bool StandsStill(KeyValuePair<string, long> table) => table.Key is not ("Audit" or "DraftConflicts" or "ScheduledRuns");

    private const string OfTheCell = "FROM \"Plans\" p JOIN \"Obligations\" o ON o.\"Id\" = p.\"ObligationId\" JOIN \"Posts\" h ON h.\"UnitId\" = p.\"UnitId\" JOIN \"Accounts\" a ON a.\"Id\" = h.\"AccountId\" WHERE a.\"UserName\" = 'chibo'";

    private const string DraftOfTheCell = $"SELECT p.\"Id\", p.\"Year\" {OfTheCell} AND o.\"Kind\" = 'AnnualPlan' AND o.\"FirstSentOn\" IS NULL";

    private const string FiledPlanOfTheCell = $"SELECT p.\"Id\" {OfTheCell} AND o.\"FirstSentOn\" IS NOT NULL";

    private static async Task<SortedDictionary<string, long>> CountsAsync(DrillDatabase database)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await database.TablesAsync()) counts[table] = long.Parse((await database.ReadAsync($"SELECT COUNT(*) FROM \"{table}\""))[0][0], CultureInfo.InvariantCulture);
        return counts;
    }
}
