using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>An open page without a browser: speaks what blazor.web.js speaks, acknowledges every rendering, draws nothing.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    /// <summary>Longer than the program itself lets a page load.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SignedIn visitor;
    private readonly HubConnection connection;
    private string secret = "";
    private string? broken;
    private TaskCompletionSource<Shown> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long bytes, last;

    private Circuit(SignedIn visitor)
    {
        this.visitor = visitor;
        var builder = new HubConnectionBuilder().WithUrl($"{visitor.Address}/_blazor", HttpTransportType.WebSockets, options =>
        {
            options.SkipNegotiation = true;
            options.Headers["Cookie"] = visitor.Cookie;
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        connection = builder.Build();
        connection.On<long, byte[]>("JS.RenderBatch", RenderedAsync);
        connection.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], call => AnswerAsync((long)call[0]!, (string)call[1]!));
        connection.On<string>("JS.Error", error => Break(error));
        connection.On<int, string>("JS.AttachComponent", (_, _) => { });
        connection.On<string>("JS.EndInvokeDotNet", _ => { });
        connection.On<long>("JS.EndUpdateRootComponents", _ => { });
        connection.Closed += error =>
        {
            Break(error?.Message ?? "closed");
            return Task.CompletedTask;
        };
    }

    /// <summary>What an act brought.</summary>
    /// <param name="Shown">What was there at its end.</param>
    /// <param name="Took">Until the rendering that shows it had come.</param>
    /// <param name="Error">Why it failed, or null.</param>
    public sealed record Act(Shown Shown, TimeSpan Took, string? Error = null);

    /// <summary>Bytes of renderings so far.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Gets a page, starts its circuit and waits until its content is there.</summary>
    public static async Task<(Circuit Circuit, Act Opened)> OpenAsync(SignedIn visitor, string path)
    {
        var circuit = new Circuit(visitor);
        var watch = Stopwatch.StartNew();
        try
        {
            var html = await visitor.GetAsync(path);
            await circuit.connection.StartAsync();
            circuit.secret = await circuit.connection.InvokeAsync<string?>("StartCircuit", visitor.Address + "/", visitor.Address + path, "[]", "") ?? throw new InvalidOperationException("The server started no circuit.");
            await circuit.connection.SendAsync("UpdateRootComponents", RootComponents(html), State().Match(html).Groups["state"].Value);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
        {
            return (circuit, new Act(Shown.Failure, watch.Elapsed, failure.Message));
        }
        return (circuit, await circuit.EndAsync(watch));
    }

    /// <summary>Follows a link within the program, as a click on it does.</summary>
    public async Task<Act> GoAsync(string path)
    {
        waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = Stopwatch.StartNew();
        if (broken is not null) return new Act(Shown.Failure, default, broken);
        try
        {
            await connection.SendAsync("OnLocationChanged", visitor.Address + path, null, true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or TaskCanceledException)
        {
            return new Act(Shown.Failure, watch.Elapsed, failure.Message);
        }
        return await EndAsync(watch);
    }

    /// <summary>Until nothing was rendered for a while: what parts of a page load afterwards is there too.</summary>
    public async Task SettleAsync(int milliseconds = 250)
    {
        while (Stopwatch.GetElapsedTime(Interlocked.Read(ref last)).TotalMilliseconds < milliseconds) await Task.Delay(milliseconds / 5);
    }

    public async ValueTask DisposeAsync()
    {
        if (secret.Length > 0) await visitor.LeaveAsync(secret);
        await connection.DisposeAsync();
    }

    private async Task<Act> EndAsync(Stopwatch watch)
    {
        try
        {
            var shown = await waiting.Task.WaitAsync(Patience);
            return new Act(shown, watch.Elapsed, shown == Shown.Failure ? broken ?? "the page says so" : null);
        }
        catch (TimeoutException)
        {
            return new Act(Shown.Failure, watch.Elapsed, $"nothing came within {Patience.TotalSeconds:F0} s");
        }
    }

    private async Task RenderedAsync(long id, byte[] batch)
    {
        Interlocked.Add(ref bytes, batch.Length);
        Interlocked.Exchange(ref last, Stopwatch.GetTimestamp());
        if (RenderBatch.Judge(batch) is var shown and not Shown.Nothing) waiting.TrySetResult(shown);
        await connection.SendAsync("OnRenderCompleted", id, null);
    }

    // No script is here to answer: nothing was kept; a chart asks how large it is.
    private async Task AnswerAsync(long call, string name)
    {
        if (call == 0) return;
        var result = name switch
        {
            "draftKeeper.pending" => "[]",
            "draftKeeper.wasTyped" => "false",
            "Radzen.createChart" => """{"width":600,"height":300}""",
            _ => "null",
        };
        await connection.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{result}]");
    }

    private void Break(string why)
    {
        broken ??= why;
        waiting.TrySetResult(Shown.Failure);
    }

    // The page says which components it wants; the server signed each.
    private static string RootComponents(string html)
    {
        var operations = new JsonArray();
        foreach (Match marker in Markers().Matches(html))
        {
            var read = JsonNode.Parse(marker.Groups["marker"].Value)!;
            if ((string?)read["type"] == "server") operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = read });
        }
        if (operations.Count == 0) throw new InvalidOperationException("The page wants no circuit: is the visitor signed in?");
        return new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(JsonSerializerOptions.Web);
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->")]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->")]
    private static partial Regex State();
}
