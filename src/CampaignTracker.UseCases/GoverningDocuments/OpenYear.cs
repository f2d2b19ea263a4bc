using CampaignTracker.Domain;
using CampaignTracker.Domain.Audit;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.Plans;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.GoverningDocuments;

/// <summary>Opens a year of the campaign: every unit gets what it owes, with its due date.</summary>
public sealed class OpenYear(Operations operations)
{
    /// <summary>Which year could be opened now.</summary>
    /// <param name="LatestOpen">The latest year open, or null.</param>
    /// <param name="Year">The year that comes next, or null: none may be opened before its eve, or no term covers it.</param>
    /// <param name="TermName">Its term.</param>
    /// <param name="Topic">Its topic, null until the province sets it.</param>
    public sealed record Next(int? LatestOpen, int? Year, string? TermName, string? Topic);

    /// <summary>What opening would make, by kind.</summary>
    /// <param name="Kind">What is owed.</param>
    /// <param name="Units">By how many units.</param>
    /// <param name="FirstDue">The earliest due date.</param>
    /// <param name="LastDue">The latest.</param>
    public sealed record Share(RequirementKind Kind, int Units, DateOnly FirstDue, DateOnly LastDue);

    /// <summary>The year that could be opened.</summary>
    /// <exception cref="Refusal">NotAllowed.</exception>
    public async Task<Next> NextAsync(CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        if (!op.Actor.CanSomewhere(Permission.ManageRequirements)) throw new Refusal(Because.NotAllowed);
        var latest = await op.Db.Years.Where(y => y.OpenedAt != null).MaxAsync(y => (int?)y.Year, ct);
        var year = (latest ?? op.Today.Year - 1) + 1;
        var term = await op.Db.Terms.AsNoTracking().FirstOrDefaultAsync(t => t.FromYear <= year && year <= t.ToYear, ct);
        if (term is null || year > op.Today.Year + 1) return new Next(latest, null, null, null);
        return new Next(latest, year, term.Name, await op.Db.Years.Where(y => y.Year == year).Select(y => y.Topic).FirstOrDefaultAsync(ct));
    }

    /// <summary>What opening the year would make; nothing is stored.</summary>
    /// <exception cref="Refusal">As <see cref="OpenAsync"/>.</exception>
    public async Task<IReadOnlyList<Share>> PreviewAsync(int year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var root = await RootAsync(op, ct);
        var made = await YearOpening.OpenAsync(op.Db, op.Actor, root.Path, year, op.Now, null, ct);
        return [.. made.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => new Share(g.Key, g.Select(o => o.UnitId).Distinct().Count(), g.Min(o => o.DueOn), g.Max(o => o.DueOn)))];
    }

    /// <summary>Opens the year; how many obligations were made.</summary>
    /// <exception cref="Refusal">NotAllowed, YearAlreadyOpen, NotFound (no term covers the year).</exception>
    public async Task<int> OpenAsync(int year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        return await RunAsync(op, year, open: true, ct);
    }

    /// <summary>Gives units that were opened since the year was opened what they owe; others keep theirs.</summary>
    /// <exception cref="Refusal">NotAllowed, NotFound (the year is not open).</exception>
    public async Task<int> CompleteAsync(int year, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        return await RunAsync(op, year, open: false, ct);
    }

    private static async Task<int> RunAsync(Operation op, int year, bool open, CancellationToken ct)
    {
        var root = await RootAsync(op, ct);
        var made = open ? await YearOpening.OpenAsync(op.Db, op.Actor, root.Path, year, op.Now, null, ct) : await YearOpening.CompleteAsync(op.Db, op.Actor, year, op.Today, ct);
        // One entry for the act instead of one for each of thousands of rows.
        op.Db.Acting = op.Db.Acting! with { Trail = false };
        op.Db.Audit.Add(new AuditEntry(op.Now, op.Actor.AccountId, op.Actor.Name, nameof(OpenYear), nameof(CampaignYear), Guid.Empty, Guid.Empty, root.Path, $$"""{"Year":[null,"{{year}}"],"Obligations":[null,"{{made.Count}}"]}"""));
        await op.SaveAsync(ct);
        return made.Count;
    }

    private static async Task<Unit> RootAsync(Operation op, CancellationToken ct)
    {
        var root = await op.Db.Units.AsNoTracking().Where(u => u.ParentId == null && u.ClosedOn == null).OrderBy(u => u.OfficialOrder).FirstOrDefaultAsync(ct).OrRefuseAsync();
        op.Actor.Must(Permission.ManageRequirements, root.Path);
        return root;
    }
}

