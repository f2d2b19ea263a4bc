using CampaignTracker.Domain;
using CampaignTracker.Domain.Compliance;
using CampaignTracker.Domain.GoverningDocuments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Plans;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.Compliance;
using CampaignTracker.UseCases.Database;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Units;

/// <summary>A unit's page: what it is, where it hangs, what it owes and how it stands, its plans, what it came from.</summary>
public sealed class ViewUnit(Operations operations)
{
    /// <summary>The page.</summary>
    /// <param name="Id">The unit.</param>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="KindName">Its kind.</param>
    /// <param name="KindNameEnglish">The same in English.</param>
    /// <param name="OpenedOn">First day, null when unknown.</param>
    /// <param name="ClosedOn">Day it ceased, or null.</param>
    /// <param name="Sensitive">Shown at this level only.</param>
    /// <param name="Territory">The commune or ward it covers, or null.</param>
    /// <param name="MergedFrom">What that was made of, in words.</param>
    /// <param name="Above">Units above it, from the top: code, name.</param>
    /// <param name="Children">Units directly below by kind: kind, count.</param>
    /// <param name="Successors">What it went into.</param>
    /// <param name="Predecessors">What went into it.</param>
    /// <param name="Rows">Its own obligations, latest first; null when the asker may not read them.</param>
    /// <param name="Below">Counts of the current year for it and everything below; null when the asker may not read them.</param>
    /// <param name="Year">The year of <paramref name="Below"/>.</param>
    /// <param name="Posts">Posts held in it today; empty when the asker may not read them.</param>
    /// <param name="Members">Participants of the unit, or null when the asker may not count them.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Page(Guid Id, string Code, string Name, string KindName, string KindNameEnglish, DateOnly? OpenedOn, DateOnly? ClosedOn, bool Sensitive, string? Territory, string? MergedFrom,
        IReadOnlyList<Link> Above, IReadOnlyList<Kind> Children, IReadOnlyList<Succession> Successors, IReadOnlyList<Succession> Predecessors,
        IReadOnlyList<Row>? Rows, Counts? Below, int Year, IReadOnlyList<Post> Posts, int? Members, DateOnly Today);

    /// <summary>A unit to go to.</summary>
    public sealed record Link(string Code, string Name);

    /// <summary>Units of a kind.</summary>
    public sealed record Kind(string Name, string NameEnglish, int Count);

    /// <summary>A succession.</summary>
    public sealed record Succession(string Code, string Name, SuccessionKind Kind, DateOnly On, string? Decision);

    /// <summary>An obligation of its own.</summary>
    public sealed record Row(Guid ObligationId, Guid? PlanId, PlanState? State, RequirementKind Kind, int Year, int ToYear, DateOnly DueOn, DateOnly? FirstSentOn, Standing Standing, CompletionMode? CompletionMode, string? PaperNumber, bool MayAdjust);

    /// <summary>A post.</summary>
    public sealed record Post(Role Role, string Title, string Name);

    /// <summary>Reads the page.</summary>
    public async Task<Page> RunAsync(string code, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(ct);
        var db = op.Db;
        var found = await db.Units.AsNoTracking().Where(u => u.Code == code).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { Unit = u, Kind = k }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        var unit = found.Unit;
        var ancestors = UnitPath.Ancestors(unit.Path).ToList();
        var above = await db.Units.Where(u => ancestors.Contains(u.Path)).OrderBy(u => u.Path).Select(u => new Link(u.Code, u.Name)).ToListAsync(ct);
        var territory = unit.TerritoryCode is { } t ? await db.Territories.AsNoTracking().FirstOrDefaultAsync(x => x.Code == t, ct) : null;
        var children = unit.Sensitive ? [] : await db.Units.Where(u => u.ParentId == unit.Id && u.ClosedOn == null).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => k)
            .GroupBy(k => new { k.Name, k.NameEnglish, k.Order }).OrderBy(g => g.Key.Order).Select(g => new Kind(g.Key.Name, g.Key.NameEnglish, g.Count())).ToListAsync(ct);
        var into = await db.Successors.Where(s => s.UnitId == unit.Id).Join(db.Units, s => s.SuccessorId, u => u.Id, (s, u) => new Succession(u.Code, u.Name, s.Kind, s.On, s.Decision)).ToListAsync(ct);
        var from = await db.Successors.Where(s => s.SuccessorId == unit.Id).Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new Succession(u.Code, u.Name, s.Kind, s.On, s.Decision)).ToListAsync(ct);
        var reads = op.Actor.Can(Permission.ReadFilings, unit.Path);
        var year = await RunningYear.OfAsync(op, ct);
        var rows = reads ? await RowsAsync(op, unit, ct) : null;
        Counts? below = op.Actor.Can(Permission.ReadCompliance, unit.Path) ? await LedgerSums.TotalAsync(op, unit.Path, year, ct) : null;
        var posts = reads || op.Actor.Can(Permission.ManageAccounts, unit.Path)
            ? await db.Posts.Where(p => p.UnitId == unit.Id && p.From <= op.Today && (p.To == null || p.To >= op.Today) && p.Role != Role.Participant)
                .Join(db.Users, p => p.AccountId, a => a.Id, (p, a) => new Post(p.Role, p.Title, a.FullName)).ToListAsync(ct) : [];
        int? members = op.Actor.Can(Permission.ReadParticipants, unit.Path) ? await db.Participants.CountAsync(p => p.UnitId == unit.Id && p.ExemptSince == null && p.To == null, ct) : null;
        return new Page(unit.Id, unit.Code, unit.Name, found.Kind.Name, found.Kind.NameEnglish, unit.OpenedOn, unit.ClosedOn, unit.Sensitive, territory?.Name, territory?.MergedFrom,
            above, children, into, from, rows, below, year, posts, members, op.Today);
    }

    private static async Task<List<Row>> RowsAsync(Operation op, Unit unit, CancellationToken ct)
    {
        var adjust = op.Actor.Can(Permission.AdjustObligation, unit.Path);
        // Joined, because a plan looked up within the selection has every plan of the province numbered first.
        var rows = await (
            from o in op.Db.Obligations.AsNoTracking()
            where o.UnitId == unit.Id
            join p in op.Db.Plans on o.Id equals p.ObligationId into plans
            from p in plans.DefaultIfEmpty()
            orderby o.Year descending, o.Kind
            select new { o, Plan = (Guid?)p.Id, State = (PlanState?)p.State, Published = (bool?)p.PublishedDownward, p.Paper!.Number }).ToListAsync(ct);
        var own = op.Actor.Can(Permission.EditPlan, unit.Path);
        return [.. rows.Select(x =>
        {
            var open = own || x.Published == true;
            return new Row(x.o.Id, open ? x.Plan : null, x.State, x.o.Kind, x.o.Year, x.o.ToYear, x.o.DueOn, x.o.FirstSentOn, ObligationStatus.Judge(x.o.Facts, op.Today), x.o.CompletionMode, open ? x.Number : null, adjust);
        })];
    }
}
