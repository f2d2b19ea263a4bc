using System.Diagnostics;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.BackgroundWork;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignTracker.Benchmarks;

/// <summary>The scheduler's start, and everybody's papers of the province in one zip.</summary>
internal static class BackgroundFigures
{
    /// <summary>Starts the scheduler on a new store, and again on the one it finds.</summary>
    public static async Task SchedulerAsync(DatabaseProvider provider, string connectionString, string folder)
    {
        foreach (var what in new[] { "scheduler, first start", "scheduler, start again" })
        {
            var host = Host.CreateEmptyApplicationBuilder(null);
            host.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = provider.ToString(), ["Database:ConnectionString"] = connectionString, ["Data:Folder"] = folder });
            host.Services.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
            host.Services.AddCampaign(host.Configuration).AddJobs(host.Configuration);
            using var built = host.Build();
            var clock = built.Services.GetServices<IHostedService>().OfType<ClockWork>().Single();
            var watch = Stopwatch.StartNew();
            await clock.StartAsync(default);
            Console.WriteLine($"{provider}: {what} {watch.Elapsed.TotalMilliseconds:F0} ms (bar 1000)");
            await clock.StopAsync(default);
        }
    }

    /// <summary>A Word file a unit, written and let go; how much memory it took is looked at while it runs.</summary>
    public static Task PrintAsync(Province province, string folder) => province.AsSystemAsync<ComposeManyPapers, bool>(async compose =>
    {
        var path = Path.Combine(folder, "papers.zip");
        GC.Collect();
        var (before, most) = (Resident(), 0L);
        var watch = Stopwatch.StartNew();
        var (units, papers, bytes) = (0, 0, 0L);
        await using (var answer = await compose.RunAsync(new(Province.Year, "19", Reason: "Benchmark"), default))
        await using (var file = File.Create(path))
        {
            papers = await CommitmentArchive.WriteAsync(answer.Paper, CommitmentPapersWork.Units(answer, default), file, new Watched(() => most = Math.Max(most, Resident())), default);
            (units, bytes) = (answer.Count, file.Length);
        }
        File.Delete(path);
        Console.WriteLine($"everybody's papers: {units:N0} units, {papers:N0} people, {bytes >> 20} MB in {watch.Elapsed.TotalSeconds:F0} s; memory {before >> 20} MB before, at most {most >> 20} MB (bar 300 MB, with \"at=\")");
        return true;
    });

    private static long Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private sealed class Watched(Action look) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 20 == 0) look();
        }
    }
}
