using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.People;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>A large list, stored whole or not at all; begun again after a loss, it is stored once.</summary>
public sealed class ParticipantImportWork(OpenTask tasks, ImportParticipants imports) : ITaskWork
{
    /// <inheritdoc/>
    public LongTaskKind Kind => LongTaskKind.ParticipantImport;

    /// <inheritdoc/>
    public async Task<WrittenFile?> RunAsync(OpenTask.Work work, Stream output, TaskPace pace, CancellationToken ct)
    {
        var input = await tasks.ImportAsync(work.Id, ct);
        var stored = await imports.StoreAsync(input, pace.Counting(LongTaskStep.StoringPeople, input.File.Rows.Count), ct);
        pace.Say(LongTaskStep.StoringPeople, stored.Entered + stored.Updated, input.File.Rows.Count);
        return null;
    }
}
