using System.ComponentModel.DataAnnotations;
using CampaignTracker.Domain;
using CampaignTracker.Domain.Commitments;
using CampaignTracker.Domain.Obligations;
using CampaignTracker.Domain.People;
using CampaignTracker.Domain.Units;
using CampaignTracker.UseCases.GoverningDocuments;
using Microsoft.EntityFrameworkCore;

namespace CampaignTracker.UseCases.Commitments;

/// <summary>
/// Sổ cam kết of one unit for a year or the term: n of m, how the obligation stands, and the people in order, heads first.
/// Who keeps the unit's people sees them all; a participant sees the numbers and their own row; a committee above the numbers alone.
/// </summary>
public sealed class ViewRegister(Operations operations)
{
    /// <summary>What to show.</summary>
    /// <param name="UnitCode">The unit; null for the asker's own.</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year, or any year of the term; null for the running one.</param>
    /// <param name="Slice">Which people.</param>
    /// <param name="Search">Part of a name, marks and case ignored.</param>
    /// <param name="Skip">Rows to skip.</param>
    /// <param name="Take">Rows to return, at most 1,000.</param>
    public sealed record Input([property: StringLength(Unit.CodeLength)] string? UnitCode = null, CommitmentScope Scope = CommitmentScope.Year, int? Year = null, RegisterSlice Slice = RegisterSlice.All,
        [property: StringLength(100)] string? Search = null, int Skip = 0, int Take = Paging.Size);

    /// <summary>The register.</summary>
    /// <param name="UnitId">The unit.</param>
    /// <param name="UnitCode">Its code.</param>
    /// <param name="UnitName">Its name.</param>
    /// <param name="UnitShortName">As addressed: "Chi bộ".</param>
    /// <param name="Scope">Year or term.</param>
    /// <param name="Year">The year asked for.</param>
    /// <param name="FromYear">First year of the period.</param>
    /// <param name="ToYear">Last year of the period.</param>
    /// <param name="Keeper">Who confirms here.</param>
    /// <param name="Totals">n of m; null while no register is open and the asker may not count the people.</param>
    /// <param name="Standing">How the obligation stands, or null where none is owed.</param>
    /// <param name="DueOn">Its due date, or null.</param>
    /// <param name="TopicStudiedOn">When the year's topic was studied, or null.</param>
    /// <param name="Topic">The topic of the year or the term, or null.</param>
    /// <param name="Meeting">The meeting that adopted it first, or null.</param>
    /// <param name="ClosedOn">When the period was settled, or null.</param>
    /// <param name="NamesPeople">The rows name the unit's people; else at most the asker.</param>
    /// <param name="MayKeep">The asker writes for people of the unit.</param>
    /// <param name="MayAdopt">The asker records the act of the meeting.</param>
    /// <param name="HasUnitsBelow">Units report to this one.</param>
    /// <param name="Page">People, heads first, then by given name.</param>
    /// <param name="Today">Local date.</param>
    public sealed record Answer(Guid UnitId, string UnitCode, string UnitName, string UnitShortName, CommitmentScope Scope, int Year, int FromYear, int ToYear, RegisterKeeper Keeper, Totals? Totals,
        Standing? Standing, DateOnly? DueOn, DateOnly? TopicStudiedOn, string? Topic, MeetingFacts? Meeting, DateOnly? ClosedOn, bool NamesPeople, bool MayKeep, bool MayAdopt, bool HasUnitsBelow, Page<Row> Page, DateOnly Today);

    /// <summary>Numbers of people.</summary>
    /// <param name="People">m: without those exempt.</param>
    /// <param name="Registered">n: with an adopted commitment.</param>
    /// <param name="Heads">Heads among m.</param>
    /// <param name="HeadsRegistered">Heads among n.</param>
    /// <param name="Written">With at least one action written, adopted or not; null for who may not count it.</param>
    /// <param name="Ready">Written, not adopted yet and confirmed by this register; null for who may not count it.</param>
    public sealed record Totals(int People, int Registered, int Heads, int HeadsRegistered, int? Written, int? Ready);

    /// <summary>A meeting.</summary>
    public sealed record MeetingFacts(Guid Id, DateOnly HeldOn, int Present, int Total, int InFavour);

