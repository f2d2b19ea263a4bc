using System.ComponentModel.DataAnnotations;
using System.Data;
using CampaignTracker.Domain;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>Entering, correcting, exempting, moving, merging participants, and their leaving.</summary>
public sealed class ChangeParticipants(Operations operations)
{
    /// <summary>A person entered by hand.</summary>
    /// <param name="Unit">Code of the unit.</param>
    /// <param name="FullName">Family name first.</param>
    /// <param name="Kind">What they take part as.</param>
    /// <param name="Title">Post or null.</param>
    /// <param name="UnitHead">Head of the unit.</param>
    /// <param name="From">In the unit since; null for today.</param>
    /// <param name="ExemptSince">Exempt since, or null.</param>
    /// <param name="AnotherPerson">A like name in the unit was seen, and this is another person.</param>
    public sealed record NewPerson([property: Required, StringLength(Domain.Units.Unit.CodeLength)] string Unit, [property: Required, StringLength(Participant.NameLength)] string FullName, ParticipantKind Kind,
        [property: StringLength(Participant.PostLength)] string? Title, bool UnitHead, DateOnly? From, DateOnly? ExemptSince, bool AnotherPerson = false);

    /// <summary>What is corrected.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Version">As it was seen.</param>
    /// <param name="FullName">Family name first.</param>
    /// <param name="Kind">What they take part as.</param>
    /// <param name="Title">Post or null.</param>
    /// <param name="UnitHead">Head of the unit.</param>
    /// <param name="From">In the unit since.</param>
    /// <param name="ExemptSince">Exempt since, or null.</param>
    public sealed record Correction(Guid Id, int Version, [property: Required, StringLength(Participant.NameLength)] string FullName, ParticipantKind Kind,
        [property: StringLength(Participant.PostLength)] string? Title, bool UnitHead, DateOnly From, DateOnly? ExemptSince);

    /// <summary>A move to another unit of the program.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Unit">Code of the unit they go to.</param>
    /// <param name="On">First day there.</param>
    public sealed record Move(Guid Id, [property: Required, StringLength(Domain.Units.Unit.CodeLength)] string Unit, DateOnly On);

    /// <summary>A leaving for good.</summary>
    public sealed record Leaving(Guid Id, DateOnly LastDay, LeaveReason Reason);

    /// <summary>Enters a person; the key.</summary>
    /// <exception cref="Refusal">LikelyDouble (ask, then call again with AnotherPerson), HeadTaken, Required, TooLong, NotADate, NotFound, NotAllowed.</exception>
    public async Task<Guid> EnterAsync(NewPerson input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await op.KeptUnitAsync(input.Unit, ct);
        var present = await op.PresentAsync(unit.Id, ct);
        var name = SearchKey.Fold(input.FullName);
        if (!input.AnotherPerson && present.Find(person => NameLikeness.AreLike(name, SearchKey.Fold(person.Name))) is { } like) throw new Refusal(Because.LikelyDouble, nameof(input.FullName), SearchKey.Clean(input.FullName)!, like.Name);
        if (input.UnitHead && present.Find(person => person.UnitHead) is { } head) throw new Refusal(Because.HeadTaken, nameof(input.UnitHead), head.Name);
        var entered = Participant.Enter(op.Actor, null, OneBlank(input.FullName), input.Kind, input.Title, input.UnitHead, unit, Day(input.From, op.Today) ?? op.Today, Day(input.ExemptSince, op.Today), null);
        op.Db.Participants.Add(entered);
        await op.RecountAsync(unit.Id, ct);
        await op.SaveAsync(ct);
        return entered.Id;
    }

    /// <summary>Corrects a person.</summary>
    /// <exception cref="Refusal">ChangedMeanwhile, ParticipantLeft, HeadTaken, Required, TooLong, NotADate, NotFound, NotAllowed.</exception>
    public async Task CorrectAsync(Correction input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var person = await op.Db.PersonAsync(input.Id, ct);
        op.Actor.Must(Permission.KeepParticipants, person.UnitPath);
        if (person.Version != input.Version) throw new Refusal(Because.ChangedMeanwhile, null, Someone.Else, op.Now);
        if (input.UnitHead && !person.UnitHead && await op.Db.Participants.Where(p => p.UnitId == person.UnitId && p.To == null && p.UnitHead).Select(p => p.Name).FirstOrDefaultAsync(ct) is { } head)
            throw new Refusal(Because.HeadTaken, nameof(input.UnitHead), head);
        person.Correct(op.Actor, OneBlank(input.FullName), input.Kind, input.Title, input.UnitHead, Day(input.From, op.Today) ?? person.From);
        person.Exempt(op.Actor, Day(input.ExemptSince, op.Today));
        await op.RecountAsync(person.UnitId, ct);
        await op.SaveAsync(ct);
    }

