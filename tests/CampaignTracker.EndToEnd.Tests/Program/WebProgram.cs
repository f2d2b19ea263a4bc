using System.Diagnostics;

namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>The built Web program as others start it: a process with arguments, an exit code and two streams.</summary>
internal static class WebProgram
{
    /// <summary>The program in its own build output; the copy beside the tests when that is elsewhere.</summary>
    public static readonly string Dll = Find();

    /// <summary>The seed data beside the program.</summary>
    public static string SeedFolder => Path.Combine(Path.GetDirectoryName(Dll)!, "seed-data");

    /// <summary>Runs until it ends by itself.</summary>
    public static async Task<Outcome> RunAsync(string[] arguments, string environment = "Production", string? input = null)
    {
        using var process = Start(arguments, environment);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"The program did not end: {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        }
        return new(process.ExitCode, Lines(await output), Lines(await errors));
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Start(IEnumerable<string> arguments, string environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Dll);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // What the machine of the tests has set is not to reach the program.
        foreach (var name in start.Environment.Keys.Where(Disturbs).ToList()) start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
    }

    private static bool Disturbs(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("Database__", StringComparison.Ordinal) || name.StartsWith("Data__", StringComparison.Ordinal) || name.StartsWith("Demo__", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Find()
    {
        const string Name = "CampaignTracker.Web.dll";
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        for (var folder = output; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CampaignTracker.sln")))
            {
                var own = Path.Combine(folder.FullName, "src", "CampaignTracker.Web", "bin", output.Parent!.Name, output.Name, Name);
                if (File.Exists(own)) return own;
            }
        return Path.Combine(AppContext.BaseDirectory, Name);
    }

    /// <summary>How a run ended.</summary>
    public sealed record Outcome(int ExitCode, string[] Output, string[] Errors);
}
