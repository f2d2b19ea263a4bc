using System.Net;
using System.Net.Sockets;
using CampaignTracker.EndToEnd.Tests.Program;
using Microsoft.Data.Sqlite;

namespace CampaignTracker.EndToEnd.Tests.Start;

/// <summary>What is wrong at the start is said in one line that names the file or the setting.</summary>
public class StartRefusals
{
    [Fact]
    public async Task A_broken_seed_file_is_named()
    {
        var seed = TemporaryFolder.CopyOf(WebProgram.SeedFolder);
        var broken = Directory.EnumerateFiles(Path.Combine(seed, "documents"), "*.json").Order(StringComparer.Ordinal).First();
        await File.WriteAllTextAsync(broken, "{ \"symbol\": ");

        await RefusesAsync([Data(TemporaryFolder.New()), $"--Data:SeedFolder={seed}"], "Development", Path.GetFileName(broken));
    }

    [Fact]
    public async Task A_missing_seed_folder_is_named() =>
        await RefusesAsync([Data(TemporaryFolder.New()), "--Data:SeedFolder=/nowhere/seed-data"], "Development", "/nowhere/seed-data");

    [Fact]
    public async Task An_unreachable_PostgreSQL_is_named() =>
        await RefusesAsync([Data(TemporaryFolder.New()), "--Database:Provider=Postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Database=campaign;Username=nobody;Password=none;Timeout=3"],
            "Development", "127.0.0.1:1", "Database:ConnectionString");

    [Fact]
    public async Task PostgreSQL_without_a_connection_string() =>
        await RefusesAsync([Data(TemporaryFolder.New()), "--Database:Provider=Postgres"], "Development", "Database:ConnectionString");

    [Fact]
    public async Task A_connection_string_that_cannot_be_read() =>
        await RefusesAsync([Data(TemporaryFolder.New()), "--Database:ConnectionString=Nonsense=1"], "Development", "Database:ConnectionString");

    [Fact]
    public async Task A_locked_SQLite_file_is_named()
    {
        var file = Path.Combine(await DemoData.CopyAsync(), "campaign.db");
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync();

        await RefusesAsync([Data(TemporaryFolder.New()), $"--Database:ConnectionString=Data Source={file};Default Timeout=1"], "Development", file);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var folder = TemporaryFolder.New();
        await File.WriteAllTextAsync(Path.Combine(folder, "campaign.db"), string.Concat(Enumerable.Repeat("This is no database. ", 400)));

        await RefusesAsync([Data(folder)], "Development", "campaign.db");
    }

    [Fact]
    public async Task An_unknown_database_provider() =>
        await RefusesAsync([Data(TemporaryFolder.New()), "--Database:Provider=Oracle"], "Development", "Database:Provider");

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await RefusesAsync([Data(await DemoData.CopyAsync()), "--urls", $"http://127.0.0.1:{port}"], "Development", $"{port}", "--urls");
    }

    [Fact]
    public async Task The_demo_is_not_served_outside_Development() =>
        await RefusesAsync([Data(await DemoData.CopyAsync())], "Production", "demo accounts", "Data:Folder");

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        // A file stands where the folder should be: this stops an administrator as well.
        var file = Path.Combine(TemporaryFolder.New(), "taken");
        await File.WriteAllTextAsync(file, "");

        await RefusesAsync([Data(Path.Combine(file, "data"))], "Development", file);
    }

    [Fact]
    public async Task A_day_of_the_demo_that_is_none() =>
        await RefusesAsync([Data(TemporaryFolder.New()), "--Demo:Today=yesterday"], "Development", "Demo:Today");

    private static string Data(string folder) => $"--Data:Folder={folder}";

    private static async Task RefusesAsync(string[] settings, string environment, params string[] names)
    {
        string[] address = settings.Contains("--urls") ? [] : ["--urls", $"http://127.0.0.1:{RunningServer.FreePort()}"];
        var ended = await WebProgram.RunAsync([.. settings, .. address], environment);

        Assert.NotEqual(0, ended.ExitCode);
        var line = Assert.Single(ended.Errors);
        Assert.All(names, name => Assert.Contains(name, line, StringComparison.Ordinal));
    }
}
