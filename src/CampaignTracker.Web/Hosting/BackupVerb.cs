using System.Globalization;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Backups;
using CampaignTracker.UseCases;
using CampaignTracker.UseCases.Backups;

namespace CampaignTracker.Web.Hosting;

/// <summary>"backup", "backups", "restore NAME|FOLDER [--yes]". Exit codes: 0 done, 1 a problem in one line, 2 not understood.</summary>
/// <param name="verb">Which of the three.</param>
/// <param name="options">What stands behind it.</param>
public sealed class BackupVerb(string verb, string[] options)
{
    /// <summary>Does it; the exit code.</summary>
    public async Task<int> RunAsync(IServiceProvider services)
    {
        // The command line speaks English, also where a rule refuses.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        using var stop = CommandWords.StopOnCtrlC();
        try
        {
            return verb switch { "backup" => await MakeAsync(services, stop.Token), "backups" => await ListAsync(services, stop.Token), _ => await RestoreAsync(services.GetRequiredService<RestoreBackup>(), stop.Token) };
        }
        catch (Refusal refusal)
        {
            // In words here: outside, the language is another.
            await Console.Error.WriteLineAsync(Wording.Of(refusal).ReplaceLineEndings(" "));
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was changed.");
            return 1;
        }
    }

    private static async Task<int> MakeAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var made = await scope.ServiceProvider.GetRequiredService<MakeBackup>().RunAsync(new Lines(), ct);
        Console.WriteLine($"Backup {made.Name}: {made.Folder}");
        Console.WriteLine($"Holds {made.Rows:N0} rows and {made.Contents:N0} uploaded files ({made.NewContents:N0} new), {Size(made.Bytes)}.");
        Console.WriteLine($"Verified: {string.Join("; ", made.Checks.Select(check => Wording.Of(check)))}.");
        if (made.Missing > 0) Console.WriteLine($"Note: {made.Missing:N0} uploaded files had been lost before; \"check\" names them.");
        if (made.Removed > 0) Console.WriteLine($"Removed: {made.Removed:N0} backups past their time.");
        return 0;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var found = await scope.ServiceProvider.GetRequiredService<ViewBackups>().RunAsync(ct);
        Console.WriteLine($"{found.Folder}: {Wording.Of(found.State.Standing)}");
        foreach (var row in found.Rows)
            Console.WriteLine(row.Facts is { } facts
                ? $"{row.Name}  {Size(facts.Bytes),10}  {facts.Rows,9:N0} rows  {facts.Contents,7:N0} files  kept until {Wording.Day(row.KeptUntil!.Value)}{(row.Newest ? " and while it is the newest" : "")}"
                : $"{row.Name}  cannot be read");
        if (found.State is { LastFailure: { } at, Why: { } why }) Console.WriteLine($"Last failure {Wording.Moment(at)}: {why}");
        return 0;
    }

    private async Task<int> RestoreAsync(RestoreBackup restore, CancellationToken ct)
    {
        if (options.Where((word, i) => !word.StartsWith('-') && (i == 0 || !options[i - 1].StartsWith("--", StringComparison.Ordinal) || options[i - 1].Contains('=', StringComparison.Ordinal) || options[i - 1] == "--yes")).ToList() is not [var name])
        {
            await Console.Error.WriteLineAsync("restore NAME|FOLDER [--yes]: names stand in the list of \"backups\".");
            return 2;
        }
        if (!options.Contains("--yes"))
        {
            var whole = await restore.CheckAsync(name, ct);
            Console.WriteLine($"Backup {whole.Name} of {Wording.Moment(whole.MadeAt)} is whole: {whole.Rows:N0} rows, {whole.Contents:N0} uploaded files, {Size(whole.Bytes)}.");
            await Console.Error.WriteLineAsync("Nothing was changed. What was entered after that moment would be put aside; repeat with --yes to restore.");
            return 1;
        }
        var done = await restore.RunAsync(name, ct);
        Console.WriteLine($"Restored: {done.From.Name} of {Wording.Moment(done.From.MadeAt)}, {done.From.Rows:N0} rows, {done.ContentsPutBack:N0} of {done.From.Contents:N0} uploaded files were missing and are back.");
        Console.WriteLine(done.Aside is { } aside ? $"Kept aside: {aside}" : "There was no database before.");
        return 0;
    }

    private static string Size(long bytes) => $"{bytes / 1048576.0:N1} MB";

    // In order and at once, unlike Progress<T>.
    private sealed class Lines : IProgress<BackupStep>
    {
        public void Report(BackupStep value) => Console.WriteLine(Wording.Of(value) + " …");
    }
}
