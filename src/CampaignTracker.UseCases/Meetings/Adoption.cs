using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Meetings;

/// <summary>What a meeting adopted, ticked in one act.</summary>
/// <param name="Year">The campaign year the registrations and the topic are of.</param>
/// <param name="Plans">Plans adopted: they get the meeting's numbers.</param>
/// <param name="Annual">Registrations and commitments of the year.</param>
/// <param name="Term">Registrations and commitments of the term.</param>
/// <param name="Topic">The topic was studied: which one; null when it was not.</param>
/// <param name="Commendation">Who or what was commended, or null.</param>
public sealed record MeetingTicks(int Year, IReadOnlyList<Guid>? Plans = null, bool Annual = false, bool Term = false, string? Topic = null, string? Commendation = null);

/// <summary>Somebody whom an adoption leaves out.</summary>
/// <param name="Scope">Of which register.</param>
/// <param name="Name">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(CommitmentScope Scope, string Name, LeftOutReason Reason);

/// <summary>Why an adoption leaves somebody out.</summary>
public enum LeftOutReason
{
    /// <summary>No action is written yet.</summary>
    NotWritten,
    /// <summary>Their office or association confirms, not the cell.</summary>
    ConfirmedElsewhere,
}

/// <summary>What came of it.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Adopted">Commitments adopted.</param>
/// <param name="LeftOut">Who was left out, and why.</param>
public sealed record AdoptionOutcome(Guid MeetingId, int Adopted, IReadOnlyList<LeftOut> LeftOut);

/// <summary>One act of a meeting with many uses; shared by recording a meeting and by adopting a register.</summary>
internal static class Adoption
{
    /// <summary>Applies what was ticked and counts anew; the caller saves.</summary>
    public static async Task<AdoptionOutcome> ApplyAsync(Operation op, CellMeeting meeting, MeetingTicks ticks, CancellationToken ct)
    {
        foreach (var planId in ticks.Plans ?? [])
        {
            var plan = await op.Db.PlanAsync(planId, ct);
            if (plan.UnitId != meeting.UnitId) throw new Refusal(Because.NotFound);
            plan.RecordMeeting(op.Actor, meeting.AsPlanMeeting(op.Today), op.Now);
            meeting.Adopts(op.Actor, MeetingItem.Plan, plan.Id, null);
        }
        var registers = new Dictionary<CommitmentScope, CommitmentRegister>();
        async Task<CommitmentRegister> RegisterAsync(CommitmentScope scope) =>
            registers.TryGetValue(scope, out var known) ? known : registers[scope] = await op.RegisterAsync(meeting.UnitId, scope, ticks.Year, ct);

        if (!string.IsNullOrWhiteSpace(ticks.Topic))
        {
            var register = await RegisterAsync(CommitmentScope.Year);
            register.TopicStudied(op.Actor, meeting.HeldOn);
            meeting.Adopts(op.Actor, MeetingItem.Topic, null, ticks.Topic);
        }
        if (!string.IsNullOrWhiteSpace(ticks.Commendation)) meeting.Adopts(op.Actor, MeetingItem.Commendation, null, ticks.Commendation);
        var (adopted, left) = (0, new List<LeftOut>());
        foreach (var scope in Scopes(ticks))
        {
            var register = await RegisterAsync(scope);
            var (written, without) = await WrittenAsync(op.Db, register.UnitId, scope, ticks.Year, register.Keeper, ct);
            register.Adopt(op.Actor, meeting, written, await op.Db.OwedAsync(register, ct), op.Today);
            adopted += written.Count;
            left.AddRange(without);
        }
        if (registers.Count > 0) await op.RecountAsync(meeting.UnitId, ct);
        return new AdoptionOutcome(meeting.Id, adopted, left);
    }

    private static IEnumerable<CommitmentScope> Scopes(MeetingTicks ticks)
    {
        if (ticks.Annual) yield return CommitmentScope.Year;
        if (ticks.Term) yield return CommitmentScope.Term;
    }

    /// <summary>Whose commitment can be adopted now, and who is left out. Those exempt are not waited for.</summary>
    public static async Task<(List<(RoleModelCommitment Commitment, Participant Person)> Written, List<LeftOut> Left)> WrittenAsync(Database.CampaignDb db, Guid unitId, CommitmentScope scope, int year, RegisterKeeper keeper, CancellationToken ct)
    {
        var people = await db.Participants.Where(p => p.UnitId == unitId && p.To == null).OrderByDescending(p => p.UnitHead).ThenBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(ct);
        var begun = await db.Commitments.Include(c => c.Lines).Where(c => c.UnitId == unitId && c.Scope == scope && c.Year <= year && c.ToYear >= year).ToDictionaryAsync(c => c.ParticipantId, ct);
        var (written, left) = (new List<(RoleModelCommitment, Participant)>(), new List<LeftOut>());
        foreach (var person in people)
        {
            var commitment = begun.GetValueOrDefault(person.Id);
            if (commitment?.Registered == true) continue;
            var has = commitment?.Lines.Any(line => line.Action.Length > 0) == true;
            var here = CommitmentRegister.Confirms(keeper, person.Kind);
            if (has && here) written.Add((commitment!, person));
            else if (person.ExemptSince is null) left.Add(new LeftOut(scope, person.Name, here ? LeftOutReason.NotWritten : LeftOutReason.ConfirmedElsewhere));
        }
        return (written, left);
    }
}
