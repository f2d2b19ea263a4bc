using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Evidence;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Everything a unit's dossier holds, each kind in one statement.</summary>
internal static class DossierReads
{
    public static async Task<UnitDossier> ReadAsync(Operation op, AskedUnit asked, CancellationToken ct)
    {
        var (db, unitId, from, to) = (op.Db, asked.UnitId, asked.Period.From, asked.Period.To);
        var (first, last) = (new DateOnly(from, 1, 1), new DateOnly(to, 12, 31));
        var unit = await UnitPapers.ReadAsync(op, asked.Path, ct);
        var registers = await db.Registers.AsNoTracking().Where(r => r.UnitId == unitId && r.Year <= to && r.ToYear >= from).OrderBy(r => r.Year).ToListAsync(ct);
        var ofUnit = db.Commitments.Where(c => c.UnitId == unitId && c.Year <= to && c.ToYear >= from);
        var commitments = await ofUnit.Include(c => c.Lines).ToListAsync(ct);
        // Put under their lines as they come; joined in one question the database would read every report there is.
        await ofUnit.SelectMany(c => c.Lines).SelectMany(l => l.Progress).LoadAsync(ct);
        var people = await AskedUnit.PeopleOfAsync(op, unitId, ct);
        var evidence = await PayBackReads.EvidenceAsync(op, e => e.UnitPath == asked.Path, ct);
        var meetings = await db.Meetings.AsNoTracking().Include(m => m.Decisions).Where(m => m.UnitId == unitId && m.HeldOn >= first && m.HeldOn <= last).OrderBy(m => m.HeldOn).ToListAsync(ct);
        var plans = await db.Plans.AsNoTracking().Include(p => p.Items).Where(p => p.UnitId == unitId && p.Year <= to && p.ToYear >= from).OrderBy(p => p.Year).ThenBy(p => p.ToYear).ToListAsync(ct);
        var progress = await db.ItemProgress.AsNoTracking().Include(p => p.Reports).Where(p => p.UnitPath == asked.Path).ToDictionaryAsync(p => p.ItemId, ct);
        var proofs = (await db.ItemEvidence.AsNoTracking().Where(e => e.UnitPath == asked.Path).OrderBy(e => e.ReceivedAt).ToListAsync(ct)).ToLookup(e => e.ItemId);
        var openings = await OpeningsAsync(op, asked.Path, LocalTime.StartOf(first), LocalTime.StartOf(last.AddDays(1)), ct);

        var shown = people.Where(p => p.Name.Length > 0 && (p.To is null || commitments.Exists(c => c.ParticipantId == p.Id))).ToList();
        return new UnitDossier(unit.Head(asked.Period, null), unit.Name, unit.Code, asked.Period, LocalTime.Of(op.Now), op.Actor.Name,
            [.. registers.OrderBy(r => r.Scope).Select(r => Sheet(unit, r, shown, commitments, meetings))],
            [.. meetings.Select(m => new DossierMeeting(Of(m), m.RecordedByName, [.. m.Decisions.Select(d => new DossierDecision(d.Item, d.Note))]))],
            [.. plans.Select(p => new DossierPlan(PayBackReads.NameOf(p), p.State, [.. p.Items.Select(i => Item(i, progress.GetValueOrDefault(i.Id), proofs[i.Id]))]))],
            [.. commitments.Select(c => c.Scope).Distinct().Order().SelectMany(scope => shown.SelectMany(p => commitments.Where(c => c.ParticipantId == p.Id && c.Scope == scope).Select(c => PayBackReads.Result(unit, p, c, new(c.Year, c.ToYear), evidence))))],
            [.. Evidence(shown, commitments, evidence), .. plans.SelectMany(p => p.Items).SelectMany(i => proofs[i.Id].Select(e => Evidence(e, null, i.Ordinal)))], openings);
    }

    private static RegisterSheet Sheet(UnitPapers unit, CommitmentRegister register, List<Participant> people, List<RoleModelCommitment> commitments, List<CellMeeting> meetings)
    {
        var period = new PaperPeriod(register.Year, register.ToYear);
        var of = commitments.Where(c => c.Scope == register.Scope && c.Year == register.Year).ToDictionary(c => c.ParticipantId);
        var meeting = meetings.Find(m => m.Id == register.MeetingId);
        return new AskedUnit(register.UnitId, register.UnitPath, register.Scope, period, register).Sheet(unit, [.. people.Where(p => p.To is null || of.ContainsKey(p.Id))], of, meeting is null ? null : Of(meeting));
    }

    private static DossierItem Item(PlanItem item, ItemProgress? progress, IEnumerable<ItemEvidence> proofs) => new(item.Ordinal, item.Content, item.Responsible, item.EndsOn, item.Product,
        progress?.Outcome, PayBackReads.Figure(progress?.Figure, item.Product), progress is null ? null : PayBackReads.Account(progress.Reports), [.. proofs.Select(PayBackReads.NameOf)]);

    private static IEnumerable<DossierEvidence> Evidence(List<Participant> people, List<RoleModelCommitment> commitments, ILookup<Guid, LineEvidence> evidence) =>
        from person in people
        from commitment in commitments
        where commitment.ParticipantId == person.Id
        from line in commitment.Lines
        from file in evidence[line.Id]
        select Evidence(file, person.Name, line.Ordinal);

    private static DossierEvidence Evidence(EvidenceFile file, string? person, int ordinal) => new(PayBackReads.NameOf(file), person, ordinal, file.HappenedOn, file.FiledOn, LocalTime.Today(file.ReceivedAt), file.Sha256);

    private static async Task<List<DossierOpening>> OpeningsAsync(Operation op, string path, DateTime from, DateTime to, CancellationToken ct)
    {
        var db = op.Db;
        var rows = await db.Openings.Where(o => o.UnitPath == path && o.At >= from && o.At < to).OrderBy(o => o.At)
            .Select(o => new { o.At, o.OpenedBy, o.Reason, Whose = db.Commitments.Where(c => c.Id == o.CommitmentId).Join(db.Participants, c => c.ParticipantId, p => p.Id, (c, p) => p.Name).FirstOrDefault() }).ToListAsync(ct);
        return [.. rows.Select(o => new DossierOpening(LocalTime.Of(o.At), o.OpenedBy, o.Whose ?? "", o.Reason))];
    }

    private static PaperMeeting Of(CellMeeting meeting) => new(meeting.HeldOn, meeting.Present, meeting.Total, meeting.InFavour);
}
