using System.IO.Compression;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>The program as browsers meet it: pages over HTTP and circuits, one to two hundred at a time, each role, and what memory they take.</summary>
internal static class CircuitFigures
{
    public const int ActionBar = 300, StatementBar = 15;
    private const double HeapBar = 0.7;
    // No stop of the tour, and without the database.
    private const string Elsewhere = "/help";
    private const int Rounds = 60, Sample = 10, Most = 200;

    /// <summary>How the server reaches the province.</summary>
    public static string[] Settings(DatabaseProvider provider, string connection) => [$"--Database:Provider={provider}", $"--Database:ConnectionString={connection}"];

    public static async Task PrintAsync(Province province, string[] settings, string folder)
    {
        var tour = await Tour.OfAsync(province);
        var open = await WalkAsync(tour, settings, folder);
        await using var server = await ServerProcess.StartAsync(folder, settings);
        var visitors = await SignInAsync(server);
        await AloneAsync(server, visitors, open);
        foreach (var circuits in new[] { 10, 50, Most })
        {
            await using var crowd = await Crowd.OpenAsync(server, visitors, open, circuits);
            await crowd.ActAsync(TimeSpan.FromMinutes(1));
        }
        await MemoryAsync(server, visitors, open);
        Say(server);
    }

    /// <summary>What a circuit takes on each page, and nothing else.</summary>
    public static async Task MemoryAsync(Province province, string[] settings, string folder)
    {
        var open = await WalkAsync(await Tour.OfAsync(province), settings, folder, quietly: true);
        await using var server = await ServerProcess.StartAsync(folder, settings);
        await MemoryAsync(server, await SignInAsync(server), open);
    }

    /// <summary>Two hundred for some minutes: no act may fail, and the heap may not grow after the first part.</summary>
    public static async Task SoakAsync(Province province, string[] settings, string folder, int minutes)
    {
        var tour = await Tour.OfAsync(province);
        var open = await WalkAsync(tour, settings, folder, quietly: true);
        await using var server = await ServerProcess.StartAsync(folder, settings);
        var visitors = await SignInAsync(server);
        await using var crowd = await Crowd.OpenAsync(server, visitors, open, Most);
        await crowd.SoakAsync(minutes);
        Say(server);
    }

    private static void Say(ServerProcess server)
    {
        foreach (var line in server.Complaints.GroupBy(line => line).Take(10)) Console.WriteLine($"the server wrote {line.Count()} times: {line.Key}");
    }

    private static async Task<Dictionary<string, SignedIn>> SignInAsync(ServerProcess server)
    {
        var visitors = new Dictionary<string, SignedIn>();
        foreach (var account in Tour.Accounts) visitors[account] = await SignedIn.Async(server.Address, account);
        return visitors;
    }

    // Once through everything, with a server that says its statements: bytes and statements, and what each role may open.
    private static async Task<Dictionary<string, IReadOnlyList<Tour.Stop>>> WalkAsync(Tour tour, string[] settings, string folder, bool quietly = false)
    {
        var open = new Dictionary<string, IReadOnlyList<Tour.Stop>>();
        await using var server = await ServerProcess.StartAsync(folder, settings, sayStatements: true);
        var visitors = await SignInAsync(server);
        if (!quietly) Console.WriteLine($"\n{"account",-14}{"page",-10}{"html",10}{"gzip",10}{"rendering",12}{"statements",12}{"bar",6}");
        foreach (var account in Tour.Accounts)
        {
            var (circuit, begun) = await Circuit.OpenAsync(visitors[account], "/");
            await using var _ = circuit;
            await circuit.GoAsync(Elsewhere);
            if (begun.Shown == Shown.Failure) throw new InvalidOperationException($"{account} could not open the program: {begun.Error}");
            var stops = new List<Tour.Stop>();
            foreach (var stop in tour.Of(account))
            {
                await circuit.SettleAsync();
                server.TakeStatements();
                var before = circuit.Bytes;
                var act = await circuit.GoAsync(stop.Path);
                await circuit.SettleAsync();
                var statements = server.TakeStatements();
                if (act.Shown == Shown.Failure) Console.WriteLine($"{account,-14}{stop.Page,-10} failed: {act.Error} MISSED");
                if (act.Shown != Shown.Content) continue;
                stops.Add(stop);
                var html = await visitors[account].BytesAsync(stop.Path);
                if (!quietly) Console.WriteLine($"{account,-14}{stop.Page,-10}{html.Length,10:N0}{Packed(html),10:N0}{circuit.Bytes - before,12:N0}{statements,12}{StatementBar,6} {(statements > StatementBar ? "MISSED" : "")}");
            }
            open[account] = stops;
        }
        return open;
    }

