namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>The demo's data folder: made once per run, copied for whoever wants to write in it.</summary>
internal static class DemoData
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>A data folder of one's own, told for today.</summary>
    public static async Task<string> CopyAsync() => TemporaryFolder.CopyOf(await Made.Value);

    private static async Task<string> MakeAsync()
    {
        var folder = TemporaryFolder.New();
        var made = await WebProgram.RunAsync(["seed", "demo", $"--Data:Folder={folder}"]);
        Assert.True(made.ExitCode == 0, string.Join('\n', [.. made.Errors, .. made.Output]));
        return folder;
    }
}
