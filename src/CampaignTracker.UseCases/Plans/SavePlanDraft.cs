using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Plans;

/// <summary>
/// Autosave of what was typed, field by field. A field that somebody else changed meanwhile is not overwritten:
/// both texts are shown, and the one that is not stored is kept for 30 days.
/// </summary>
public sealed class SavePlanDraft(Operations operations)
{
    /// <summary>What was typed.</summary>
    /// <param name="PlanId">The plan.</param>
    /// <param name="Changes">The fields changed since the last acknowledged save.</param>
    public sealed record Input(Guid PlanId, [property: MaxLength(500)] IReadOnlyList<FieldChange> Changes);

    /// <summary>One field.</summary>
    /// <param name="ItemId">The item, or null for a section.</param>
    /// <param name="Field">Which field.</param>
    /// <param name="Text">What it should hold.</param>
    /// <param name="Base">What it held when the writer began; null overwrites whatever is there (the writer chose so).</param>
    /// <param name="Chosen">The writer saw both texts and chose this one: the other is kept.</param>
    public sealed record FieldChange(Guid? ItemId, PlanField Field, string Text, string? Base, bool Chosen = false);

    /// <summary>What came of it.</summary>
    /// <param name="SavedAt">UTC.</param>
    /// <param name="Conflicts">Fields that hold somebody else's newer text.</param>
    /// <param name="Refusals">Fields whose text broke a rule; nothing of these was stored.</param>
    public sealed record Answer(DateTime SavedAt, IReadOnlyList<Conflict> Conflicts, IReadOnlyList<FieldRefusal> Refusals);

    /// <summary>Two texts for one field.</summary>
    public sealed record Conflict(Guid? ItemId, PlanField Field, string Mine, string Theirs, string TheirName, DateTime TheirAt);

    /// <summary>A field whose text was refused.</summary>
    public sealed record FieldRefusal(Guid? ItemId, PlanField Field, Refusal Refusal);

    /// <summary>Saves what can be saved.</summary>
    public Task<Answer> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(() => TryAsync(input, ct));

    private async Task<Answer> TryAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var plan = await op.Db.PlanAsync(input.PlanId, ct);
        // Before anything is compared: a conflict shows what stands there.
        op.Actor.Must(Permission.EditPlan, plan.UnitPath);
        var conflicts = new List<Conflict>();
        var refusals = new List<FieldRefusal>();
        var (otherName, otherAt) = (plan.EditedByName, plan.EditedAt);
        foreach (var change in input.Changes)
        {
            try
            {
                var stands = plan.Read(change.ItemId, change.Field);
                var text = SearchKey.Clean(change.Text) ?? "";
                if (stands == text) continue;
                if (change.Base is { } began && stands != (SearchKey.Clean(began) ?? ""))
                {
                    conflicts.Add(new Conflict(change.ItemId, change.Field, text, stands, otherName, otherAt));
                    await KeepAsync(op, plan, change, text, op.Actor.Name, ct);
                    continue;
                }
                if (change.Chosen) await KeepAsync(op, plan, change, stands, otherName, ct);
                plan.Write(op.Actor, change.ItemId, change.Field, text, op.Now);
            }
            catch (Refusal refusal) when (refusal.Code is Because.TooLong or Because.NotADate or Because.ItemEndsBeforeStart || (refusal.Code == Because.NotFound && change.ItemId is not null))
            {
                refusals.Add(new FieldRefusal(change.ItemId, change.Field, refusal));
            }
        }
        await op.SaveAsync(ct);
        return new Answer(op.Now, conflicts, refusals);
    }

    // Once for each text, however often it is offered again.
    private static async Task KeepAsync(Operation op, UnitPlan plan, FieldChange change, string text, string author, CancellationToken ct)
    {
        if (text.Length == 0 || await op.Db.DraftConflicts.AnyAsync(c => c.PlanId == plan.Id && c.ItemId == change.ItemId && c.Field == change.Field && c.Text == text, ct)) return;
        op.Db.DraftConflicts.Add(new DraftConflict { PlanId = plan.Id, UnitPath = plan.UnitPath, ItemId = change.ItemId, Field = change.Field, Text = text, AuthorName = author, At = op.Now });
    }
}