    // As a proxy in front of the program sends it.
    private static long Packed(byte[] html)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(html);
        return packed.Length;
    }

    // Nobody else is there.
    private static async Task AloneAsync(ServerProcess server, Dictionary<string, SignedIn> visitors, Dictionary<string, IReadOnlyList<Tour.Stop>> open)
    {
        Console.WriteLine($"\n1 circuit\n{"account",-14}{"page",-10}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"bar ms",8}{"cpu ms",9}");
        foreach (var (account, stops) in open)
        {
            var (circuit, _) = await Circuit.OpenAsync(visitors[account], "/");
            await using var let = circuit;
            await circuit.GoAsync(Elsewhere);
            var (times, cpu) = (stops.ToDictionary(stop => stop, _ => new Times()), stops.ToDictionary(stop => stop, _ => TimeSpan.Zero));
            for (var round = 0; round < Rounds + 2; round++)
                foreach (var stop in stops.Count > 1 ? stops : [.. stops, new Tour.Stop("", Elsewhere)])
                {
                    var spent = server.Cpu;
                    var act = await circuit.GoAsync(stop.Path);
                    await circuit.SettleAsync(50);
                    if (act.Shown != Shown.Content) Console.WriteLine($"{account} {stop.Path}: {act.Shown} {act.Error} MISSED");
                    if (round < 2 || !times.TryGetValue(stop, out var taken)) continue;
                    taken.Add(act.Took);
                    cpu[stop] += server.Cpu - spent;
                }
            foreach (var (stop, taken) in times) Console.WriteLine($"{account,-14}{stop.Page,-10}{taken.P50,9:F1}{taken.P95,9:F1}{taken.P99,9:F1}{ActionBar,8}{cpu[stop].TotalMilliseconds / Rounds,9:F1} {taken.Missed(ActionBar)}");
        }
    }

    // First a few on each page, then two hundred on the one that takes most.
    private static async Task MemoryAsync(ServerProcess server, Dictionary<string, SignedIn> visitors, Dictionary<string, IReadOnlyList<Tour.Stop>> open)
    {
        Console.WriteLine($"\n{"memory of a circuit",-34}{"heap MB",9}{"bar MB",8}");
        var each = new List<(string Account, string Path, double Heap)>();
        foreach (var (account, stop) in open.SelectMany(pair => pair.Value.Select(stop => (pair.Key, stop))))
        {
            var heap = await HeapAsync(server, visitors[account], stop.Path, Sample);
            each.Add((account, stop.Path, heap));
            Console.WriteLine($"{$"{account}, {stop.Page} ({Sample} open)",-34}{heap,9:F2}{HeapBar,8} {(heap > HeapBar ? "MISSED" : "")}");
        }
        var most = each.MaxBy(page => page.Heap);
        var full = await HeapAsync(server, visitors[most.Account], most.Path, Most);
        Console.WriteLine($"{$"{most.Account}, {most.Path} ({Most} open)",-34}{full,9:F2}{HeapBar,8} {(full > HeapBar ? "MISSED" : "")}   {server.Resident.Now} MB resident, {server.Resident.Peak} MB at its highest");
    }

    private static async Task<double> HeapAsync(ServerProcess server, SignedIn visitor, string path, int count)
    {
        var circuits = new List<Circuit>();
        try
        {
            // One more before: what a page loads once for all is not a circuit's.
            circuits.Add((await Circuit.OpenAsync(visitor, path)).Circuit);
            await circuits[0].SettleAsync();
            var before = await server.HeapAsync();
            for (var n = 0; n < count; n++)
            {
                var (circuit, opened) = await Circuit.OpenAsync(visitor, path);
                circuits.Add(circuit);
                if (opened.Shown != Shown.Content) Console.WriteLine($"{visitor.Account} {path}: {opened.Shown} {opened.Error} MISSED");
            }
            await circuits[^1].SettleAsync();
            return (await server.HeapAsync() - before) / 1e6 / count;
        }
        finally
        {
            foreach (var circuit in circuits) await circuit.DisposeAsync();
        }
    }
}
