using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Meetings;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Tests.Commitments;

/// <summary>Commitments of the town, written and adopted through the use cases themselves.</summary>
internal static class Registrations
{
    public static readonly Guid Author = DerivedId.Of("town-person", "a1.tv");

    public static Guid Member(string unit, int n) => DerivedId.Of("town-person", $"{unit}:{n}");

    /// <summary>A commitment of this year with one action; whose depends on who is asked for.</summary>
    public static async Task<Guid> PromisedAsync(this TestCampaign campaign, string who, Guid? person = null, string action = "Thăm 6 hộ", CommitmentScope scope = CommitmentScope.Year, int year = Town.Year)
    {
        var id = await campaign.As(who).Use<BeginCommitment>().RunAsync(new(scope, year, person), default);
        await campaign.WriteAsync(who, id, CommitmentField.Action, action);
        return id;
    }

    public static Task<ViewCommitment.Page> CommitmentAsync(this TestCampaign campaign, string who, Guid id) => campaign.As(who).Use<ViewCommitment>().RunAsync(id, default);

    /// <summary>Types a field of the first line.</summary>
    public static async Task<SaveCommitment.Answer> WriteAsync(this TestCampaign campaign, string who, Guid id, CommitmentField field, string text, string? began = null)
    {
        var line = (await campaign.CommitmentAsync(who, id)).Lines[0].Id;
        return await campaign.As(who).Use<SaveCommitment>().RunAsync(new(id, [new(line, field, text, began)]), default);
    }

    public static AdoptRegister.Input Passing(this TestCampaign campaign, MeetingTicks ticks) => new(null, campaign.Clock.Today, 4, 4, 4, ticks);

    public static Task<AdoptionOutcome> AdoptAsync(this TestCampaign campaign, string who = "a1.bt", CommitmentScope scope = CommitmentScope.Year) =>
        campaign.As(who).Use<AdoptRegister>().RunAsync(campaign.Passing(new(Town.Year, Annual: scope == CommitmentScope.Year, Term: scope == CommitmentScope.Term)), default);

    public static Task<CommitmentRegister> RegisterAsync(this TestCampaign campaign, string unit = Town.CellA1, CommitmentScope scope = CommitmentScope.Year) =>
        campaign.LookAsync(db => db.Registers.AsNoTracking().SingleAsync(r => r.UnitId == Town.Unit(unit) && r.Scope == scope && r.ToYear >= Town.Year));

    /// <summary>A unit owes its register of the year; the obligation's key.</summary>
    public static async Task<Guid> OwesRegisterAsync(this TestCampaign campaign, params string[] units)
    {
        var requirement = new Requirement(Guid.NewGuid(), DerivedId.Of("town-document", "D1"), "D1#9", "mục 9", null, "Đăng ký", RequirementKind.AnnualCommitments, ["cell"], Frequency.Yearly, ClosingMode.Received, Confidence.Source, null, null, 9,
            [new DeadlineRule(["cell"], 3, 31, null)]);
        await campaign.SetAsync(async db =>
        {
            db.Requirements.Add(requirement);
            foreach (var unit in await db.Units.Where(u => units.Contains(u.Code)).ToListAsync())
                db.Obligations.Add(Obligation.Make(Actor.System, OwedBy(unit.Code), unit, requirement, Town.Year, Town.Year, new DateOnly(Town.Year, 3, 31)));
        });
        return OwedBy(units[0]);
    }

    public static Guid OwedBy(string unit) => DerivedId.Of("registrations-owed", unit);

    /// <summary>Somebody who is no member joins a unit.</summary>
    public static async Task<Guid> WorkerAsync(this TestCampaign campaign, string unit, string name = "Công Văn Chức")
    {
        var id = Guid.NewGuid();
        await campaign.SetAsync(async db => db.Participants.Add(Participant.Enter(Actor.System, id, name, ParticipantKind.CivilServant, null, false, await db.Units.SingleAsync(u => u.Code == unit), new DateOnly(2024, 1, 1), null, null)));
        return id;
    }
}
