using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>The Web program as a process of its own on a data folder, so that its memory and processor time are its alone.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Name = "CampaignTracker.Web.dll";
    private readonly Process process;
    private readonly HttpClient http;
    private readonly ConcurrentQueue<string> lines = [];
    private long statements;

    private ServerProcess(Process process, string address) => (this.process, Address, http) = (process, address, new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) });

    public string Address { get; }

    /// <summary>Statements sent to the database since the last look; only where it was started to say them.</summary>
    public long TakeStatements() => Interlocked.Exchange(ref statements, 0);

    /// <summary>Processor time since the start.</summary>
    public TimeSpan Cpu => Fresh().TotalProcessorTime;

    /// <summary>Memory that the machine gave it, in MB, now and at its highest.</summary>
    public (long Now, long Peak) Resident => (Fresh().WorkingSet64 >> 20, process.PeakWorkingSet64 >> 20);

    /// <summary>Lines that it wrote about failures.</summary>
    public IReadOnlyList<string> Complaints => [.. lines.Where(line => line.StartsWith("fail", StringComparison.Ordinal) || line.StartsWith("crit", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal))];

    /// <summary>Bytes of its heap that are in use after a collection.</summary>
    public async Task<long> HeapAsync() => long.Parse(await http.GetStringAsync("/health/memory"), CultureInfo.InvariantCulture);

    /// <summary>Starts it in Development, where the demo's accounts are open, and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string dataFolder, IEnumerable<string> settings, bool sayStatements = false)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Run(["--urls", address, $"--Data:Folder={dataFolder}", .. settings, .. sayStatements ? ["--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information"] : Array.Empty<string>()]);
        var server = new ServerProcess(process, address);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, e) => server.Heard(e.Data, ready);
        process.ErrorDataReceived += (_, e) => server.Heard(e.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The program ended at its start:\n{string.Join('\n', server.lines)}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(3));
        return server;
    }

    /// <summary>Runs a verb of the program to its end.</summary>
    public static async Task VerbAsync(params string[] arguments)
    {
        using var process = Run(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await output}{await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
        http.Dispose();
    }

    private void Heard(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        if (line.Contains("Executed DbCommand", StringComparison.Ordinal)) Interlocked.Increment(ref statements);
        else if (lines.Count < 10_000) lines.Enqueue(line);
        if (line.Contains("is ready", StringComparison.Ordinal)) ready.TrySetResult();
    }

    private Process Fresh()
    {
        process.Refresh();
        return process;
    }

    private static Process Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Dll());
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
    }

    // Its own build output, beside which its pages' assets are found.
    private static string Dll()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        for (var folder = output; folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "src", "CampaignTracker.Web", "bin", output.Parent!.Name, output.Name, Name) is var own && File.Exists(own)) return own;
        throw new InvalidOperationException($"{Name} is not built beside this program.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
