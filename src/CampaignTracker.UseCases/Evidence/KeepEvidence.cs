using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Papers;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Evidence;

/// <summary>Files that prove what was done: attached to a plan item or to a line of a commitment, and taken off again.</summary>
public sealed class KeepEvidence(Operations operations, FileIntake intake)
{
    /// <summary>What the file proves and says.</summary>
    /// <param name="Of">Plan item or commitment line.</param>
    /// <param name="SubjectId">Its key.</param>
    /// <param name="Caption">What it shows; may be empty.</param>
    /// <param name="HappenedOn">When it happened, or null when not said.</param>
    /// <param name="FiledOn">The day on which it was handed in; null means today.</param>
    public sealed record Input(EvidenceOf Of, Guid SubjectId, [property: StringLength(EvidenceFile.CaptionLength)] string? Caption = null, DateOnly? HappenedOn = null, DateOnly? FiledOn = null);

    /// <summary>Stores a file and attaches it; answers its key.</summary>
    /// <param name="input">What it proves and says.</param>
    /// <param name="name">Name as given.</param>
    /// <param name="content">Read to its end or to the limit; not read at all when the asker may not attach.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refusal">NotFound, NotAllowed, TooMuchEvidence, ProgressInFuture, TooLong, and whatever the file itself meets.</exception>
    public async Task<Guid> AttachAsync(Input input, string name, Stream content, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var filed = input.FiledOn ?? op.Today;
        // Said before anybody waits for an upload.
        foreach (var (day, field) in new[] { (input.HappenedOn, nameof(Input.HappenedOn)), (filed, nameof(Input.FiledOn)) })
            if (day > op.Today) throw new Refusal(Because.ProgressInFuture, field, day.Value, op.Today);
        Guid id;
        if (input.Of == EvidenceOf.PlanItem)
        {
            var plan = await op.PlanOfAsync(input.SubjectId, ct);
            op.Actor.Must(Permission.KeepCommitments, plan.UnitPath);
            Room(await op.Db.ItemEvidence.CountAsync(f => f.ItemId == input.SubjectId, ct));
            var kept = await intake.KeepAsync(content, name, FileKinds.OfEvidence, ct);
            var file = ItemEvidence.Attach(op.Actor, null, plan, input.SubjectId, name, kept, input.Caption, input.HappenedOn, filed, op.Now);
            op.Db.ItemEvidence.Add(file);
            id = file.Id;
        }
        else
        {
            var commitment = await op.CommitmentOfAsync(input.SubjectId, ct);
            if (!commitment.IsAuthor(op.Actor)) op.Actor.Must(Permission.KeepCommitments, commitment.UnitPath);
            Room(await op.Db.LineEvidence.CountAsync(f => f.LineId == input.SubjectId, ct));
            var kept = await intake.KeepAsync(content, name, FileKinds.OfEvidence, ct);
            var file = LineEvidence.Attach(op.Actor, null, commitment, input.SubjectId, name, kept, input.Caption, input.HappenedOn, filed, op.Now);
            op.Db.LineEvidence.Add(file);
            id = file.Id;
        }
        await op.SaveAsync(ct);
        return id;
    }

    /// <summary>Takes a file off; that it was there stays in the trail.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task TakeOffAsync(Guid evidenceId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (await op.Db.ItemEvidence.FirstOrDefaultAsync(f => f.Id == evidenceId, ct) is { } ofItem)
        {
            if (!ofItem.MayRemove(op.Actor)) throw new Refusal(Because.NotAllowed);
            op.Db.ItemEvidence.Remove(ofItem);
        }
        else
        {
            var ofLine = await op.Db.LineEvidence.FirstOrDefaultAsync(f => f.Id == evidenceId, ct).OrRefuseAsync();
            if (!ofLine.MayRemove(op.Actor)) throw new Refusal(Because.NotAllowed);
            op.Db.LineEvidence.Remove(ofLine);
        }
        await op.SaveAsync(ct);
    }

    private static void Room(int taken)
    {
        if (taken >= EvidenceFile.Limit) throw new Refusal(Because.TooMuchEvidence, null, EvidenceFile.Limit);
    }
}