    /// <summary>One person.</summary>
    /// <param name="ParticipantId">The person.</param>
    /// <param name="CommitmentId">What they wrote, or null.</param>
    /// <param name="Name">Full name.</param>
    /// <param name="PostTitle">Post, or null.</param>
    /// <param name="Kind">What they take part as.</param>
    /// <param name="UnitHead">Head of the unit.</param>
    /// <param name="ExemptSince">Exempt from work and meetings since, or null.</param>
    /// <param name="ConfirmedHere">This register's own act confirms it; else an office or association does.</param>
    /// <param name="State">Where it is in its life, null while nothing was begun.</param>
    /// <param name="Confirmation">Who confirmed it, or null.</param>
    /// <param name="ConfirmedBy">The office or association, or null.</param>
    /// <param name="AdoptedOn">When, or null.</param>
    /// <param name="Lines">Lines with an action.</param>
    /// <param name="ClearLines">Those that leave nothing open.</param>
    /// <param name="Hints">What the lines leave open, each once.</param>
    /// <param name="FirstAction">The first action, or "".</param>
    /// <param name="Asked">The cell asked to make it concrete.</param>
    /// <param name="Typed">Somebody typed it for the person, from paper.</param>
    /// <param name="Own">It is the asker's own.</param>
    public sealed record Row(Guid ParticipantId, Guid? CommitmentId, string Name, string? PostTitle, ParticipantKind Kind, bool UnitHead, DateOnly? ExemptSince, bool ConfirmedHere, CommitmentState? State,
        Confirmation? Confirmation, string? ConfirmedBy, DateOnly? AdoptedOn, int Lines, int ClearLines, IReadOnlyList<CommitmentHint> Hints, string FirstAction, bool Asked, bool Typed, bool Own);

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">NotFound, NotAllowed.</exception>
    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        await using var op = await operations.BeginAsync(input, ct);
        var db = op.Db;
        var (code, mine) = (input.UnitCode, op.Actor.MainPost!.UnitPath);
        var unit = await db.Units.Where(u => code == null ? u.Path == mine : u.Code == code).Join(db.UnitKinds, u => u.KindCode, k => k.Code, (u, k) => new { u.Id, u.Code, u.Name, u.Path, Kind = k, Below = db.Units.Any(b => b.ParentId == u.Id && b.ClosedOn == null) }).AsNoTracking().FirstOrDefaultAsync(ct).OrRefuseAsync();
        if (!op.Actor.Can(Permission.ReadCommitmentCounts, unit.Path) && !op.Actor.Posts.Any(post => post.Role == Role.Participant && post.UnitPath == unit.Path)) throw new Refusal(Because.NotAllowed);
        var names = op.Actor.Can(Permission.ReadParticipants, unit.Path);

        var year = input.Year ?? await RunningYear.OfAsync(op, ct);
        var term = await db.Terms.Where(t => t.FromYear <= year && year <= t.ToYear).Select(t => new { t.FromYear, t.ToYear, t.Topic, OfYear = db.Years.Where(y => y.Year == year).Select(y => y.Topic).FirstOrDefault() }).FirstOrDefaultAsync(ct).OrRefuseAsync();
        var register = await db.Registers.AsNoTracking().FirstOrDefaultAsync(r => r.UnitId == unit.Id && r.Scope == input.Scope && r.Year <= year && r.ToYear >= year, ct);
        var wanted = RegisterReads.KindOf(input.Scope);
        var owed = await db.Obligations.AsNoTracking().Where(o => o.UnitId == unit.Id && o.Kind == wanted && o.Year <= year && o.ToYear >= year).OrderBy(o => o.Year).FirstOrDefaultAsync(ct);
        var meeting = register?.MeetingId is { } met ? await db.Meetings.Where(m => m.Id == met).Select(m => new MeetingFacts(m.Id, m.HeldOn, m.Present, m.Total, m.InFavour)).FirstOrDefaultAsync(ct) : null;
        var keeper = register?.Keeper ?? RegisterReads.KeeperOf(unit.Kind);

