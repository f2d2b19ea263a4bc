using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Evidence;

/// <summary>
/// Where files stand, in words, and where else the very same file stands. Only what the reader may open is named; of what they may only count, the number.
/// </summary>
internal sealed class EvidencePlaces
{
    private readonly Dictionary<Guid, ViewEvidence.Place> named = [];
    private readonly List<(Guid Id, string Sha256, EvidenceOf Of, Guid SubjectId)> standing = [];
    private readonly Dictionary<string, int> counted = [];

    private EvidencePlaces() { }

    /// <summary>Where a subject is, or null when it may not be named.</summary>
    public ViewEvidence.Place? Of(Guid subjectId) => named.GetValueOrDefault(subjectId);

    /// <summary>The other places of a file that may be named, and the number of those that may only be counted.</summary>
    public (IReadOnlyList<ViewEvidence.Place> Named, int Counted) Elsewhere(EvidenceFile file) =>
        ([.. standing.Where(s => s.Sha256 == file.Sha256 && s.Id != file.Id).Select(s => named[s.SubjectId])], counted.GetValueOrDefault(file.Sha256));

    /// <summary>Looks up every place of some files, in a fixed number of statements.</summary>
    public static async Task<EvidencePlaces> FindAsync(Operation op, IReadOnlyCollection<EvidenceFile> files, CancellationToken ct)
    {
        var places = new EvidencePlaces();
        if (files.Count == 0) return places;
        var hashes = files.Select(f => f.Sha256).Distinct().ToList();
        var ofItems = await op.Db.ItemEvidence.Where(f => hashes.Contains(f.Sha256)).Select(f => new { f.Id, f.Sha256, f.UnitPath, f.PlanId, f.ItemId }).ToListAsync(ct);
        var ofLines = await op.Db.LineEvidence.Where(f => hashes.Contains(f.Sha256)).Select(f => new { f.Id, f.Sha256, f.UnitPath, f.CommitmentId, f.LineId }).ToListAsync(ct);
        await places.NameItemsAsync(op, [.. ofItems.Select(f => f.PlanId).Distinct()], [.. ofItems.Select(f => f.ItemId).Distinct()], ct);
        await places.NameLinesAsync(op, [.. ofLines.Select(f => f.CommitmentId).Distinct()], [.. ofLines.Select(f => f.LineId).Distinct()], ct);

        foreach (var file in ofItems)
            if (places.named.ContainsKey(file.ItemId)) places.standing.Add((file.Id, file.Sha256, EvidenceOf.PlanItem, file.ItemId));
            else if (op.Actor.Can(Permission.ReadFilings, file.UnitPath)) places.Count(file.Sha256, 1);
        foreach (var file in ofLines.Where(f => places.named.ContainsKey(f.LineId))) places.standing.Add((file.Id, file.Sha256, EvidenceOf.CommitmentLine, file.LineId));
        foreach (var (sha256, unitPath, count) in await UnscopedReads.LinesWithFilesAsync(op.Db, hashes, ct))
            if (op.Actor.Can(Permission.ReadCommitmentCounts, unitPath)) places.Count(sha256, count - ofLines.Count(f => f.Sha256 == sha256 && f.UnitPath == unitPath));
        return places;
    }

    private void Count(string sha256, int more) => counted[sha256] = counted.GetValueOrDefault(sha256) + more;

    private async Task NameItemsAsync(Operation op, List<Guid> plans, List<Guid> items, CancellationToken ct)
    {
        if (items.Count == 0) return;
        var found = await op.Db.Plans.Where(p => plans.Contains(p.Id)).SelectMany(p => p.Items.Where(i => items.Contains(i.Id)), (p, i) => new
        {
            p.Id, p.UnitPath, p.PublishedDownward, p.Year, p.ToYear, ItemId = i.Id, i.Ordinal, i.Content,
            UnitName = op.Db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        foreach (var item in found.Where(i => EvidenceReads.MayRead(op.Actor, i.UnitPath, i.PublishedDownward)))
            named[item.ItemId] = new(EvidenceOf.PlanItem, item.ItemId, item.Id, item.UnitName ?? "", null, item.Year, item.ToYear, item.Ordinal, item.Content);
    }

    private async Task NameLinesAsync(Operation op, List<Guid> commitments, List<Guid> lines, CancellationToken ct)
    {
        if (lines.Count == 0) return;
        var found = await op.Db.Commitments.Where(c => commitments.Contains(c.Id)).SelectMany(c => c.Lines.Where(l => lines.Contains(l.Id)), (c, l) => new
        {
            c.Id, c.Year, c.ToYear, LineId = l.Id, l.Ordinal, l.Action,
            Person = op.Db.Participants.Where(p => p.Id == c.ParticipantId).Select(p => p.Name).FirstOrDefault(),
            UnitName = op.Db.Units.Where(u => u.Id == c.UnitId).Select(u => u.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        foreach (var line in found) named[line.LineId] = new(EvidenceOf.CommitmentLine, line.LineId, line.Id, line.UnitName ?? "", line.Person ?? "", line.Year, line.ToYear, line.Ordinal, line.Action);
    }
}
