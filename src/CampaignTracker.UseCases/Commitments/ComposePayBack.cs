using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// What the year's entries give back: each member's half page for the self-criticism form, the unit's paragraph for its review, one dossier for an inspection or a handover.
/// A person reads their own, the unit's keepers all of theirs. The shortcoming is never read here.
/// </summary>
public sealed class ComposePayBack(Operations operations)
{
    /// <summary>Half pages.</summary>
    /// <param name="UnitCode">The unit, for the file's name.</param>
    /// <param name="Period">Year or term.</param>
    /// <param name="Results">One a person, in the order of the list.</param>
    public sealed record Members(string UnitCode, PaperPeriod Period, IReadOnlyList<MemberResult> Results);

    /// <summary>The unit's paragraph.</summary>
    public sealed record Cell(string UnitCode, CellResult Result);

    /// <summary>One person's half page.</summary>
    /// <exception cref="Refusal">NotFound: missing or out of scope.</exception>
    public async Task<Members> OneAsync(Guid commitmentId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var commitment = await db.Commitments.AsNoTracking().Include(c => c.Lines).ThenInclude(l => l.Progress).AsSplitQuery().FirstOrDefaultAsync(c => c.Id == commitmentId, ct).OrRefuseAsync();
        var person = await db.Participants.AsNoTracking().FirstOrDefaultAsync(p => p.Id == commitment.ParticipantId, ct).OrRefuseAsync();
        var unit = await UnitPapers.ReadAsync(op, commitment.UnitPath, ct);
        var evidence = await PayBackReads.EvidenceAsync(op, e => e.CommitmentId == commitmentId, ct);
        var period = new PaperPeriod(commitment.Year, commitment.ToYear);
        return new Members(unit.Code, period, [PayBackReads.Result(unit, person, commitment, period, evidence)]);
    }

    /// <summary>The half pages of everybody in the unit who promised.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Members> UnitAsync(ComposeCommitmentPapers.Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var asked = await AskedUnit.ReadAsync(op, input, ct);
        var unit = await UnitPapers.ReadAsync(op, asked.Path, ct);
        var (people, commitments) = await asked.PeopleAsync(op, progress: true, ct);
        var evidence = await PayBackReads.EvidenceAsync(op, e => e.UnitPath == asked.Path, ct);
        return new Members(unit.Code, asked.Period, [.. people.Where(p => commitments.ContainsKey(p.Id)).Select(p => PayBackReads.Result(unit, p, commitments[p.Id], asked.Period, evidence))]);
    }

    /// <summary>The unit's paragraph for its own review.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Cell> CellAsync(ComposeCommitmentPapers.Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var db = op.Db;
        var asked = await AskedUnit.ReadAsync(op, input, ct);
        var unit = await UnitPapers.ReadAsync(op, asked.Path, ct);
        var (people, commitments) = await asked.PeopleAsync(op, progress: false, ct);
        var evidence = await PayBackReads.EvidenceAsync(op, e => e.UnitPath == asked.Path, ct);
        var (from, to) = (asked.Period.From, asked.Period.To);
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.UnitId == asked.UnitId && m.HeldOn >= new DateOnly(from, 1, 1) && m.HeldOn <= new DateOnly(to, 12, 31)).ToListAsync(ct);
        var plan = await db.Plans.AsNoTracking().Include(p => p.Items).Where(p => p.UnitId == asked.UnitId && p.Year == from && p.ToYear == to && p.Meeting != null).FirstOrDefaultAsync(ct);
        var progress = plan is null ? [] : await db.ItemProgress.AsNoTracking().Where(p => p.PlanId == plan.Id).ToDictionaryAsync(p => p.ItemId, p => p.Outcome, ct);

        var counted = people.Where(p => p.To is null && p.ExemptSince is null).ToList();
        var lines = commitments.Values.Where(c => c.Registered).SelectMany(c => c.Lines).Where(l => l.Action.Length > 0).ToList();
        var meeting = meetings.Find(m => m.Id == asked.Register?.MeetingId);
        return new Cell(unit.Code, new CellResult(unit.Name, asked.Period, counted.Count, people.Count(p => p.To is null && p.ExemptSince is not null),
            counted.Count(p => commitments.TryGetValue(p.Id, out var c) && c.Registered), meeting is null ? null : new PaperMeeting(meeting.HeldOn, meeting.Present, meeting.Total, meeting.InFavour),
            OutcomeCount.Of(lines.Select(l => l.Outcome)), lines.Count(l => evidence[l.Id].Any()), plan is null ? null : PayBackReads.NameOf(plan),
            OutcomeCount.Of(plan?.Items.Select(i => progress.GetValueOrDefault(i.Id)) ?? []), meetings.Count, op.Today, unit.Demo));
    }

    /// <summary>The unit's whole trail of a year, or of a register's period.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<UnitDossier> DossierAsync(ComposeCommitmentPapers.Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        return await DossierReads.ReadAsync(op, await AskedUnit.PeriodAsync(op, input, ct), ct);
    }
}
