using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// Stores one person's row of the paper sheet as a whole, with who typed it from which paper. Sent twice it does nothing the second time.
/// What somebody else wrote meanwhile is not overwritten: the answer says whose text stands there.
/// </summary>
public sealed class SavePaperRow(Operations operations)
{
    /// <summary>What was typed for one person.</summary>
    /// <param name="ParticipantId">The person.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year, or a year of the term.</param>
    /// <param name="SourcePaper">The paper that is typed from.</param>
    /// <param name="MeetingId">The meeting whose minutes it is, or null.</param>
    /// <param name="Lines">The whole row; blank lines are left out, missing ones taken off.</param>
    /// <param name="Seen">Contents the typist has seen or sent before: any of these may be replaced. Null replaces whatever is there (the typist saw both and chose).</param>
    public sealed record Input(Guid ParticipantId, CommitmentScope Scope, int Year, [property: Required, StringLength(CommitmentLimits.Paper)] string SourcePaper, Guid? MeetingId,
        [property: Required, MaxLength(100)] IReadOnlyList<PaperLine> Lines, [property: MaxLength(20)] IReadOnlyList<IReadOnlyList<PaperLine>>? Seen);

    /// <summary>What came of it.</summary>
    /// <param name="SavedAt">UTC.</param>
    /// <param name="Stored">What stands there now.</param>
    /// <param name="Keys">For each line sent the stored line's key, null where none is stored.</param>
    /// <param name="Before">What stood there before, to go back to.</param>
    /// <param name="Conflict">Somebody else's text stands there; nothing was stored. Null when all is well.</param>
    /// <param name="Refusals">Cells that broke a rule; these alone were not stored.</param>
    public sealed record Answer(DateTime SavedAt, IReadOnlyList<PaperLine> Stored, IReadOnlyList<Guid?> Keys, IReadOnlyList<PaperLine> Before, Conflict? Conflict, IReadOnlyList<CellRefusal> Refusals);

    /// <summary>Somebody else's text.</summary>
    /// <param name="TheirName">Who changed it last.</param>
    /// <param name="TheirAt">When, UTC.</param>
    /// <param name="Settled">Adopted meanwhile: it can no longer be written here.</param>
    public sealed record Conflict(string TheirName, DateTime TheirAt, bool Settled);

    /// <summary>A cell whose text was refused.</summary>
    /// <param name="Line">Index into the lines sent.</param>
    /// <param name="Field">Which cell.</param>
    /// <param name="Refusal">Why.</param>
    public sealed record CellRefusal(int Line, CommitmentField Field, Refusal Refusal);

    /// <summary>Saves what can be saved.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed, ParticipantLeft, Required or TooLong (the paper).</exception>
    // Two may begin one person's commitment at once: the unique index lets one through, the other is judged against it.
    public Task<Answer> RunAsync(Input input, CancellationToken ct) => Again.WhenChangedAsync(() => TryAsync(input, ct));

    private async Task<Answer> TryAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var db = op.Db;
        var person = await db.Participants.FirstOrDefaultAsync(p => p.Id == input.ParticipantId, ct).OrRefuseAsync();
        op.Actor.Must(Permission.KeepCommitments, person.UnitPath);
        if (person.To is not null) throw new Refusal(Because.ParticipantLeft, null, person.Name);
        if (input.MeetingId is { } meeting && !await db.Meetings.AnyAsync(m => m.Id == meeting && m.UnitId == person.UnitId, ct)) throw new Refusal(Because.NotFound);

        var commitment = await db.Commitments.Include(c => c.Lines).FirstOrDefaultAsync(c => c.ParticipantId == person.Id && c.Scope == input.Scope && c.Year <= input.Year && c.ToYear >= input.Year, ct);
        var before = PaperLine.Of(commitment);
        var typed = input.Lines.Select(line => line.Cleaned()).ToList();
        if (PaperLine.Same(typed, before)) return new(op.Now, before, Places(typed, before), before, null, []);
        if (commitment is not null)
        {
            var settled = !commitment.May(op.Actor, CommitmentAct.Write);
            if (settled || (input.Seen is { } seen && !seen.Any(known => PaperLine.Same(known, before))))
                return new(op.Now, before, Places(typed, []), before, new(commitment.EditedByName, commitment.EditedAt, settled), []);
        }
        else
        {
            commitment = RoleModelCommitment.Begin(op.Actor, null, person, await op.RegisterAsync(person.UnitId, input.Scope, input.Year, ct), op.Now);
            db.Commitments.Add(commitment);
        }