    /// <summary>Moves a person to another unit: history and commitments go along. The other unit need not be seen by the mover, its code is enough.</summary>
    /// <exception cref="Refusal">ParticipantLeft, BeforeArrival, NotFound (no such unit), NotAllowed.</exception>
    public async Task TransferAsync(Move input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var person = await op.Db.PersonAsync(input.Id, ct);
        op.Actor.Must(Permission.KeepParticipants, person.UnitPath);
        var code = SearchKey.Clean(input.Unit)!;
        var to = await UnscopedReads.ReceivingUnitAsync(op.Db, code, ct) ?? throw new Refusal(Because.NotFound, nameof(input.Unit));
        var from = person.UnitId;
        if (to.Id == from) return;
        await using var transaction = await op.Db.Database.BeginTransactionAsync(ct);
        person.Transfer(op.Actor, to, Day(input.On, op.Today) ?? op.Today);
        await FollowAsync(op, person.Id, person, ct);
        await op.RecountAsync(from, ct);
        await op.SaveAsync(ct);
        await UnscopedReads.RecountAsync(op.Db, op.Actor, to.Id, ct);
        await op.SaveAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>A person leaves for good; figures of the past keep them.</summary>
    /// <exception cref="Refusal">ParticipantLeft, BeforeArrival, NotADate, NotFound, NotAllowed.</exception>
    public async Task LeaveAsync(Leaving input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var person = await op.Db.PersonAsync(input.Id, ct);
        op.Actor.Must(Permission.KeepParticipants, person.UnitPath);
        person.Leave(op.Actor, Day(input.LastDay, op.Today) ?? op.Today, input.Reason);
        await op.RecountAsync(person.UnitId, ct);
        await op.SaveAsync(ct);
    }

    /// <summary>Two entries of one person: the first stands down, the other stays, with the commitments of both.</summary>
    /// <exception cref="Refusal">BothCommitted, ParticipantLeft, NotFound, NotAllowed.</exception>
    public async Task MergeAsync(Guid id, Guid intoId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var (entry, person) = (await op.Db.PersonAsync(id, ct), await op.Db.PersonAsync(intoId, ct));
        op.Actor.Must(Permission.KeepParticipants, entry.UnitPath);
        var periods = await op.Db.Commitments.Where(c => c.ParticipantId == intoId).Select(c => new { c.Scope, c.Year }).ToListAsync(ct);
        var doubled = (await op.Db.Commitments.Where(c => c.ParticipantId == id).Select(c => new { c.Scope, c.Year }).ToListAsync(ct)).Find(periods.Contains);
        if (doubled is not null) throw new Refusal(Because.BothCommitted, null, doubled.Year);
        entry.MergeInto(op.Actor, person, op.Today);
        await FollowAsync(op, id, person, ct);
        foreach (var unit in new[] { entry.UnitId, person.UnitId }.Distinct()) await op.RecountAsync(unit, ct);
        await op.SaveAsync(ct);
    }

    // What a person promised, and its proofs, go where the person goes.
    private static async Task FollowAsync(Operation op, Guid ofPerson, Participant person, CancellationToken ct)
    {
        var commitments = await op.Db.Commitments.Where(c => c.ParticipantId == ofPerson).ToListAsync(ct);
        var ids = commitments.ConvertAll(c => c.Id);
        foreach (var proof in await op.Db.LineEvidence.Where(e => ids.Contains(e.CommitmentId)).ToListAsync(ct)) proof.Follow(op.Actor, person);
        foreach (var commitment in commitments) commitment.Follow(op.Actor, person);
    }

    private static string OneBlank(string name) => string.Join(' ', SearchKey.Clean(name)!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The same bounds as in a file.
    private static DateOnly? Day(DateOnly? day, DateOnly today) =>
        day is { } given && (given < ImportRules.EarliestDay || given > today) ? throw new Refusal(Because.DayOutside, null, given, ImportRules.EarliestDay, today) : day;
}
