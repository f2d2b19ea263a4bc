using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.UseCases.Meetings;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// "Ghi chi bộ thông qua": the register of commitments of the asker's own unit is adopted for the whole list by one act of the meeting, together with
/// whatever else the same meeting passed. Everybody is covered whose commitment has an action and whom the register confirms; the others are named.
/// </summary>
public sealed class AdoptRegister(Operations operations)
{
    /// <summary>The meeting, and what it passed.</summary>
    /// <param name="MeetingId">A meeting recorded before, or null: then date and numbers record a new one.</param>
    /// <param name="MeetingDate">Local date.</param>
    /// <param name="Present">People present.</param>
    /// <param name="Total">People of the unit.</param>
    /// <param name="InFavour">People in favour.</param>
    /// <param name="Ticks">What it passed; registrations of the year or the term among it.</param>
    public sealed record Input(Guid? MeetingId, DateOnly? MeetingDate, int? Present, int? Total, int? InFavour, MeetingTicks Ticks);

    /// <summary>Adopts, settles the obligation and counts anew, in one transaction.</summary>
    /// <exception cref="Refusal">NotAllowed, RegisterEmpty (also when nothing of the register is ticked), Required, and those of a meeting.</exception>
    public Task<AdoptionOutcome> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(async () =>
    {
        await using var op = await operations.BeginAsync(input, ct);
        if (input.Ticks is { Annual: false, Term: false }) throw new Refusal(Because.RegisterEmpty);
        var meeting = input.MeetingId is { } id ? await RecordMeeting.MeetingAsync(op, id, ct)
            : await RecordMeeting.NewAsync(op, Need(input.MeetingDate, FieldName.MeetingDate), Need(input.Present, FieldName.Present), Need(input.Total, FieldName.Total), Need(input.InFavour, FieldName.InFavour), ct);
        var outcome = await Adoption.ApplyAsync(op, meeting, input.Ticks, ct);
        await op.SaveAsync(ct);
        return outcome;
    });

    private static T Need<T>(T? given, FieldName name) where T : struct => given ?? throw new Refusal(Because.Required, name.ToString(), name);
}