        var refusals = new List<CellRefusal>();
        var keys = Lay(op, commitment, typed, refusals);
        var stored = PaperLine.Of(commitment);
        if (PaperLine.Same(stored, before)) return new(op.Now, before, keys, before, null, refusals);
        commitment.TypedFrom(op.Actor, input.SourcePaper, input.MeetingId, op.Now);
        await op.RecountAsync(person.UnitId, ct);
        await op.SaveAsync(ct);
        return new(op.Now, stored, keys, before, null, refusals);
    }

    // The row is laid over the stored lines: each over its own; one that was added, over what an answer lost on the way had already stored behind them.
    private static List<Guid?> Lay(Operation op, RoleModelCommitment commitment, IReadOnlyList<PaperLine> typed, List<CellRefusal> refusals)
    {
        var free = commitment.Lines.Where(line => typed.All(t => t.Id != line.Id)).ToList();
        var last = commitment.Lines.Where(line => !free.Contains(line)).Select(line => line.Ordinal).DefaultIfEmpty().Max();
        var behind = new Queue<CommitmentLine>(free.Where(line => line.Ordinal > last && line.ReportedOn is null));
        var keys = new List<Guid?>();
        foreach (var (line, i) in typed.Select((line, i) => (line, i)))
        {
            var own = commitment.Lines.FirstOrDefault(stored => stored.Id == line.Id);
            if (line.Blank)
            {
                // What was reported on stays.
                if (own?.ReportedOn is not null) refusals.Add(new(i, CommitmentField.Action, new Refusal(Because.Required, nameof(CommitmentField.Action), FieldName.Action)));
                else if (own is not null) commitment.RemoveLine(op.Actor, own.Id, op.Now);
                keys.Add(own?.ReportedOn is null ? null : own.Id);
                continue;
            }
            own ??= behind.TryDequeue(out var waiting) ? waiting : Added(op, commitment, i, refusals);
            if (own is not null) Write(op, commitment, own.Id, line, i, refusals);
            if (own is not null && PaperLine.Of(commitment, own.Id).Blank)
            {
                commitment.RemoveLine(op.Actor, own.Id, op.Now);
                own = null;
            }
            keys.Add(own?.Id);
        }
        foreach (var line in free.Where(line => line.ReportedOn is null && !keys.Contains(line.Id)).ToList()) commitment.RemoveLine(op.Actor, line.Id, op.Now);
        return keys;
    }

    private static CommitmentLine? Added(Operation op, RoleModelCommitment commitment, int i, List<CellRefusal> refusals)
    {
        try
        {
            return commitment.AddLine(op.Actor, op.Now);
        }
        catch (Refusal refusal) when (refusal.Code == Because.TooManyLines)
        {
            refusals.Add(new(i, CommitmentField.Action, refusal));
            return null;
        }
    }

    private static void Write(Operation op, RoleModelCommitment commitment, Guid id, PaperLine line, int i, List<CellRefusal> refusals)
    {
        foreach (var field in PaperLine.Fields.Where(field => commitment.Read(id, field) != line[field]))
        {
            try
            {
                commitment.Write(op.Actor, id, field, line[field], op.Now);
            }
            catch (Refusal refusal) when (refusal.Code is Because.TooLong or Because.NotADate or Because.OutOfRange)
            {
                refusals.Add(new(i, field, refusal));
            }
        }
    }

    // Where nothing is laid: the stored lines in their order.
    private static List<Guid?> Places(IReadOnlyList<PaperLine> typed, IReadOnlyList<PaperLine> stored)
    {
        var left = new Queue<PaperLine>(stored.Where(line => !line.Blank));
        return [.. typed.Select(line => line.Blank || !left.TryDequeue(out var own) ? null : own.Id)];
    }
}
