using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests;

/// <summary>Keys of the commitment and the meeting planted in every unit; they follow from its code, so that a unit of no code has keys of nothing.</summary>
internal static class CommitmentKeys
{
    public static Guid Person(string code) => DerivedId.Of("town-person", code + ":0");
    public static Guid Commitment(string code) => DerivedId.Of("canary-commitment", code);
    public static Guid Line(string code) => DerivedId.Of("canary-line", code);
    public static Guid Meeting(string code) => DerivedId.Of("canary-meeting", code);

    /// <summary>A register with one written commitment, its shortcoming, and a meeting that commended somebody, in every unit.</summary>
    /// <param name="db">Sees everything.</param>
    /// <param name="now">UTC.</param>
    /// <param name="today">Local date.</param>
    /// <param name="word">The word of a unit's field.</param>
    public static async Task PlantAsync(CampaignDb db, DateTime now, DateOnly today, Func<string, string, string> word)
    {
        var kinds = await db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code);
        foreach (var unit in await db.Units.ToListAsync())
        {
            var person = await db.Participants.SingleAsync(p => p.Id == Person(unit.Code));
            var register = CommitmentRegister.Open(Actor.System, null, unit, RegisterReads.KeeperOf(kinds[unit.KindCode]), CommitmentScope.Year, Town.Year, Town.Year, null);
            var commitment = RoleModelCommitment.Begin(Actor.System, Commitment(unit.Code), person, register, now);
            var line = commitment.AddLine(Actor.System, now, Line(unit.Code));
            foreach (var field in new[] { CommitmentField.Action, CommitmentField.Result, CommitmentField.Proof }) commitment.Write(Actor.System, line.Id, field, word(unit.Code, "promise"), now);
            commitment.AskConcrete(Actor.System, word(unit.Code, "promise"), now);
            commitment.WriteShortcoming(Actor.System, word(unit.Code, "short"), now);
            var meeting = CellMeeting.Record(Actor.System, Meeting(unit.Code), unit, today, 1, 1, 1, today, now);
            meeting.Adopts(Actor.System, MeetingItem.Commendation, null, word(unit.Code, "meet"));
            db.AddRange(register, commitment, meeting);
        }
    }
}
