using System.ComponentModel.DataAnnotations;
using System.Data;
using System.Text.Json;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Audit;
using CampaignTracker.UseCases.Commitments;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.People;

/// <summary>A unit's participants out of a file: tried first, stored as a whole or not at all, undone while nothing hangs on its people.</summary>
public sealed class ImportParticipants(Operations operations, ImportSeats seats)
{
    private const int Together = 500, NamesInTrail = 200;

    /// <summary>A file that was read.</summary>
    /// <param name="Unit">Code of the unit.</param>
    /// <param name="FileName">The file's name.</param>
    /// <param name="File">What was read.</param>
    /// <param name="Answers">Row → what was said about a likely double.</param>
    /// <param name="ImportId">Key of the import to be made: stored under it already, it is not stored again. Null for a new one.</param>
    public sealed record Input([property: Required, StringLength(Domain.Units.Unit.CodeLength)] string Unit, [property: Required] string FileName, ParticipantFile File, IReadOnlyDictionary<int, DuplicateAnswer> Answers, Guid? ImportId = null);

    /// <summary>What came of trying.</summary>
    public sealed record Tried(string UnitCode, string UnitName, ParticipantCheck Check);

    /// <summary>What was stored.</summary>
    public sealed record Stored(Guid ImportId, int Entered, int Updated);

    /// <summary>A unit's last import.</summary>
    /// <param name="Id">Key.</param>
    /// <param name="FileName">The file's name.</param>
    /// <param name="Entered">People entered.</param>
    /// <param name="Updated">People brought up to date.</param>
    /// <param name="At">UTC.</param>
    /// <param name="ByName">Who.</param>
    /// <param name="Hanging">People of it on whom something hangs by now: with one of them it cannot be undone.</param>
    public sealed record LastImport(Guid Id, string FileName, int Entered, int Updated, DateTime At, string ByName, int Hanging);

