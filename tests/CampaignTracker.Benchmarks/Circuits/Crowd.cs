using System.Collections.Concurrent;
using System.Diagnostics;

namespace CampaignTracker.Benchmarks.Circuits;

/// <summary>Many open pages, spread over the roles; each follows a link every two to five seconds.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly List<Member> members = [];
    private readonly ConcurrentDictionary<string, int> failures = new();

    private Crowd(ServerProcess server) => this.server = server;

    // Begins at the home page, the first stop.
    private sealed class Member(Circuit circuit, IReadOnlyList<Tour.Stop> stops, int number)
    {
        private int at = number % (stops.Count - 1);

        public Circuit Circuit => circuit;

        public Tour.Stop Next() => stops[++at % stops.Count];
    }

    /// <summary>Opens so many, four at a time, each at the home page.</summary>
    public static async Task<Crowd> OpenAsync(ServerProcess server, IReadOnlyDictionary<string, SignedIn> visitors, IReadOnlyDictionary<string, IReadOnlyList<Tour.Stop>> open, int count)
    {
        var crowd = new Crowd(server);
        var accounts = open.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key).ToList();
        var (opened, watch) = (new Times(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, _) =>
        {
            var account = accounts[n % accounts.Count];
            var (circuit, act) = await Circuit.OpenAsync(visitors[account], "/");
            opened.Add(act.Took);
            crowd.Note(act, account, "/");
            lock (crowd.members) crowd.members.Add(new Member(circuit, open[account], n / accounts.Count));
        });
        Console.WriteLine($"\n{count} circuits opened in {watch.Elapsed.TotalSeconds:F1} s, four at a time: p50 {opened.P50:F0}, p95 {opened.P95:F0} ms to the first page");
        return crowd;
    }

    /// <summary>All act for a while; a line for each page, and what it cost.</summary>
    public async Task ActAsync(TimeSpan during)
    {
        var (pages, all) = (new ConcurrentDictionary<string, Times>(), new Times());
        var (spent, own) = (server.Cpu, Environment.CpuUsage.TotalTime);
        await WhileAsync(during, (page, took) =>
        {
            pages.GetOrAdd(page, _ => new Times()).Add(took);
            all.Add(took);
        });
        var (cpu, clients) = (server.Cpu - spent, Environment.CpuUsage.TotalTime - own);
        Console.WriteLine($"{$"{members.Count} circuits",-24}{"acts",9}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"bar ms",8}");
        foreach (var (page, times) in pages.OrderBy(pair => pair.Key, StringComparer.Ordinal).Append(new("all", all)))
            Console.WriteLine($"{page,-24}{times.Count,9}{times.P50,9:F1}{times.P95,9:F1}{times.P99,9:F1}{CircuitFigures.ActionBar,8} {times.Missed(CircuitFigures.ActionBar)}");
        Console.WriteLine($"server {cpu / during * 100:F0} % of one processor, {cpu.TotalMilliseconds / Math.Max(1, all.Count):F1} ms an act; the clients {clients / during * 100:F0} %; {server.Resident.Now} MB resident, {server.Resident.Peak} MB at its highest; {Failed()}");
    }

    /// <summary>The same for minutes: figures for each tenth, and at the end whether the heap grew since the first sixth.</summary>
    public async Task SoakAsync(int minutes)
    {
        var (all, total) = (new Times(), TimeSpan.FromMinutes(minutes));
        Console.WriteLine($"{"minute",-8}{"acts",9}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"heap MB",9}{"resident",9}{"cpu %",7}{"failed",8}");
        await PartAsync(total / 6);
        var first = await HeapAsync();
        double heap = first;
        for (var part = 0; part < 5; part++) heap = await PartAsync(total / 6);
        var grown = heap > first * 1.05 + 2;
        Console.WriteLine($"soak of {members.Count} circuits, {minutes} minutes: {all.Count} acts, p50 {all.P50:F0}, p95 {all.P95:F0}, p99 {all.P99:F0} ms (bar p95 {CircuitFigures.ActionBar}) {all.Missed(CircuitFigures.ActionBar)}; "
            + $"{Failed()}; heap {first:F1} MB after the first sixth, {heap:F1} MB at the end {(grown ? "GREW, MISSED" : "(not grown by more than 5 %)")}");

        async Task<double> PartAsync(TimeSpan during)
        {
            var (part, spent) = (new Times(), server.Cpu);
            await WhileAsync(during, (_, took) =>
            {
                part.Add(took);
                all.Add(took);
            });
            var (now, cpu) = (await HeapAsync(), server.Cpu - spent);
            begun += during;
            Console.WriteLine($"{begun.TotalMinutes,-8:F1}{part.Count,9}{part.P50,9:F1}{part.P95,9:F1}{part.P99,9:F1}{now,9:F1}{server.Resident.Now,9}{cpu / during * 100,7:F0}{failures.Values.Sum(),8}");
            return now;
        }
    }

    private TimeSpan begun;

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(members, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (member, _) => await member.Circuit.DisposeAsync());
    }

    private async Task<double> HeapAsync() => await server.HeapAsync() / 1e6;

    private Task WhileAsync(TimeSpan during, Action<string, TimeSpan> done)
    {
        var until = Stopwatch.GetTimestamp() + (long)(during.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(members.Select(async (member, n) =>
        {
            // Seeded: every run walks the same ways.
            var chance = new Random(n + (int)begun.TotalSeconds);
            await Task.Delay(chance.Next(0, 4000));
            while (Stopwatch.GetTimestamp() < until)
            {
                var stop = member.Next();
                var act = await member.Circuit.GoAsync(stop.Path);
                if (Note(act, "", stop.Path)) done(stop.Page, act.Took);
                await Task.Delay(chance.Next(2000, 5000));
            }
        }));
    }

    private bool Note(Circuit.Act act, string account, string path)
    {
        if (act.Shown == Shown.Content) return true;
        failures.AddOrUpdate($"{account} {path}: {act.Shown} {act.Error}", 1, (_, n) => n + 1);
        return false;
    }

    private string Failed() => failures.IsEmpty ? "0 failed" : $"{failures.Values.Sum()} FAILED, MISSED: {string.Join("; ", failures.OrderByDescending(f => f.Value).Take(3).Select(f => $"{f.Value} x {f.Key}"))}";
}