/// <summary>Makes the obligations of a year. Shared with the demo, which opens years that lie behind us.</summary>
internal static class YearOpening
{
    /// <summary>Opens the year and adds its obligations to the context.</summary>
    /// <param name="db">Shows every unit concerned.</param>
    /// <param name="actor">Who opens.</param>
    /// <param name="rootPath">The root for which the actor does it.</param>
    /// <param name="year">The year.</param>
    /// <param name="now">UTC.</param>
    /// <param name="idOf">Derived keys for demo rows, from unit code, requirement code and year; null makes new ones.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<Obligation>> OpenAsync(CampaignDb db, Actor actor, string rootPath, int year, DateTime now, Func<string, Guid>? idOf, CancellationToken ct)
    {
        var term = await TermAsync(db, year, ct);
        var row = await db.Years.FirstOrDefaultAsync(y => y.Year == year, ct);
        if (row is null) db.Years.Add(row = new CampaignYear(year, term.Code, null));
        row.Open(actor, rootPath, now);
        db.ChangeTracker.DetectChanges();
        return await MakeAsync(db, actor, term, year, LocalTime.Today(now), idOf, ct);
    }

    /// <summary>Adds what units opened since then owe.</summary>
    public static async Task<List<Obligation>> CompleteAsync(CampaignDb db, Actor actor, int year, DateOnly today, CancellationToken ct)
    {
        if (!await db.Years.AnyAsync(y => y.Year == year && y.OpenedAt != null, ct)) throw new Refusal(Because.NotFound);
        return await MakeAsync(db, actor, await TermAsync(db, year, ct), year, today, null, ct);
    }

    // Nobody is late on the day the obligation is made: a unit opened in June, or a year opened in June, still gets these days.
    private const int LeastWorkingDays = 10;

    private static Task<CampaignTerm> TermAsync(CampaignDb db, int year, CancellationToken ct) =>
        db.Terms.AsNoTracking().FirstOrDefaultAsync(t => t.FromYear <= year && year <= t.ToYear, ct).OrRefuseAsync();

    private static async Task<List<Obligation>> MakeAsync(CampaignDb db, Actor actor, CampaignTerm term, int year, DateOnly today, Func<string, Guid>? idOf, CancellationToken ct)
    {
        var calendar = await db.CalendarAsync(ct);
        var notBefore = calendar.DeadlineOnOrAfter(calendar.AddWorkingDays(today, LeastWorkingDays));
        var requirements = (await db.Requirements.AsNoTracking().Include(r => r.Deadlines).OrderBy(r => r.Code).ToListAsync(ct)).Where(r => r.MakesObligations).ToList();
        var owed = (await db.Obligations.AsNoTracking().Where(o => o.Year <= year && o.ToYear >= year).Select(o => new { o.UnitId, o.RequirementId }).ToListAsync(ct)).Select(o => (o.UnitId, o.RequirementId)).ToHashSet();
        var issued = (await db.Plans.AsNoTracking().Where(p => p.Year == year && p.Paper != null && p.Paper.IssuedOn != null && p.Meeting != null)
                .Join(db.Obligations, p => p.ObligationId, o => o.Id, (p, o) => new { p.UnitPath, o.Kind, p.Paper!.IssuedOn }).ToListAsync(ct))
            .GroupBy(p => (p.UnitPath, p.Kind)).ToDictionary(g => g.Key, g => g.Min(p => p.IssuedOn));

        var made = new List<Obligation>();
        foreach (var unit in await OwingAsync(db, today, ct))
            foreach (var requirement in requirements)
            {
                if (requirement.DeadlineFor(unit.KindCode) is not { } rule || owed.Contains((unit.Id, requirement.Id))) continue;
                var forTerm = requirement.Kind.IsForTerm();
                // In a term's last year there is nothing left to plan for the term.
                if (forTerm && year == term.ToYear) continue;
                var due = calendar.DueDate(rule, year, issued.GetValueOrDefault((UnitPath.Parent(unit.Path), requirement.Kind)));
                if (due < notBefore) due = notBefore;
                var obligation = Obligation.Make(actor, idOf?.Invoke($"{unit.Code}:{requirement.Code}:{year}"), unit, requirement, year, forTerm ? term.ToYear : year, due);
                made.Add(obligation);
                db.Obligations.Add(obligation);
            }
        return made;
    }

    // Roots report to nobody here. Sensitive bodies are known at bloc level only, nothing below them.
    private static async Task<List<Unit>> OwingAsync(CampaignDb db, DateOnly today, CancellationToken ct)
    {
        var levels = await db.UnitKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Level, ct);
        var units = await db.Units.AsNoTracking().Where(u => u.ParentId != null && (u.ClosedOn == null || u.ClosedOn > today) && (u.OpenedOn == null || u.OpenedOn <= today)).OrderBy(u => u.Path).ToListAsync(ct);
        var sensitive = units.Where(u => u.Sensitive).Select(u => u.Path).ToHashSet();
        return [.. units.Where(u => (!u.Sensitive || levels[u.KindCode] == UnitLevel.Commune) && !UnitPath.Ancestors(u.Path).Any(sensitive.Contains))];
    }
}
