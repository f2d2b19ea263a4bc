using CampaignTracker.Domain.Plans;

namespace CampaignTracker.UseCases.Plans;

/// <summary>Adding, removing and ordering the items of a plan, and answering a requirement without one.</summary>
public sealed class ArrangePlanItems(Operations operations)
{
    /// <summary>Adds an empty item at the end; its key.</summary>
    /// <param name="planId">The plan.</param>
    /// <param name="requirementId">A requirement the item is to serve, or null.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Guid> AddAsync(Guid planId, Guid? requirementId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await PlanReads.PlanAsync(op.Db, planId, ct);
        var item = plan.AddItem(op.Actor, op.Now);
        if (requirementId is { } serves) plan.Write(op.Actor, item.Id, PlanField.Requirements, serves.ToString(), op.Now);
        await op.SaveAsync(ct);
        return item.Id;
    });

    /// <summary>Removes an item; its text stays in the trail.</summary>
    public Task RemoveAsync(Guid planId, Guid itemId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await PlanReads.PlanAsync(op.Db, planId, ct);
        plan.RemoveItem(op.Actor, itemId, op.Now);
        await op.SaveAsync(ct);
    });

    /// <summary>Moves an item to another number, from 1.</summary>
    public Task MoveAsync(Guid planId, Guid itemId, int to, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await PlanReads.PlanAsync(op.Db, planId, ct);
        plan.MoveItem(op.Actor, itemId, to, op.Now);
        await op.SaveAsync(ct);
    });

    /// <summary>Answers a requirement without an item; null takes the answer back.</summary>
    public Task AnswerRequirementAsync(Guid planId, Guid requirementId, RequirementAnswerKind? kind, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await PlanReads.PlanAsync(op.Db, planId, ct);
        plan.AnswerRequirement(op.Actor, requirementId, kind, op.Now);
        await op.SaveAsync(ct);
    });

    /// <summary>Takes the wording of last year's item into a new one to be reworked: never its result, never "done".</summary>
    public Task<Guid> TakeFromLastYearAsync(Guid planId, Guid lastYearItemId, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var plan = await PlanReads.PlanAsync(op.Db, planId, ct);
        var source = await LastYear.ItemAsync(op.Db, plan, lastYearItemId, ct);
        var item = plan.AddItem(op.Actor, op.Now);
        foreach (var field in new[] { PlanField.Content, PlanField.Role, PlanField.CoOperating, PlanField.Responsible, PlanField.Method, PlanField.Product, PlanField.Requirements })
            plan.Write(op.Actor, item.Id, field, source.Read(lastYearItemId, field), op.Now);
        await op.SaveAsync(ct);
        return item.Id;
    });
}
