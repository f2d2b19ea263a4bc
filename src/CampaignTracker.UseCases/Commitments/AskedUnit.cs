using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Commitments.Papers;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>The unit, period and register that papers are asked for, by somebody who keeps that unit's commitments.</summary>
internal sealed record AskedUnit(Guid UnitId, string Path, CommitmentScope Scope, PaperPeriod Period, CommitmentRegister? Register)
{
    /// <summary>As the input says it.</summary>
    /// <exception cref="Refusal">NotFound: no such unit or register, or no term holds the year; NotAllowed.</exception>
    public static async Task<AskedUnit> ReadAsync(Operation op, ComposeCommitmentPapers.Input input, CancellationToken ct)
    {
        if (input.RegisterId is { } known) return await OfRegisterAsync(op, known, ct);
        var (unit, asked) = await UnitAndYearAsync(op, input, ct);
        return await OfUnitAsync(op, unit.Id, unit.Path, input.Scope, asked, ct);
    }

    /// <summary>A unit whose papers the asker may have, as the caller has made sure.</summary>
    /// <exception cref="Refusal">NotFound: no term holds the year.</exception>
    public static async Task<AskedUnit> OfUnitAsync(Operation op, Guid unitId, string path, CommitmentScope scope, int year, CancellationToken ct)
    {
        var register = await op.Db.Registers.AsNoTracking().FirstOrDefaultAsync(r => r.UnitId == unitId && r.Scope == scope && r.Year <= year && r.ToYear >= year, ct);
        if (register is not null) return new AskedUnit(unitId, path, scope, new(register.Year, register.ToYear), register);
        if (scope == CommitmentScope.Year) return new AskedUnit(unitId, path, scope, new(year, year), null);
        var term = await op.Db.Terms.AsNoTracking().FirstOrDefaultAsync(t => t.FromYear <= year && year <= t.ToYear, ct).OrRefuseAsync();
        return new AskedUnit(unitId, path, scope, new(term.FromYear, term.ToYear), null);
    }

    /// <summary>A year, or a register's period, without the register itself: for a dossier, which reads all of them.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public static async Task<AskedUnit> PeriodAsync(Operation op, ComposeCommitmentPapers.Input input, CancellationToken ct)
    {
        if (input.RegisterId is { } known) return await OfRegisterAsync(op, known, ct);
        var (unit, asked) = await UnitAndYearAsync(op, input, ct);
        return new AskedUnit(unit.Id, unit.Path, CommitmentScope.Year, new(asked, asked), null);
    }

    private static async Task<((Guid Id, string Path) Unit, int Year)> UnitAndYearAsync(Operation op, ComposeCommitmentPapers.Input input, CancellationToken ct)
    {
        var (code, mine) = (input.UnitCode, op.Actor.MainPost?.UnitPath ?? throw new Refusal(Because.NotFound));
        var unit = await op.Db.Units.Where(u => string.IsNullOrEmpty(code) ? u.Path == mine : u.Code == code).Select(u => new { u.Id, u.Path }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.KeepCommitments, unit.Path);
        return ((unit.Id, unit.Path), input.Year ?? await RunningYear.OfAsync(op, ct));
    }

    private static async Task<AskedUnit> OfRegisterAsync(Operation op, Guid registerId, CancellationToken ct)
    {
        var register = await op.Db.Registers.AsNoTracking().FirstOrDefaultAsync(r => r.Id == registerId, ct).OrRefuseAsync();
        op.Actor.Must(Permission.KeepCommitments, register.UnitPath);
        return new AskedUnit(register.UnitId, register.UnitPath, register.Scope, new(register.Year, register.ToYear), register);
    }

    /// <summary>Everybody of the list, heads first, with their commitments of the period: those present, and those who left and had promised.</summary>
    public async Task<(List<Participant> People, Dictionary<Guid, RoleModelCommitment> Commitments)> PeopleAsync(Operation op, bool progress, CancellationToken ct)
    {
        var (db, scope, from) = (op.Db, Scope, Period.From);
        var wanted = db.Commitments.AsNoTracking().Where(c => c.UnitId == UnitId && c.Scope == scope && c.Year == from);
        var commitments = await (progress ? wanted.Include(c => c.Lines).ThenInclude(l => l.Progress).AsSplitQuery() : wanted.Include(c => c.Lines).AsQueryable()).ToDictionaryAsync(c => c.ParticipantId, ct);
        var people = await PeopleOfAsync(op, UnitId, ct);
        return ([.. people.Where(p => p.Name.Length > 0 && (p.To is null || commitments.ContainsKey(p.Id)))], commitments);
    }

    /// <summary>Everybody who is or was in the unit, heads first, in Vietnamese order.</summary>
    public static Task<List<Participant>> PeopleOfAsync(Operation op, Guid unitId, CancellationToken ct) =>
        op.Db.Participants.AsNoTracking().Where(p => p.UnitId == unitId && p.MergedIntoId == null).OrderByDescending(p => p.UnitHead).ThenBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(ct);

    /// <summary>The register as a table.</summary>
    public RegisterSheet Sheet(UnitPapers unit, IReadOnlyList<Participant> people, IReadOnlyDictionary<Guid, RoleModelCommitment> commitments, PaperMeeting? meeting)
    {
        var (post, name) = unit.Signer(own: false);
        return new RegisterSheet(unit.Head(Period, Register?.AdoptedOn), unit.Kind.PaperSymbol, null, unit.Kind.ShortName, Period,
            [.. people.Select(p => new RegisterRow(p.Name, p.PostTitle, p.ExemptSince is not null, [.. UnitPapers.Promises(commitments.GetValueOrDefault(p.Id))]))], meeting, post, name);
    }
}
