using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Adding and removing the lines of a commitment, and taking last year's words into a new one.</summary>
public sealed class ArrangeLines(Operations operations)
{
    /// <summary>Adds an empty line at the end; its key.</summary>
    public Task<Guid> AddAsync(Guid commitmentId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var line = (await op.Db.CommitmentAsync(commitmentId, ct)).AddLine(op.Actor, op.Now);
        await op.SaveAsync(ct);
        return line.Id;
    });

    /// <summary>Removes a line; its text stays in the trail.</summary>
    public Task RemoveAsync(Guid commitmentId, Guid lineId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        (await op.Db.CommitmentAsync(commitmentId, ct)).RemoveLine(op.Actor, lineId, op.Now);
        await op.SaveAsync(ct);
    });

    /// <summary>Takes the words of a line of the same person's earlier commitment, to be reworked: never a day already past, an outcome or "done". Fills the first line that is still empty, else adds one; its key.</summary>
    public Task<Guid> TakeFromLastYearAsync(Guid commitmentId, Guid lastYearLineId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var commitment = await op.Db.CommitmentAsync(commitmentId, ct);
        var source = await op.Db.Commitments.AsNoTracking().Include(c => c.Lines)
            .FirstOrDefaultAsync(c => c.ParticipantId == commitment.ParticipantId && c.Year < commitment.Year && c.Lines.Any(l => l.Id == lastYearLineId), ct).OrRefuseAsync();
        var line = commitment.Lines.FirstOrDefault(IsEmpty) ?? commitment.AddLine(op.Actor, op.Now);
        foreach (var field in Enum.GetValues<CommitmentField>())
        {
            var text = source.Read(lastYearLineId, field);
            if (field == CommitmentField.DueOn && source.Lines.First(l => l.Id == lastYearLineId).DueOn < op.Today) continue;
            commitment.Write(op.Actor, line.Id, field, text, op.Now);
        }
        await op.SaveAsync(ct);
        return line.Id;
    });

    private static bool IsEmpty(CommitmentLine line) => line is { Action: "", Result: "", Proof: "", DueOn: null, Standard: null };
}
