using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Meetings;
using CampaignTracker.Domain.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Papers;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Meetings;

/// <summary>The meeting of the unit as one short record: date and numbers, what it adopted, a photo of the minutes page.</summary>
public sealed class RecordMeeting(Operations operations, FileIntake intake)
{
    /// <summary>A meeting of the asker's own unit. People counted, date local.</summary>
    public sealed record Input([property: Required] DateOnly? MeetingDate, [property: Required] int? Present, [property: Required] int? Total, [property: Required] int? InFavour, MeetingTicks Ticks);

    /// <summary>Corrected numbers.</summary>
    public sealed record Correction(Guid MeetingId, [property: Required] DateOnly? MeetingDate, [property: Required] int? Present, [property: Required] int? Total, [property: Required] int? InFavour);

    /// <summary>Records it with everything ticked, in one transaction.</summary>
    /// <exception cref="Refusal">As the single acts: nothing is stored then.</exception>
    public Task<AdoptionOutcome> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var meeting = await NewAsync(op, input.MeetingDate!.Value, input.Present!.Value, input.Total!.Value, input.InFavour!.Value, ct);
        var outcome = await Adoption.ApplyAsync(op, meeting, input.Ticks, ct);
        await op.SaveAsync(ct);
        return outcome;
    });

    /// <summary>Ticks more things for a meeting recorded before.</summary>
    public Task<AdoptionOutcome> AddAsync(Guid meetingId, MeetingTicks ticks, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(ct);
        var meeting = await MeetingAsync(op, meetingId, ct);
        op.Actor.Must(Permission.RecordMeeting, meeting.UnitPath);
        var outcome = await Adoption.ApplyAsync(op, meeting, ticks, ct);
        await op.SaveAsync(ct);
        return outcome;
    });

    /// <summary>Corrects date and numbers; what the meeting adopted follows, as far as it can still be changed.</summary>
    public Task CorrectAsync(Correction input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        var meeting = await MeetingAsync(op, input.MeetingId, ct);
        var before = meeting.HeldOn;
        meeting.Correct(op.Actor, input.MeetingDate!.Value, input.Present!.Value, input.Total!.Value, input.InFavour!.Value, op.Today);
        foreach (var decision in meeting.Decisions)
        {
            if (decision is { Item: MeetingItem.Plan, SubjectId: { } planId })
            {
                var plan = await op.Db.PlanAsync(planId, ct);
                if (plan.May(op.Actor, Domain.Plans.PlanAct.RecordMeeting)) plan.RecordMeeting(op.Actor, meeting.AsPlanMeeting(op.Today), op.Now);
            }
            if (decision is { Item: MeetingItem.AnnualRegistrations or MeetingItem.TermRegistrations, SubjectId: { } registerId } && before != meeting.HeldOn)
            {
                var register = await op.Db.Registers.FirstAsync(r => r.Id == registerId, ct);
                register.Redate(op.Actor, meeting);
                foreach (var commitment in await op.Db.Commitments.Where(c => c.UnitId == register.UnitId && c.Scope == register.Scope && c.Year == register.Year && c.AdoptedOn == before).ToListAsync(ct)) commitment.Redate(op.Actor, before, meeting.HeldOn);
            }
        }
        await op.SaveAsync(ct);
    });

    /// <summary>Stores the photo or scan of the minutes page: it names people and opens within the unit only.</summary>
    public async Task AttachMinutesAsync(Guid meetingId, string name, Stream content, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var meeting = await MeetingAsync(op, meetingId, ct);
        op.Actor.Must(Permission.RecordMeeting, meeting.UnitPath);
        var kept = await intake.KeepAsync(content, name, FileKinds.OfScans, ct);
        var file = StoredFile.Upload(op.Actor, meeting.UnitPath, name, kept.Sha256, kept.Size, kept.Kind, op.Now, FilePurpose.Minutes);
        op.Db.Files.Add(file);
        meeting.AttachMinutes(op.Actor, file.Id);
        await op.SaveAsync(ct);
    }

    /// <summary>Takes the page off the meeting; the file stays in the trail.</summary>
    public async Task DetachMinutesAsync(Guid meetingId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        (await MeetingAsync(op, meetingId, ct)).AttachMinutes(op.Actor, null);
        await op.SaveAsync(ct);
    }

    /// <summary>A new meeting of the asker's own unit, added to the context.</summary>
    internal static async Task<CellMeeting> NewAsync(Operation op, DateOnly heldOn, int present, int total, int inFavour, CancellationToken ct)
    {
        var path = op.Actor.MainPost!.UnitPath;
        var unit = await op.Db.Units.FirstOrDefaultAsync(u => u.Path == path, ct).OrRefuseAsync();
        var meeting = CellMeeting.Record(op.Actor, null, unit, heldOn, present, total, inFavour, op.Today, op.Now);
        op.Db.Meetings.Add(meeting);
        return meeting;
    }

    internal static Task<CellMeeting> MeetingAsync(Operation op, Guid id, CancellationToken ct) => op.Db.Meetings.Include(m => m.Decisions).FirstOrDefaultAsync(m => m.Id == id, ct).OrRefuseAsync();
}
