using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.TestKit;

/// <summary>Commitments as they stand in the register, made without the screens that write them.</summary>
public static class Promises
{
    /// <summary>The key of a town's person: by account (<c>"a1.tv"</c>), or by unit and number (<c>"P-A-1:0"</c>).</summary>
    public static Guid Person(string key) => DerivedId.Of("town-person", key);

    /// <summary>A commitment of this year with one line; answers the line's key.</summary>
    public static async Task<Guid> LineAsync(this TestCampaign campaign, string person, string action = "Đọc mỗi tháng một bài")
    {
        await using var db = campaign.Database();
        db.Acting = new Acting(Actor.System, nameof(Promises), campaign.Clock.Now, Trail: false);
        var id = Person(person);
        var who = await db.Participants.SingleAsync(p => p.Id == id);
        var unit = await db.Units.SingleAsync(u => u.Id == who.UnitId);
        if (await db.Registers.FirstOrDefaultAsync(r => r.UnitId == unit.Id && r.Scope == CommitmentScope.Year && r.Year == Town.Year) is not { } register)
            db.Registers.Add(register = CommitmentRegister.Open(Actor.System, null, unit, RegisterKeeper.Cell, CommitmentScope.Year, Town.Year, Town.Year, null));
        var commitment = RoleModelCommitment.Begin(Actor.System, null, who, register, campaign.Clock.Now);
        var line = commitment.AddLine(Actor.System, campaign.Clock.Now);
        commitment.Write(Actor.System, line.Id, CommitmentField.Action, action, campaign.Clock.Now);
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync();
        return line.Id;
    }
}
