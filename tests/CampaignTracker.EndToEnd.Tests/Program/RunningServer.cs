using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CampaignTracker.EndToEnd.Tests.Program;

/// <summary>The Web program, running: on a port and a data folder of its own, so that it may be killed and started again.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly string environment;
    private readonly string[] settings;
    private readonly ConcurrentQueue<string> lines = [];
    private Process? process;

    private RunningServer(string dataFolder, string environment, string[] settings)
    {
        (DataFolder, this.environment) = (dataFolder, environment);
        Address = $"http://127.0.0.1:{FreePort()}";
        this.settings = ["--urls", Address, $"--Data:Folder={dataFolder}", .. settings];
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Database and uploads.</summary>
    public string DataFolder { get; }

    /// <summary>Everything it wrote.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>With a copy of the demo.</summary>
    public static async Task<RunningServer> WithDemoAsync(params string[] settings) => await StartAsync(await DemoData.CopyAsync(), "Development", settings);

    /// <summary>On a data folder.</summary>
    public static async Task<RunningServer> StartAsync(string dataFolder, string environment, params string[] settings)
    {
        var server = new RunningServer(dataFolder, environment, settings);
        await server.RestartAsync();
        return server;
    }

    /// <summary>Ends it like a power cut: nothing is said goodbye to.</summary>
    public async Task KillAsync()
    {
        if (process is not { HasExited: false } running) return;
        running.Kill();
        await running.WaitForExitAsync();
    }

    /// <summary>Starts it (again), on the same port and data; waits until it says that it is ready.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        process?.Dispose();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = WebProgram.Start(settings, environment);
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is not { } line) return;
            lines.Enqueue(line);
            if (line.Contains("is ready", StringComparison.Ordinal)) ready.TrySetResult();
        };
        process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is { } line) lines.Enqueue(line);
        };
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The program ended at its start:\n{Output}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
    }

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
