using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Commitments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Progress;

/// <summary>Stores one report, the same way for a single one and for the quick entry of a whole unit.</summary>
internal static class Recording
{
    // Two may report at once, and one may send twice: judged anew against what stands there then.
    public static Task<RecordProgress.Stored> OneAsync(Operations operations, RecordProgress.Input input, string useCase, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct, useCase);
        var facts = new ProgressFacts(input.Outcome, input.NothingNew, input.Figure, input.WhatHappened, input.On ?? op.Today, op.Today);
        // The browser's key belongs to the row: the same key on another row is another report.
        var key = DerivedId.Of("progress", $"{input.Id:N}:{input.Key:N}");
        return input.Subject == ProgressSubject.PlanItem ? await ItemAsync(op, input.Id, key, facts, ct) : await LineAsync(op, input.Id, key, facts, ct);
    });

    private static async Task<RecordProgress.Stored> ItemAsync(Operation op, Guid id, Guid key, ProgressFacts facts, CancellationToken ct)
    {
        var plan = await op.Db.Plans.Include(p => p.Items).Include(p => p.Sendings).AsSplitQuery().FirstOrDefaultAsync(p => p.Items.Any(i => i.Id == id), ct).OrRefuseAsync();
        var progress = await op.Db.ItemProgress.Include(p => p.Reports).FirstOrDefaultAsync(p => p.ItemId == id, ct);
        if (progress is null) op.Db.ItemProgress.Add(progress = ItemProgress.Follow(op.Actor, null, plan, id));
        var entry = progress.Reports.FirstOrDefault(r => r.Id == key);
        var stood = entry is not null;
        if (entry is null)
        {
            entry = progress.Report(op.Actor, facts, op.Now, key);
            await op.SaveAsync(ct);
        }
        return new RecordProgress.Stored(id, progress.Outcome, progress.Figure, progress.ReportedOn!.Value, progress.Reports.Count, Said(entry), stood);
    }

    private static async Task<RecordProgress.Stored> LineAsync(Operation op, Guid id, Guid key, ProgressFacts facts, CancellationToken ct)
    {
        var found = await op.Db.Commitments.Where(c => c.Lines.Any(l => l.Id == id)).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct) ?? throw new Refusal(Because.NotFound);
        var commitment = await op.Db.CommitmentAsync(found, ct);
        var line = commitment.Lines.First(l => l.Id == id);
        var entry = line.Progress.FirstOrDefault(r => r.Id == key);
        var stood = entry is not null;
        if (entry is null)
        {
            entry = commitment.Report(op.Actor, id, facts, op.Now, key);
            await op.SaveAsync(ct);
        }
        return new RecordProgress.Stored(id, line.Outcome, line.Figure, line.ReportedOn!.Value, line.Progress.Count, Said(entry), stood);
    }

    /// <summary>A report as it is shown.</summary>
    public static RecordProgress.Entry Said(ProgressEntry e) => new(e.Outcome, e.NothingNew, e.Figure, e.Text, e.On, e.RecordedAt, e.RecordedByName);
}
