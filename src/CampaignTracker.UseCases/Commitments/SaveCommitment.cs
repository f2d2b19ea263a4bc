using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Autosave of what was typed, field by field. A field that somebody else changed meanwhile is not overwritten: both texts are shown.</summary>
public sealed class SaveCommitment(Operations operations)
{
    /// <summary>What was typed.</summary>
    /// <param name="CommitmentId">The commitment.</param>
    /// <param name="Changes">The fields changed since the last acknowledged save.</param>
    public sealed record Input(Guid CommitmentId, [property: MaxLength(200)] IReadOnlyList<FieldChange> Changes);

    /// <summary>One field.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Field">Which field.</param>
    /// <param name="Text">What it should hold, written as the domain takes it: days "yyyy-MM-dd", standards "1" to "5".</param>
    /// <param name="Base">What it held when the writer began; null overwrites whatever is there (the writer chose so).</param>
    public sealed record FieldChange(Guid LineId, CommitmentField Field, string Text, string? Base);

    /// <summary>What came of it.</summary>
    /// <param name="SavedAt">UTC.</param>
    /// <param name="Conflicts">Fields that hold somebody else's newer text.</param>
    /// <param name="Refusals">Fields whose text broke a rule; nothing of these was stored.</param>
    public sealed record Answer(DateTime SavedAt, IReadOnlyList<Conflict> Conflicts, IReadOnlyList<FieldRefusal> Refusals);

    /// <summary>Two texts for one field.</summary>
    public sealed record Conflict(Guid LineId, CommitmentField Field, string Mine, string Theirs, string TheirName, DateTime TheirAt);

    /// <summary>A field whose text was refused.</summary>
    public sealed record FieldRefusal(Guid LineId, CommitmentField Field, Refusal Refusal);

    /// <summary>Saves what can be saved.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, CommitmentNotInState.</exception>
    public Task<Answer> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var commitment = await op.Db.CommitmentAsync(input.CommitmentId, ct);
        // Before anything is compared: a conflict shows what stands there.
        if (!commitment.IsAuthor(op.Actor)) op.Actor.Must(Permission.KeepCommitments, commitment.UnitPath);
        var conflicts = new List<Conflict>();
        var refusals = new List<FieldRefusal>();
        var (otherName, otherAt) = (commitment.EditedByName, commitment.EditedAt);
        foreach (var change in input.Changes)
        {
            try
            {
                var stands = commitment.Read(change.LineId, change.Field);
                var text = SearchKey.Clean(change.Text) ?? "";
                if (stands == text) continue;
                if (change.Base is { } began && stands != (SearchKey.Clean(began) ?? "")) conflicts.Add(new Conflict(change.LineId, change.Field, text, stands, otherName, otherAt));
                else commitment.Write(op.Actor, change.LineId, change.Field, text, op.Now);
            }
            catch (Refusal refusal) when (refusal.Code is Because.TooLong or Because.NotADate or Because.OutOfRange or Because.NotFound)
            {
                refusals.Add(new FieldRefusal(change.LineId, change.Field, refusal));
            }
        }
        await op.SaveAsync(ct);
        return new Answer(op.Now, conflicts, refusals);
    });
}
