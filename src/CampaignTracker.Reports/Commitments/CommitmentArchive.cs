using System.IO.Compression;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;

namespace CampaignTracker.Reports.Commitments;

/// <summary>Many units' papers in one zip, a Word file a unit, each written and let go before the next is read: the memory it takes is that of the largest unit.</summary>
public static class CommitmentArchive
{
    /// <summary>Media type of a zip.</summary>
    public const string Zip = "application/zip";

    /// <summary>A unit's papers.</summary>
    /// <param name="Code">Code of the unit.</param>
    /// <param name="Period">Year or term.</param>
    /// <param name="Papers">One a person.</param>
    public sealed record OfUnit(string Code, PaperPeriod Period, IReadOnlyList<PersonalPaper> Papers);

    /// <summary>Writes it; how many papers there are in it. The output stays open.</summary>
    /// <param name="paper">Which paper.</param>
    /// <param name="units">Read one at a time.</param>
    /// <param name="output">Where to.</param>
    /// <param name="written">Told how many units are in it.</param>
    /// <param name="ct">Stops between two papers.</param>
    public static async Task<int> WriteAsync(FormPaper paper, IAsyncEnumerable<OfUnit> units, Stream output, IProgress<int>? written, CancellationToken ct)
    {
        var (people, done) = (0, 0);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await foreach (var unit in units.WithCancellation(ct))
        {
            // A Word file is a zip itself: packing it twice costs time and saves nothing.
            var entry = zip.CreateEntry(PersonalFile.Name(PersonalFile.Stem(paper), unit.Code, unit.Period) + ".docx", CompressionLevel.NoCompression);
            await using (var file = await entry.OpenAsync(ct)) await PersonalFile.WriteAsync(paper, unit.Papers, file, ct);
            people += unit.Papers.Count;
            written?.Report(++done);
        }
        return people;
    }
}
