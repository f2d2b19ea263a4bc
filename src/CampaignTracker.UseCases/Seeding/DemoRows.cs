using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.Domain.Reviews;
using CampaignTracker.UseCases.Database;

namespace CampaignTracker.UseCases.Seeding;

/// <summary>What was told and is not stored yet.</summary>
internal sealed class DemoRows
{
    /// <summary>So many commitments of a large demo are held in memory before they are stored.</summary>
    public const int Many = 20_000;

    public List<Participant> Participants { get; } = [];
    public List<UnitPlan> Plans { get; } = [];
    public List<Review> Reviews { get; } = [];
    public List<CommitmentRegister> Registers { get; } = [];
    public List<RoleModelCommitment> Commitments { get; } = [];
    public List<CellMeeting> Meetings { get; } = [];
    public List<ItemProgress> Items { get; } = [];
    public List<ItemEvidence> ItemEvidence { get; } = [];
    public List<LineEvidence> LineEvidence { get; } = [];

    /// <summary>Stores everything held.</summary>
    public async Task StoreAsync(CampaignDb db, CancellationToken ct)
    {
        await StoreAsync(db, Participants, ct);
        await StoreAsync(db, Plans, ct);
        await StoreAsync(db, Reviews, ct);
        await StoreAsync(db, Registers, ct);
        await StoreAsync(db, Commitments, ct);
        await StoreAsync(db, Meetings, ct);
        await StoreAsync(db, Items, ct);
        await StoreAsync(db, ItemEvidence, ct);
        await StoreAsync(db, LineEvidence, ct);
    }

    private static async Task StoreAsync<T>(CampaignDb db, List<T> rows, CancellationToken ct) where T : class
    {
        await BulkInsert.AddAsync(db, rows, ct);
        rows.Clear();
    }
}
