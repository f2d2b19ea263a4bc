using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// Gathers what the commitment papers say: one person's, a whole unit's in one file, the register. A person reads their own, the unit's keepers all of theirs;
/// everybody else finds nothing. The shortcoming is never read here.
/// </summary>
public sealed class ComposeCommitmentPapers(Operations operations)
{
    /// <summary>A unit's papers of a year or of the term that holds the year; without a code the asker's own unit, without a year the one that runs. A register's key says all three.</summary>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, int? Year = null, CommitmentScope Scope = CommitmentScope.Year, Guid? RegisterId = null);

    /// <summary>People's papers.</summary>
    /// <param name="Paper">Which paper.</param>
    /// <param name="UnitCode">The unit, for the file's name.</param>
    /// <param name="Period">Year or term.</param>
    /// <param name="Papers">One a person, in the order of the list.</param>
    public sealed record Personal(FormPaper Paper, string UnitCode, PaperPeriod Period, IReadOnlyList<PersonalPaper> Papers);

    /// <summary>The register.</summary>
    public sealed record Register(string UnitCode, RegisterSheet Sheet);

    /// <summary>One person's paper in a form; without a form the registration.</summary>
    /// <exception cref="Refusal">NotFound: missing, out of scope, or no such form.</exception>
    public async Task<Personal> OneAsync(Guid commitmentId, string? formCode, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var commitment = await db.Commitments.AsNoTracking().Include(c => c.Lines).FirstOrDefaultAsync(c => c.Id == commitmentId, ct).OrRefuseAsync();
        var form = await UnitPapers.FormAsync(op, formCode, ct);
        var person = await db.Participants.AsNoTracking().FirstOrDefaultAsync(p => p.Id == commitment.ParticipantId, ct).OrRefuseAsync();
        var unit = await UnitPapers.ReadAsync(op, commitment.UnitPath, ct);
        var register = await db.Registers.AsNoTracking().FirstOrDefaultAsync(r => r.Id == commitment.RegisterId, ct);
        var period = new PaperPeriod(commitment.Year, commitment.ToYear);
        return new Personal(form.Paper, unit.Code, period, [unit.Paper(person, commitment, period, register, await UnitPapers.MeetingAsync(op, register, ct), form, await UnitPapers.BasisAsync(op, commitment.AdoptedOn, ct))]);
    }

    /// <summary>The papers of everybody in the unit who is not exempt, written or blank with their name; without a form the registration.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Personal> UnitAsync(Input input, string? formCode, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var asked = await AskedUnit.ReadAsync(op, input, ct);
        var form = await UnitPapers.FormAsync(op, formCode, ct);
        var unit = await UnitPapers.ReadAsync(op, asked.Path, ct);
        var (people, commitments) = await asked.PeopleAsync(op, progress: false, ct);
        var meeting = await UnitPapers.MeetingAsync(op, asked.Register, ct);
        var basis = await UnitPapers.BasisAsync(op, asked.Register?.AdoptedOn, ct);
        return new Personal(form.Paper, unit.Code, asked.Period,
            [.. people.Where(p => p.ExemptSince is null || commitments.ContainsKey(p.Id)).Select(p => unit.Paper(p, commitments.GetValueOrDefault(p.Id), asked.Period, asked.Register, meeting, form, basis))]);
    }

    /// <summary>The unit's register as a table.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Register> RegisterAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var asked = await AskedUnit.ReadAsync(op, input, ct);
        var unit = await UnitPapers.ReadAsync(op, asked.Path, ct);
        var (people, commitments) = await asked.PeopleAsync(op, progress: false, ct);
        return new Register(unit.Code, asked.Sheet(unit, people, commitments, await UnitPapers.MeetingAsync(op, asked.Register, ct)));
    }
}
