using CampaignTracker.Domain;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.TestKit;

/// <summary>People of the small tree, and what their units owe for them.</summary>
public static class PersonBuilder
{
    /// <summary>Enters a person; the key follows from unit and name.</summary>
    /// <param name="campaign">The library under test.</param>
    /// <param name="unitCode">The unit, e.g. T-1-1.</param>
    /// <param name="name">Full name.</param>
    /// <param name="userName">The account they sign in with, or null.</param>
    /// <param name="kind">What they take part as.</param>
    /// <param name="head">Head of the unit.</param>
    /// <param name="exempt">Exempt from work and meetings.</param>
    public static async Task<Guid> APersonAsync(this TestCampaign campaign, string unitCode, string name, string? userName = null, ParticipantKind kind = ParticipantKind.Member, bool head = false, bool exempt = false)
    {
        var id = DerivedId.Of("given-person", $"{unitCode}:{name}");
        await using var db = Acting(campaign);
        var unit = await db.Units.SingleAsync(u => u.Code == unitCode);
        db.Participants.Add(Participant.Enter(Actor.System, id, name, kind, null, head, unit, new DateOnly(2025, 7, 1), exempt ? new DateOnly(2025, 8, 1) : null, userName is null ? null : Given.Account(userName)));
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>A unit owes its register of commitments of the year.</summary>
    public static async Task OwesCommitmentsAsync(this TestCampaign campaign, string unitCode)
    {
        await using var db = Acting(campaign);
        var unit = await db.Units.SingleAsync(u => u.Code == unitCode);
        var requirement = new Requirement(DerivedId.Of("requirement", "R-commit:" + unitCode), DerivedId.Of("document", "kh"), "R-commit:" + unitCode, "2", null, "Commitments", RequirementKind.AnnualCommitments, [unit.KindCode], Frequency.Yearly, ClosingMode.Received, Confidence.Inferred, null, null, 2,
            [new DeadlineRule([unit.KindCode], 3, 31, null, DerivedId.Of("deadline", "R-commit:" + unitCode))]);
        db.Requirements.Add(requirement);
        db.Obligations.Add(Obligation.Make(Actor.System, DerivedId.Of("owed-commitments", unitCode), unit, requirement, Given.Year, Given.Year, new DateOnly(Given.Year, 3, 31)));
        await db.SaveChangesAsync();
    }

    private static CampaignDb Acting(TestCampaign campaign)
    {
        var db = campaign.Database();
        db.Acting = new Acting(Actor.System, nameof(Given), campaign.Clock.Now, Trail: false);
        return db;
    }
}
