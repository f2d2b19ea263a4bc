using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.People;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>Where commitments begin for the asker: a participant's own of the year and the term with what comes next; for others whether their register or the units below.</summary>
public sealed class ViewOwnCommitments(Operations operations)
{
    /// <summary>Where to begin.</summary>
    public enum Place
    {
        /// <summary>One's own commitments.</summary>
        Own,
        /// <summary>The unit's register.</summary>
        Register,
        /// <summary>The numbers of the units below: the unit keeps no people itself.</summary>
        Below,
    }

    /// <summary>Mine.</summary>
    /// <param name="Begins">Where to begin; the rows are there only for <see cref="Place.Own"/>.</param>
    /// <param name="Listed">The register of participants names the asker.</param>
    /// <param name="UnitName">The unit in which it does, or null.</param>
    /// <param name="Year">The year shown.</param>
    /// <param name="Rows">Year, then term; empty for who is not listed.</param>
    /// <param name="People">m of the year's register, or null while none is open.</param>
    /// <param name="Registered">n of it.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(Place Begins, bool Listed, string? UnitName, int Year, IReadOnlyList<Row> Rows, int? People, int? Registered, DateOnly Today);

    /// <summary>One of them.</summary>
    /// <param name="Scope">Year or term.</param>
    /// <param name="FromYear">First year of the period.</param>
    /// <param name="ToYear">Last year of the period.</param>
    /// <param name="Id">The commitment, null while nothing was begun.</param>
    /// <param name="State">Where it is, or null.</param>
    /// <param name="Lines">Lines with an action.</param>
    /// <param name="ClearLines">Those that leave nothing open.</param>
    /// <param name="Reported">Lines with a report.</param>
    /// <param name="ConcreteAsk">What the cell asks to make concrete, or null.</param>
    /// <param name="AdoptedOn">When it was adopted, or null.</param>
    /// <param name="Topic">The topic of the year or the term, or null.</param>
    /// <param name="DueOn">When the unit's register is due, or null where none is owed.</param>
    public sealed record Row(CommitmentScope Scope, int FromYear, int ToYear, Guid? Id, CommitmentState? State, int Lines, int ClearLines, int Reported, string? ConcreteAsk, DateOnly? AdoptedOn, string? Topic, DateOnly? DueOn);

    /// <summary>Reads them.</summary>
    /// <param name="year">The year; null for the running one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Answer> RunAsync(int? year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var asked = year ?? await RunningYear.OfAsync(op, ct);
        if (op.Actor.MainPost is not { Role: Role.Participant } && await PlaceAsync(op, ct) is var place) return new Answer(place, false, null, asked, [], null, null, op.Today);
        var me = await db.Participants.Where(p => p.AccountId == op.Actor.AccountId && p.AccountId != null && p.To == null).Select(p => new { p.Id, p.UnitId, UnitName = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        if (me is null) return new Answer(Place.Own, false, null, asked, [], null, null, op.Today);
        var term = await db.Terms.Where(t => t.FromYear <= asked && asked <= t.ToYear).Select(t => new { t.FromYear, t.ToYear, t.Topic, OfYear = db.Years.Where(y => y.Year == asked).Select(y => y.Topic).FirstOrDefault() }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        var begun = await db.Commitments.AsNoTracking().Include(c => c.Lines).Where(c => c.ParticipantId == me.Id && c.Year <= asked && c.ToYear >= asked).ToListAsync(ct);
        var owed = await db.Obligations.Where(o => o.UnitId == me.UnitId && o.Year <= asked && o.ToYear >= asked).Select(o => new { o.Kind, o.Year, o.ToYear, o.DueOn, o.ExcusedOn }).ToListAsync(ct);
        var counts = await db.Registers.Where(r => r.UnitId == me.UnitId && r.Scope == CommitmentScope.Year && r.Year == asked).Select(r => new { r.People, r.Registered }).FirstOrDefaultAsync(ct);
        return new Answer(Place.Own, true, me.UnitName, asked, [.. new[] { CommitmentScope.Year, CommitmentScope.Term }.Select(scope =>
        {
            var own = begun.Find(c => c.Scope == scope);
            var due = owed.Find(o => o.Kind == RegisterReads.KindOf(scope) && o.ExcusedOn is null);
            var (from, to) = own is not null ? (own.Year, own.ToYear) : due is not null ? (due.Year, due.ToYear) : scope == CommitmentScope.Year ? (asked, asked) : (term.FromYear, term.ToYear);
            var lines = own?.Lines.Where(l => l.Action.Length > 0).ToList() ?? [];
            return new Row(scope, from, to, own?.Id, own?.State, lines.Count, lines.Count(CommitmentClarity.Clear), lines.Count(l => l.ReportedOn is not null), own?.ConcreteAsk, own?.AdoptedOn,
                scope == CommitmentScope.Year ? term.OfYear : term.Topic, due?.DueOn);
        })], counts?.People, counts?.Registered, op.Today);
    }

    private static async Task<Place> PlaceAsync(Operation op, CancellationToken ct)
    {
        var path = op.Actor.MainPost!.UnitPath;
        if (!op.Actor.Can(Permission.ReadParticipants, path)) return Place.Below;
        var unit = await op.Db.Units.Where(u => u.Path == path).Select(u => new
        {
            Below = op.Db.Units.Any(b => b.ParentId == u.Id && b.ClosedOn == null),
            Keeps = op.Db.Participants.Any(p => p.UnitId == u.Id && p.To == null) || op.Db.Obligations.Any(o => o.UnitId == u.Id && (o.Kind == RequirementKind.AnnualCommitments || o.Kind == RequirementKind.TermCommitments)),
        }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        return unit is { Below: true, Keeps: false } ? Place.Below : Place.Register;
    }
}