    /// <summary>Looks through a file and stores nothing.</summary>
    public async Task<Tried> CheckAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await op.KeptUnitAsync(input.Unit, ct);
        return new Tried(unit.Code, unit.Name, ImportRules.Check(input.File, await op.PresentAsync(unit.Id, ct), input.Answers, op.Today));
    }

    /// <summary>Stores a file, the whole of it or nothing.</summary>
    /// <param name="input">The file.</param>
    /// <param name="stored">Told how many people are stored so far.</param>
    /// <param name="ct">Until the end nothing is stored: stopping it leaves no trace.</param>
    /// <exception cref="Refusal">ImportNotClean, ChangedMeanwhile, NotFound, NotAllowed.</exception>
    public async Task<Stored> StoreAsync(Input input, IProgress<int>? stored, CancellationToken ct)
    {
        using var seat = await seats.TakeAsync(ct);
        await using var op = await operations.BeginAsync(input, ct);
        var unit = await op.KeptUnitAsync(input.Unit, ct);
        try
        {
            // Two imports into one unit at the same moment: the second is judged against what the first stored.
            await using var transaction = await op.Db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (input.ImportId is { } known && await op.Db.ParticipantImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == known, ct) is { } made) return new Stored(made.Id, made.Entered, made.Updated);
            var check = ImportRules.Check(input.File, await op.PresentAsync(unit.Id, ct), input.Answers, op.Today);
            if (!check.Clean) throw new Refusal(Because.ImportNotClean, null, check.Problems.Count, check.Open, check.People.Count + check.Updates.Count);
            var import = await StoreAsync(op, unit, input, check, stored, ct);
            await op.RecountStoredAsync(unit.Id, ct);
            await transaction.CommitAsync(ct);
            return new Stored(import.Id, import.Entered, import.Updated);
        }
        catch (Exception failure) when (Doubles.Crossed(failure))
        {
            throw new Refusal(Because.ChangedMeanwhile, null, Someone.Else, op.Now);
        }
    }

    /// <summary>The unit's last import that still stands, or null.</summary>
    public async Task<LastImport?> LastAsync(string unitCode, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var unit = await op.KeptUnitAsync(unitCode, ct);
        if (await LastOf(op, unit.Id).FirstOrDefaultAsync(ct) is not { } import) return null;
        return new LastImport(import.Id, import.FileName, import.Entered, import.Updated, import.At, import.ByName, await HangingAsync(op, import, ct));
    }

    /// <summary>Takes the unit's last import back: its people go, those brought up to date are as before.</summary>
    /// <exception cref="Refusal">ImportInUse, NotFound (not the last one), NotAllowed.</exception>
    public async Task UndoAsync(Guid importId, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var unitId = await op.Db.ParticipantImports.Where(i => i.Id == importId).Select(i => (Guid?)i.UnitId).FirstOrDefaultAsync(ct) ?? throw new Refusal(Because.NotFound);
        await using var transaction = await op.Db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var import = await LastOf(op, unitId).FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (import.Id != importId) throw new Refusal(Because.NotFound);
        import.Undo(op.Actor, op.Now);
        if (await HangingAsync(op, import, ct) is > 0 and var hanging) throw new Refusal(Because.ImportInUse, null, hanging);
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        foreach (var before in Kept(import))
        {
            var person = await op.Db.PersonAsync(before.Id, ct);
            person.Correct(op.Actor, person.Name, before.Kind, before.PostTitle, before.UnitHead, person.From);
            person.Exempt(op.Actor, before.ExemptSince);
        }
        Tell(op, import, new() { ["Undone"] = [null, import.FileName], ["Entered"] = [import.Entered.ToString(System.Globalization.CultureInfo.InvariantCulture), null] });
        await op.SaveAsync(ct);
        await op.Db.Participants.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await op.RecountStoredAsync(unitId, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<ParticipantImport> StoreAsync(Operation op, Unit unit, Input input, ParticipantCheck check, IProgress<int>? stored, CancellationToken ct)
    {
        // One entry for the whole act, below, instead of one a person.
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        var ids = check.Updates.Select(update => update.Before.Id).ToList();
        var people = new Dictionary<Guid, Participant>();
        foreach (var some in ids.Chunk(Together))
            foreach (var person in await op.Db.Participants.Where(p => some.Contains(p.Id)).ToListAsync(ct)) people.Add(person.Id, person);
        var before = check.Updates.Select(update => new Before(update.Before.Id, update.Before.Kind, update.Before.PostTitle, update.Before.UnitHead, update.Before.ExemptSince, people[update.Before.Id].Version + 1));
        var import = ParticipantImport.Note(op.Actor, input.ImportId, unit, input.FileName, check.People.Count, check.Updates.Count, JsonSerializer.Serialize(before), op.Now);
        op.Db.ParticipantImports.Add(import);
        foreach (var (_, _, after) in check.Updates)
        {
            people[after.Id].Correct(op.Actor, after.Name, after.Kind, after.PostTitle, after.UnitHead, after.From);
            people[after.Id].Exempt(op.Actor, after.ExemptSince);
        }
        Tell(op, import, new()
        {
            ["FileName"] = [null, import.FileName],
            ["Entered"] = [null, import.Entered.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            ["Updated"] = [null, import.Updated.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            ["Names"] = [null, string.Join(", ", check.People.Select(p => p.Name).Concat(check.Updates.Select(u => u.After.Name)).Take(NamesInTrail))],
        });
        await op.SaveAsync(ct);
        var done = 0;
        foreach (var some in check.People.Chunk(Together))
        {
            // Each few hundred are let go: twenty thousand tracked at once cost memory and time.
            op.Db.ChangeTracker.Clear();
            foreach (var draft in some)
                op.Db.Participants.Add(Participant.Enter(op.Actor, null, draft.Name, draft.Kind, draft.PostTitle, draft.UnitHead, unit, draft.From, draft.ExemptSince, null, import.Id));
            await op.SaveAsync(ct);
            stored?.Report(done += some.Length);
        }
        op.Db.ChangeTracker.Clear();
        return import;
    }

    // Later acts of the same import may not be told apart by time: the key is ordered by it too.
    private static IQueryable<ParticipantImport> LastOf(Operation op, Guid unitId) => op.Db.ParticipantImports.Where(i => i.UnitId == unitId && i.UndoneAt == null).OrderByDescending(i => i.At).ThenByDescending(i => i.Id);

    // Whoever was changed, moved, merged, promised or asked something since.
    private static async Task<int> HangingAsync(Operation op, ParticipantImport import, CancellationToken ct)
    {
        var people = op.Db.Participants.Where(p => p.ImportId == import.Id);
        var hanging = await people.CountAsync(p => p.Version > 1 || p.AccountId != null || op.Db.Commitments.Any(c => c.ParticipantId == p.Id)
            || op.Db.PersonalDataRequests.Any(r => r.ParticipantId == p.Id) || op.Db.Participants.Any(other => other.MergedIntoId == p.Id), ct);
        // Who moved to a unit that the asker does not see is not found here either.
        hanging += Math.Max(0, import.Entered - await people.CountAsync(ct));
        foreach (var some in Kept(import).Chunk(Together))
        {
            var ids = some.Select(before => before.Id).ToList();
            var versions = await op.Db.Participants.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Version, ct);
            hanging += some.Count(before => !versions.TryGetValue(before.Id, out var version) || version != before.Version);
        }
        return hanging;
    }

    private static void Tell(Operation op, ParticipantImport import, Dictionary<string, string?[]> changes) =>
        op.Db.Audit.Add(new AuditEntry(op.Now, op.Actor.AccountId, op.Actor.Name, nameof(ImportParticipants), nameof(ParticipantImport), import.Id, import.Id, import.UnitPath, AuditTrail.Write(changes), personal: true));

    private static Before[] Kept(ParticipantImport import) => import.Before.Length == 0 ? [] : JsonSerializer.Deserialize<Before[]>(import.Before)!;

    private sealed record Before(Guid Id, ParticipantKind Kind, string? PostTitle, bool UnitHead, DateOnly? ExemptSince, int Version);
}
