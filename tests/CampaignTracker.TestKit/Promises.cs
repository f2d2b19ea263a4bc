using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Progress;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.TestKit;

/// <summary>People of the town and what they promise, stored as the program itself would.</summary>
public static class Promises
{
    /// <summary>What was stored.</summary>
    public sealed record Promise(Guid Person, Guid Register, Guid Commitment, Guid Line, Guid? Meeting);

    /// <summary>A member of a unit by number, from 0: the first heads it.</summary>
    public static Guid Member(string unit, int number) => DerivedId.Of("town-person", $"{unit}:{number}");

    /// <summary>The person behind an account.</summary>
    public static Guid PersonOf(string userName) => DerivedId.Of("town-person", userName);

    /// <summary>Frees a person from work and meetings since a day.</summary>
    public static async Task ExemptAsync(this TestCampaign campaign, Guid person, DateOnly since)
    {
        await using var db = campaign.Database();
        db.Acting = new Acting(Actor.System, nameof(Promises), campaign.Clock.Now, Trail: false);
        (await db.Participants.SingleAsync(p => p.Id == person)).Exempt(Actor.System, since);
        await db.SaveChangesAsync();
    }

    /// <summary>Stores a commitment of the year with one line; every text of it is the given one.</summary>
    public static async Task<Promise> PromiseAsync(this TestCampaign campaign, string unit, Guid person, string words = "Gặp 6 hộ", bool adopted = false, string? shortcoming = null, string? happened = null, int year = Town.Year)
    {
        await using var db = campaign.Database();
        var now = campaign.Clock.Now;
        var today = LocalTime.Today(now);
        db.Acting = new Acting(Actor.System, nameof(Promises), now, Trail: false);
        var row = await db.Units.SingleAsync(u => u.Code == unit);
        var kind = await db.UnitKinds.SingleAsync(k => k.Code == row.KindCode);
        var register = await db.Registers.SingleOrDefaultAsync(r => r.UnitId == row.Id && r.Scope == CommitmentScope.Year && r.Year == year);
        if (register is null) db.Registers.Add(register = CommitmentRegister.Open(Actor.System, null, row, RegisterReads.KeeperOf(kind), CommitmentScope.Year, year, year, null));
        var author = await db.Participants.SingleAsync(p => p.Id == person);
        var commitment = RoleModelCommitment.Begin(Actor.System, null, author, register, now);
        var line = commitment.AddLine(Actor.System, now);
        foreach (var field in new[] { CommitmentField.Action, CommitmentField.Result, CommitmentField.Proof }) commitment.Write(Actor.System, line.Id, field, words, now);
        commitment.Write(Actor.System, line.Id, CommitmentField.DueOn, $"{year}-11-30", now);
        commitment.Write(Actor.System, line.Id, CommitmentField.Standard, "4", now);
        if (shortcoming is not null) commitment.WriteShortcoming(Actor.System, shortcoming, now);
        db.Commitments.Add(commitment);
        CellMeeting? meeting = null;
        if (adopted || happened is not null)
        {
            meeting = CellMeeting.Record(Actor.System, null, row, today, 3, 3, 3, today, now);
            db.Meetings.Add(meeting);
            register.Adopt(Actor.System, meeting, [(commitment, author)], null, today);
        }
        if (happened is not null) commitment.Report(Actor.System, line.Id, new ProgressFacts(Outcome.PartlyDone, false, 3, happened, today, today), now);
        var people = await db.Participants.Where(p => p.UnitId == row.Id && p.To == null && p.ExemptSince == null).ToListAsync();
        var earlier = await db.Commitments.Where(c => c.RegisterId == register.Id && CommitmentStates.Registered.Contains(c.State)).Select(c => c.ParticipantId).ToListAsync();
        RegisterCounts.Count(Actor.System, register, people, earlier.Concat(commitment.Registered ? [person] : []).ToHashSet());
        await db.SaveChangesAsync();
        return new Promise(person, register.Id, commitment.Id, line.Id, meeting?.Id);
    }
}