        var (page, counted) = await PeopleAsync(op, unit.Id, input, year, keeper, names, ct);
        var totals = register is not null ? new Totals(register.People, register.Registered, register.Heads, register.HeadsRegistered, counted?.Written, counted?.Ready) : counted;
        var (from, to) = register is not null ? (register.Year, register.ToYear) : owed is not null ? (owed.Year, owed.ToYear) : input.Scope == CommitmentScope.Year ? (year, year) : (term.FromYear, term.ToYear);
        return new Answer(unit.Id, unit.Code, unit.Name, unit.Kind.ShortName, input.Scope, year, from, to, keeper, totals, owed is null ? null : ObligationStatus.Judge(owed.Facts, op.Today), owed?.DueOn,
            register?.TopicStudiedOn, input.Scope == CommitmentScope.Term ? term.Topic : term.OfYear, meeting, register?.ClosedOn, names, op.Actor.Can(Permission.KeepCommitments, unit.Path), op.Actor.Can(Permission.AdoptCommitments, unit.Path), unit.Below, page, op.Today);
    }

    // The filter of persons leaves a participant their own row, and a committee above none.
    private static async Task<(Page<Row> Page, Totals? Counted)> PeopleAsync(Operation op, Guid unitId, Input input, int year, RegisterKeeper keeper, bool names, CancellationToken ct)
    {
        var rows = from p in op.Db.Participants.Where(p => p.UnitId == unitId && p.To == null)
                   join c in op.Db.Commitments.Where(c => c.Scope == input.Scope && c.Year <= year && c.ToYear >= year) on p.Id equals c.ParticipantId into begun
                   from c in begun.DefaultIfEmpty()
                   select new { p, c, Written = c != null && c.Lines.Any(l => l.Action != "") };
        Totals? counted = null;
        if (names)
        {
            var all = await rows.Select(r => new { r.p.Kind, r.p.UnitHead, Exempt = r.p.ExemptSince != null, State = (CommitmentState?)r.c!.State, r.Written }).ToListAsync(ct);
            var due = all.Where(r => !r.Exempt).ToList();
            counted = new Totals(due.Count, due.Count(r => r.State >= CommitmentState.Adopted), due.Count(r => r.UnitHead), due.Count(r => r.UnitHead && r.State >= CommitmentState.Adopted), due.Count(r => r.Written),
                all.Count(r => r.Written && r.State < CommitmentState.Adopted && CommitmentRegister.Confirms(keeper, r.Kind)));
        }
        rows = input.Slice switch
        {
            RegisterSlice.NotWritten => rows.Where(r => !r.Written && r.p.ExemptSince == null),
            RegisterSlice.NotAdopted => rows.Where(r => r.Written && (r.c!.State == CommitmentState.Draft || r.c.State == CommitmentState.Discussed)),
            RegisterSlice.Adopted => rows.Where(r => r.c != null && r.c.State != CommitmentState.Draft && r.c.State != CommitmentState.Discussed),
            RegisterSlice.Heads => rows.Where(r => r.p.UnitHead),
            _ => rows,
        };
        if (SearchKey.Fold(input.Search) is { Length: > 0 } key) rows = rows.Where(r => r.p.SearchKey.Contains(key));
        var count = await rows.CountAsync(ct);
        var page = await rows.OrderByDescending(r => r.p.UnitHead).ThenBy(r => r.p.SortName).ThenBy(r => r.p.Id).Skip(Math.Max(0, input.Skip)).Take(Paging.Take(input.Take)).Select(r => new
        {
            r.p.Id,
            r.p.Name,
            r.p.PostTitle,
            r.p.Kind,
            r.p.UnitHead,
            r.p.ExemptSince,
            r.p.AccountId,
            Begun = r.c == null ? null : new { r.c.Id, r.c.State, r.c.Confirmation, r.c.ConfirmedBy, r.c.AdoptedOn, Asked = r.c.ConcreteAsk != null, Typed = r.c.Typed != null },
        }).AsNoTracking().ToListAsync(ct);
        var keys = page.Where(r => r.Begun is not null).Select(r => r.Begun!.Id).ToList();
        var lines = keys.Count == 0 ? null : (await op.Db.Commitments.Where(c => keys.Contains(c.Id)).SelectMany(c => c.Lines)
            .Select(l => new { l.CommitmentId, l.Ordinal, l.Action, l.Result, l.DueOn, l.Proof }).AsNoTracking().ToListAsync(ct)).Where(l => l.Action.Length > 0).OrderBy(l => l.Ordinal).ToLookup(l => l.CommitmentId);
        return (new Page<Row>([.. page.Select(r =>
        {
            var own = (r.Begun is null ? null : lines?[r.Begun.Id])?.Select(l => (l.Action, Hints: CommitmentClarity.Of(l.Action, l.Result, l.DueOn, l.Proof))).ToList() ?? [];
            return new Row(r.Id, r.Begun?.Id, r.Name, r.PostTitle, r.Kind, r.UnitHead, r.ExemptSince, CommitmentRegister.Confirms(keeper, r.Kind), r.Begun?.State, r.Begun?.Confirmation, r.Begun?.ConfirmedBy, r.Begun?.AdoptedOn,
                own.Count, own.Count(l => l.Hints.Count == 0), [.. own.SelectMany(l => l.Hints).Distinct().Order()], own.Count == 0 ? "" : own[0].Action, r.Begun?.Asked == true, r.Begun?.Typed == true,
                op.Actor.AccountId is { } account && account == r.AccountId);
        })], count), counted);
    }
}

/// <summary>Which people of a register.</summary>
public enum RegisterSlice
{
    /// <summary>Everybody.</summary>
    All,
    /// <summary>Nothing written yet; without those exempt.</summary>
    NotWritten,
    /// <summary>Written, not adopted yet.</summary>
    NotAdopted,
    /// <summary>Adopted or confirmed, and everything after it.</summary>
    Adopted,
    /// <summary>Heads of the unit.</summary>
    Heads,
}
