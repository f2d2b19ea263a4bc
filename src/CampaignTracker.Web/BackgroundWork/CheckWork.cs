using System.Text;
using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>Whether database, seals and files are whole: the lines of the verb "check" in a text file.</summary>
public sealed class CheckWork(PrepareDatabase database, TimeProvider clock) : ITaskWork
{
    /// <inheritdoc/>
    public LongTaskKind Kind => LongTaskKind.Check;

    /// <inheritdoc/>
    public async Task<WrittenFile?> RunAsync(OpenTask.Work work, Stream output, TaskPace pace, CancellationToken ct)
    {
        pace.Say(LongTaskStep.Checking);
        var lines = await database.CheckAsync(ct);
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        foreach (var line in lines) await text.WriteLineAsync($"{(line.Good ? "ok " : "BAD")} {line.Text}".AsMemory(), ct);
        return new WrittenFile($"check-{Domain.LocalTime.Today(clock.GetUtcNow().UtcDateTime):yyyyMMdd}.txt", "text/plain; charset=utf-8");
    }
}
