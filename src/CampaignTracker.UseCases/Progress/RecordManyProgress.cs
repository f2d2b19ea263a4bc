using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;

namespace CampaignTracker.UseCases.Progress;

/// <summary>Quick entry of a whole unit: many reports in one go, each stored or refused by itself.</summary>
public sealed class RecordManyProgress(Operations operations)
{
    /// <summary>The reports.</summary>
    public sealed record Input([property: MaxLength(Paging.MaxSize)] IReadOnlyList<RecordProgress.Input> Reports);

    /// <summary>What came of one report: stored, or refused with the reason.</summary>
    public sealed record Result(Guid Id, Guid Key, RecordProgress.Stored? Stored, Refusal? Refusal);

    /// <summary>Stores what can be stored; the results stand in the order of the reports.</summary>
    public async Task<IReadOnlyList<Result>> RunAsync(Input input, CancellationToken ct)
    {
        // Checked as a whole, and that somebody is asking at all.
        await using (await operations.BeginAsync(input, ct)) { }
        var results = new List<Result>();
        foreach (var report in input.Reports)
        {
            try
            {
                results.Add(new Result(report.Id, report.Key, await Recording.OneAsync(operations, report, nameof(RecordManyProgress), ct), null));
            }
            catch (Refusal refusal) when (refusal.Code is not (Because.SignedOut or Because.NoPost))
            {
                results.Add(new Result(report.Id, report.Key, null, refusal));
            }
        }
        return results;
    }
}
