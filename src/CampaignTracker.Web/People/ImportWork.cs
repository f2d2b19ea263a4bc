using CampaignTracker.Domain;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Reports.People;
using CampaignTracker.UseCases.People;
using CampaignTracker.Web.Plans;
using CampaignTracker.Web.Shared;
using Microsoft.AspNetCore.Components.Forms;

namespace CampaignTracker.Web.People;

/// <summary>A piece of work on an uploaded list: how far it is, in words and percent, and how to stop it.</summary>
public sealed class ImportWork : IDisposable
{
    /// <summary>Largest file, in megabytes.</summary>
    public const int MostMegabytes = 32;

    private readonly CancellationTokenSource stop;
    private readonly Action redraw;

    /// <summary>Begins it.</summary>
    /// <param name="redraw">Draws the page again.</param>
    /// <param name="closing">The page is left.</param>
    public ImportWork(Action redraw, CancellationToken closing)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(closing);
        this.redraw = redraw;
        Stopped = stop.Token;
    }

    /// <summary>What is being done.</summary>
    public string Words { get; private set; } = ImportText.Uploading.With(0);

    /// <summary>How much of it is done; null where nobody can tell.</summary>
    public int? Percent { get; private set; }

    /// <summary>Cancelled by the reader, or when the page is left.</summary>
    public CancellationToken Stopped { get; }

    /// <summary>Stops it.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>Tells how far it is.</summary>
    public void Say(string words, int? percent)
    {
        if (words == Words && percent == Percent) return;
        (Words, Percent) = (words, percent);
        redraw();
    }

    /// <summary>Takes the upload to a file of its own, which goes when it is read, and reads it beside at most one other.</summary>
    /// <exception cref="Refusal">WorkbookTooMuch, WorkbookUnreadable.</exception>
    public async Task<ParticipantFile> ReadAsync(IBrowserFile chosen, ImportSeats seats)
    {
        const long most = (long)MostMegabytes << 20;
        if (chosen.Size > most) throw new Refusal(Because.WorkbookTooMuch, "File", WorkbookMeasure.Megabytes, (long)MostMegabytes);
        await using var kept = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await using (var upload = new CountedStream(chosen.OpenReadStream(most, Stopped), chosen.Size, percent => Say(ImportText.Uploading.With(percent), percent)))
            await upload.CopyToAsync(kept, Stopped);
        Say(ImportText.Waiting, null);
        using var seat = await seats.TakeAsync(Stopped);
        Say(ImportText.Reading.With(0), null);
        return await Task.Run(() => ParticipantSheet.Read(kept, new Rows(this), Stopped), Stopped);
    }

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    private sealed class Rows(ImportWork work) : IProgress<int>
    {
        public void Report(int value) => work.Say(ImportText.Reading.With(value), null);
    }
}
