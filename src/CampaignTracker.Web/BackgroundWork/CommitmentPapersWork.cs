using CampaignTracker.Domain.BackgroundWork;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Reports.Commitments;
using CampaignTracker.UseCases.BackgroundWork;
using CampaignTracker.UseCases.Commitments;

namespace CampaignTracker.Web.BackgroundWork;

/// <summary>Every commitment paper of the units the asker keeps, in one zip.</summary>
public sealed class CommitmentPapersWork(ComposeManyPapers compose) : ITaskWork
{
    /// <inheritdoc/>
    public LongTaskKind Kind => LongTaskKind.CommitmentPapers;

    /// <inheritdoc/>
    public async Task<WrittenFile?> RunAsync(OpenTask.Work work, Stream output, TaskPace pace, CancellationToken ct)
    {
        var (year, scope) = (work.Arguments.Year ?? 0, work.Arguments.Scope ?? CommitmentScope.Year);
        await using var answer = await compose.RunAsync(new(year, work.UnitCode, scope, work.Arguments.Form), ct);
        await CommitmentArchive.WriteAsync(answer.Paper, Units(answer, ct), output, pace.Counting(LongTaskStep.WritingUnits, answer.Count), ct);
        return new WrittenFile(PersonalFile.Name(PersonalFile.Stem(answer.Paper), answer.UnitCode, new(year, year)) + ".zip", CommitmentArchive.Zip);
    }

    /// <summary>As the writer wants them.</summary>
    public static async IAsyncEnumerable<CommitmentArchive.OfUnit> Units(ComposeManyPapers.Answer answer, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var unit in answer.Units.WithCancellation(ct)) yield return new(unit.Code, unit.Period, unit.Papers);
    }
}
