using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.People;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.Web.Hosting;

/// <summary>"import participants FILE --unit CODE": a unit's people out of a workbook, the same way as on the page, as the system. Exit codes: 0 stored (or would be), 1 refused, 2 unreadable.</summary>
/// <param name="options">What stands behind "import".</param>
public sealed class ImportVerb(string[] options)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool dryRun = options.Contains("--dry-run"), json = options.Contains("--json");

    private sealed record Line(string Sheet, string Cell, string Code, string Message);

    private sealed record Outcome(string? Unit, int Accepted, int Stored, int Updated, bool DryRun, IReadOnlyList<Line> Problems, IReadOnlyList<Line> Notes);

    /// <summary>Does it; the exit code.</summary>
    public async Task<int> RunAsync(IServiceProvider services)
    {
        var words = options.Where((word, i) => !word.StartsWith('-') && (i == 0 || options[i - 1] is not ("--unit" or "--duplicates" or "--language"))).ToList();
        if (words is not ["participants", var path] || options.After("--unit") is not { } unit || Answer() is not { } answer)
            return await UnreadableAsync("import participants FILE --unit CODE [--dry-run] [--json] [--duplicates same|another] [--language vi|en]", "Usage");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(options.After("--language") ?? "vi");
        using var stop = CommandWords.StopOnCtrlC();
        try
        {
            await services.GetRequiredService<PrepareDatabase>().MigrateAsync(stop.Token);
            return await RunAsync(services, path, unit, answer, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was stored.");
            return 1;
        }
        catch (Refusal refusal) when (refusal.Code is Because.WorkbookUnreadable or Because.WorkbookTooMuch)
        {
            return await UnreadableAsync(Wording.Of(refusal), refusal.Facts[0].ToString()!);
        }
        catch (Refusal refusal)
        {
            return Print(new(unit, 0, 0, 0, dryRun, [new("", "", refusal.Code.ToString(), Wording.Of(refusal))], []));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await UnreadableAsync(problem.Message, "File");
        }
    }

    private async Task<int> RunAsync(IServiceProvider services, string path, string unit, DuplicateAnswer[] duplicates, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var import = scope.ServiceProvider.GetRequiredService<ImportParticipants>();
        ParticipantFile file;
        await using (var stream = File.OpenRead(path)) file = ParticipantSheet.Read(stream, Progress("read"), ct);
        var input = new ImportParticipants.Input(unit, Path.GetFileName(path), file, new Dictionary<int, DuplicateAnswer>());
        var tried = await import.CheckAsync(input, ct);
        if (tried.Check.Open > 0 && duplicates is [var all])
        {
            input = input with { Answers = tried.Check.Questions.ToDictionary(question => question.Row, _ => all) };
            tried = await import.CheckAsync(input, ct);
        }
        var check = tried.Check;
        var problems = check.Problems.Select(Said)
            .Concat(check.Questions.Where(q => q.Answer is null).Select(q => Said(new ImportProblem(file.Sheet, q.Cell, ImportFault.NearDuplicate, q.Name, q.Present.Name)))).ToList();
        var stored = check.Clean && !dryRun ? await import.StoreAsync(input, Progress("stored"), ct) : null;
        return Print(new(tried.UnitCode, check.People.Count, stored?.Entered ?? 0, stored?.Updated ?? 0, dryRun, problems, [.. check.Notes.Select(Said)]), nothingNew: check.People.Count + check.Updates.Count == 0);
    }

    private static Line Said(ImportProblem problem) => new(problem.Sheet, problem.Cell, problem.Fault.ToString(), Wording.Of(problem));

    private int Print(Outcome outcome, bool nothingNew = false)
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(outcome, Readable));
        else
        {
            Console.WriteLine($"Accepted: {outcome.Accepted}. Stored: {outcome.Stored}. Brought up to date: {outcome.Updated}.{(outcome.DryRun ? " (dry run)" : "")}");
            foreach (var line in outcome.Problems) Console.WriteLine($"PROBLEM {At(line)}{line.Code}: {line.Message}");
            foreach (var line in outcome.Notes) Console.WriteLine($"note {At(line)}{line.Code}: {line.Message}");
        }
        // A file of people who are all there already changes nothing, and nothing is wrong with it.
        return outcome.Problems.Count == 0 && (nothingNew || dryRun || outcome.Stored + outcome.Updated > 0) ? 0 : 1;
    }

    private async Task<int> UnreadableAsync(string message, string code)
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(new Outcome(options.After("--unit"), 0, 0, 0, dryRun, [new("", "", code, message)], []), Readable));
        else await Console.Error.WriteLineAsync(message);
        return 2;
    }

    private static string At(Line line) => line.Cell.Length == 0 && line.Sheet.Length == 0 ? "" : $"{line.Sheet}!{line.Cell} ";

    // Only where somebody looks: a redirected output stays as it is.
    private static IProgress<int>? Progress(string what) => Console.IsErrorRedirected ? null : new Ticker(what);

    private DuplicateAnswer[]? Answer() => options.After("--duplicates") switch { null => [], "same" => [DuplicateAnswer.SamePerson], "another" => [DuplicateAnswer.AnotherPerson], _ => null };

    private sealed class Ticker(string what) : IProgress<int>
    {
        public void Report(int value) => Console.Error.Write($"\r{value} {what} ");
    }
}
