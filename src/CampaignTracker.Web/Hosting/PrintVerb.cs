using System.Diagnostics;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using CampaignTracker.Web.BackgroundWork;

namespace CampaignTracker.Web.Hosting;

/// <summary>
/// "print commitments --unit CODE --to FILE.zip --reason …": everybody's papers at a unit and below it, as the system. No post reads so many names; whoever has the machine may print them,
/// and every unit finds it in its trail. Exit codes: 0 written, 1 refused, 2 not understood.
/// </summary>
/// <param name="options">What stands behind "print".</param>
public sealed class PrintVerb(string[] options)
{
    private const string Usage = "print commitments --unit CODE --to FILE.zip --reason \"…\" [--year YYYY] [--scope year|term] [--form CODE]";

    /// <summary>Does it; the exit code.</summary>
    public async Task<int> RunAsync(IServiceProvider services)
    {
        if (options is not ["commitments", ..] || options.After("--unit") is not { } unit || options.After("--to") is not { } to || Year() is not { } year || Scope() is not { } scope)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }
        await services.GetRequiredService<PrepareDatabase>().MigrateAsync(CancellationToken.None);
        using var stop = CommandWords.StopOnCtrlC();
        var part = to + ".part";
        try
        {
            await WriteAsync(services, new(year.Length > 0 ? year[0] : null, unit, scope, options.After("--form"), options.After("--reason")), part, stop.Token);
            File.Move(part, to, overwrite: true);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. No file was made.");
            return 1;
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(Wording.Of(refusal));
            return 1;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task WriteAsync(IServiceProvider services, ComposeManyPapers.Input input, string part, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = services.CreateSystemScope();
        await using var answer = await scope.ServiceProvider.GetRequiredService<ComposeManyPapers>().RunAsync(input, ct);
        await using var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        var papers = await CommitmentArchive.WriteAsync(answer.Paper, CommitmentPapersWork.Units(answer, ct), file, Console.IsErrorRedirected ? null : new Ticker(answer.Count), ct);
        await file.FlushAsync(ct);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"Units: {answer.Count}. Papers: {papers}. {file.Length / (1024 * 1024)} MB in {watch.Elapsed.TotalSeconds:F0} s, memory at most {self.PeakWorkingSet64 / (1024 * 1024)} MB.");
    }

    // None, one, or null for what is no year.
    private int[]? Year() => options.After("--year") is not { } given ? [] : int.TryParse(given, out var year) ? [year] : null;

    private CommitmentScope? Scope() => options.After("--scope") switch { null or "year" => CommitmentScope.Year, "term" => CommitmentScope.Term, _ => null };

    private sealed class Ticker(int all) : IProgress<int>
    {
        public void Report(int value) => Console.Error.Write($"\r{value} / {all} ");
    }
}
